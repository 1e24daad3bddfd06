"""A browser finds the runs of all its tabs again, opens them, names them, and deletes them for good."""

import sqlite3
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.keep.cards import card_of
from app.keep.saved import StorageError
from app.keep.storage import Storage
from app.main import create_app
from app.settings import Settings
from engine import Recipe, Run
from tests.app.conftest import Page

MINE, THEIRS = "a-secret-of-this-browser", "a-secret-of-another-one"


class Browser:
    """A browser with a secret, and any number of tabs."""

    def __init__(self, client, stack, owner=MINE):
        self.client, self.owner, self._stack = client, owner, stack

    def tab(self, session=None):
        page = Page(self._stack.enter_context(self.client.websocket_connect("/ws")))
        page.send("join", session=session, owner=self.owner)
        page.welcome = page.expect("welcome")
        page.snapshot = page.expect("snapshot")
        return page

    def ask(self, page, method="GET", path="", **more):
        headers = {"Eleven-Lines-Session": page.welcome["session"], "Eleven-Lines-Owner": self.owner}
        return self.client.request(method, f"/-/runs{path}", headers=headers, **more)

    def runs(self, page):
        return self.ask(page).json()["runs"]


@pytest.fixture
def browsers(client):
    with ExitStack() as stack:
        yield lambda owner=MINE: Browser(client, stack, owner)


@pytest.fixture
def browser(browsers):
    return browsers()


def rows(settings, table):
    with closing(sqlite3.connect(settings.database.removeprefix("sqlite:///"))) as database:
        return database.execute(f"select count(*) from {table}").fetchone()[0]


def test_every_run_that_got_anywhere_is_listed(browser):
    first, second = browser.tab(), browser.tab()
    first.step(600)
    first.ask("reset", "snapshot")
    first.step(3)
    second.ask("choose_experiment", "snapshot", experiment="two-weights")
    second.step(9)
    found = browser.runs(first)
    places = {(run["experiment"], run["iteration"], run["here"], run["open"]) for run in found}
    assert places == {("xor", 600, True, False), ("xor", 3, True, True), ("two-weights", 9, False, False)}
    run = Run(Recipe.named("xor"))
    run.advance(600)
    (older,) = [run for run in found if run["iteration"] == 600]
    assert older["error"] == run.error
    assert older["sizes"] == [3, 4, 1]
    assert len(older["curve"]) == 64
    assert older["label"] == "alpha 1, hidden size 4, seed 1"


def test_a_run_that_got_nowhere_is_not_listed(browser):
    assert browser.runs(browser.tab()) == []


def test_another_browser_sees_none_of_them_and_can_do_nothing_to_them(browser, browsers):
    page = browser.tab()
    page.step(5)
    (run,) = browser.runs(page)
    stranger = browsers(THEIRS)
    other = stranger.tab()
    assert stranger.runs(other) == []
    for method, path in (("POST", "/open"), ("PATCH", ""), ("DELETE", "")):
        answer = stranger.ask(other, method, f"/{run['id']}{path}", json={"name": "mine"})
        assert answer.status_code == 404
    assert len(browser.runs(page)) == 1


def test_a_session_stays_that_of_the_page_that_opened_it(browser, browsers):
    page = browser.tab()
    page.step(5)
    guest = browsers(THEIRS)
    assert guest.runs(guest.tab(page.welcome["session"])) == []
    assert len(browser.runs(page)) == 1


def test_nothing_is_told_without_the_secret(client, browser):
    page = browser.tab()
    answer = client.get("/-/runs", headers={"Eleven-Lines-Session": page.welcome["session"]})
    assert answer.status_code == 403
    assert answer.json()["code"] == "http_403"
    assert page.welcome["session"] not in browser.ask(page).text


def test_a_run_of_this_session_is_turned_to(browser):
    page = browser.tab()
    page.step(30)
    page.ask("reset", "snapshot")
    page.step(4)
    page.ask("choose_experiment", "snapshot", experiment="two-weights")
    (run,) = [run for run in browser.runs(page) if run["iteration"] == 30]
    assert browser.ask(page, "POST", f"/{run['id']}/open").status_code == 204
    snapshot = page.read_until(lambda message: message["type"] == "snapshot" and message["run"] == 1)
    assert (snapshot["experiment"], snapshot["frame"]["iteration"]) == ("xor", 30)
    assert [run["iteration"] for run in browser.runs(page) if run["open"]] == [30]


def test_a_run_of_another_session_comes_as_a_copy_with_the_same_bits(browser, client):
    first, second = browser.tab(), browser.tab()
    first.step(50)
    first.ask("set_alpha", "edit_applied", alpha=7)
    first.step(10)
    (run,) = browser.runs(second)
    assert browser.ask(second, "POST", f"/{run['id']}/open").status_code == 204
    second.read_until(lambda message: message["type"] == "frame" and message["iteration"] == 60)
    sessions = client.app.state.hub.sessions
    runs = [sessions[page.welcome["session"]].workspace.run for page in (first, second)]
    assert runs[0].digest == runs[1].digest
    assert runs[0] is not runs[1]


