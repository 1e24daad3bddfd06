"""Sessions on disk: what a learner made, as JSON, and keyframes beside it so that it need not be trained again."""

import json
import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    create_engine,
    delete,
    event,
    make_url,
    select,
)
from sqlalchemy.exc import SQLAlchemyError

from app.saved import Saved, StorageError, Unsaved

log = logging.getLogger(__name__)

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("document", Text, nullable=False),
    Column("saved_at", Float, nullable=False, index=True),  # seconds since 1970
)

keyframes = Table(
    "keyframes",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("run", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)


class Storage:
    """Reads and writes sessions; every method may take milliseconds and is to be called in a thread.

    Raises
    ------
    StorageError
        From every method, when the database can't be used.
    """

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
            if parsed.get_backend_name() == "sqlite" and parsed.database:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            self._engine = create_engine(parsed)
            if parsed.get_backend_name() == "sqlite":
                event.listen(self._engine, "connect", _set_up_sqlite)
            metadata.create_all(self._engine)
            with self._engine.begin() as connection:  # a read-only file passes until it is written to
                connection.execute(delete(sessions).where(sessions.c.name == ""))
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise StorageError(str(error)) from error

    def save(self, batch: Sequence[Unsaved]) -> None:
        """Write sessions, all or none; keyframes of runs that are not among a session's are dropped."""
        now = time.time()
        names = [{"old": one.name} for one in batch]
        rows = [{"name": one.name, "document": one.document(), "saved_at": now} for one in batch]
        try:
            with self._engine.begin() as connection:
                connection.execute(delete(sessions).where(sessions.c.name == bindparam("old")), names)
                connection.execute(sessions.insert(), rows)
                for one in batch:
                    if one.keyframes or one.has_fewer_runs:
                        self._save_keyframes(connection, one)
        except SQLAlchemyError as error:
            raise StorageError(str(error)) from error

    def _save_keyframes(self, connection: Connection, one: Unsaved) -> None:
        gone = keyframes.c.run.not_in(one.runs) | keyframes.c.run.in_(one.keyframes)
        connection.execute(delete(keyframes).where(keyframes.c.session == one.name, gone))
        if one.keyframes:
            rows = [{"session": one.name, "run": run, "data": data} for run, data in one.keyframes.items()]
            connection.execute(keyframes.insert(), rows)

    def load(self, name: str) -> Saved | None:
        """Read a session; None when there is none of that name, or none that can be understood."""
        try:
            with self._engine.connect() as connection:
                document = connection.execute(select(sessions.c.document).where(sessions.c.name == name)).scalar()
                found = connection.execute(select(keyframes.c.run, keyframes.c.data).where(keyframes.c.session == name))
                states = {int(run): bytes(data) for run, data in found}
        except SQLAlchemyError as error:
            raise StorageError(str(error)) from error
        if document is None:
            return None
        try:
            return Saved(json.loads(document), states)
        except ValueError:
            log.warning("A saved session is damaged and was left alone.")
            return None

    def forget(self, before: float) -> None:
        """Delete the sessions that were last saved before that time, in seconds since 1970."""
        try:
            with self._engine.begin() as connection:
                old = select(sessions.c.name).where(sessions.c.saved_at < before)
                connection.execute(delete(keyframes).where(keyframes.c.session.in_(old)))
                connection.execute(delete(sessions).where(sessions.c.saved_at < before))
        except SQLAlchemyError as error:
            raise StorageError(str(error)) from error

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


def _set_up_sqlite(connection: Any, record: Any) -> None:
    # With a write-ahead log a kill -9 loses nothing that was committed, without a disk sync for every commit.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
