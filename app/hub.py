"""All sessions: opened, found by name, and let go when nobody comes back."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from typing import Protocol

from app.address import recipe_of
from app.keep.saver import Saver
from app.metrics import Metrics
from app.refusal import Refusal
from app.scheduler import Scheduler
from app.session import Session
from app.settings import Settings
from app.share.links import Links, shared_name
from app.studies.queue import Queue
from app.tempo import Tempo

log = logging.getLogger(__name__)

MEMORY_SECONDS = 600.0
"""A session that nobody has watched for so long is on disk only."""

PASSING_SECONDS = 60.0
"""A session of an embed that nobody has watched for so long is over: the page that frames it opens another."""

PULSE_SECONDS = 0.5
"""Between two looks at how busy the lab is, and at which connections have gone quiet."""


class Guest(Protocol):
    """One open connection, whoever it belongs to."""

    def check(self, now: float) -> None:
        """Called now and then: keep the connection alive, or end it."""

    def send(self) -> None:
        """Called after `Hub.send_soon`: send what waits."""


class Hub:
    """Knows the sessions in memory and the connections; the saver knows the sessions on disk."""

    def __init__(self, settings: Settings, scheduler: Scheduler, metrics: Metrics) -> None:
        self.settings = settings
        self.metrics = metrics
        self.sessions: dict[str, Session] = {}
        self.guests: set[Guest] = set()
        self.tempo = Tempo(settings.frame_rate)
        self.saver = Saver(settings, metrics)
        self.links = Links(settings, self.saver)
        self._scheduler = scheduler
        self._queue = Queue(scheduler.wake, settings.max_working_studies)
        self._finding: dict[str, asyncio.Task[Session | None]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._senders: list[Guest] = []
        metrics.watch(
            sessions=lambda: len(self.sessions),
            sessions_training=lambda: scheduler.training - self._queue.running,
            pages=lambda: len(self.guests),
            bursts_waiting=lambda: scheduler.bursts_waiting,
            turns_waiting=lambda: scheduler.turns_waiting,
            frame_interval_seconds=lambda: self.tempo.interval,
            busy_ratio=lambda: self.tempo.busy,
            studies_running=lambda: self._queue.running,
            studies_waiting=lambda: self._queue.waiting,
        )

    def start(self) -> None:
        """Begin to save, and to look after the connections."""
        self.saver.start()
        self._tasks = [asyncio.create_task(self._keep()), asyncio.create_task(self._pulse())]

    async def stop(self) -> None:
        """Save what has changed."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.saver.opened()
        await self.saver.save(self._lasting(), keyframes=True, patience=None)
        await self.saver.stop()

    def send_soon(self, guest: Guest) -> None:
        """Let a connection send once whatever is being done is done: then it has more to send in one go."""
        if not self._senders:
            asyncio.get_running_loop().call_soon(self._send_all)
        self._senders.append(guest)

    def _send_all(self) -> None:
        senders, self._senders = self._senders, []
        for guest in senders:
            guest.send()

    def open(self, query: dict[str, str] | None = None) -> Session:
        """Return a fresh session, with the recipe that a page's address asks for.

        Raises
        ------
        Refusal
            If the address asks for what there is not, or if the lab is full.
        """
        recipe = recipe_of(query or {}, self.settings)
        return self._opened(lambda session: session.open(recipe))

    async def arrive(self, query: dict[str, str]) -> Session:
        """Return a fresh session with the run that a page's address holds, or with the recipe that it asks for.

        Raises
        ------
        Refusal
            If the address asks for what there is not, if its link is none, or if the lab is full.
        """
        shared = await self.links.read(query)
        if shared is None:
            session = self.open(query)
        else:
            begun = await self.links.begun(shared.recipe, shared.timeline)
            session = self._opened(
                lambda session: session.open_run(
                    shared.recipe,
                    shared.timeline,
                    shared.iteration,
                    digest=shared.digest,
                    name=shared_name(shared),
                    begun=begun,
                )
            )
        session.passing = "embed" in query
        return session

    async def find(self, name: str) -> Session | None:
        """Return the session of that name, from memory or from disk.

        Raises
        ------
        StorageError
            If it may be on disk, and can only not be read at present.
        """
        if name in self.sessions:
            return self.sessions[name]
        if name not in self._finding:  # two pages that ask at once must get the same session
            self._finding[name] = asyncio.create_task(self._load(name))
            self._finding[name].add_done_callback(lambda _: self._finding.pop(name, None))
        return await asyncio.shield(self._finding[name])  # a page that goes meanwhile stops nobody else's waiting

    async def glance(self, name: str) -> Session | None:
        """Return the session of that name to read from; one on disk stays there."""
        return self.sessions.get(name) or await self.saver.load(self._new_session(name))

    def _opened(self, fill: Callable[[Session], None]) -> Session:
        self._make_room()
        session = self._new_session(secrets.token_urlsafe(16))
        fill(session)
        self.sessions[session.name] = session
        return session

    def _new_session(self, name: str) -> Session:
        return Session(name, self.settings, self._scheduler.wake, self.tempo, self.metrics, self._queue)

    async def _load(self, name: str) -> Session | None:
        session = await self.saver.load(self._new_session(name))
        if session:
            self._make_room()
            self.sessions[name] = session
            session.studies.resume()
        return session

    def _make_room(self) -> None:
        if len(self.sessions) < self.settings.max_sessions:
            return
        alone = [session for session in self.sessions.values() if not session.audience]
        safe = [session for session in alone if session.passing or self.saver.is_safe(session)]
        if not safe:
            most = self.settings.max_sessions
            raise Refusal("lab_full", f"All {most:,} places of this lab are taken: try again in a while.")
        self._let_go(min(safe, key=lambda session: (session.studies.are_at_work, session.seen)))

    def _let_go(self, session: Session) -> None:
        session.workspace.pace.pause()  # what is on disk still says that it plays, and what its studies are
        session.studies.stop()
        self.saver.let_go(session)
        del self.sessions[session.name]

    async def _keep(self) -> None:
        """Save what changes, for ever."""
        while True:
            await asyncio.sleep(self.settings.save_seconds)
            try:
                await self.saver.save(self._lasting())
                for session in [session for session in self.sessions.values() if self._is_over(session)]:
                    self._let_go(session)
                await self.saver.forget_old()
            except Exception:
                log.exception("Saving was interrupted and goes on.")

    async def _pulse(self) -> None:
        """Keep an eye on the lab, for ever."""
        while True:
            await asyncio.sleep(PULSE_SECONDS)
            now = time.monotonic()
            self.tempo.adjust(now, time.thread_time())
            for guest in list(self.guests):
                guest.check(now)

    def _lasting(self) -> list[Session]:
        return [session for session in self.sessions.values() if not session.passing]

    def _is_over(self, session: Session) -> bool:
        silent = 0.0 if session.audience else time.monotonic() - session.seen
        if session.passing:
            return silent > PASSING_SECONDS
        alone = silent > MEMORY_SECONDS and not session.studies.are_at_work
        return alone and self.saver.saves and self.saver.is_safe(session)
