"""How many short links may be made: so many at once, and then one in so many seconds."""

import time


class Brake:
    """Counts what is made as time that has been used up.

    Parameters
    ----------
    burst : how many may be made at once
    rest : seconds until there may be one more
    """

    def __init__(self, burst: int, rest: float) -> None:
        self._rest = rest
        self._reserve = burst * rest
        self._paid_until = 0.0

    @property
    def holds(self) -> bool:
        """Whether no more may be made just now."""
        return self._paid() + self._rest > time.monotonic()

    def spend(self) -> None:
        """Take note that one is made."""
        self._paid_until = self._paid() + self._rest

    def _paid(self) -> float:
        return max(self._paid_until, time.monotonic() - self._reserve)
