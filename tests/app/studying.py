"""A page that asks for studies, and what it gets over HTTP."""


class Lab:
    """The studies of one session, from outside."""

    def __init__(self, client, page):
        self.client, self.page = client, page

    @property
    def session(self):
        return self.client.app.state.hub.sessions[self.page.welcome["session"]]

    def studies(self, holds=lambda rows: True):
        message = self.page.read_until(lambda message: message["type"] == "studies" and holds(message["studies"]))
        return message["studies"]

    def race(self, purpose="alphas", **asked):
        """Ask for a race, and return what is told of it first."""
        return self._asked("start_race", purpose, asked)

    def sweep(self, purpose="luck", **asked):
        return self._asked("start_sweep", purpose, asked)

    @property
    def _last(self):
        return max((study.number for study in self.session.studies), default=0)

    def _asked(self, verb, purpose, asked):
        last = self._last
        self.page.send(verb, purpose=purpose, **asked)
        return self.studies(lambda rows: rows and rows[-1]["number"] > last)[-1]

    def refused(self, verb, purpose, **asked):
        before = self._last
        self.page.send(verb, purpose=purpose, request=41, **asked)
        error = self.page.expect("error")
        assert (error["code"], error["request"]) == ("bad_value", 41)
        assert self._last == before
        assert error["message"].endswith(".")
        assert error["message"].count(". ") == 0
        return error

    def until(self, state, number=None):
        """Wait until a study, by default the newest, is in a state; return what is told of it then."""

        def holds(rows):
            return rows and chosen(rows, number)["state"] == state

        return chosen(self.studies(holds), number)

    def ask(self, number, **headers):
        headers = {"Eleven-Lines-Session": self.page.welcome["session"], **headers}
        return self.client.get(f"/-/studies/{number}", headers=headers)

    def result(self, number):
        return self.ask(number).json()


def chosen(rows, number):
    return rows[-1] if number is None else next(row for row in rows if row["number"] == number)
