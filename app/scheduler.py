"""Gives every session that trains a slice of a thread in turn, so that one at full speed costs another only speed."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

log = logging.getLogger(__name__)


class Job(Protocol):
    """What can be given slices."""

    def start(self) -> None:
        """Called before the first slice after a pause."""

    async def slice(self, pool: ThreadPoolExecutor) -> float | None:
        """Work for a few milliseconds; return the seconds until the next slice, None when there is nothing to do."""


class Scheduler:
    """A queue of jobs that are due, and as many workers as threads that take them in turn."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="train")
        self._threads = threads
        self._due: asyncio.Queue[Job] = asyncio.Queue()
        self._known: dict[Job, asyncio.TimerHandle | None] = {}  # with the timer of one that waits
        self._workers: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to hand out slices; to be called on the event loop."""
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._threads)]

    async def stop(self) -> None:
        """Stop after the slices under way."""
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        self._pool.shutdown(wait=True)

    def wake(self, job: Job) -> None:
        """Let a job have slices, the first at once, until it says that it has nothing to do."""
        if job not in self._known:
            self._known[job] = None
            job.start()
            self._due.put_nowait(job)
        elif timer := self._known[job]:
            timer.cancel()
            self._put(job)

    async def _work(self) -> None:
        while True:
            job = await self._due.get()
            try:
                wait = await job.slice(self._pool)
            except Exception:
                log.exception("A run was stopped by an error of the server.")
                wait = None
            self._again(job, wait)

    def _again(self, job: Job, wait: float | None) -> None:
        if wait is None:
            del self._known[job]
        elif wait > 0:
            self._known[job] = asyncio.get_running_loop().call_later(wait, self._put, job)
        else:
            self._due.put_nowait(job)

    def _put(self, job: Job) -> None:
        self._known[job] = None
        self._due.put_nowait(job)