def test_a_run_is_renamed(browser):
    page = browser.tab()
    page.step(5)
    (run,) = browser.runs(page)
    assert browser.ask(page, "PATCH", f"/{run['id']}", json={"name": " the  good one "}).status_code == 204
    assert [run["name"] for run in browser.runs(page)] == ["the good one"]
    refusal = browser.ask(page, "PATCH", f"/{run['id']}", json={"name": "x" * 61})
    assert refusal.status_code == 422
    assert "60 characters" in refusal.json()["message"]


def test_a_deleted_run_is_gone(browser, settings):
    page = browser.tab()
    page.step(300)
    page.ask("reset", "snapshot")
    page.step(4)
    (old,) = [run for run in browser.runs(page) if run["iteration"] == 300]
    assert browser.ask(page, "DELETE", f"/{old['id']}").status_code == 204
    assert page.expect("snapshot")["others"] == []
    assert [run["iteration"] for run in browser.runs(page)] == [4]
    assert (rows(settings, "runs"), rows(settings, "keyframes")) == (1, 1)
    page.send("undo")
    page.send("undo")
    assert [run["iteration"] for run in browser.runs(page)] == [4]
    assert browser.ask(page, "DELETE", f"/{old['id']}").status_code == 404


def test_a_page_whose_run_is_deleted_begins_anew_and_says_so(browser):
    shown, elsewhere = browser.tab(), browser.tab()
    shown.step(80)
    shown.ask("set_alpha", "edit_applied", alpha=4)
    (run,) = browser.runs(elsewhere)
    assert browser.ask(elsewhere, "DELETE", f"/{run['id']}").status_code == 204
    assert "deleted" in shown.expect("notice")["message"]
    snapshot = shown.expect("snapshot")
    assert (snapshot["frame"]["iteration"], snapshot["controls"]["alpha"]) == (0, 1)
    assert shown.step(2)["iteration"] == 2


def test_a_run_that_trains_is_deleted_and_the_new_one_does_not_train_by_itself(browser, client):
    page = browser.tab()
    page.send("play")
    page.read_until(lambda message: message["type"] == "frame" and message["iteration"] > 5)
    (run,) = browser.runs(page)
    assert browser.ask(page, "DELETE", f"/{run['id']}").status_code == 204
    snapshot = page.read_until(lambda message: message["type"] == "snapshot" and message["run"] == 2)
    assert not snapshot["controls"]["playing"]
    assert browser.runs(page) == []


def test_what_is_deleted_is_in_no_file_any_more(settings):
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        page = browser.tab()
        page.step(5)
        (run,) = browser.runs(page)
        browser.ask(page, "PATCH", f"/{run['id']}", json={"name": "forget me completely"})
        assert browser.runs(page)[0]["name"] == "forget me completely"
        assert in_any_file(settings, b"forget me completely")
        browser.ask(page, "DELETE", f"/{run['id']}")
        assert not in_any_file(settings, b"forget me completely")


def test_no_number_that_was_given_to_a_deleted_run_is_left(settings):
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        page = browser.tab()
        page.ask("load_data", "snapshot", text="0.123456789,1\n0,1\n1,0")
        page.ask("try_inputs", "controls", values=[0.987654321])
        page.step(5)
        (run,) = browser.runs(page)
        assert in_any_file(settings, b"0.123456789")
        assert in_any_file(settings, b"0.987654321")
        assert browser.ask(page, "DELETE", f"/{run['id']}").status_code == 204
        assert not in_any_file(settings, b"0.123456789")
        assert not in_any_file(settings, b"0.987654321")


def test_a_name_is_taken_back_by_undo_and_by_no_other_undo(browser):
    page = browser.tab()
    page.step(5)
    page.ask("set_alpha", "edit_applied", alpha=3)
    (run,) = browser.runs(page)
    browser.ask(page, "PATCH", f"/{run['id']}", json={"name": "mine"})
    assert page.ask("undo", "snapshot")["controls"]["alpha"] == 3
    assert [run["name"] for run in browser.runs(page)] == [""]
    assert page.ask("redo", "snapshot")["controls"]["alpha"] == 3
    assert [run["name"] for run in browser.runs(page)] == ["mine"]


def test_a_deletion_that_the_disk_did_not_take_can_be_tried_again(settings, monkeypatch):
    real, copies = Storage.forget_in_copies, []

    def forget(self, session):
        copies.append(session)
        if len(copies) == 1:
            raise StorageError("Not saved: this copy.")
        real(self, session)

    monkeypatch.setattr(Storage, "forget_in_copies", forget)
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        page = browser.tab()
        page.step(5)
        (run,) = browser.runs(page)
        assert browser.ask(page, "DELETE", f"/{run['id']}").status_code == 503
        with closing(sqlite3.connect(settings.database.removeprefix("sqlite:///"), isolation_level=None)) as other:
            other.execute("begin immediate")
            assert browser.ask(page, "DELETE", f"/{run['id']}").status_code == 503
        assert copies == [page.welcome["session"]] * 2
        assert browser.ask(page, "DELETE", f"/{run['id']}").status_code in (204, 404)  # a save may have been first
        assert rows(settings, "runs") == 0


