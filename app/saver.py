"""Writes sessions to disk while they change, and reads them back."""

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from app import archive
from app.session import Session
from app.settings import Settings
from app.storage import Saved, Storage, StorageError
from engine import keyframe

log = logging.getLogger(__name__)

Result = TypeVar("Result")

KEYFRAME_SECONDS = 5.0
"""Between two keyframes of a run that goes on; what was trained since the last one is trained again on return."""

FORGET_SECONDS = 3600.0
"""Between two deletions of sessions that nobody came back to."""


class Saver:
    """One thread does all reading and writing of the database, in order; without a database nothing is kept."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._storage: Storage | None = None
        self._failing: set[str] = set()  # the sessions whose last save did not succeed
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._keyframed: dict[str, tuple[float, set[int]]] = {}  # by session: when, and which finished runs
        self._forgot_at = 0.0

    @property
    def saves(self) -> bool:
        """Whether sessions are written to disk."""
        return self._storage is not None and not self._failing

    async def start(self) -> None:
        """Open the database; when that fails the lab runs all the same, and says so."""
        if not self._settings.database:
            return
        try:
            self._storage = await self._do(lambda: Storage(self._settings.database))
        except StorageError as error:
            log.warning("Runs are not saved, because the database can't be used: %s", error)

    async def stop(self) -> None:
        """Close the database."""
        if self._storage:
            await self._do(self._storage.close)
        self._thread.shutdown(wait=True)

    def is_safe(self, session: Session) -> bool:
        """Tell whether a session may be dropped from memory: it can be found again, or nothing is kept anyway."""
        return self._storage is None or not session.dirty

    async def save(self, session: Session, keyframes: bool = False) -> None:
        """Write a session if it has changed; `keyframes` asks for the states of running runs in any case."""
        storage = self._storage
        if storage is None or not (session.dirty or keyframes):
            return
        async with session.lock:
            saved, runs = await self._do(lambda: self._snapshot(session, keyframes))
            session.dirty = False
        try:
            await self._do(lambda: storage.save(session.name, saved, runs))
            self._failing.discard(session.name)
        except StorageError as error:
            session.dirty = True
            self._keyframed.pop(session.name, None)
            self._fail(session, error)

    async def load(self, session: Session) -> Session | None:
        """Fill a fresh session with what is on disk under its name; None when there is nothing, or nothing usable."""
        storage = self._storage
        if storage is None:
            return None
        try:
            saved = await self._do(lambda: storage.load(session.name))
            if saved is None:
                return None
            return await asyncio.to_thread(archive.restored, session, saved, self._settings)
        except StorageError as error:
            log.warning("A session could not be read: %s", error)
        except (ValueError, KeyError, TypeError):
            log.warning("A saved session could not be understood and was left alone.")
        return None

    async def forget_old(self) -> None:
        """Delete, now and then, what nobody came back to."""
        storage, now = self._storage, time.time()
        if storage and now - self._forgot_at > FORGET_SECONDS:
            self._forgot_at = now
            await self._do(lambda: storage.forget(now - self._settings.keep_days * 86400))

    def let_go(self, session: Session) -> None:
        """Forget what is known of a session that leaves memory."""
        self._keyframed.pop(session.name, None)
        self._failing.discard(session.name)

    def _fail(self, session: Session, error: StorageError) -> None:
        if not self._failing:
            log.warning("A session could not be saved: %s", error)
        if session.name not in self._failing:
            session.tell("This run can't be saved at present. It goes on all the same, and the lab keeps trying.")
        self._failing.add(session.name)

    def _snapshot(self, session: Session, keyframes: bool) -> tuple[Saved, set[int]]:
        """Return what is to be written: keyframes of older runs once, of running ones now and then.

        While nothing trains every save takes one: an edit may replace another at the very iteration of the last.
        """
        taken_at, finished = self._keyframed.get(session.name, (0.0, set()))
        kept_runs = archive.runs_of(session)
        running = {workspace.kept.number for workspace in session.workspaces.values()}
        paused = not session.workspace.pace.playing
        due = keyframes or paused or time.monotonic() - taken_at > KEYFRAME_SECONDS
        missing = {kept.number for kept in kept_runs} - running - finished
        wanted = missing | running if due else missing
        states = {kept.number: keyframe.save(kept.run) for kept in kept_runs if kept.number in wanted}
        self._keyframed[session.name] = (time.monotonic() if due else taken_at, finished | missing)
        return Saved(archive.document_of(session), states), {kept.number for kept in kept_runs}

    async def _do(self, function: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function)
