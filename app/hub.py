"""All sessions: opened, found by name, and let go when nobody comes back."""

import asyncio
import logging
import secrets
import time

from app.address import recipe_of
from app.refusal import Refusal
from app.saver import Saver
from app.scheduler import Scheduler
from app.session import Session
from app.settings import Settings

log = logging.getLogger(__name__)

MEMORY_SECONDS = 600.0
"""A session that nobody has watched for so long is on disk only."""


class Hub:
    """Knows the sessions in memory; the saver knows those on disk."""

    def __init__(self, settings: Settings, scheduler: Scheduler) -> None:
        self.settings = settings
        self.sessions: dict[str, Session] = {}
        self.saver = Saver(settings)
        self._scheduler = scheduler
        self._finding: dict[str, asyncio.Task[Session | None]] = {}
        self._keeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to save."""
        await self.saver.start()
        self._keeper = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Save what has changed."""
        if self._keeper:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        for session in self.sessions.values():
            await self.saver.save(session, keyframes=True)
        await self.saver.stop()

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
        return Session(name, self.settings, self._scheduler.wake)

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
                for session in list(self.sessions.values()):
                    await self.saver.save(session)
                    if self._is_over(session):
                        self._let_go(session)
                await self.saver.forget_old()
            except Exception:
                log.exception("Saving was interrupted and goes on.")

    def _is_over(self, session: Session) -> bool:
        alone = not session.audience and time.monotonic() - session.seen > MEMORY_SECONDS
        return alone and self.saver.saves and self.saver.is_safe(session)
