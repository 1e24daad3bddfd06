"""Who waits is told how many have to end first, in the order in which they come, and again when the line moves."""

import random
from collections import Counter
from contextlib import ExitStack
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.studies.collection import Collection
from app.studies.places import places, waiting_for
from app.studies.queue import Queue
from app.studies.study import Study
from tests.app.conftest import Page
from tests.app.studying import Lab
from tests.app.test_studies import LONG


class Learner:
    """Notes which of its studies have moved."""

    def __init__(self, is_watched=True):
        self.is_watched = is_watched
        self.moves = []

    def moved(self, study):
        self.moves.append((study.number, study.why))


def line_of(owners, most=1):
    """A queue in which studies were asked for by these, one after the other, and told; those that began are noted."""
    begun = []
    queue = Queue(begun.append, most, later=lambda tell: None)
    for number, owner in enumerate(owners):
        queue.join(Study(owner, number, None, 0.0))
    queue.tell()
    return queue, begun


def test_who_asks_for_many_holds_up_nobody():
    a, b, c = (Learner() for _ in range(3))
    queue, begun = line_of([a, a, a, b, b, c])
    while len(begun) < 6:
        queue.leave(begun[-1])
    assert [study.number for study in begun] == [0, 3, 5, 1, 4, 2]


def test_the_places_are_those_in_which_they_come():
    """One is at work, so that they come as the test above says: 0, 3, 5, 1, 4, 2."""
    a, b, c = (Learner() for _ in range(3))
    line_of([a, a, a, b, b, c])
    last = {number: why for learner in (a, b, c) for number, why in learner.moves}
    assert last == {
        0: "",
        1: "Waiting: one other experiment of yours and 2 of other people on this server have to end first.",
        2: "Waiting: 2 other experiments of yours and 3 of other people on this server have to end first.",
        3: "Waiting: one experiment of other people on this server has to end first.",
        4: "Waiting: one other experiment of yours and 3 of other people on this server have to end first.",
        5: "Waiting: 2 experiments of other people on this server have to end first.",
    }


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_is_said_to_have_to_end_first_has_ended_when_a_study_begins(most):
    """Whichever ends first. Of one at work, and for the next of a session that has none, just as many have."""
    chance = random.Random(most)
    for _ in range(300):
        learners = [Learner() for _ in range(chance.randint(1, 6))]
        queue, begun = line_of(chance.choices(learners, k=chance.randint(1, 14)), most)
        for _ in range(chance.randint(0, 4)):
            queue.leave(chance.choice(begun))
        line = places(queue._running, queue._waiting, most, whose=lambda owner: True)
        told = {study: (own, others) for study, own, others in line}
        at_work, ended = {study.owner for study in queue._running}, Counter()
        assert len(told) == queue.waiting
        while queue.running:
            over, before = chance.choice(queue._running), len(begun)
            ended[over.owner] += 1
            queue.leave(over)
            for study in begun[before:]:
                own, others = told[study]
                have = ended.total() - ended[study.owner]
                assert own == ended[study.owner]
                assert others == have if most == 1 or (own == 0 and study.owner not in at_work) else others <= have


def test_one_is_told_again_only_when_another_number_comes_first():
    a, b, c = (Learner() for _ in range(3))
    queue, begun = line_of([a, b, c])
    assert [len(learner.moves) for learner in (a, b, c)] == [1, 1, 1]
    queue.join(Study(a, 3, None, 0.0))  # behind them all
    queue.tell()
    assert [len(learner.moves) for learner in (a, b, c)] == [2, 1, 1]
    queue.leave(begun[-1])
    queue.tell()
    assert [len(learner.moves) for learner in (a, b, c)] == [3, 2, 2]
    assert c.moves[-1] == (2, waiting_for(0, 1))


def test_who_has_one_at_work_is_told_of_those_who_come_between():
    a, b = Learner(), Learner()
    queue, _ = line_of([a, a])
    queue.join(Study(b, 2, None, 0.0))
    queue.tell()
    assert [why for _, why in a.moves] == ["", waiting_for(1, 0), waiting_for(1, 1)]


def test_who_would_begin_in_ones_own_place_waits_for_nobody_else():
    a, b = Learner(), Learner()
    line_of([a, b, a, b, a], most=2)
    assert [why for _, why in (*a.moves, *b.moves)] == ["", waiting_for(1, 0), waiting_for(2, 0), "", waiting_for(1, 0)]


