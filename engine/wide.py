"""Training of wide networks: products of matrices by BLAS, everything else compiled.

BLAS adds up in an order of its own, with fused multiply-adds, so these runs have the same bits on one machine only. In
return they are several times faster than fixed sums where matrices are large.
"""

from collections.abc import Sequence

import numpy as np

from engine.backend import WideParts
from engine.curve import ErrorCurve
from engine.data import Data
from engine.history import History, next_sample
from engine.network import quietly
from engine.path import WeightPath
from engine.state import State
from engine.weights import Vector, matrices


class Wide:
    """Trains networks of one shape by the posts' rules; see `engine.kernel.Kernel`. Python's lock is mostly free."""

    def __init__(self, parts: WideParts, data: Data, sizes: Sequence[int]) -> None:
        self._parts, self._sizes = parts, tuple(sizes)
        self._y = data.y.flatten()  # a copy that may be written to, as compiled code wants it
        rows = len(data.X)
        self._layers = [data.X, *(np.empty((rows, units)) for units in sizes[1:])]
        self._deltas = [np.empty((rows, units)) for units in sizes]

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
        update = np.empty_like(state.weights)
        updates = matrices(update, self._sizes)
        sample = next_sample(state.iteration)
        while state.iteration < end:
            error = self.error(state.weights)
            if stop_error is not None and error <= stop_error:
                return True
            curve.add(state.iteration, error)
            self._backward(state.weights, updates)
            unknown = state.unknown()
            counted = state.changes[unknown] if unknown is not None else ()
            self._parts.apply(state.weights, update, state.alpha, state.direction, state.changes)
            if unknown is not None:
                state.changes[unknown] = counted
            state.iteration += 1
            if state.iteration == sample:
                sample = next_sample(sample)
                if history is not None:
                    state.note(history, self.error(state.weights))
        return False

    def error(self, weights: Vector) -> float:
        """Return the mean absolute error over all rows and outputs; fill the layers."""
        with quietly():
            for i, syn in enumerate(matrices(weights, self._sizes)):
                np.dot(self._layers[i], syn, out=self._layers[i + 1])  # (n_rows, before) @ (before, after)
                self._parts.squash(self._layers[i + 1].reshape(-1))
        return float(self._parts.output_delta(self._y, self._layers[-1].reshape(-1), self._deltas[-1].reshape(-1)))

    def _backward(self, weights: Vector, updates: Sequence[Vector]) -> None:
        synapses = matrices(weights, self._sizes)
        with quietly():
            for i in reversed(range(len(synapses))):
                np.dot(self._layers[i].T, self._deltas[i + 1], out=updates[i])  # (before, n_rows) @ (n_rows, after)
                if i:
                    np.dot(self._deltas[i + 1], synapses[i].T, out=self._deltas[i])  # (n_rows, after) @ (after, before)
                    self._parts.times_slope(self._deltas[i].reshape(-1), self._layers[i].reshape(-1))