def in_any_file(settings, words):
    file = Path(settings.database.removeprefix("sqlite:///"))
    return any(words in path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


def test_a_run_on_disk_is_listed_opened_and_deleted_too(settings):
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        Browser(client, stack).tab().step(700)
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        page = browser.tab()
        (run,) = browser.runs(page)
        assert (run["iteration"], run["here"]) == (700, False)
        assert browser.ask(page, "POST", f"/{run['id']}/open").status_code == 204
        page.read_until(lambda message: message["type"] == "frame" and message["iteration"] == 700)
        assert browser.ask(page, "DELETE", f"/{run['id']}").status_code == 204
        assert [run["here"] for run in browser.runs(page)] == [True]


def test_a_session_from_before_gets_the_owner_that_comes_back_to_it(settings):
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join()
        page.step(12)
        name = page.welcome["session"]
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        assert [run["iteration"] for run in browser.runs(browser.tab(name))] == [12]


def test_a_damaged_session_can_be_deleted(settings):
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        Browser(client, stack).tab().step(7)
    with closing(sqlite3.connect(settings.database.removeprefix("sqlite:///"))) as database, database:
        database.execute("update sessions set document = 'no document'")
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        page = browser.tab()
        (run,) = browser.runs(page)
        refusal = browser.ask(page, "POST", f"/{run['id']}/open")
        assert (refusal.status_code, "damaged" in refusal.json()["message"]) == (409, True)
        assert browser.ask(page, "DELETE", f"/{run['id']}").status_code == 204
        assert browser.runs(page) == []
        assert not in_any_file(settings, b"no document")


def test_the_list_comes_in_pages(settings, monkeypatch):
    monkeypatch.setattr("app.keep.shelf.PAGE", 2)
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        for steps in (1, 2, 3):
            page = browser.tab()
            page.step(steps)
        first, rest = browser.ask(page).json(), browser.ask(page, path="?skip=2").json()
        assert (len(first["runs"]), first["more"], len(rest["runs"]), rest["more"]) == (2, True, 1, False)
        assert {run["iteration"] for run in first["runs"] + rest["runs"]} == {1, 2, 3}
        assert browser.ask(page, path="?skip=-1").status_code == 422


class TestWithoutADatabase:
    @pytest.fixture
    def settings(self):
        return Settings(database="")

    def test_what_is_in_memory_is_listed_opened_and_deleted(self, browser):
        first, second = browser.tab(), browser.tab()
        first.step(8)
        (run,) = browser.runs(second)
        assert browser.ask(second, "POST", f"/{run['id']}/open").status_code == 204
        second.read_until(lambda message: message["type"] == "frame" and message["iteration"] == 8)
        assert browser.ask(first, "DELETE", f"/{run['id']}").status_code == 204
        assert [run["here"] for run in browser.runs(second)] == [True]

    def test_no_run_is_looked_at_while_it_may_train(self, browser, client, monkeypatch):
        page, looks = browser.tab(), []
        page.step(8)
        session = client.app.state.hub.sessions[page.welcome["session"]]

        def looked_at(kept):
            looks.append(session.lock.locked())
            return card_of(kept)

        monkeypatch.setattr("app.keep.shelf.card_of", looked_at)
        (run,) = browser.runs(page)
        assert browser.ask(page, "PATCH", f"/{run['id']}", json={"name": "mine"}).status_code == 204
        assert looks == [True]  # for the list


def test_a_list_does_not_wait_for_a_session_in_which_something_is_at_work(browser, client, monkeypatch):
    monkeypatch.setattr("app.keep.shelf.PATIENCE", 0.05)
    page, other = browser.tab(), browser.tab()
    page.step(5)
    assert len(browser.runs(other)) == 1
    lock = client.app.state.hub.sessions[page.welcome["session"]].lock
    client.portal.call(lock.acquire)
    assert [run["iteration"] for run in browser.runs(other)] == [5]
    client.portal.call(lock.release)


def test_what_is_not_on_disk_yet_is_listed_too(settings):
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        Browser(client, stack).tab().step(7)
    with TestClient(create_app(settings)) as client, ExitStack() as stack:
        browser = Browser(client, stack)
        page = browser.tab()
        with closing(sqlite3.connect(settings.database.removeprefix("sqlite:///"), isolation_level=None)) as other:
            other.execute("begin exclusive")
            page.step(3)
            assert [run["iteration"] for run in browser.runs(page)] == [3, 7]
        assert sorted(run["iteration"] for run in browser.runs(page)) == [3, 7]


def test_when_a_run_was_last_changed_is_what_counts(browser, settings):
    page = browser.tab()
    page.step(5)
    (before,) = browser.runs(page)
    assert abs(time.time() - before["saved_at"]) < 60
    page.ask("select_row", "controls", row=2)
    assert [run["saved_at"] for run in browser.runs(page)] == [before["saved_at"]]
