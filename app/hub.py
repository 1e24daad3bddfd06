"""All sessions: opened, found by name, and let go when nobody comes back."""

import asyncio
import logging
import secrets
import time
from typing import Protocol

from app.address import recipe_of
from app.metrics import Metrics
from app.refusal import Refusal
from app.saver import Saver
from app.scheduler import Scheduler
from app.session import Session
from app.settings import Settings
from app.tempo import Tempo

log = logging.getLogger(__name__)

MEMORY_SECONDS = 600.0
"""A session that nobody has watched for so long is on disk only."""

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
        self._scheduler = scheduler
        self._finding: dict[str, asyncio.Task[Session | None]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._senders: list[Guest] = []
        metrics.watch(
            sessions=lambda: len(self.sessions),
            sessions_training=lambda: scheduler.training,
            pages=lambda: len(self.guests),
            bursts_waiting=lambda: scheduler.bursts_waiting,
            turns_waiting=lambda: scheduler.turns_waiting,
            frame_interval_seconds=lambda: self.tempo.interval,
            busy_ratio=lambda: self.tempo.busy,
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
        await self.saver.save(self.sessions.values(), keyframes=True)
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
        self._make_room()
        session = self._new_session(secrets.token_urlsafe(16))
        session.open(recipe)
        self.sessions[session.name] = session
        return session

    async def find(self, name: str) -> Session | None:
        """Return the session of that name, from memory or from disk."""
        if name in self.sessions:
            return self.sessions[name]
        if name not in self._finding:  # two pages that ask at once must get the same session
            self._finding[name] = asyncio.create_task(self._load(name))
            self._finding[name].add_done_callback(lambda _: self._finding.pop(name, None))
        return await asyncio.shield(self._finding[name])  # a page that goes meanwhile stops nobody else's waiting

    def _new_session(self, name: str) -> Session:
        return Session(name, self.settings, self._scheduler.wake, self.tempo, self.metrics)

    async def _load(self, name: str) -> Session | None:
        session = await self.saver.load(self._new_session(name))
        if session:
            self._make_room()
            self.sessions[name] = session
        return session

    def _make_room(self) -> None:
        if len(self.sessions) < self.settings.max_sessions:
            return
        safe = [session for session in self.sessions.values() if not session.audience and self.saver.is_safe(session)]
        if not safe:
            most = self.settings.max_sessions
            raise Refusal("lab_full", f"All {most:,} places of this lab are taken: try again in a while.")
        self._let_go(min(safe, key=lambda session: session.seen))

    def _let_go(self, session: Session) -> None:
        session.workspace.pace.playing = False  # what is on disk still says that it plays
        self.saver.let_go(session)
        del self.sessions[session.name]

    async def _keep(self) -> None:
        """Save what changes, for ever."""
        while True:
            await asyncio.sleep(self.settings.save_seconds)
            try:
                await self.saver.save(list(self.sessions.values()))
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

    def _is_over(self, session: Session) -> bool:
        alone = not session.audience and time.monotonic() - session.seen > MEMORY_SECONDS
        return alone and self.saver.saves and self.saver.is_safe(session)
