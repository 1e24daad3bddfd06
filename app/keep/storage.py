"""Sessions on disk: what a learner made, as JSON, with keyframes so that it need not be trained again, and cards."""

import json
import logging
import math
import sqlite3
import time
from collections.abc import Collection, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Row, Table, and_, bindparam, delete, func, select

from app.keep import faults
from app.keep.database import Database
from app.keep.saved import Card, Kept, Saved, SavedStudy, Unsaved, id_of
from app.keep.schema import keyframes, links, runs, sessions, studies

log = logging.getLogger(__name__)

LinkKept = Literal["kept", "too many", "no room"]
"""What has become of a short link."""


class Storage:
    """Reads and writes sessions; every method may take milliseconds and is to be called in a thread.

    Raises
    ------
    StorageError
        From every method, when the database can't be used.
    """

    def __init__(self, url: str) -> None:
        self._database = Database(url)

    @property
    def aside(self) -> Path | None:
        """Where the damaged file is that was found in the database's place; None if there was none."""
        return self._database.aside

    def save(self, batch: Sequence[Unsaved]) -> None:
        """Write sessions, all or none; what there is of runs and studies that are not among a session's is dropped."""
        now = time.time()
        found = [(one.name, number, made()) for one in batch for number, made in one.studies.items()]
        names = [{"old": one.name} for one in batch]
        rows = [{"name": one.name, "document": one.document(), "saved_at": now, "owner": one.owner} for one in batch]
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.name == bindparam("old")), names)
            connection.execute(sessions.insert(), rows)
            for one in batch:
                if one.has_fewer_runs:
                    _drop_others(connection, one)
                if one.has_fewer_studies:
                    others = studies.c.number.not_in(one.study_numbers)
                    gone = connection.execute(delete(studies).where(studies.c.session == one.name, others))
                    self._database.is_wiped &= not gone.rowcount
            states = [(one.name, run, data) for one in batch for run, data in one.keyframes.items()]
            _put(connection, keyframes, [{"session": name, "run": run, "data": data} for name, run, data in states])
            _put(connection, runs, [_row(one.name, run, card, now) for one in batch for run, card in one.cards.items()])
            _put(connection, studies, [{"session": name, "number": n, **vars(study)} for name, n, study in found])
        if not self._database.is_wiped:
            self._database.wipe()

    def load(self, name: str) -> Saved | None:
        """Read a session; None when there is none of that name, or none that can be understood."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(sessions.c.document, sessions.c.owner).where(sessions.c.name == name)
            ).one_or_none()
            found = connection.execute(select(keyframes.c.run, keyframes.c.data).where(keyframes.c.session == name))
            states = {int(run): bytes(data) for run, data in found}
            kept = connection.execute(select(studies).where(studies.c.session == name).order_by(studies.c.number))
            found_out = {study.number: SavedStudy(bytes(study.document), _bytes(study.result)) for study in kept}
        if row is None:
            return None
        try:
            return Saved(json.loads(row.document), states, row.owner, found_out)
        except ValueError:
            log.warning("A saved session is damaged and was left alone.")
            return None

    def shelf(self, owner: str, skip: int, count: int, without: Collection[str] = ()) -> list[Kept]:
        """Return the cards of the runs of an owner's sessions, but for some of these, the newest first."""
        wanted = select(runs).join(sessions, sessions.c.name == runs.c.session).where(sessions.c.owner == owner)
        wanted = wanted.where(sessions.c.name.not_in(without))
        newest = wanted.order_by(runs.c.saved_at.desc(), runs.c.run.desc(), runs.c.id).offset(skip).limit(count)
        with self._database.reading() as connection:
            return [_kept(row) for row in connection.execute(newest)]

    def find(self, owner: str, id_: str) -> Kept | None:
        """Return one of them."""
        wanted = select(runs).join(sessions, sessions.c.name == runs.c.session)
        with self._database.reading() as connection:
            row = connection.execute(wanted.where(sessions.c.owner == owner, runs.c.id == id_)).one_or_none()
        return _kept(row) if row else None

    def forget_in_copies(self, session: str) -> None:
        """Take a session out of the copies from before upgrades."""
        try:
            for copy in self._database.backups():
                _forget_in(copy, session)
        except (sqlite3.Error, OSError) as error:
            raise faults.storage_error(error) from error

    def wipe(self, session: str, run: int, readable: bool = True) -> None:
        """Leave nothing of a run that its session no longer has; what can't be overwritten now is with the next save.

        A session that can't be read goes with the last of its runs.
        """
        self._database.is_wiped = False
        with self._database.writing() as connection:
            connection.execute(delete(runs).where(runs.c.session == session, runs.c.run == run))
            connection.execute(delete(keyframes).where(keyframes.c.session == session, keyframes.c.run == run))
            if not readable and not connection.execute(select(runs.c.run).where(runs.c.session == session)).first():
                connection.execute(delete(sessions).where(sessions.c.name == session))
                connection.execute(delete(studies).where(studies.c.session == session))
        self._database.wipe()

    def forget(self, before: float) -> None:
        """Delete the sessions that were last saved before that time, in seconds since 1970."""
        with self._database.writing() as connection:
            old = select(sessions.c.name).where(sessions.c.saved_at < before)
            connection.execute(delete(keyframes).where(keyframes.c.session.in_(old)))
            connection.execute(delete(runs).where(runs.c.session.in_(old)))
            connection.execute(delete(studies).where(studies.c.session.in_(old)))
            connection.execute(delete(sessions).where(sessions.c.saved_at < before))
        try:
            for copy in self._database.backups():
                if copy.stat().st_mtime < before:
                    copy.unlink(missing_ok=True)
        except OSError as error:
            raise faults.storage_error(error) from error

    def keep_link(self, name: str, content: bytes, most: int, most_bytes: int) -> LinkKept:
        """Keep what a short link leads to, if there is room for one more, and for so many bytes more."""
        with self._database.writing() as connection:
            if connection.execute(select(links.c.name).where(links.c.name == name)).scalar():
                return "kept"
            size = func.coalesce(func.sum(func.length(links.c.content)), 0)
            count, taken = connection.execute(select(func.count(), size).select_from(links)).one()
            if count >= most:
                return "too many"
            if taken + len(content) > most_bytes:
                return "no room"
            connection.execute(links.insert(), {"name": name, "content": content, "made_at": time.time()})
            return "kept"

    def link(self, name: str) -> bytes | None:
        """Return what a short link leads to; None if there is none of that name."""
        with self._database.reading() as connection:
            content = connection.execute(select(links.c.content).where(links.c.name == name)).scalar()
        return bytes(content) if content is not None else None

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()


