"""One study: what was asked, how far it is, and what it has found; it gets turns as a run does."""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, Protocol

from app.messages import StudyRow
from app.pace import SLICE
from app.scheduler import Turn
from app.studies.asked import Asked
from app.studies.basis import POSTS
from app.studies.forecast import Forecast
from app.studies.found import packed
from app.studies.work import Work, begun
from engine.backend import BACKEND

log = logging.getLogger(__name__)

State = Literal["waiting", "running", "done", "cancelled", "failed"]

LOOKING = 0.2
"""The part of its time that a study may be kept from work by those who want to see what it has found."""

FIRST = 20_000
"""Multiplications of the first burst; the next ones are as many as fit a slice."""

PATIENCE = 0.05
"""Seconds between two looks whether there is machine code yet."""

RETRY = 0.01
"""Seconds until a turn is tried again that came while an answer is made: no thread of the lab waits for that."""

FAILED = "An error on the server stopped this experiment; the log of the server tells more."


class Owner(Protocol):
    """Who is told of a study."""

    @property
    def is_watched(self) -> bool:
        """Whether it matters what a study of it waits for."""

    def got_on(self, study: "Study") -> None:
        """Called when it is further, on the event loop."""

    def moved(self, study: "Study") -> None:
        """Called when it is known to have another place in the line, or begins, on the event loop: of many maybe."""

    def ended(self, study: "Study") -> None:
        """Called when it is at work no more, on the event loop."""


class Study:
    """All methods run on the event loop, but for `_do`; while that is at work, or an answer is made, `_lock` is held.

    Parameters
    ----------
    taken, asking : for the page that asked, and for as long as it may be there; see `StudyRow`

    Attributes
    ----------
    revision : grows with every change that is to be saved
    answer : what it has found in all, packed; None while it is at work, and where it has found nothing
    """

    def __init__(
        self, owner: Owner, number: int, asked: Asked, made_at: float, taken: str = "", asking: int | None = None
    ) -> None:
        self.owner = owner
        self.number, self.asked, self.made_at = number, asked, made_at
        self.taken, self.asking = taken, asking
        self.state: State = "waiting"
        self.why = ""
        self.version = 0
        self.worked = 0.0
        self.revision = 1
        self.answer: bytes | None = None
        self._lock = asyncio.Lock()
        self._work: Work | None = None
        self._amount = FIRST
        self._cancelled = False
        self._seen = 0  # of what was found, when the version last grew
        self._made: tuple[int, bytes] | None = None  # the newest answer, with its version
        self._look_again_at = 0.0  # when there may be another
        self._forecast = Forecast()
        self._closing: asyncio.Task[None] | None = None

    def come_back(self, state: State, why: str, version: int, worked: float, answer: bytes | None) -> None:
        """Be as it was when it was over."""
        self.state, self.why, self.version, self.worked, self.answer = state, why, version, worked, answer

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state not in ("waiting", "running")

    def row(self) -> StudyRow:
        """Return what the page is told of it."""
        return StudyRow(
            number=self.number,
            purpose=self.asked.purpose,
            of=self.asked.of,
            experiment=self.asked.experiment,
            title=self.asked.title,
            about=self.asked.about,
            basis=self.asked.basis,
            is_posts=self.asked.basis == POSTS,
            state=self.state,
            why=self.why,
            worked=self.worked,
            seconds_left=self._forecast.seconds_left() if self.state == "running" else None,
            version=self.version,
            made_at=self.made_at,
            taken=self.taken,
            asking=self.asking,
        )

    # What the queue calls

    def wait(self, why: str) -> None:
        """Have no turns yet."""
        if self.why != why:
            self.state, self.why = "waiting", why
            self.owner.moved(self)

    def run(self) -> None:
        """Have turns from now on."""
        self.state, self.why = "running", ""
        self.owner.moved(self)

    # What the scheduler calls

    def start(self) -> None:
        """Begin to count time."""
        self._forecast.start()

    def turn(self) -> Turn:
        """Work in a thread, always, and not before there is machine code: without it the work is hundredfold."""
        if BACKEND.is_loading and self.state == "running" and not self._cancelled:
            return PATIENCE
        return self._burst if self.state == "running" else None

    async def _burst(self, pool: ThreadPoolExecutor) -> float | None:
        """Work for a few milliseconds in a thread; what goes wrong there ends this study, and nothing else."""
        if self._lock.locked():
            return RETRY
        async with self._lock:
            if self.state != "running":
                return None
            try:
                if not self._cancelled:
                    await asyncio.get_running_loop().run_in_executor(pool, self._do)
            except Exception:
                self._fail()
                return None
        if self.state != "running":
            return None  # it was dropped meanwhile
        if self._cancelled or (self._work and self._work.is_finished):
            self._closing = asyncio.create_task(self._close("cancelled" if self._cancelled else "done"))
            return None
        self._get_on()
        return 0.0

    def _do(self) -> None:
        """Work for about a slice, and learn how much that is: by the processor's time, for a busy one makes no less."""
        begin = time.thread_time()
        if self._work is None:
            self._work = begun(self.asked)
        self._work.advance(self._amount)
        self.worked = self._work.worked
        ratio = SLICE / max(1e-6, time.thread_time() - begin)
        self._amount = max(1, int(self._amount * min(2.0, max(0.25, ratio))))

    def _get_on(self) -> None:
        """Tell how far it is, now and then."""
        if self._forecast.beats(self.worked):
            if time.monotonic() >= self._look_again_at:
                self._grow()
            self.owner.got_on(self)

    def _grow(self) -> None:
        """Have another version if there is more to be seen: greater than any of before a restart, too."""
        found = self._work.found if self._work else 0
        if found > self._seen:
            self._seen = found
            self.version = max(self.version + 1, int(time.time() * 1000))

    # What its owner calls

    def cancel(self) -> None:
        """Stop within a burst, and keep what was found."""
        if self.state == "running":
            self._cancelled = True
        elif self.state == "waiting":
            self._end("cancelled")

    def drop(self) -> None:
        """Stop, and keep nothing."""
        self.state = "cancelled"

    async def found(self) -> bytes | None:
        """Return what it has found so far, packed, or None if there is nothing to be seen yet."""
        async with self._lock:
            if self.answer is not None or self._work is None or self.version == 0:
                return self.answer
            if self._made is None or self._made[0] != self.version:
                begin = time.monotonic()
                self._made = self.version, await asyncio.to_thread(self._packed)
                end = time.monotonic()
                self._look_again_at = end + (end - begin) * (1 - LOOKING) / LOOKING
            return self._made[1]

    def _packed(self) -> bytes:
        assert self._work is not None  # noqa: S101  # see `found` and `_close`
        return packed(self.asked, self._work, self.number, self.version)

    # The end

    async def _close(self, state: State) -> None:
        """Keep what was found, and end; not in a turn, for it takes seconds to put together what is large."""
        async with self._lock:
            if self.state != "running":
                return
            self._grow()
            try:
                answer = await asyncio.to_thread(self._packed) if self.version and self._work else None
            except Exception:
                self._fail()
                return
            if self.state == "running":  # else it was dropped meanwhile
                self.answer = answer
                self._end(state)

    def _fail(self) -> None:
        """End with what was last made of it, while an exception is being caught."""
        log.exception("A study was stopped by an error of the server.")
        if self.state == "running":
            if self._made:
                self.version, self.answer = self._made
            self._end("failed", FAILED)

    def _end(self, state: State, why: str = "") -> None:
        self.state, self.why = state, why
        if self.answer is None:
            self.version = 0
        self._work = self._made = None
        self.revision += 1
        self.owner.ended(self)
