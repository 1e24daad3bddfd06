"""Gives every session that trains its turn, so that one at full speed costs another only speed."""

import asyncio
import heapq
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Protocol

from app.leisure import stand_back

log = logging.getLogger(__name__)

Turn = float | None | Callable[[ThreadPoolExecutor], Awaitable[float | None]]
"""Seconds until the next turn; None for no next one; or what is to be done in a thread before it can say."""

AT_A_TIME = 0.003
"""Seconds of turns on the event loop before sockets are looked at again."""


class Job(Protocol):
    """What can be given turns."""

    def start(self) -> None:
        """Called before the first turn after a pause."""

    def turn(self) -> Turn:
        """Work for an instant, or return what takes longer."""


class Scheduler:
    """Two lanes: turns that are due, on the event loop, and bursts for the threads, which take them round robin."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="train", initializer=stand_back)
        self._threads = threads
        self._known: dict[Job, float | None] = {}  # when the next turn is due; None while a burst waits or runs
        self._due: list[tuple[float, int, Job]] = []
        self._order = count()  # of those due at the same time
        self._timer: asyncio.TimerHandle | asyncio.Handle | None = None
        self._timer_at = 0.0
        self._bursts: deque[tuple[Job, Callable[[ThreadPoolExecutor], Awaitable[float | None]]]] = deque()
        self._more = asyncio.Semaphore(0)
        self._workers: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to give turns; to be called on the event loop."""
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._threads)]

    async def stop(self) -> None:
        """Stop after the bursts under way."""
        self._known.clear()
        self._due.clear()
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        self._pool.shutdown(wait=True)

    def wake(self, job: Job) -> None:
        """Let a job have turns, the first at once, until it says that it has nothing to do."""
        if job not in self._known:
            job.start()
        elif self._known[job] is None:
            return
        self._put(job, time.monotonic())

    @property
    def training(self) -> int:
        """How many jobs have turns."""
        return len(self._known)

    @property
    def turns_waiting(self) -> int:
        """How many turns are due."""
        now = time.monotonic()
        return sum(at <= now and self._known.get(job) == at for at, _, job in self._due)

    @property
    def bursts_waiting(self) -> int:
        """How many bursts wait for a thread."""
        return len(self._bursts)

    def _put(self, job: Job, at: float) -> None:
        self._known[job] = at
        heapq.heappush(self._due, (at, next(self._order), job))
        if self._timer is None or at < self._timer_at:
            self._set_timer(at)

    def _set_timer(self, at: float) -> None:
        if self._timer:
            self._timer.cancel()
        loop, wait = asyncio.get_running_loop(), at - time.monotonic()
        self._timer_at = at
        self._timer = loop.call_later(wait, self._give_turns) if wait > 0 else loop.call_soon(self._give_turns)

    def _give_turns(self) -> None:
        """Give every turn that is due, the one that has waited longest first."""
        self._timer = None
        now = begin = time.monotonic()
        while self._due and self._due[0][0] <= now and now - begin < AT_A_TIME:
            at, _, job = heapq.heappop(self._due)
            if self._known.get(job) == at:  # else it was woken meanwhile, or has nothing to do any more
                self._give_turn(job)
            now = time.monotonic()
        if self._due and (self._timer is None or self._due[0][0] < self._timer_at):
            self._set_timer(self._due[0][0])

    def _give_turn(self, job: Job) -> None:
        try:
            turn = job.turn()
        except Exception:
            log.exception("A run was stopped by an error of the server.")
            turn = None
        if callable(turn):
            self._known[job] = None
            self._bursts.append((job, turn))
            self._more.release()
        else:
            self._again(job, turn)

    async def _work(self) -> None:
        while True:
            await self._more.acquire()
            job, burst = self._bursts.popleft()
            try:
                wait = await burst(self._pool)
            except Exception:
                log.exception("A run was stopped by an error of the server.")
                wait = None
            self._again(job, wait)

    def _again(self, job: Job, wait: float | None) -> None:
        if wait is None:
            self._known.pop(job, None)
        else:
            self._put(job, time.monotonic() + wait)
