"""The error at every iteration, kept in little room without losing a spike."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from math import inf, nan

import numpy as np
from numpy.typing import NDArray

EXACT = 512
"""Iterations up to here are kept one by one; every octave after that is kept in EXACT // 2 buckets."""

START, LOW_AT, LOW, HIGH_AT, HIGH = range(5)
"""Places in `ErrorCurve.bucket`."""


def bucket_width(iteration: int) -> int:
    """Return how many iterations share the bucket that `iteration` falls into.

    Buckets depend on nothing but the iteration and are a fixed fraction of it (at most 1/256) wide: fine enough for a
    linear and for a logarithmic axis, never merged later, and about 250 more for each doubling of a run.
    """
    width = 1
    while iteration >= EXACT * width:
        width *= 2
    return width


def bucket_start(iteration: int) -> int:
    """Return the first iteration of the bucket that `iteration` falls into."""
    return iteration // bucket_width(iteration) * bucket_width(iteration)


class ErrorCurve:
    """The lowest and the highest error of every bucket, in the order in which they occurred.

    A NaN counts as the highest: it is never hidden by a number.

    Attributes
    ----------
    bucket : ndarray of shape (5,), the bucket that is still open: its first iteration, then where its lowest error is,
        that error, where its highest is, and that; nowhere is -1. The kernel writes here (`engine.loops`).
    """

    def __init__(self) -> None:
        self._iterations = array("q")  # a quarter of the room that lists of numbers take
        self._errors = array("d")
        self.bucket = np.array([-1.0, -1.0, nan, -1.0, -inf])

    def add(self, iteration: int, error: float) -> None:
        """Append the error of the next iteration."""
        bucket = self.bucket
        start = bucket_start(iteration)
        if start != bucket[START]:
            self.extend(_open_points(bucket.tolist()))
            bucket[:] = start, iteration, error, iteration, error
            return
        if error < bucket[LOW] or bucket[LOW] != bucket[LOW]:
            bucket[LOW_AT], bucket[LOW] = iteration, error
        if bucket[HIGH] == bucket[HIGH] and not error <= bucket[HIGH]:
            bucket[HIGH_AT], bucket[HIGH] = iteration, error

    def extend(self, points: Sequence[float]) -> None:
        """Append what is to be kept of buckets that have closed: iteration, error, iteration, error, …"""
        self._iterations.extend(map(int, points[::2]))
        self._errors.extend(points[1::2])

    def points(self, since: int = 0) -> tuple[list[int], list[float]]:
        """Return iterations and errors from `since` on, where `since` is the start of a bucket."""
        first = bisect_left(self._iterations, since)
        iterations, errors = self._iterations[first:].tolist(), self._errors[first:].tolist()
        still_open = _open_points(self.bucket.tolist())
        if still_open and still_open[0] >= since:
            iterations += map(int, still_open[::2])
            errors += still_open[1::2]
        return iterations, errors

    def until(self, iteration: int) -> "ErrorCurve":
        """Return a curve of its own of the iterations before this one, which is the start of a bucket or the end."""
        curve = ErrorCurve()
        closed = bisect_left(self._iterations, iteration)
        curve._iterations, curve._errors = self._iterations[:closed], self._errors[:closed]
        if 0 <= self.bucket[START] < iteration:
            curve.bucket[:] = self.bucket
        return curve

    def arrays(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return iterations and errors as arrays, ready to be plotted or saved."""
        iterations, errors = self.points()
        return np.array(iterations, dtype=np.int64), np.array(errors, dtype=np.float64)

    @classmethod
    def from_points(cls, iterations: list[int], errors: list[float]) -> "ErrorCurve":
        """Return the curve that gives these points."""
        curve = cls()
        for iteration, error in zip(iterations, errors, strict=True):
            curve.add(iteration, error)
        return curve


def _open_points(bucket: list[float]) -> list[float]:
    """Return the one or two points of a bucket, in order; none of an empty one."""
    low, high = bucket[LOW_AT : LOW + 1], bucket[HIGH_AT : HIGH + 1]
    if low[0] < 0:
        return []
    if low[0] == high[0]:
        return low
    return low + high if low[0] < high[0] else high + low
