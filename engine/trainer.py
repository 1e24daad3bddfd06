"""Who trains a network: the kernel, BLAS with the kernel's help if it is wide, or numpy."""

from collections.abc import Sequence
from typing import Protocol

from engine.backend import BACKEND
from engine.curve import ErrorCurve
from engine.data import Data
from engine.history import History
from engine.kernel import Kernel
from engine.path import WeightPath
from engine.rules import LAWFUL, Rules
from engine.shapes import is_wide
from engine.state import State
from engine.stepper import Stepper
from engine.weights import Vector
from engine.wide import Wide


class Trainer(Protocol):
    """Advances states of networks of one shape, on the same data and by the same rules."""

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

    def error(self, weights: Vector) -> float:
        """Return the mean absolute error over all rows and outputs."""


def trainer_for(data: Data, sizes: Sequence[int], rules: Rules = LAWFUL) -> Trainer:
    """Return a trainer for a network: by its shape, by its rules, and by what this process has."""
    if not BACKEND.runs_loops:
        return Stepper(data, sizes, rules)
    if rules.lawful and is_wide(tuple(sizes), len(data.X)) and (parts := BACKEND.wide_parts()):
        return Wide(parts, data, sizes)
    return Kernel(BACKEND.machine, data, sizes, rules)
