"""Everything a learner made survives a restart, and a kill -9."""

import asyncio
import signal
import sqlite3
import threading
import time
from contextlib import closing, contextmanager

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.keep import archive
from app.keep.storage import Storage
from app.main import create_app
from app.settings import Settings
from engine import Edit, Recipe, Run, keyframe
from tests.app.conftest import Page
from tests.app.server import serving


@contextmanager
def lab(settings):
    with TestClient(create_app(settings)) as client:
        yield client


@contextmanager
def page_of(client, **join):
    with client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.snapshot = page.join(**join)
        yield page


def made_something(page):
    """Train, edit, reset and train again, in two experiments."""
    page.step(700)
    page.ask("set_alpha", "edit_applied", alpha=5)
    page.ask("set_hidden_size", "edit_applied", hidden_size=7)
    page.ask("reset", "snapshot")
    page.step(40)
    page.ask("set_alpha", "edit_applied", alpha=6)
    page.step(2)
    page.ask("choose_experiment", "snapshot", experiment="two-weights")
    page.step(9)
    page.ask("drop_weights", "edit_applied", weights=[1, 2])
    page.step(3)
    return page.ask("choose_experiment", "snapshot", experiment="xor")


def comparable(snapshot):
    frame = {**snapshot["frame"], "number": None}
    controls = {**snapshot["controls"], "undo": None, "redo": None}  # what can be taken back ends with the server
    return {**snapshot, "frame": frame, "controls": controls}


@pytest.mark.parametrize("with_keyframes", [True, False])
def test_a_session_is_the_same_after_a_restart(settings, with_keyframes):
    with lab(settings) as client, page_of(client) as page:
        before = made_something(page)
        name = page.welcome["session"]
    if not with_keyframes:
        with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
            assert database.execute("delete from keyframes").rowcount >= 3
    with lab(settings) as client, page_of(client, session=name) as page:
        assert not page.welcome["fresh"]
        assert comparable(page.snapshot) == comparable(before)
        other = page.ask("choose_experiment", "snapshot", experiment="two-weights")
        assert other["frame"]["iteration"] == 12
        assert [mark["label"] for mark in other["marks"]] == ["weights moved"]


def test_damaged_keyframes_cost_nothing_but_time(settings):
    with lab(settings) as client, page_of(client) as page:
        before = made_something(page)
        name = page.welcome["session"]
    with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
        database.execute("update keyframes set data = x'00ff'")
    with lab(settings) as client, page_of(client, session=name) as page:
        assert comparable(page.snapshot) == comparable(before)


def test_any_damage_to_a_keyframe_is_survived(settings):
    run = Run(Recipe.named("two-weights"))
    run.advance(300)
    whole = keyframe.save(run)
    random = np.random.default_rng(5)
    document = {"number": 1, "recipe": run.recipe.to_dict(), "timeline": [], "iteration": 300}
    for _ in range(300):
        data = bytearray(whole)
        for place in random.integers(len(data), size=3):
            data[place] = random.integers(256)
        assert archive.restored_run(document, {1: bytes(data)}).run.iteration == 300


def test_an_edit_that_replaces_one_in_the_last_keyframe_costs_no_training(settings):
    with lab(settings) as client, page_of(client) as page:
        page.step(30)
        for alpha in (2, 3):
            page.ask("set_alpha", "edit_applied", alpha=alpha)
        name = page.welcome["session"]
    saved = Storage(settings.database).load(name)
    (document,) = saved.document["workspaces"].values()
    timeline = [Edit.from_dict(edit) for edit in document["run"]["timeline"]]
    assert keyframe.load(Recipe.named("xor"), timeline, saved.keyframes[1]).alpha == 3


def test_a_damaged_session_is_answered_with_a_fresh_one(settings):
    with lab(settings) as client, page_of(client) as page:
        page.step(3)
        name = page.welcome["session"]
    with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
        database.execute("update sessions set document = '{\"version\": 99}'")
    with lab(settings) as client, page_of(client, session=name) as page:
        assert page.welcome["fresh"]
        assert page.step()["iteration"] == 1


@pytest.mark.parametrize("url", ["", "sqlite:////proc/nowhere/runs.db", "nonsense", "postgresql+psycopg://nowhere/lab"])
def test_without_a_database_the_lab_runs_unsaved_and_says_so(url):
    with lab(Settings(database=url)) as client, page_of(client) as page:
        assert not page.welcome["saved"]
        assert client.get("/healthz").json()["saves"] is False
        assert page.step()["iteration"] == 1


