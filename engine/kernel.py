"""The kernel at work on one network: it advances a state, whether by one iteration or by a million."""

from collections.abc import Callable, Sequence

import numpy as np

from engine import loops
from engine.backend import Machine
from engine.curve import ErrorCurve
from engine.path import WeightPath
from engine.recipe import Recipe
from engine.state import State
from engine.weights import Vector, count

BURST = 4_000_000
"""Multiplications in one call at the most, a few hundredths of a second: then a faster burst may take over."""

WORTH_A_SHAPE = 1_000_000
"""Multiplications after which a network gets a burst of its own: others stop before."""

NEVER = -1.0
"""No error is as low: the stop error of a run without one."""


class Kernel:
    """Trains networks of one shape on a recipe's data, as `engine.loops` says.

    It changes the numbers of a state in place, without holding Python's lock. It has a scratch, so it is for one run.

    Parameters
    ----------
    machine : returns what runs the loops at present; asked before every burst
    recipe : whose data to train on
    sizes : units of every layer
    """

    def __init__(self, machine: Callable[[], Machine], recipe: Recipe, sizes: Sequence[int]) -> None:
        self._machine = machine
        self._sizes, self._rows = tuple(sizes), len(recipe.X)
        columns = np.zeros((sizes[0], -(-self._rows // loops.LANES) * loops.LANES))
        columns[:, : self._rows] = recipe.X.T
        # A vector may be read beyond the last number, though nothing is done with what is there.
        beyond = np.zeros(loops.LANES)
        self._columns = np.concatenate((columns.ravel(), beyond))
        self._y = np.concatenate((recipe.y.ravel(), beyond))
        self._scratch = np.zeros(loops.scratch_size(self._sizes, self._rows))
        self._scratch[: recipe.X.size] = recipe.X.ravel()
        self._points, self._places = np.empty(1024), np.empty(1536)
        self._sizes_array = np.array(self._sizes)
        self._each = self._rows * count(sizes)  # multiplications of an iteration, in one direction
        self._work = 0

    def train(self, state: State, end: int, stop_error: float | None, curve: ErrorCurve, path: WeightPath) -> bool:
        """Advance `state` to iteration `end`, or until the error is down to `stop_error`; tell whether it was."""
        unknown = state.unknown()
        if unknown is not None and state.iteration < end:  # what has no direction yet can't change it
            counted = state.changes[unknown]
            stopped = self._burst(state, state.iteration + 1, stop_error, curve, path)
            state.changes[unknown] = counted
            if stopped:
                return True
        most = max(1, BURST // self._each)
        while state.iteration < end:
            if self._burst(state, min(end, state.iteration + most), stop_error, curve, path):
                return True
        return False

    def error(self, weights: Vector) -> float:
        """Return the mean absolute error over all rows and outputs."""
        machine = self._machine()
        y, scratch, now = machine.indexable(self._y, self._scratch, weights)
        return float(machine.mean_error(self._sizes_array, self._rows, y, scratch, now))

    def _burst(self, state: State, end: int, stop_error: float | None, curve: ErrorCurve, path: WeightPath) -> bool:
        machine = self._machine()
        shaped = machine.shaped(self._sizes, self._rows)
        if not shaped:
            self._work += (end - state.iteration) * self._each
            if self._work > WORTH_A_SHAPE:
                machine.want_shape(self._sizes, self._rows)
        arrays = machine.indexable(
            self._columns, self._y, self._scratch, state.weights, state.direction, state.changes, curve.bucket,
            self._points, self._places,
        )  # fmt: skip
        state.iteration, filled, placed, stopped = machine.train(
            shaped, self._sizes_array, self._rows, *arrays,
            state.alpha, state.iteration, end, NEVER if stop_error is None else stop_error,
        )  # fmt: skip
        if filled:
            curve.extend(self._points[:filled].tolist())
        if placed:
            path.extend(self._places[:placed].tolist())
        return bool(stopped)
