"""A database of an earlier version becomes one of this, or stays as it was; nothing is lost on the way."""

import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from starlette.testclient import TestClient

from app.keep import migrations, schema
from app.keep.saved import StorageError
from app.keep.storage import Storage
from app.main import create_app
from tests.app.conftest import Page

FIRST_RELEASE = Path(__file__).with_name("first_release.sql")
"""A database as the first release wrote it: three runs, of which one has a keyframe."""

DIGESTS = {
    "xor": "5c5900c6df227e955d675cc8b07e71694296ff99ca283c34a0de5ffbe2a6dcd3",
    "two-weights": "f9a4b330b9deb392f2454e7f4fcd7a897419bd6ce0aa53fb00eb9c4511e3c5bb",
}
"""What the first release said of the runs that its tabs showed."""

OLDER = "b01b06533526e7b1fe549dde65bdf91b3c6b3a4eeddcf21593f11a157aa7aa52"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "runs.db"


@pytest.fixture
def old(file):
    with closing(sqlite3.connect(file)) as database, database:
        database.executescript(FIRST_RELEASE.read_text())
        database.execute("update sessions set saved_at = ?", [time.time()])
    return file


def storage_of(file):
    return Storage(f"sqlite:///{file}")


def content(file):
    with closing(sqlite3.connect(file)) as database:
        return "\n".join(database.iterdump())


def test_the_runs_of_the_first_release_open_with_the_same_numbers(old, settings):
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join(session="first-release")
        assert not page.welcome["fresh"]
        session = client.app.state.hub.sessions["first-release"]
        assert {name: workspace.run.digest for name, workspace in session.workspaces.items()} == DIGESTS
        assert [kept.run.digest for kept in session.workspaces["xor"].others] == [OLDER]


def test_a_copy_from_before_stands_beside_it(old):
    before = content(old)
    storage_of(old).close()
    (copy,) = old.parent.glob("*.before-*")
    assert content(copy) == before


def test_a_second_start_changes_nothing(old):
    storage_of(old).close()
    after = content(old)
    storage_of(old).close()
    assert content(old) == after
    assert len(list(old.parent.glob("*.before-*"))) == 1


def test_a_migration_is_all_or_nothing(old, monkeypatch):
    before = content(old)
    real = migrations.migrate

    def interrupted(connection):
        real(connection)
        raise OSError("the disk is gone")

    monkeypatch.setattr(migrations, "migrate", interrupted)
    for _ in range(3):
        with pytest.raises(StorageError):
            storage_of(old)
    assert content(old) == before
    assert list(old.parent.glob("*.before-*")) == []  # else there would be another with every try


def test_a_copy_that_cannot_be_made_stops_the_migration(old, monkeypatch):
    before = content(old)

    def full(file, copy):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.keep.database._copy", full)
    with pytest.raises(StorageError) as refused:
        storage_of(old)
    assert "disk is full" in refused.value.sentence
    assert content(old) == before


def test_a_newer_database_is_left_alone_and_the_lab_runs_unsaved(file, settings):
    storage_of(file).close()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("update alembic_version set version_num = '9999'")
    before = content(file)
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join()
        assert "newer version" in page.expect("saving")["why"]
        assert page.step()["iteration"] == 1
    assert content(file) == before


def test_servers_that_start_at_once_migrate_it_once(old):
    with ThreadPoolExecutor(4) as pool:
        for storage in pool.map(storage_of, [old] * 4):
            assert storage.load("first-release") is not None
            storage.close()
    assert len(list(old.parent.glob("*.before-*"))) == 1


def test_a_deleted_run_is_not_in_the_copy_either(old):
    storage = storage_of(old)
    storage.forget_in_copies("first-release")
    (copy,) = old.parent.glob("*.before-*")
    assert "first-release" not in content(copy)
    assert b"first-release" not in copy.read_bytes()
    storage.close()


def test_a_copy_goes_when_its_sessions_would(old):
    storage = storage_of(old)
    storage.forget(time.time() - 3600)
    assert len(list(old.parent.glob("*.before-*"))) == 1
    storage.forget(time.time() + 3600)
    assert list(old.parent.glob("*.before-*")) == []
    storage.close()


def test_a_database_of_the_second_version_keeps_its_runs_and_takes_studies(old, settings, monkeypatch):
    upgrade = command.upgrade
    with monkeypatch.context() as patch:
        patch.setattr("app.keep.database.VERSIONS", ("0001", "0002"))
        patch.setattr(command, "upgrade", lambda config, _: upgrade(config, "0002"))
        storage_of(old).close()
    assert "CREATE TABLE links" in content(old)
    assert "CREATE TABLE studies" not in content(old)
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join(session="first-release")
        assert not page.welcome["fresh"]
        page.send("start_sweep", purpose="luck", seeds=2, iterations=5)
        page.read_until(lambda m: m["type"] == "studies" and m["studies"] and m["studies"][-1]["state"] == "done")
    assert {copy.name for copy in old.parent.glob("*.before-*")} == {"runs.db.before-0002", "runs.db.before-0003"}
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("select session, number from studies").fetchall() == [("first-release", 1)]


def test_alembic_is_imported_only_when_there_is_something_to_do(file):
    storage_of(file).close()
    use = f"from app.keep.storage import Storage; Storage('sqlite:///{file}')"
    code = f"import sys; {use}; assert 'alembic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_the_steps_lead_to_the_tables_that_the_lab_uses(file):
    storage_of(file).close()
    engine = create_engine("sqlite://")
    schema.metadata.create_all(engine)
    made, meant = inspect(create_engine(f"sqlite:///{file}")), inspect(engine)
    assert sorted(made.get_table_names()) == sorted(meant.get_table_names())
    for table in meant.get_table_names():
        assert described(made, table) == described(meant, table)


def described(database, table):
    columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in database.get_columns(table)}
    indexes = {(index["name"], *index["column_names"]) for index in database.get_indexes(table)}
    return columns, indexes, database.get_pk_constraint(table)["constrained_columns"]


def test_every_step_is_named_among_the_versions():
    steps = ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == schema.VERSIONS
