"""A database that is locked, full, read-only, gone or damaged: a sentence, a lab that runs, and nothing lost."""

import errno
import json
import os
import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from app.keep import database, faults
from app.keep.saved import StorageError
from app.keep.storage import Storage
from app.main import create_app
from app.settings import Settings
from tests.app.conftest import Page


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr("app.keep.saver.REOPEN_SECONDS", 0.05)
    monkeypatch.setattr("app.keep.database.WAIT_MILLISECONDS", 20)
    monkeypatch.setattr("app.keep.database.OPENING_MILLISECONDS", 20)


@pytest.fixture
def settings(tmp_path):
    return Settings(database=f"sqlite:///{tmp_path}/runs.db", save_seconds=0.05)


@pytest.fixture
def file(settings):
    return Path(settings.database.removeprefix("sqlite:///"))


@pytest.fixture
def order(monkeypatch):
    """Gives an order to every connection to the database, and to those that are made later."""
    made, orders, real = [], [], database._set_up_sqlite

    def set_up(connection, record):
        real(connection, record)
        made.append(connection)
        for sql in orders:
            connection.execute(sql)

    def order(sql):
        orders[:] = [sql]
        for connection in made:
            with suppress(sqlite3.ProgrammingError):  # it was closed meanwhile
                connection.execute(sql)

    monkeypatch.setattr(database, "_set_up_sqlite", set_up)
    return order


@pytest.fixture
def permissions(tmp_path):
    """Skips where nothing is read-only, as to root."""
    (tmp_path / "probe").touch(0o400)
    if os.access(tmp_path / "probe", os.W_OK):
        pytest.skip("nothing is read-only to this user")


@contextmanager
def page_in(settings, session=None):
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.client = client
        page.snapshot = page.join(session=session)
        yield page


def is_unsaved(page, word):
    """Wait until the pages are told that nothing is saved; it goes on all the same."""
    session = page.client.app.state.hub.sessions[page.welcome["session"]]
    while not session.unsaved:
        pass
    assert word in session.unsaved
    assert session.unsaved.startswith("Not saved: ")
    assert page.client.get("/healthz").json()["saves"] is False
    page.step(10)


def is_saved_again(page, settings):
    """Wait until the pages are told so, and everything that was made is on disk: the last of it with the next save."""
    session = page.client.app.state.hub.sessions[page.welcome["session"]]
    while session.unsaved:
        pass
    wait_until_saved(page, settings, page.iteration)


def wait_until_saved(page, settings, iteration=0):
    while on_disk(settings, page.welcome["session"]) != iteration:
        pass


def on_disk(settings, session):
    """The iteration at which a session's run was saved; None while there is none."""
    file = settings.database.removeprefix("sqlite:///")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", timeout=10, uri=True)) as reader:
            found = reader.execute("select document from sessions where name = ?", [session]).fetchone()
    except sqlite3.OperationalError:  # there is no table yet
        return None
    return json.loads(found[0])["workspaces"]["xor"]["run"]["iteration"] if found else None


def test_a_locked_database_is_waited_for(settings, file):
    with page_in(settings) as page:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("begin exclusive")
            page.send("step", iterations=5)
            assert "locked" in page.expect("saving")["why"]
            is_unsaved(page, "locked")
        assert page.expect("saving") == {"type": "saving", "saved": True, "why": ""}
        is_saved_again(page, settings)


def test_a_database_that_is_locked_at_the_start_is_opened_later(settings, file):
    Storage(settings.database).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with page_in(settings) as page:
            assert not page.welcome["saved"]
            is_unsaved(page, "locked")
            other.execute("rollback")
            is_saved_again(page, settings)


def test_a_tab_keeps_its_place_while_the_database_is_locked(settings, file):
    with page_in(settings) as page:
        page.step(7)
        name = page.welcome["session"]
    with closing(sqlite3.connect(file, isolation_level=None)) as other, ExitStack() as stack:
        other.execute("begin exclusive")
        client = stack.enter_context(TestClient(create_app(settings)))
        is_asked_to_come_back(client, name)
        other.execute("rollback")
        while not client.get("/healthz").json()["saves"]:
            pass
        comes_back(client, name, iteration=7)


def test_a_tab_keeps_its_place_while_the_disk_can_not_be_read(settings, monkeypatch):
    with page_in(settings) as page:
        page.step(7)
        name = page.welcome["session"]

    def load(self, name):
        raise faults.storage_error(OSError(errno.EIO, "the disk is gone for a moment"))

    with TestClient(create_app(settings)) as client:
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(Storage, "load", load)
            is_asked_to_come_back(client, name)
        comes_back(client, name, iteration=7)


def is_asked_to_come_back(client, session):
    with client.websocket_connect("/ws") as socket, pytest.raises(WebSocketDisconnect) as closed:
        Page(socket).join(session=session)
    assert closed.value.code == 4503
    assert client.get("/-/data.csv", headers={"eleven-lines-session": session}).status_code == 503


def comes_back(client, session, iteration):
    with client.websocket_connect("/ws") as socket:
        page = Page(socket)
        assert page.join(session=session)["frame"]["iteration"] == iteration
        assert not page.welcome["fresh"]


