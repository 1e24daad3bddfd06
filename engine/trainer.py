"""Who trains a network: the kernel, BLAS with the kernel's help if it is wide, or numpy."""

from collections.abc import Sequence
from typing import Protocol

from engine.backend import BACKEND
from engine.curve import ErrorCurve
from engine.kernel import Kernel
from engine.path import WeightPath
from engine.recipe import Recipe
from engine.shapes import is_wide
from engine.state import State
from engine.stepper import Stepper
from engine.weights import Vector
from engine.wide import Wide


class Trainer(Protocol):
    """Advances states of networks of one shape."""

    def train(self, state: State, end: int, stop_error: float | None, curve: ErrorCurve, path: WeightPath) -> bool:
        """Advance `state` to iteration `end`, or until the error is down to `stop_error`; tell whether it was."""

    def error(self, weights: Vector) -> float:
        """Return the mean absolute error over all rows and outputs."""


def trainer_for(recipe: Recipe, sizes: Sequence[int]) -> Trainer:
    """Return a trainer for a network on the recipe's data: by its shape, and by what this process has."""
    if not BACKEND.runs_loops:
        return Stepper(recipe, sizes)
    if is_wide(tuple(sizes), len(recipe.X)) and (parts := BACKEND.wide_parts()):
        return Wide(parts, recipe, sizes)
    return Kernel(BACKEND.machine, recipe, sizes)