def test_sessions_that_nobody_came_back_to_are_deleted(settings):
    with lab(settings) as client, page_of(client) as page:
        page.step(3)
        name = page.welcome["session"]
    with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
        database.execute("update sessions set saved_at = saved_at - 31 * 86400")
    with lab(settings.model_copy(update={"save_seconds": 0.05})):
        deadline = time.monotonic() + 20
        with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
            while database.execute("select count(*) from sessions where name = ?", [name]).fetchone()[0]:
                assert time.monotonic() < deadline


def test_a_kill_in_full_flight_loses_at_most_a_second(settings):
    with serving(database=settings.database) as server, server.page() as page:
        page.send("set_speed", speed=1000)
        page.send("play")
        seen = []  # (seconds, iteration)
        begin = time.monotonic()
        while time.monotonic() - begin < 3:
            page.read()
            seen.append((time.monotonic(), page.iteration))
        server.process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        name = page.welcome["session"]
    with serving(database=settings.database) as server, server.page(session=name) as page:
        snapshot = page.snapshot
    assert not page.welcome["fresh"]
    assert snapshot["controls"]["playing"]
    must_be_there = max(iteration for at, iteration in seen if at < killed - 1)
    assert must_be_there > 0
    assert snapshot["frame"]["iteration"] >= must_be_there
    run = Run(Recipe.named("xor"))
    run.advance(snapshot["frame"]["iteration"])
    assert snapshot["frame"]["error"] == run.error


def test_a_kill_at_full_speed_loses_at_most_a_second(settings):
    with serving(database=settings.database) as server, server.page() as page:
        page.ask("set_stop", "controls", iteration=1_000_000_000)
        page.step(500)
        page.ask("set_alpha", "edit_applied", alpha=5)
        page.send("set_speed", speed=None)
        page.send("play")
        seen = []  # (seconds, iteration)
        begin = time.monotonic()
        while time.monotonic() - begin < 4:
            page.read()
            seen.append((time.monotonic(), page.iteration))
        server.process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        name = page.welcome["session"]
    with serving(database=settings.database) as server, server.page(session=name) as page:
        frame = page.snapshot["frame"]
    assert frame["iteration"] >= max(iteration for at, iteration in seen if at < killed - 1) > 500
    run = Run(Recipe.named("xor"), [Edit(500, "alpha", 5.0)])
    run.advance(frame["iteration"])
    assert frame["weights"] == [syn.tolist() for syn in run.weights]


def test_a_kill_brings_back_branches_edits_and_where_the_page_stood(settings):
    with serving(database=settings.database) as server, server.page() as page:
        page.step(700)
        page.ask("set_alpha", "edit_applied", alpha=5)
        page.step(300)
        stand_at(page, 400)
        page.ask("set_alpha", "snapshot", alpha=7)  # in the past: a branch
        page.step(90)
        stand_at(page, 450)
        before = page.ask("select_row", "controls", row=2)
        name, file = page.welcome["session"], settings.database.removeprefix("sqlite:///")
        while '"row":2' not in document_in(file, name):
            pass
        runs = page.ask("set_goal", "runs", error=0.3)["rows"]
        while '"goal":0.3' not in document_in(file, name):
            pass
        server.process.send_signal(signal.SIGKILL)
    with serving(database=settings.database) as server, server.page(session=name) as page:
        snapshot = page.snapshot
    assert snapshot["frame"]["iteration"] == 450
    assert (snapshot["controls"]["reach"], snapshot["controls"]["row"]) == (before["reach"], 2)
    told = ("run", "label", "fork", "colour", "iteration", "error", "largest_weight")
    assert [[row[name] for name in told] for row in snapshot["runs"]] == [[row[name] for name in told] for row in runs]
    run = Run(Recipe.named("xor"), [Edit(400, "alpha", 7.0)])
    run.advance(450)
    assert snapshot["frame"]["weights"] == [syn.tolist() for syn in run.weights]


def stand_at(page, iteration):
    page.send("go_to", iteration=iteration)
    while page.iteration != iteration:
        page.read()


def document_in(file, session):
    with closing(sqlite3.connect(file, timeout=10)) as reader:
        found = reader.execute("select document from sessions where name = ?", [session]).fetchone()
    return found[0] if found else ""


