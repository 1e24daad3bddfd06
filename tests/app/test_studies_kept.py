"""Studies outlive reloads, restarts and a kill -9: what was found is there, and what was at work begins again."""

import gzip
import signal
import sqlite3
import time
import zlib
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import orjson
import pytest
from starlette.testclient import TestClient

from app import hub
from app.keep.storage import Storage
from app.main import create_app
from engine import Recipe, Run
from tests.app.conftest import Page
from tests.app.server import serving
from tests.app.studying import Lab, chosen
from tests.app.test_studies import LONG


@pytest.fixture
def lab(client, page):
    return Lab(client, page)


@contextmanager
def lab_of(settings, session=None):
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join(session=session)
        yield Lab(client, page)


@contextmanager
def database(settings):
    with closing(sqlite3.connect(settings.database.removeprefix("sqlite:///"), timeout=10)) as opened, opened:
        yield opened


def stored(settings, query="select number from studies order by number"):
    with database(settings) as opened:
        return opened.execute(query).fetchall()


def patiently(holds):
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline


def found_some(lab):
    """Make a race and a sweep; return what is told of them, and their results."""
    lab.race(alphas=".5 1", iterations=50)
    lab.until("done")
    lab.sweep(seeds=4, iterations=20)
    lab.until("done")
    return lab.session.studies.facts(), [lab.result(number) for number in (1, 2)]


def test_a_reload_finds_everything(lab, open_page):
    rows, results = found_some(lab)
    again = Lab(lab.client, open_page(session=lab.page.welcome["session"]))
    assert again.studies() == rows.model_dump()["studies"]
    assert [again.result(number) for number in (1, 2)] == results


def test_what_was_found_survives_a_restart(settings):
    with lab_of(settings) as lab:
        rows, results = found_some(lab)
        lab.race(alphas="1", iterations=LONG)
        lab.studies(lambda rows: rows[-1]["version"])
        lab.page.send("cancel_study", study=3)
        cancelled = lab.until("cancelled")
        results.append(lab.result(3))
        name = lab.session.name
    with lab_of(settings, name) as lab:
        assert lab.studies() == [*rows.model_dump()["studies"], cancelled]
        assert [lab.result(number) for number in (1, 2, 3)] == results
        lab.page.send("open_from_study", study=1, alpha=0.5, hidden_size=4, seed=1)
        lab.page.read_until(lambda message: lab.page.iteration == 50)
        assert lab.session.workspace.run.error == results[0]["lanes"][0]["error"]
        assert lab.sweep(seeds=1, iterations=1)["number"] == 4


def test_what_was_at_work_when_the_lab_stopped_begins_again(settings):
    with lab_of(settings) as lab:
        lab.race(alphas="1", iterations=LONG)
        version = lab.studies(lambda rows: rows[-1]["version"])[-1]["version"]
        lab.sweep(seeds=3, iterations=20)
        name = lab.session.name
    with lab_of(settings, name) as lab:
        again = lab.studies(lambda rows: rows[0]["version"])
        assert (again[0]["state"], again[1]["state"]) == ("running", "waiting")
        assert again[0]["version"] > version  # so that a page which knows the earlier one asks again
        lab.page.send("cancel_study", study=1)
        lab.until("done", 2)
        runs = [Run(Recipe.named("xor", seed=seed)) for seed in (1, 2, 3)]
        for run in runs:
            run.advance(20)
        assert lab.result(2)["errors"] == [[[run.error for run in runs]]]


def test_a_kill_keeps_what_was_found_and_begins_the_rest_again(settings):
    with serving(database=settings.database) as server, server.page() as page:
        page.send("start_sweep", purpose="luck", seeds=3, iterations=20)
        page.read_until(lambda message: told(message, 1, "done"))
        page.send("start_race", purpose="alphas", alphas="1", iterations=LONG)
        page.read_until(lambda message: told(message, 2, "running"))
        before, name = found_at(server, page, 1), page.welcome["session"]
        patiently(lambda: len(stored(settings, "select * from studies where result is not null")) == 1)
        patiently(lambda: len(stored(settings)) == 2)
        server.process.send_signal(signal.SIGKILL)
    with serving(database=settings.database) as server, server.page(session=name) as page:
        page.read_until(lambda message: told(message, 2, "running") and chosen(message["studies"], 2)["worked"] > 0)
        assert found_at(server, page, 1) == before


