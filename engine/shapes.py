"""Machine code for one shape each, made once, in the background if something else does the work meanwhile."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import Any
from warnings import warn

from engine.loops import LANES
from engine.weights import count

MOST_SHAPES = 256
"""Machine code is never given back: this many shapes are some ten megabytes."""

LONGEST = 6_000
"""Operations: code that would have more takes seconds to compile and is not made."""

Sizes = tuple[int, ...]
Shape = tuple[Sizes, int]


class Shapes:
    """Machine code by sizes and rows.

    What waits to be made in the background is one shape, the newest wanted: while somebody drags the hidden size,
    nobody needs those on the way. A shape that is still at work asks again.

    Parameters
    ----------
    make : returns the address of the code for a shape, and what keeps it there
    operations : tells how long that code would be; beyond LONGEST it is not made
    """

    def __init__(self, make: Callable[[Sizes, int], tuple[int, Any]], operations: Callable[[Sizes, int], int]) -> None:
        self._make, self._operations = make, operations
        self._made: dict[Shape, tuple[int, Any]] = {}
        self._wanted: Shape | None = None
        self._busy = False
        self._lock = Lock()

    def found(self, sizes: Sizes, rows: int) -> int:
        """Return where the code of a shape is, 0 if it has not been made."""
        made = self._made.get((sizes, rows))
        return made[0] if made else 0

    def made(self, sizes: Sizes, rows: int) -> int:
        """Return where the code of a shape is, and make it first if need be; 0 if it would be too long."""
        if self._worth_making((sizes, rows)):
            try:
                self._made[sizes, rows] = self._make(sizes, rows)
            except Exception as error:  # whatever a compiler may run into: the loops do the same work
                self._made[sizes, rows] = (0, None)
                warn(f"No machine code could be made for {sizes} and {rows} rows: {error}", stacklevel=2)
        return self.found(sizes, rows)

    def want(self, sizes: Sizes, rows: int) -> None:
        """Have the code of a shape made by a thread."""
        if not self._worth_making((sizes, rows)):
            return
        with self._lock:
            self._wanted = (sizes, rows)
            if not self._busy:
                with suppress(RuntimeError):  # no thread to be had: it will be asked for again
                    Thread(target=self._work, name="shape-kernel").start()
                    self._busy = True

    def _worth_making(self, shape: Shape) -> bool:
        return shape not in self._made and len(self._made) < MOST_SHAPES and self._operations(*shape) <= LONGEST

    def _work(self) -> None:
        while True:
            with self._lock:
                shape, self._wanted = self._wanted, None
                if shape is None:
                    self._busy = False
                    return
            self.made(*shape)


def is_wide(sizes: Sizes, rows: int) -> bool:
    """Tell whether a network is too large to be written out: then BLAS trains it (see `engine.wide`)."""
    return operations_of_burst(sizes, rows) > LONGEST


def width_for(count: int) -> int:
    """Return the lanes of the vectors that `count` numbers are put into."""
    return 4 if count <= 4 else LANES


def operations_of_burst(sizes: Sizes, rows: int) -> int:
    """Return about how many operations a burst has; see `engine.shaped`."""
    vectors = [-(-units // width_for(units)) for units in sizes]
    weights = sum(before * after for before, after in zip(sizes, vectors[1:], strict=False))
    return _rows_written_out(rows) * (3 * weights + 40 * sum(vectors[1:])) + 4 * count(sizes)


def operations_in_lanes(sizes: Sizes, rows: int) -> int:
    """Return about how many operations eight networks side by side have; see `engine.lanes`."""
    return _rows_written_out(rows) * (5 * count(sizes) + 40 * sum(sizes[1:]))


def _rows_written_out(rows: int) -> int:
    return rows if rows <= LANES else LANES + rows % LANES
