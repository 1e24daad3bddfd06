"""How far long work is, on one line of a terminal that is written again and again; elsewhere nothing."""

import sys
import time
from typing import TextIO

APART = 0.1
"""Seconds between two looks."""

WIDTH = 30


class Progress:
    """Call it with the share that is done, 0 to 1; as a context it takes its line away again."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._began = self._told = time.monotonic()
        self._shown = False

    def __call__(self, share: float) -> None:
        """Show it, if that is not too soon."""
        now = time.monotonic()
        if not self._stream.isatty() or now - self._told < APART:
            return
        self._told, self._shown = now, True
        left = (now - self._began) * (1 - share) / share if share else 0.0
        bar = "#" * round(WIDTH * share)
        self._write(f"\r{bar:·<{WIDTH}} {share:4.0%}, {_span(left)} left\033[K")

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._write("\r\033[K")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
