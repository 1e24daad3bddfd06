"""Bursts shaped for one network each, made in the background while the loops do its work."""

from collections.abc import Callable
from threading import Lock, Thread

from engine.loops import LANES

MOST_SHAPES = 256
"""Machine code is never given back: this many shapes are some ten megabytes."""

LONGEST = 6_000
"""A shape whose code would have more vector operations than about so many stays with the loops."""

Shape = tuple[tuple[int, ...], int]


class Shapes:
    """Addresses of bursts by sizes and rows.

    What waits to be made is one shape, the newest wanted: while somebody drags the hidden size, nobody needs those on
    the way. A shape that is still at work asks again.
    """

    def __init__(self, make: Callable[[tuple[int, ...], int], tuple[int, object]]) -> None:
        self._make = make
        self._made: dict[Shape, tuple[int, object]] = {}  # the second keeps the first in memory
        self._wanted: Shape | None = None
        self._busy = False
        self._lock = Lock()

    def address(self, sizes: tuple[int, ...], rows: int) -> int:
        """Return where the burst of a shape is, 0 if it has not been made."""
        made = self._made.get((sizes, rows))
        return made[0] if made else 0

    def want(self, sizes: tuple[int, ...], rows: int) -> None:
        """Have a shape made by a thread, unless it is there or not worth while."""
        shape = (sizes, rows)
        if shape in self._made or len(self._made) >= MOST_SHAPES or operations(sizes, rows) > LONGEST:
            return
        with self._lock:
            self._wanted = shape
            if not self._busy:
                self._busy = True
                Thread(target=self._work, name="shape-kernel").start()

    def make(self, sizes: tuple[int, ...], rows: int) -> int:
        """Make a shape now, and return where it is."""
        self._made[sizes, rows] = self._make(sizes, rows)
        return self.address(sizes, rows)

    def _work(self) -> None:
        while True:
            with self._lock:
                shape, self._wanted = self._wanted, None
                if shape is None or shape in self._made:
                    self._busy = False
                    return
            self.make(*shape)


def operations(sizes: tuple[int, ...], rows: int) -> int:
    """Return about how many vector operations the code of a shape has."""
    block = min(rows, LANES) + (rows % LANES if rows > LANES else 0)
    vectors = [-(-units // (4 if units <= 4 else LANES)) for units in sizes]
    per_row = sum(3 * before * after for before, after in zip(sizes, vectors[1:], strict=False)) + 40 * sum(vectors[1:])
    return block * per_row