def told(message, number, state):
    if message["type"] != "studies" or len(message["studies"]) < number:
        return False
    return chosen(message["studies"], number)["state"] == state


def found_at(server, page, number):
    request = Request(f"{server.address}/-/studies/{number}", headers={"Eleven-Lines-Session": page.welcome["session"]})
    with urlopen(request, timeout=30) as answer:
        return answer.read()


def test_a_deleted_study_is_gone_from_the_disk(settings):
    file = Path(settings.database.removeprefix("sqlite:///"))
    with lab_of(settings) as lab:
        found_some(lab)
        patiently(lambda: len(stored(settings, "select * from studies where result is not null")) == 2)
        ((document, result),) = stored(settings, "select document, result from studies where number = 1")
        lab.page.send("delete_study", study=1)
        lab.studies(lambda rows: len(rows) == 1)
        name = lab.session.name
        patiently(lambda: stored(settings) == [(2,)])
        patiently(lambda: not any(part[:200] in on_disk(file) for part in (document, result)))
    with lab_of(settings, name) as lab:
        assert [row["number"] for row in lab.studies()] == [2]


def on_disk(file):
    """What the database and the file of changes beside it hold."""
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


def test_a_session_is_taken_from_the_copies_with_its_studies(settings):
    file = Path(settings.database.removeprefix("sqlite:///"))
    with lab_of(settings) as lab:
        found_some(lab)
        name = lab.session.name
    copy = file.with_name("runs.db.before-9999")
    copy.write_bytes(file.read_bytes())
    storage = Storage(settings.database)
    storage.forget_in_copies(name)
    storage.close()
    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("select * from studies").fetchall() == []
    assert len(stored(settings)) == 2


def test_what_was_written_once_is_not_written_again(settings):
    with lab_of(settings) as lab:
        found_some(lab)
        patiently(lambda: len(stored(settings, "select * from studies where result is not null")) == 2)
        with database(settings) as opened:
            opened.execute("create table log (number integer)")
            opened.execute(
                "create trigger noted after insert on studies begin insert into log values (new.number); end"
            )
        lab.page.step(3)
        patiently(lambda: not lab.session.dirty)
        lab.sweep(seeds=1, iterations=1)
        lab.until("done")
        saver = lab.client.app.state.hub.saver  # what it was stopped in the middle of, it would write again
        patiently(lambda: saver.is_safe(lab.session))
    assert set(stored(settings, "select number from log")) == {(3,)}


@pytest.mark.parametrize("damage", [b"", b"\x00\xff", zlib.compress(b"{}"), zlib.compress(b"[]")])
def test_a_damaged_study_is_left_out_and_the_rest_is_there(settings, damage):
    with lab_of(settings) as lab:
        _, results = found_some(lab)
        lab.page.step(3)
        name = lab.session.name
    with database(settings) as opened:
        opened.execute("update studies set document = ? where number = 1", [damage])
    with lab_of(settings, name) as lab:
        assert lab.page.iteration == 3
        assert [row["number"] for row in lab.studies()] == [2]
        assert lab.result(2) == results[1]


@pytest.mark.parametrize(
    "damage", [None, b"\x1f\x8b", gzip.compress(b'{"type": "race"}', mtime=0)], ids=["none", "cut", "foreign"]
)
def test_a_result_that_cannot_be_read_is_found_again(settings, damage):
    with lab_of(settings) as lab:
        _, results = found_some(lab)
        name = lab.session.name
    with database(settings) as opened:
        opened.execute("update studies set result = ? where number = 1", [damage])
    with lab_of(settings, name) as lab:
        assert lab.until("done", 1)["version"] > results[0]["version"]
        assert lab.result(1)["lanes"] == results[0]["lanes"]
        assert lab.result(2) == results[1]


