"""The kernel at work on one network: it advances a state, whether by one iteration or by a million."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import loops
from engine.backend import Interpreted, Machine
from engine.curve import ErrorCurve
from engine.data import Data
from engine.history import History
from engine.path import WeightPath
from engine.rules import LAWFUL, Rules
from engine.state import UNKNOWN, State
from engine.weights import Vector, count

WORTH_A_SHAPE = 1_000_000
"""Multiplications after which a network gets a burst of its own: others stop before."""

SAMPLES, ROOM = 32, 65_536
"""Samples that fit between two looks at them, and numbers that they may take all together."""

NEVER = -1.0
"""No error is as low: the stop error of a run without one."""


class Kernel:
    """Trains networks of one shape on the same data, as `engine.loops` says.

    It changes the numbers of a state in place, without holding Python's lock. It has a scratch, so it is for one run.

    Parameters
    ----------
    machine : returns what runs the loops at present; asked before every burst
    data : what to train on
    sizes : units of every layer
    rules : what an iteration does; only the posts' are written out for a shape
    """

    def __init__(self, machine: Callable[[], Machine], data: Data, sizes: Sequence[int], rules: Rules = LAWFUL) -> None:
        self._machine = machine
        self._sizes, self._rows, self._lawful = tuple(sizes), len(data.X), rules.lawful
        columns = np.zeros((sizes[0], loops.padded(self._rows)))
        columns[:, : self._rows] = data.X.T
        # A vector may be read beyond the last number, though nothing is done with what is there.
        beyond = np.zeros(loops.LANES)
        self._data = np.concatenate((data.y.ravel(), beyond, columns.ravel(), beyond, rules.numbers(len(sizes))))
        self._scratch = np.zeros(loops.scratch_size(self._sizes, self._rows))
        self._scratch[: data.X.size] = data.X.ravel()
        self._points = np.empty(512)
        self._places = np.empty(768 if count(sizes) == 2 else 3)
        note = 2 + count(sizes)
        self._samples = np.empty(max(1, min(SAMPLES, ROOM // note)) * note)
        self._sizes_array = np.array(self._sizes)
        self._each = self._rows * count(sizes)  # multiplications of an iteration, in one direction
        self._most = max(1, Interpreted.burst // self._each)  # iterations in one burst
        self._work = 0
        self._train: Callable[..., tuple[int, int, int, int, bool]] = Interpreted.train
        self._shaped = 0
        self._weights: Vector | None = None
        self._bucket: NDArray[np.float64] | None = None
        self._arrays: Sequence[Any] = ()

    def train(
        self,
        state: State,
        end: int,
        stop_error: float | None,
        curve: ErrorCurve,
        path: WeightPath,
        history: History | None = None,
    ) -> bool:
        """Advance `state` to iteration `end`, or until the error is down to `stop_error`; tell whether it was."""
        unknown = state.unknown()
        if unknown is not None and state.iteration < end:  # what has no direction yet can't change it
            counted = state.changes[unknown]
            stopped = self._burst(state, state.iteration + 1, stop_error, curve, path, history)
            state.changes[unknown] = counted
            if stopped:
                state.direction[unknown] = UNKNOWN
                return True
        while state.iteration < end:
            if self._burst(state, min(end, state.iteration + self._most), stop_error, curve, path, history):
                return True
        return False

    def error(self, weights: Vector) -> float:
        """Return the mean absolute error over all rows and outputs."""
        machine = self._machine()
        y, scratch, now = machine.indexable(self._data, self._scratch, weights)
        return float(machine.mean_error(self._sizes_array, self._rows, y, scratch, now))

    def _burst(
        self,
        state: State,
        end: int,
        stop_error: float | None,
        curve: ErrorCurve,
        path: WeightPath,
        history: History | None,
    ) -> bool:
        if not self._shaped:
            self._improve(end - state.iteration)
        if state.weights is not self._weights or curve.bucket is not self._bucket:
            self._take_up(state, curve)
        state.iteration, filled, placed, sampled, stopped = self._train(
            self._shaped, *self._arrays, state.alpha, state.iteration, end, NEVER if stop_error is None else stop_error
        )
        if filled:
            curve.extend(self._points[:filled].tolist())
        if placed:
            path.extend(self._places[:placed].tolist())
        if sampled and history is not None:
            history.extend(self._samples[:sampled], state.sizes, state.data, state.rules)
        return stopped

    def _improve(self, iterations: int) -> None:
        """Take the best there is for this shape at present, and ask for better if that is worth it."""
        machine = self._machine()
        self._shaped = machine.shaped(self._sizes, self._rows) if self._lawful else 0
        if self._lawful and not self._shaped:
            self._work += iterations * self._each
            if self._work > WORTH_A_SHAPE:
                machine.want_shape(self._sizes, self._rows)
        if machine.train is not self._train:
            self._train, self._weights = machine.train, None
            self._most = max(1, machine.burst // self._each)

    def _take_up(self, state: State, curve: ErrorCurve) -> None:
        """Put together what stays the same from burst to burst: it is passed on a million times."""
        self._weights, self._bucket = state.weights, curve.bucket
        self._arrays = (
            self._sizes_array,
            self._rows,
            *self._machine().indexable(
                self._data, self._scratch, state.weights, state.direction, state.changes, curve.bucket,
                self._points, self._places, self._samples,
            ),
        )  # fmt: skip
