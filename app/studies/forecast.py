"""How long a study still takes, from how fast it has got on."""

import time

BEAT = 0.2
"""Seconds between two words about how far a study is."""

SOON = 2
"""Beats after which the time begins that counts: the first may be those in which machine code is made."""

LEAST, MOST, PART = 6.0, 30.0, 0.25
"""Seconds for which a study remembers how fast it was: this part of its time, but no less and no more than these."""


class Forecast:
    """Counts beats, and how much is done in each.

    How fast it is, is a mean of all its time while that is short, and later one in which the past fades: a second in
    which the machine was busy then changes little, and a machine that stays busy is known after some seconds.
    """

    def __init__(self) -> None:
        self._at = self._worked = self._speed = self._counted = 0.0
        self._beats = 0

    def start(self) -> None:
        """Begin to count time."""
        self._at = time.monotonic()

    def beats(self, worked: float) -> bool:
        """Tell whether it is time for another word; `worked` is the part that is done, from 0 to 1."""
        now = time.monotonic()
        passed = now - self._at
        if passed < BEAT:
            return False
        if self._beats > SOON:
            self._counted += passed
            memory = min(MOST, max(LEAST, PART * self._counted))
            share = passed / max(passed, min(self._counted, memory))
            self._speed += share * ((worked - self._worked) / passed - self._speed)
        self._at, self._worked, self._beats = now, worked, self._beats + 1
        return True

    def seconds_left(self) -> float | None:
        """Return about how long the rest takes; None while that can't be told."""
        return (1 - self._worked) / self._speed if self._speed else None
