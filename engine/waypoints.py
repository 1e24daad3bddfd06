"""Where a run has been: states in memory, so that going back to any iteration takes an instant and not a training."""

from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.curve import bucket_width
from engine.data import Data
from engine.rules import Rules
from engine.state import State

MOST = 64
"""Waypoints of one run; when there are more, every other goes: any iteration is at most a 32nd of the run away."""

NEAREST = 1024
"""Iterations between the first waypoints."""


@dataclass(frozen=True, eq=False, slots=True)
class Waypoint:
    """A state before any edit of its iteration; it stands at the start of a bucket of the error curve.

    Attributes
    ----------
    applied : edits of the timeline that came about before
    numbers : read-only ndarray of shape (3, n_weights): weights, changes and direction of `engine.state.State`
    """

    iteration: int
    applied: int
    sizes: tuple[int, ...]
    alpha: float
    data: Data
    rules: Rules
    numbers: NDArray[np.float64]

    @classmethod
    def of(cls, state: State, applied: int) -> Self:
        """Keep a state as it is now."""
        numbers = np.array([state.weights, state.changes, state.direction], dtype=np.float64)
        numbers.flags.writeable = False
        return cls(state.iteration, applied, state.sizes, state.alpha, state.data, state.rules, numbers)

    def state(self) -> State:
        """Return the state, to be trained on."""
        weights, changes, direction = self.numbers
        return State(
            iteration=self.iteration,
            sizes=self.sizes,
            alpha=self.alpha,
            data=self.data,
            rules=self.rules,
            weights=weights.copy(),
            changes=changes.astype(np.int64),
            direction=direction.astype(np.int64),
        )


class Waypoints:
    """The waypoints of a timeline, in order; runs of one timeline share them."""

    def __init__(self) -> None:
        self._kept: list[Waypoint] = []
        self._apart = NEAREST

    def __iter__(self) -> Iterator[Waypoint]:
        return iter(list(self._kept))

    def after(self, iteration: int) -> int:
        """Return the first iteration after this one of which a waypoint is wanted."""
        apart = max(self._apart, bucket_width(iteration))
        return (iteration // apart + 1) * apart

    def add(self, waypoint: Waypoint) -> None:
        """Keep a waypoint, unless there is one of its iteration."""
        found = self.before(waypoint.iteration)
        if found is not None and found.iteration == waypoint.iteration:
            return
        insort(self._kept, waypoint, key=_iteration)
        while len(self._kept) > MOST:
            self._apart *= 2
            self._kept = [kept for kept in self._kept if kept.iteration % self._apart == 0]

    def before(self, iteration: float) -> Waypoint | None:
        """Return the last waypoint up to an iteration."""
        place = bisect_right(self._kept, iteration, key=_iteration)
        return self._kept[place - 1] if place else None

    def until(self, iteration: float = inf) -> "Waypoints":
        """Return waypoints of their own up to an iteration: what comes after it will be another."""
        waypoints = Waypoints()
        waypoints._kept = self._kept[: bisect_right(self._kept, iteration, key=_iteration)]
        waypoints._apart = self._apart
        return waypoints


def _iteration(waypoint: Waypoint) -> int:
    return waypoint.iteration
