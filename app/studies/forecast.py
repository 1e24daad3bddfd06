"""How long a study still takes, from how fast it has got on of late."""

import time

BEAT = 0.2
"""Seconds between two words about how far a study is."""

SOON = 2
"""Beats after which it can be told how long it still takes: the first may be those in which machine code is made."""

SMOOTH = 0.3
"""How much the newest beat counts for how fast it is."""


class Forecast:
    """Counts beats, and how much is done in each."""

    def __init__(self) -> None:
        self._at = self._worked = self._speed = 0.0
        self._beats = 0

    def start(self) -> None:
        """Begin to count time."""
        self._at = time.monotonic()

    def beats(self, worked: float) -> bool:
        """Tell whether it is time for another word; `worked` is the part that is done, from 0 to 1."""
        now = time.monotonic()
        if now - self._at < BEAT:
            return False
        speed = (worked - self._worked) / (now - self._at)
        self._speed += (SMOOTH if self._beats > SOON else 1.0) * (speed - self._speed)
        self._at, self._worked, self._beats = now, worked, self._beats + 1
        return True

    def seconds_left(self) -> float | None:
        """Return about how long the rest takes; None while that can't be told."""
        return (1 - self._worked) / self._speed if self._beats > SOON and self._speed else None