def test_a_session_keeps_its_place_when_it_cancels_what_waits_there():
    a, b, c = (Learner() for _ in range(3))
    cancelled = Study(b, 1, None, 0.0)
    queue, begun = line_of([a])
    for study in (cancelled, Study(c, 2, None, 0.0), Study(b, 3, None, 0.0)):
        queue.join(study)
    queue.leave(cancelled)
    queue.tell()
    assert (b.moves, c.moves) == ([(3, waiting_for(0, 1))], [(2, waiting_for(0, 2))])
    while queue.running:
        queue.leave(begun[-1])
    assert [study.number for study in begun] == [0, 3, 2]


def test_however_often_the_line_moves_the_places_are_told_once_and_to_those_who_are_watched():
    a, b, away = Learner(), Learner(), Learner(is_watched=False)
    begun, due = [], []
    queue = Queue(begun.append, 1, later=due.append)
    for number, owner in enumerate([a, a, a, a, b, away]):
        queue.join(Study(owner, number, None, 0.0))
    queue.leave(begun[-1])
    assert (len(due), [why for _, why in (*a.moves, *b.moves, *away.moves)]) == (1, ["", ""])
    due.pop()()
    assert [why for _, why in a.moves[1:]] == [waiting_for(own, 2) for own in range(3)]
    assert away.moves == []
    queue.leave(begun[-1])
    assert len(due) == 1


def test_where_nothing_has_left_and_where_nobody_waits_there_is_nothing_to_tell():
    a, due = Learner(), []
    queue = Queue(lambda job: None, 1, later=due.append)
    alone = Study(a, 0, None, 0.0)
    queue.join(alone)
    queue.leave(alone)
    assert due == []
    for number in (1, 2):
        queue.join(Study(a, number, None, 0.0))
    due.pop()()
    queue.leave(alone)
    assert due == []


def test_what_one_waits_for_is_right_at_once_for_who_asks():
    a, b = Learner(), Learner()
    queue, _ = line_of([a, a])
    queue.join(Study(b, 2, None, 0.0))
    queue.say(b)
    assert (a.moves[-1], b.moves) == ((1, waiting_for(1, 0)), [(2, waiting_for(0, 1))])


def test_none_of_a_session_that_goes_begins_in_the_place_of_another_of_it():
    begun = []
    queue = Queue(begun.append, 2, later=lambda tell: None)
    sessions = [SimpleNamespace(audience=(), settings=Settings(database="")) for _ in range(2)]
    goes, stays = (Collection(session, queue) for session in sessions)
    asked = [studies.ask(None) for studies in (goes, goes, goes, stays)]
    goes.stop()
    assert begun == [asked[0], asked[3]]
    assert (queue.running, queue.waiting) == (1, 0)


def test_a_page_is_told_the_truth_when_it_asks_and_comes_and_when_its_study_begins(monkeypatch):
    """Also when the others that wait are to be told only much later."""
    monkeypatch.setattr("app.studies.queue.MOVED", 1e6)
    with ExitStack() as stack:
        client = stack.enter_context(TestClient(create_app(Settings(database="", max_working_studies=1))))
        pages = [Page(stack.enter_context(client.websocket_connect("/ws"))) for _ in range(4)]
        first, second, third, again = labs = [Lab(client, page) for page in pages]
        for number, lab in enumerate(labs[:3]):
            lab.page.join()
            row = lab.race(alphas="1", iterations=LONG)
            assert row["why"] == (waiting_for(0, number) if number else "")
        first.page.send("delete_study", study=1)
        second.until("running")
        again.page.join(session=third.page.welcome["session"])
        for lab in (again, third):
            assert lab.studies(lambda rows: rows[0]["why"] != row["why"])[0]["why"] == waiting_for(0, 1)
        for lab in (second, third):
            lab.page.send("delete_study", study=1)


def test_a_page_that_waits_hears_how_the_line_moves_though_nothing_of_its_own_does(monkeypatch):
    monkeypatch.setattr("app.studies.queue.MOVED", 0.01)
    with ExitStack() as stack:
        client = stack.enter_context(TestClient(create_app(Settings(database="", max_working_studies=1))))
        pages = [Page(stack.enter_context(client.websocket_connect("/ws"))) for _ in range(3)]
        first, second, third = labs = [Lab(client, page) for page in pages]
        for lab in labs:
            lab.page.join()
            row = lab.race(alphas="1", iterations=LONG)
        assert row["why"] == waiting_for(0, 2)
        first.page.send("delete_study", study=1)
        assert third.studies(lambda rows: rows[-1]["why"] != row["why"])[-1]["why"] == waiting_for(0, 1)
        second.page.send("delete_study", study=1)
        assert third.until("running")["why"] == ""
        third.page.send("delete_study", study=1)