def test_a_database_that_fails_meanwhile_is_told_and_tried_again(settings):
    with lab(settings.model_copy(update={"save_seconds": 0.05})) as client, page_of(client) as page:
        name = page.welcome["session"]
        with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
            database.execute("alter table sessions rename to elsewhere")
        page.send("step", iterations=3)
        saving = page.expect("saving")
        assert not saving["saved"]
        assert saving["why"].startswith("Not saved: ")
        assert client.get("/healthz").json()["saves"] is False
        with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as database:
            database.execute("alter table elsewhere rename to sessions")
        assert page.expect("saving") == {"type": "saving", "saved": True, "why": ""}
    with lab(settings) as client, page_of(client, session=name) as page:
        assert page.snapshot["frame"]["iteration"] == 3


def test_a_session_that_cannot_be_taken_keeps_nobody_elses_from_being_saved(settings, monkeypatch):
    real = keyframe.save

    def save(run):
        if run.iteration == 2:
            raise ValueError("something is wrong with this one")
        return real(run)

    monkeypatch.setattr("engine.keyframe.save", save)
    names = []
    with lab(settings) as client:
        for steps in (1, 2, 3):
            with page_of(client) as page:
                page.step(steps)
                names.append(page.welcome["session"])
    with lab(settings) as client:
        for steps, name in ((1, names[0]), (3, names[2])):
            with page_of(client, session=name) as page:
                assert page.snapshot["frame"]["iteration"] == steps


def test_a_document_that_cannot_be_made_keeps_nobody_elses_from_being_saved(settings, monkeypatch):
    real = archive.document_of

    def document_of(session):
        fails = session.workspace.run.iteration == 2
        return real(session) if not fails else lambda: 1 / 0

    monkeypatch.setattr("app.keep.archive.document_of", document_of)
    with lab(settings) as client, page_of(client) as bad, page_of(client) as good:
        bad.step(2)
        good.step(3)
        assert bad.expect("saving")["why"].startswith("Not saved: something is wrong with this run")
        name = good.welcome["session"]
    with lab(settings) as client, page_of(client, session=name) as page:
        assert page.snapshot["frame"]["iteration"] == 3


def test_a_busy_session_keeps_nobody_elses_from_being_saved_and_is_saved_as_soon_as_it_can_be(settings):
    settings = settings.model_copy(update={"save_seconds": 0.05})
    file = settings.database.removeprefix("sqlite:///")
    with lab(settings) as client, page_of(client) as busy, page_of(client) as other:
        session = client.app.state.hub.sessions[busy.welcome["session"]]
        busy.step(2)
        client.portal.call(session.lock.acquire)
        session.dirty = True
        other.step(3)
        while '"iteration":3' not in document_in(file, other.welcome["session"]):
            pass
        other.step(2)
        while '"iteration":5' not in document_in(file, other.welcome["session"]):
            pass
        session.workspace.run.advance(6)
        client.portal.call(session.lock.release)
        while '"iteration":8' not in document_in(file, session.name):
            pass


def test_a_lab_that_stops_waits_for_a_busy_session(settings):
    with lab(settings) as client, page_of(client) as page:
        session = client.app.state.hub.sessions[page.welcome["session"]]
        page.step(2)

        async def work():
            async with session.lock:
                at_work.set()
                await asyncio.sleep(1)
                session.workspace.run.advance(6)

        at_work = threading.Event()
        client.portal.start_task_soon(work)
        at_work.wait()
    with lab(settings) as client, page_of(client, session=session.name) as page:
        assert page.snapshot["frame"]["iteration"] == 8


def test_nobody_who_trains_waits_for_a_slow_disk(settings):
    with lab(settings) as client, page_of(client) as page:
        hub, may_go_on = client.app.state.hub, threading.Event()
        disk = client.portal.start_task_soon(hub.saver.ask, lambda storage: may_go_on.wait(30))
        try:
            page.step(5)
            saving = client.portal.start_task_soon(hub.saver.save, list(hub.sessions.values()), True)
            page.step(5)
            time.sleep(0.2)  # a save has begun by now
            assert page.step(5)["iteration"] == 15
            assert not saving.done()
            assert not hub.sessions[page.welcome["session"]].lock.locked()
        finally:
            may_go_on.set()
        assert disk.result()
        saving.result()


def test_many_sessions_are_saved_in_one_go(settings):
    names = []
    with lab(settings) as client:
        for steps in range(1, 6):
            with page_of(client) as page:
                page.step(steps)
                names.append(page.welcome["session"])
    with lab(settings) as client:
        for steps, name in enumerate(names, start=1):
            with page_of(client, session=name) as page:
                assert page.snapshot["frame"]["iteration"] == steps
