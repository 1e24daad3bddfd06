"""Where files of runs are made: in threads that let everybody else go first."""

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from app.leisure import stand_back

Made = TypeVar("Made")

THREADS = 2
LOWEST_PRIORITY = 19

MOST_WAITING = 32
"""Files that may be waited for, those that are being made among them."""

MOST_OF_ONE = 2
"""And so many of one session."""


class Full(Exception):
    """Too many files are waited for; the message says whose."""


class Workbench:
    """Makes files, one after the other in each thread."""

    def __init__(self) -> None:
        start = partial(stand_back, LOWEST_PRIORITY)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="export", initializer=start)
        self._waiting = Counter[str]()  # by session

    async def make(self, session: str, work: Callable[[], Made]) -> Made:
        """Do the work in a thread and return what it returns; raise Full if too much waits already."""
        if self._waiting[session] >= MOST_OF_ONE:
            raise Full(f"{MOST_OF_ONE} files of this lab are being made already: wait for one of them.")
        if self._waiting.total() >= MOST_WAITING:
            raise Full("Many files are being made just now: try again in a while.")
        self._waiting[session] += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._waiting -= Counter([session])  # and nothing is kept of one that waits for none

    def stop(self) -> None:
        """Finish what is being made, and begin nothing more."""
        self._pool.shutdown(wait=True, cancel_futures=True)
