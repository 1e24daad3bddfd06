"""Work on what others send: a little of it at a time, in threads, so that nobody else waits for it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

AT_ONCE = 2
"""Links that are read, or runs of others that are begun, at the same time: the worst take a second."""

CROWD = 6
"""How many may be under way and waiting until there is a crowd."""

Result = TypeVar("Result")


class Turns:
    """Does one piece of work after the other, `AT_ONCE` at a time."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    @property
    def crowded(self) -> bool:
        """Whether so many wait that whoever can do without had better not ask."""
        return self._waiting > CROWD

    async def take(self, work: Callable[[], Result]) -> Result:
        """Return what the work comes to, once it is its turn and it is done."""
        self._waiting += 1
        try:
            async with self._turns:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