def _drop_others(connection: Connection, one: Unsaved) -> None:
    for table in (keyframes, runs):
        connection.execute(delete(table).where(table.c.session == one.name, table.c.run.not_in(one.runs)))


def _put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Write what there is of some runs or studies, in the place of what there was."""
    if rows:
        keys = table.primary_key.columns
        this = and_(*(key == bindparam(f"its_{key.name}") for key in keys))
        connection.execute(
            delete(table).where(this), [{f"its_{key.name}": row[key.name] for key in keys} for row in rows]
        )
        connection.execute(table.insert(), rows)


def _bytes(data: Any) -> bytes | None:
    return None if data is None else bytes(data)


def _row(session: str, run: int, card: Card, now: float) -> dict[str, Any]:
    error = None if math.isnan(card.error) else card.error
    place = {"session": session, "run": run, "id": id_of(session, run), "saved_at": now}
    return {**vars(card), "error": error, **place}


def _kept(row: Row[Any]) -> Kept:
    error = math.nan if row.error is None else row.error
    card = Card(row.experiment, row.name, row.label, row.iteration, error, row.picture)
    return Kept(row.id, row.session, row.run, row.saved_at, card)


def _forget_in(copy: Path, session: str) -> None:
    """Take a session out of a copy of the database of an earlier version; this one has the rest of it."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("delete from keyframes where session = ?", [session])
        connection.execute("delete from sessions where name = ?", [session])
        for table in ("runs", "studies"):  # which there were not from the beginning
            if connection.execute("select 1 from sqlite_master where name = ?", [table]).fetchone():
                connection.execute(f"delete from {table} where session = ?", [session])  # noqa: S608
