"""The way that the weights of a two-weight network took over its error surface."""

from bisect import bisect_left
from collections.abc import Sequence
from math import isnan, nan

from engine.curve import bucket_start
from engine.weights import Vector


class WeightPath:
    """Positions at the start of every bucket of the error curve; (NaN, NaN) where somebody moved the weights."""

    def __init__(self) -> None:
        self._iterations: list[int] = []
        self._positions: list[tuple[float, float]] = []

    def add(self, iteration: int, weights: Sequence[float]) -> None:
        """Append where the weights are before the update of `iteration`."""
        if bucket_start(iteration) == iteration:
            self._append(iteration, (float(weights[0]), float(weights[1])))

    def extend(self, places: Sequence[float]) -> None:
        """Append what the kernel wrote down: iteration, first weight, second weight, iteration, …"""
        for i in range(0, len(places), 3):
            self._append(int(places[i]), (places[i + 1], places[i + 2]))

    def jump(self, iteration: int, source: Sequence[float], target: Sequence[float]) -> None:
        """Break the path: at `iteration` somebody moved the weights from `source` to `target`.

        A second move at the same iteration replaces the first, as the edit does on the timeline.
        """
        if len(self._positions) > 1 and self._iterations[-2] == iteration and isnan(self._positions[-2][0]):
            self._positions[-1] = (float(target[0]), float(target[1]))
            return
        for position in (source, (nan, nan), target):
            self._append(iteration, (float(position[0]), float(position[1])))

    def edited(self, iteration: int, source: Vector, target: Vector) -> None:
        """Break the path where an edit made other weights of `source`, or another number of weights.

        It ends where there are no longer two, and begins where there are.
        """
        if len(source) == len(target) == 2:
            self.jump(iteration, source.tolist(), target.tolist())
        elif len(source) == 2:
            self._append(iteration, (float(source[0]), float(source[1])))
            self._append(iteration, (nan, nan))
        elif len(target) == 2:
            self._append(iteration, (float(target[0]), float(target[1])))

    def points(self, since: int = 0) -> tuple[list[int], list[tuple[float, float]]]:
        """Return iterations and positions from `since` on."""
        first = bisect_left(self._iterations, since)
        return self._iterations[first:], self._positions[first:]

    def until(self, iteration: int) -> "WeightPath":
        """Return a path of its own of the iterations before this one."""
        end = bisect_left(self._iterations, iteration)
        return WeightPath.from_points(self._iterations[:end], self._positions[:end])

    @classmethod
    def from_points(cls, iterations: list[int], positions: list[tuple[float, float]]) -> "WeightPath":
        """Return the path that gives these points."""
        path = cls()
        path._iterations, path._positions = list(iterations), list(positions)
        return path

    def _append(self, iteration: int, position: tuple[float, float]) -> None:
        self._iterations.append(iteration)
        self._positions.append(position)
