"""The error at every iteration, kept in little room without losing a spike."""

from bisect import bisect_left

EXACT = 512
"""Iterations up to here are kept one by one; every octave after that is kept in EXACT // 2 buckets."""


def bucket_start(iteration: int) -> int:
    """Return the first iteration of the bucket that `iteration` falls into.

    Buckets depend on nothing but the iteration and are a fixed fraction of it (at most 1/256) wide: fine enough for a
    linear and for a logarithmic axis, never merged later, and about 250 more for each doubling of a run.
    """
    width_bits = max(0, iteration.bit_length() - EXACT.bit_length() + 1)
    return iteration >> width_bits << width_bits


class ErrorCurve:
    """The lowest and the highest error of every bucket, in the order in which they occurred.

    A NaN counts as the highest: it is never hidden by a number.
    """

    def __init__(self) -> None:
        self._iterations: list[int] = []
        self._errors: list[float] = []
        self._start = -1  # of the bucket that is still open
        self._low = self._high = (0, 0.0)

    def add(self, iteration: int, error: float) -> None:
        """Append the error of the next iteration."""
        if self._start < 0 or bucket_start(iteration) != self._start:
            self._close()
            self._start = bucket_start(iteration)
            self._low = self._high = (iteration, error)
            return
        if error < self._low[1] or self._low[1] != self._low[1]:
            self._low = (iteration, error)
        if self._high[1] == self._high[1] and not error <= self._high[1]:
            self._high = (iteration, error)

    def points(self, since: int = 0) -> tuple[list[int], list[float]]:
        """Return iterations and errors from `since` on, where `since` is the start of a bucket."""
        first = bisect_left(self._iterations, since)
        points = [point for point in self._open_points() if point[0] >= since]
        return (
            self._iterations[first:] + [iteration for iteration, _ in points],
            self._errors[first:] + [error for _, error in points],
        )

    @classmethod
    def from_points(cls, iterations: list[int], errors: list[float]) -> "ErrorCurve":
        """Return the curve that gives these points."""
        curve = cls()
        for iteration, error in zip(iterations, errors, strict=True):
            curve.add(iteration, error)
        return curve

    def _open_points(self) -> list[tuple[int, float]]:
        if self._start < 0:
            return []
        return sorted({self._low[0]: self._low, self._high[0]: self._high}.values(), key=lambda point: point[0])

    def _close(self) -> None:
        for iteration, error in self._open_points():
            self._iterations.append(iteration)
            self._errors.append(error)
