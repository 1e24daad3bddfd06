"""The database as a place: opened, brought up to date, and noticed when it is gone."""

import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, inspect, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from app.keep import faults
from app.keep.saved import MovedError, StorageError
from app.keep.schema import VERSIONS, sessions, version

log = logging.getLogger(__name__)

WAIT_MILLISECONDS = 300
"""How long a save waits for a database that another program has locked; the next one tries again."""

OPENING_MILLISECONDS = 2000
"""The same at the start, when another server may be bringing the database up to date."""

HEADER = b"SQLite format 3\x00"


class Database:
    """An SQL database of this version's tables.

    Raises
    ------
    StorageError
        From everything here, when it can't be used.
    """

    def __init__(self, url: str) -> None:
        self.aside: Path | None = None
        """Where the damaged file is now that was found at the start."""
        self.is_wiped = True
        """Whether nothing of what was deleted is left anywhere; else `wipe` is to be called again."""
        self._file: Path | None = None
        try:
            parsed = make_url(url)
            self.is_sqlite = parsed.get_backend_name() == "sqlite"
            if self.is_sqlite and parsed.database and parsed.database != ":memory:":
                self._file = Path(parsed.database)
                self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._engine = self._opened(url)
            except (SQLAlchemyError, sqlite3.Error, OSError) as error:
                if self._file is None or faults.reason_of(error) != faults.DAMAGED:
                    raise
                self.aside = _set_aside(self._file)
                self._engine = self._opened(url)
            self._place = self._here()
        except (SQLAlchemyError, sqlite3.Error, OSError, ImportError) as error:
            raise faults.storage_error(error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction: all or nothing."""
        if self._here() != self._place:
            raise MovedError(faults.sentence(faults.MISSING), "The database's file was moved or deleted.")
        with self._begun("IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection to read by."""
        with self._begun("DEFERRED") as connection:
            yield connection

    @contextmanager
    def _begun(self, kind: str) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(kind=kind).begin() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            if faults.reason_of(error) not in (faults.LOCKED, faults.FULL):
                self._engine.dispose()  # a connection that was read-only once stays so
            raise faults.storage_error(error) from error

    def wipe(self) -> None:
        """Leave nothing of what was deleted in the file of changes that SQLite keeps beside its own, if that can be."""
        self.is_wiped = not self.is_sqlite
        if self.is_sqlite:
            with suppress(SQLAlchemyError, sqlite3.Error), closing(self._engine.raw_connection()) as connection:
                (is_busy, *_) = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                self.is_wiped = not is_busy

    def backups(self) -> list[Path]:
        """Return the copies made before migrations."""
        return sorted(self._file.parent.glob(f"{self._file.name}.before-*")) if self._file else []

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def _here(self) -> tuple[int, int] | None:
        """Return which file lies at the place of the database; None for another kind, or for none."""
        try:
            status = os.stat(self._file) if self._file else None
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if status else None

    def _opened(self, url: str) -> Engine:
        engine = create_engine(url)
        if self.is_sqlite:
            event.listen(engine, "connect", _set_up_sqlite)
            event.listen(engine, "begin", _begin)
        try:
            self._bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
        return engine

    def _bring_up_to_date(self, engine: Engine) -> None:
        """Migrate; two servers that start at once do it one after the other."""
        copies: list[Path] = []
        try:
            self._migrate(engine, copies)
        except BaseException:
            for copy in copies:  # nothing has changed, and the next try makes another
                copy.unlink(missing_ok=True)
            raise

    def _migrate(self, engine: Engine, copies: list[Path]) -> None:
        """Migrate in one transaction, and note the copy that is made before."""
        with engine.execution_options(kind="OPENING").begin() as connection:
            found = _version_of(connection)
            if found == VERSIONS[-1]:
                connection.execute(delete(sessions).where(sessions.c.name == ""))  # else a read-only file would pass
                return
            if found is not None and found not in VERSIONS:
                raise StorageError(faults.sentence(faults.NEWER), f"The database is of version {found!r}.")
            from app.keep import migrations  # Alembic takes its time to import, and is hardly ever needed

            if found is not None and self._file:
                copy = _free_name(self._file, f"before-{VERSIONS[-1]}")
                _copy(self._file, copy)
                copies.append(copy)
            if found == VERSIONS[0] and not inspect(connection).has_table("alembic_version"):
                migrations.stamp(connection, found)
            migrations.migrate(connection)
        if found is not None:
            log.info("The database was of version %s and is now of %s.", found, VERSIONS[-1])


def _version_of(connection: Connection) -> str | None:
    """Return the version of a database; None for an empty one."""
    tables = inspect(connection)
    if tables.has_table("alembic_version"):
        found = connection.execute(select(version.c.version_num)).scalar()
        if found is not None:
            return str(found)
    return VERSIONS[0] if tables.has_table("sessions") else None  # the first release wrote no version


def _set_up_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`: changes of tables belong to them too
    connection.execute(f"PRAGMA busy_timeout={WAIT_MILLISECONDS}")
    # With a write-ahead log a kill -9 loses nothing that was committed, without a disk sync for every commit.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("kind", "DEFERRED")
    if kind == "OPENING":
        connection.exec_driver_sql(f"PRAGMA busy_timeout={OPENING_MILLISECONDS}")
        kind = "IMMEDIATE"
    else:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT_MILLISECONDS}")
    connection.exec_driver_sql(f"BEGIN {kind}")


def _copy(file: Path, copy: Path) -> None:
    """Copy a SQLite database as it was last committed; a copy that stands there is whole."""
    unfinished = copy.with_name(f"{copy.name}.part")
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
        unfinished.replace(copy)
    finally:
        unfinished.unlink(missing_ok=True)


def _set_aside(file: Path) -> Path:
    """Give a damaged database another name, and return that; a file that is no database is not ours to move."""
    with file.open("rb") as opened:
        if opened.read(len(HEADER)) != HEADER:
            raise StorageError(faults.sentence(faults.FOREIGN), f"{file} is no SQLite database.")
    aside = _free_name(file, time.strftime("damaged-%Y-%m-%d"))
    for ending in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            file.with_name(file.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def _free_name(file: Path, ending: str) -> Path:
    """Return a name beside `file` that nothing has."""
    name, number = file.with_name(f"{file.name}.{ending}"), 1
    while name.exists():
        number += 1
        name = file.with_name(f"{file.name}.{ending}-{number}")
    return name
