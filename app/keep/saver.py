"""Writes sessions to disk while they change, and reads them back."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from app.keep import archive
from app.keep.saved import MovedError, StorageError, Unsaved
from app.keep.taking import Takings
from app.metrics import Metrics
from app.session import Session
from app.settings import Settings

if TYPE_CHECKING:
    from app.keep.storage import Storage

log = logging.getLogger(__name__)

Result = TypeVar("Result")
Taking = asyncio.Task[Unsaved | None]

FORGET_SECONDS = 3600.0
"""Between two deletions of sessions that nobody came back to."""

REOPEN_SECONDS = 3.0
"""Between two attempts to open a database that could not be opened."""

PATIENCE = 0.1
"""How long a save waits for sessions in which something is at work; those not free by then are saved by themselves."""

NOWHERE = "Not saved: this server keeps no runs. They end when it does."
BEGUN_ANEW = (
    "The server's database was damaged, so it was set aside and a new one begun; what was here is in the old one."
)
UNREADABLE = "Not saved: something is wrong with this run, which the server's log describes. The lab runs on."


class Saver:
    """One thread does all reading and writing of the database, in order; without a database nothing is kept.

    Another copies what is to be written, for which nothing may train: no session waits for the disk.
    """

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._storage: Storage | None = None
        self._opening: asyncio.Task[None] | None = None
        self._tried_at = 0.0
        self._trouble = ""
        self._may_come_back = False  # the database, which can't be used just now
        self.loss: str | None = None
        """What to say to a page whose session is not there, if there is a reason."""
        self._failing: dict[str, str] = {}  # sessions whose last save did not succeed, and why
        self._alone: set[str] = set()  # those of them that the database did not take while it took others
        self._refuses = False  # the database took nothing of what it was last given
        self._under_way: set[str] = set()  # names of sessions that are taken but not written yet
        self._one_at_a_time = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._copier = ThreadPoolExecutor(1, thread_name_prefix="keyframes")
        self._takings = Takings(self._copier)
        self._late: dict[str, asyncio.Task[None]] = {}  # by session: saves of those that were busy
        self._forgot_at = 0.0

    @property
    def saves(self) -> bool:
        """Whether sessions are written to disk, but for those with a trouble of their own."""
        return self._storage is not None and not self._refuses

    def trouble_of(self, session: Session) -> str:
        """Return why a session is not written to disk, in a sentence for people; empty when it is."""
        return self._trouble or self._failing.get(session.name, "")

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
            self._trouble = NOWHERE
            return
        self._tried_at = time.monotonic()
        try:
            self._storage = await self._do(lambda: _storage_at(self._settings.database))
        except StorageError as error:
            if error.sentence != self._trouble:
                log.warning("Runs are not saved, because the database can't be used: %s", error)
            self._trouble, self._may_come_back = error.sentence, error.may_pass
        else:
            self._trouble = ""
            if self._storage.aside:
                self.loss = BEGUN_ANEW
                log.warning("The database is damaged. It is now %s, and a new one was begun.", self._storage.aside)

    async def _reopened(self, sessions: list[Session]) -> None:
        """Try again to open a database; what is in memory is to be written into it, whichever it is."""
        if self._settings.database and time.monotonic() - self._tried_at > REOPEN_SECONDS:
            await self._open()
            self._takings.clear()
            for session in sessions:
                session.dirty = True

    async def stop(self) -> None:
        """Close the database."""
        if self._storage:
            await self._do(self._storage.close)
        self._thread.shutdown(wait=True)
        self._copier.shutdown(wait=True)

    def is_safe(self, session: Session) -> bool:
        """Tell whether a session may be dropped from memory: it can be found again, or nothing is kept anyway."""
        if not self._settings.database:
            return True
        under_way = session.name in self._under_way or session.name in self._late
        return self._storage is not None and not session.dirty and not under_way

    async def save(self, sessions: Iterable[Session], keyframes: bool = False, patience: float | None = 0.0) -> None:
        """Write the sessions that have changed, in one go; `keyframes` asks for the states of running runs as well.

        One in which something is at work keeps no other waiting: it is written in its next free moment. For that this
        waits `patience` seconds; None: as long as it takes.
        """
        await self.opened()
        wanted = list(sessions)
        await self._until_written(wanted, patience)  # they may have been taken before what is to be saved now
        async with self._one_at_a_time:
            if self._storage is None:
                await self._reopened(wanted)
            if self._storage is not None:
                changed = [session for session in wanted if session.dirty or keyframes]
                await self._save([session for session in changed if session.name not in self._late], keyframes)
            for session in wanted:
                session.saving(self.trouble_of(session))
        await self._until_written(wanted, patience)

    async def _until_written(self, sessions: list[Session], patience: float | None) -> None:
        late = [self._late[session.name] for session in sessions if session.name in self._late]
        if late:
            await asyncio.wait(late, timeout=patience)

    async def _save(self, sessions: list[Session], keyframes: bool) -> None:
        begin = time.perf_counter()
        self._under_way = {session.name for session in sessions}
        takings: list[tuple[Session, Taking]] = []
        try:
            await self._take(sessions, keyframes, takings)
            for session, taking in takings:
                if not taking.done():
                    self._late[session.name] = asyncio.create_task(self._save_late(session, taking))
            taken = [(session, taking.result()) for session, taking in takings if taking.done()]
            await self._write([session for session, _ in taken], [unsaved for _, unsaved in taken if unsaved])
        except asyncio.CancelledError:
            for session, taking in takings:
                taking.cancel()
                self._is_to_be_saved(session)
            raise
        finally:
            self._under_way.clear()
        self._metrics.saving.add(time.perf_counter() - begin)

    async def _take(self, sessions: list[Session], keyframes: bool, takings: list[tuple[Session, Taking]]) -> None:
        """Take what is to be written of the sessions: of the free ones one by one, so that none is held for long."""

        def take(session: Session) -> Taking:
            takings.append((session, asyncio.create_task(self._taken_if_it_can(session, keyframes))))
            return takings[-1][1]

        busy = [session for session in sessions if session.lock.locked()]
        waiting = [take(session) for session in busy]
        for session in sessions:
            if session not in busy:
                await asyncio.wait([take(session)], timeout=PATIENCE)
        if waiting:
            await asyncio.wait(waiting, timeout=PATIENCE)

    async def _save_late(self, session: Session, taking: Taking) -> None:
        """Save one session, once it was free."""
        try:
            unsaved = await taking
            async with self._one_at_a_time:
                await self._write([session], [unsaved] if unsaved else [])
                session.saving(self.trouble_of(session))
        finally:
            del self._late[session.name]

    async def _write(self, sessions: list[Session], batch: list[Unsaved]) -> None:
        """Write what was taken of the sessions; those of which nothing has come to the disk are to be saved again."""
        left = {session.name: session for session in sessions}
        try:
            written = set(await self._written_of(batch))
            self._note({one.name for one in batch}, written)
            for name in written:
                self._failing.pop(name, None)
                del left[name]
        finally:
            for session in left.values():
                self._is_to_be_saved(session)

    def _is_to_be_saved(self, session: Session) -> None:
        session.dirty = True
        self._takings.forget(session.name)

    def _note(self, given: set[str], written: set[str]) -> None:
        """Tell what concerns one session, and is its own trouble, from what concerns the database."""
        refused = {name for name in given - written if self._failing.get(name, UNREADABLE) != UNREADABLE}
        self._alone -= written
        if written:
            self._alone |= refused
        if written or refused:
            self._refuses = not written and not refused <= self._alone

    async def _written_of(self, batch: list[Unsaved]) -> list[str]:
        """Write what was taken, and return the names of those that are on disk now; damage in one stops no other."""
        storage = self._storage
        if not batch or storage is None:
            return []
        try:
            await self._do(lambda: storage.save(batch))
        except MovedError as error:
            log.warning("%s It is opened again.", error)
            await self._do(storage.close)
            self._storage, self._trouble, self._tried_at, self._may_come_back = None, error.sentence, 0.0, True
            return []
        except StorageError as error:
            if len(batch) > 1 and error.is_damage:
                return await self._written_one_by_one(batch)
            if not self._failing:
                log.warning("Runs could not be saved: %s", error)
            self._failing.update({one.name: error.sentence for one in batch})
            return []
        except Exception:  # a document that can't be made
            if len(batch) > 1:
                return await self._written_one_by_one(batch)
            self._unreadable(batch[0].name)
            return []
        return [one.name for one in batch]

    async def _written_one_by_one(self, batch: list[Unsaved]) -> list[str]:
        return [name for one in batch for name in await self._written_of([one])]

    def _unreadable(self, session: str) -> None:
        """Take note that something is wrong with a session, while that is being caught."""
        if session not in self._failing:
            log.exception("A session could not be saved; the others are.")
        self._failing[session] = UNREADABLE

    async def _taken_if_it_can(self, session: Session, keyframes: bool) -> Unsaved | None:
        """Return what is to be written of a session; None, and a word in the log, if something is wrong with it."""
        try:
            return await self._takings.take(session, keyframes)
        except Exception:
            self._unreadable(session.name)
            return None

    async def load(self, session: Session) -> Session | None:
        """Fill a fresh session with what is on disk under its name; None when there is nothing, or nothing usable.

        Raises
        ------
        StorageError
            If it may be there, and can only not be read at present.
        """
        await self.opened()
        storage = self._storage
        if storage is None:
            if self._may_come_back:
                raise StorageError(self._trouble, may_pass=True)
            return None
        try:
            saved = await self._do(lambda: storage.load(session.name))
            if saved is None:
                return None
            session.owner = saved.owner
            return await asyncio.to_thread(archive.restored, session, saved, self._settings)
        except StorageError as error:
            log.warning("A session could not be read: %s", error)
            if error.may_pass:
                raise
        except (ValueError, KeyError, TypeError):
            log.warning("A saved session could not be understood and was left alone.")
        return None

    async def ask(self, question: Callable[["Storage"], Result]) -> Result | None:
        """Return what the database answers; None where there is none.

        Raises
        ------
        StorageError
            If it can't be used at present.
        """
        await self.opened()
        storage = self._storage
        return None if storage is None else await self._do(lambda: question(storage))

    async def forget_old(self) -> None:
        """Delete, now and then, what nobody came back to."""
        storage, now = self._storage, time.time()
        if storage and now - self._forgot_at > FORGET_SECONDS:
            self._forgot_at = now
            try:
                await self._do(lambda: storage.forget(now - self._settings.keep_days * 86400))
            except StorageError as error:
                log.warning("Old sessions could not be deleted: %s", error)

    def let_go(self, session: Session) -> None:
        """Forget what is known of a session that leaves memory."""
        self._takings.forget(session.name)
        self._failing.pop(session.name, None)
        self._alone.discard(session.name)

    async def _do(self, function: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function)


def _storage_at(url: str) -> "Storage":
    from app.keep.storage import Storage  # SQLAlchemy takes its time to import: this is the thread that has it

    return Storage(url)
