"""How many messages a page may send."""

import time

COUNTS_AS_ONE = 16_384
"""Bytes of a message."""


class Allowance:
    """A number of messages a second, with twice as many in a burst."""

    def __init__(self, per_second: float) -> None:
        self._rate = per_second
        self._left = 2 * per_second
        self._at = time.monotonic()

    def spend(self, size: int = 0) -> bool:
        """Take one, and one more for every so many bytes of its size; False when there are too few."""
        now = time.monotonic()
        self._left = min(2 * self._rate, self._left + (now - self._at) * self._rate)
        self._at = now
        self._left -= 1 + size // COUNTS_AS_ONE
        return self._left >= 0
