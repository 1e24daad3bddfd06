"""Writes sessions to disk while they change, and reads them back."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from app import archive
from app.metrics import Metrics
from app.saved import StorageError, Unsaved
from app.session import Session
from app.settings import Settings
from engine import keyframe

if TYPE_CHECKING:
    from app.storage import Storage

log = logging.getLogger(__name__)

Result = TypeVar("Result")

KEYFRAME_SECONDS = 1.0
"""Between two keyframes of a run that goes on; what was trained since the last one is trained again on return."""

KEYFRAME_WORK = 0.25
"""Seconds of training that a run must have had since its last keyframe for another to be worth it."""

FORGET_SECONDS = 3600.0
"""Between two deletions of sessions that nobody came back to."""


class Keyframed(NamedTuple):
    """The last keyframes of a session: when, after how much training, and of which finished runs there are any."""

    at: float = 0.0
    seconds_trained: float = -KEYFRAME_WORK
    runs: frozenset[int] | set[int] = frozenset()


class Saver:
    """One thread does all reading and writing of the database, in order; without a database nothing is kept."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._storage: Storage | None = None
        self._opening: asyncio.Task[None] | None = None
        self._failing: set[str] = set()  # the sessions whose last save did not succeed
        self._under_way: set[str] = set()  # names of sessions that are taken but not written yet
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._keyframed: dict[str, Keyframed] = {}  # by session
        self._forgot_at = 0.0

    @property
    def saves(self) -> bool:
        """Whether sessions are written to disk."""
        return self._storage is not None and not self._failing

    def start(self) -> None:
        """Begin to open the database; the page is served meanwhile."""
        self._opening = asyncio.create_task(self._open())

    async def opened(self) -> None:
        """Wait until it is known whether there is a database."""
        if self._opening:
            await asyncio.shield(self._opening)

    async def _open(self) -> None:
        """Open the database; when that fails the lab runs all the same, and says so."""
        if not self._settings.database:
            return
        try:
            self._storage = await self._do(lambda: _storage_at(self._settings.database))
        except StorageError as error:
            log.warning("Runs are not saved, because the database can't be used: %s", error)

    async def stop(self) -> None:
        """Close the database."""
        if self._storage:
            await self._do(self._storage.close)
        self._thread.shutdown(wait=True)

    def is_safe(self, session: Session) -> bool:
        """Tell whether a session may be dropped from memory: it can be found again, or nothing is kept anyway."""
        nothing_is_kept = self._storage is None and (self._opening is None or self._opening.done())
        return nothing_is_kept or not (session.dirty or session.name in self._under_way)

    async def save(self, sessions: Iterable[Session], keyframes: bool = False) -> None:
        """Write the sessions that have changed, in one go; `keyframes` asks for the states of running runs as well."""
        storage = self._storage
        if storage is None:
            return
        begin = time.perf_counter()
        wanted = [session for session in sessions if session.dirty or keyframes]
        self._under_way = {session.name for session in wanted}
        written = False
        try:
            batch = [unsaved for session in wanted if (unsaved := await self._taken_if_it_can(session, keyframes))]
            if batch:
                await self._do(lambda: storage.save(batch))
                self._failing.clear()
            written = True
        except StorageError as error:
            self._fail(wanted, error)
        finally:
            self._under_way.clear()
            if not written:
                for session in wanted:
                    session.dirty = True
                    self._keyframed.pop(session.name, None)
        self._metrics.saving.add(time.perf_counter() - begin)

    async def _taken_if_it_can(self, session: Session, keyframes: bool) -> Unsaved | None:
        """Return what is to be written of a session; None, and a word in the log, if something is wrong with it."""
        try:
            return await self._taken(session, keyframes)
        except Exception:
            log.exception("A session could not be saved; the others are.")
            session.dirty = True
            return None

    async def load(self, session: Session) -> Session | None:
        """Fill a fresh session with what is on disk under its name; None when there is nothing, or nothing usable."""
        await self.opened()
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

    def _fail(self, sessions: list[Session], error: StorageError) -> None:
        if not self._failing:
            log.warning("Runs could not be saved: %s", error)
        for session in sessions:
            if session.name not in self._failing:
                session.tell("This run can't be saved at present. It goes on all the same, and the lab keeps trying.")
            self._failing.add(session.name)

    async def _taken(self, session: Session, keyframes: bool) -> Unsaved:
        """Return what is to be written: keyframes of older runs once, of running ones now and then.

        A running run gets one when enough has been trained that doing it again would be felt. While nothing trains
        every save takes one: an edit may replace another at the very iteration of the last.
        """
        last = self._keyframed.get(session.name, Keyframed())
        async with session.lock:
            kept_runs = archive.runs_of(session)
            runs = {kept.number for kept in kept_runs}
            running = {workspace.kept.number for workspace in session.workspaces.values()}
            paused = not session.workspace.pace.playing
            trained = session.seconds_trained - last.seconds_trained > KEYFRAME_WORK
            due = keyframes or paused or (trained and time.monotonic() - last.at > KEYFRAME_SECONDS)
            wanted = (runs - running - last.runs) | (running if due else set())
            states = {}
            if wanted:
                states = await self._do(
                    lambda: {kept.number: keyframe.save(kept.run) for kept in kept_runs if kept.number in wanted}
                )
            taken = Unsaved(session.name, archive.document_of(session), states, runs, not last.runs <= runs)
            session.dirty = False
            self._keyframed[session.name] = Keyframed(
                time.monotonic() if due else last.at,
                session.seconds_trained if due else last.seconds_trained,
                (last.runs & runs) | (wanted - running),
            )
        return taken

    async def _do(self, function: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function)


def _storage_at(url: str) -> "Storage":
    from app.storage import Storage  # SQLAlchemy takes its time to import: this is the thread that has it

    return Storage(url)