def test_a_full_lab_drops_nothing_that_is_not_on_disk(settings, file):
    Storage(settings.database).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with TestClient(create_app(settings.model_copy(update={"max_sessions": 1}))) as client:
            with client.websocket_connect("/ws") as socket:
                page = Page(socket)
                page.join()
                page.step(3)
            with client.websocket_connect("/ws") as socket, pytest.raises(WebSocketDisconnect) as closed:
                Page(socket).join()
            assert closed.value.code == 4429
            assert list(client.app.state.hub.sessions) == [page.welcome["session"]]


def test_a_full_disk_is_told_and_everything_is_saved_once_there_is_room(settings, order):
    with page_in(settings) as page:
        wait_until_saved(page, settings)
        order("PRAGMA max_page_count=1")
        page.step(700)
        page.send("load_data", text="\n".join(f"{i % 7},{i % 5},{i % 2}" for i in range(5000)))
        is_unsaved(page, "full")
        order("PRAGMA max_page_count=1000000")
        is_saved_again(page, settings)


def test_a_database_that_becomes_read_only_is_told(settings, order):
    with page_in(settings) as page:
        wait_until_saved(page, settings)
        order("PRAGMA query_only=1")
        page.step(5)
        is_unsaved(page, "may not write")
        order("PRAGMA query_only=0")
        is_saved_again(page, settings)


@pytest.mark.usefixtures("permissions")
def test_a_read_only_folder_is_told(settings, file):
    file.parent.chmod(0o500)
    try:
        with page_in(settings) as page:
            is_unsaved(page, "can't open")
            file.parent.chmod(0o700)
            is_saved_again(page, settings)
    finally:
        file.parent.chmod(0o700)


@pytest.mark.usefixtures("permissions")
def test_a_read_only_file_is_told(settings, file):
    Storage(settings.database).close()
    file.chmod(0o400)
    with page_in(settings) as page:
        is_unsaved(page, "may not write")
        for path in file.parent.glob("runs.db*"):  # SQLite makes files beside it, with the same permissions
            path.chmod(0o600)
        is_saved_again(page, settings)


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_deleted_or_replaced_meanwhile_is_written_anew(settings, file, tmp_path, replaced):
    with page_in(settings) as page:
        page.step(5)
        wait_until_saved(page, settings, 5)
        for path in file.parent.glob("runs.db*"):
            path.unlink()
        if replaced:
            Storage(f"sqlite:///{tmp_path}/other.db").close()
            (tmp_path / "other.db").rename(file)
        page.step(20)
        wait_until_saved(page, settings, 25)
    with page_in(settings, page.welcome["session"]) as page:
        assert page.snapshot["frame"]["iteration"] == 25


def test_a_folder_that_was_missing_is_found_when_it_is_there(tmp_path):
    (tmp_path / "place").write_text("no folder")
    settings = Settings(database=f"sqlite:///{tmp_path}/place/runs.db", save_seconds=0.05)
    with page_in(settings) as page:
        page.step(5)
        is_unsaved(page, "")
        (tmp_path / "place").unlink()
        is_saved_again(page, settings)


def test_a_damaged_database_is_set_aside_and_a_new_one_begun(settings, file):
    damaged = b"SQLite format 3\x00" + bytes(range(256)) * 40
    file.write_bytes(damaged)
    with page_in(settings, session="what-was-in-it") as page:
        assert page.welcome["saved"]
        assert "set aside" in page.expect("notice")["message"]
        page.step(5)
        session = page.welcome["session"]
    (aside,) = file.parent.glob("runs.db.damaged-*")
    assert aside.read_bytes() == damaged
    with page_in(settings, session) as page:
        assert page.snapshot["frame"]["iteration"] == 5


def test_a_second_damaged_database_does_not_take_the_place_of_the_first(settings, file):
    for number in range(3):
        file.write_bytes(b"SQLite format 3\x00" + bytes([number + 1]) * 5000)
        Storage(settings.database).close()
    assert {path.read_bytes()[-1] for path in file.parent.glob("runs.db.damaged-*")} == {1, 2, 3}


def test_a_file_that_is_no_database_is_left_alone(settings, file):
    file.write_text("My thesis.\n" * 1000)
    with page_in(settings) as page:
        is_unsaved(page, "is none")
    assert file.read_text() == "My thesis.\n" * 1000


def test_a_session_that_the_database_does_not_take_stops_no_other(settings, monkeypatch):
    bad, real = [], Storage.save

    def save(self, batch):
        if any(one.name in bad for one in batch):
            raise StorageError("Not saved: this one.", is_damage=True)
        real(self, batch)

    monkeypatch.setattr(Storage, "save", save)
    with page_in(settings) as first, first.client.websocket_connect("/ws") as socket:
        second = Page(socket)
        second.join()
        bad.append(first.welcome["session"])
        first.step(3)
        second.step(4)
        session = first.client.app.state.hub.sessions[first.welcome["session"]]
        while "this one" not in session.unsaved:
            pass
        wait_until_saved(second, settings, 4)
        first.step(10)
        while not first.client.get("/healthz").json()["saves"]:
            second.step()  # whoever is written shows that others can be
        bad.clear()
        is_saved_again(first, settings)