def test_any_damage_is_survived(settings):
    with lab_of(settings) as lab:
        found_some(lab)
        name = lab.session.name
    whole = stored(settings, "select document from studies where number = 1")[0][0]
    written = orjson.loads(zlib.decompress(whole))
    for key in ("version", "made_at", "told", "asked"):
        damaged = {**written, key: {"is": "something else"}}
        with database(settings) as opened:
            opened.execute("update studies set document = ? where number = 1", [zlib.compress(orjson.dumps(damaged))])
        with lab_of(settings, name) as lab:
            assert 2 in [row["number"] for row in lab.studies()]
        with database(settings) as opened:
            opened.execute("delete from studies where number = 1")
            opened.execute("insert into studies select session, 1, ?, null from studies", [whole])


def test_a_session_that_is_deleted_takes_its_studies_along(settings):
    with lab_of(settings) as lab:
        found_some(lab)
        name = lab.session.name
    storage = Storage(settings.database)
    storage.forget(time.time() - 3600)
    assert len(stored(settings)) == 2
    storage.forget(time.time() + 3600)
    storage.close()
    assert stored(settings) == []
    with lab_of(settings, name) as lab:
        assert lab.studies() == []


def test_a_session_with_a_study_at_work_stays_in_memory(settings, monkeypatch):
    monkeypatch.setattr(hub, "MEMORY_SECONDS", 0.0)
    settings = settings.model_copy(update={"save_seconds": 0.02})
    with TestClient(create_app(settings)) as client:
        with client.websocket_connect("/ws") as socket:
            page = Page(socket)
            page.join()
            lab = Lab(client, page)
            lab.race(alphas="1", iterations=LONG)
            session = lab.session
        patiently(lambda: session.studies.find(1).worked > 0 and not session.audience)
        saves = samples_of(client)
        patiently(lambda: samples_of(client) > saves + 3)
        assert session.name in client.app.state.hub.sessions
        client.portal.call(session.studies.cancel, 1)
        patiently(lambda: session.name not in client.app.state.hub.sessions)
    assert stored(settings, "select result is not null from studies") == [(1,)]


def samples_of(client):
    lines = client.get("/metrics").text.splitlines()
    return next(float(line.split()[-1]) for line in lines if line.startswith("eleven_lines_save_seconds_count"))


def test_a_session_that_has_to_make_room_begins_its_study_again(settings):
    settings = settings.model_copy(update={"max_sessions": 1, "save_seconds": 0.02})
    with TestClient(create_app(settings)) as client:

        def opened(socket, session=None):
            page = Page(socket)
            page.join(session=session)
            return Lab(client, page)

        with client.websocket_connect("/ws") as socket:
            lab = opened(socket)
            lab.race(alphas="1", iterations=LONG)
            session = lab.session
        patiently(lambda: not session.audience and client.app.state.hub.saver.is_safe(session))
        with client.websocket_connect("/ws") as socket:
            other = opened(socket)
            assert list(client.app.state.hub.sessions) == [other.session.name]
            other.sweep(seeds=1, iterations=1)
            other.until("done")
            gone = other.session
        patiently(lambda: not gone.audience and client.app.state.hub.saver.is_safe(gone))
        with client.websocket_connect("/ws") as socket:
            lab = opened(socket, session.name)
            assert lab.studies(lambda rows: rows[0]["worked"] > 0)[0]["state"] == "running"
            lab.page.send("delete_study", study=1)
            lab.studies(lambda rows: not rows)


def test_an_embed_that_goes_takes_its_studies_along(settings, monkeypatch):
    monkeypatch.setattr(hub, "PASSING_SECONDS", 0.0)
    settings = settings.model_copy(update={"save_seconds": 0.02})
    with TestClient(create_app(settings)) as client:
        with client.websocket_connect("/ws") as socket:
            page = Page(socket)
            page.join(query={"embed": ""})
            lab = Lab(client, page)
            lab.race(alphas="1", iterations=LONG)
            session = lab.session
        patiently(lambda: session.name not in client.app.state.hub.sessions)
        patiently(lambda: "eleven_lines_studies_running 0.0" in client.get("/metrics").text)
        assert session.studies.find(1).is_over
