"""The numpy step as what advances a run, where there is no compiled kernel."""

from collections.abc import Sequence

from engine.curve import ErrorCurve
from engine.data import Data
from engine.history import History, next_sample
from engine.network import look, mean_error, quietly
from engine.path import WeightPath
from engine.rules import LAWFUL, Rules
from engine.state import State
from engine.weights import Vector


class Stepper:
    """Trains networks of one shape on the same data, one look after the other; see `engine.kernel.Kernel`."""

    def __init__(self, data: Data, sizes: Sequence[int], rules: Rules = LAWFUL) -> None:
        self._X, self._y, self._sizes, self._rules = data.X, data.y, tuple(sizes), rules

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
        sample = next_sample(state.iteration)
        with quietly():
            while state.iteration < end:
                trace = look(self._X, self._y, state.weights, self._sizes, self._rules)
                if stop_error is not None and trace.error <= stop_error:
                    return True
                curve.add(state.iteration, trace.error)
                if state.weights.size == 2:
                    path.add(state.iteration, state.weights.tolist())
                state.update(trace.update)
                if state.iteration == sample:
                    sample = next_sample(sample)
                    if history is not None:
                        state.note(history, self.error(state.weights))
        return False

    def error(self, weights: Vector) -> float:
        """Return the mean absolute error over all rows and outputs."""
        with quietly():
            return float(mean_error(self._X, self._y, weights, self._sizes, self._rules))
