"""How many messages a page may send."""

import time


class Allowance:
    """A number of messages a second, with twice as many in a burst."""

    def __init__(self, per_second: float) -> None:
        self._rate = per_second
        self._left = 2 * per_second
        self._at = time.monotonic()

    def spend(self) -> bool:
        """Take one; False when there is none."""
        now = time.monotonic()
        self._left = min(2 * self._rate, self._left + (now - self._at) * self._rate)
        self._at = now
        self._left -= 1
        return self._left >= 0
