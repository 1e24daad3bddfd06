"""Some runs of a sweep that train together, until only their ends are kept."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.batch import FEWEST
from engine.crew import Crew, Solo
from engine.evidence import WRONG
from engine.network import forward, quietly
from engine.recipe import Recipe

Cell = tuple[int, int, int]
"""Where a run is in the arrays of a sweep: its places among hidden sizes, alphas and seeds."""


class Group:
    """Up to eight runs of one shape, put together when they are first trained.

    Parameters
    ----------
    cells : where the runs are
    recipe_of : returns what a cell is to train; of all of them only alpha and seed differ
    each : multiplications of one iteration of all of them
    iterations : how long each run trains
    """

    def __init__(self, cells: Sequence[Cell], recipe_of: Callable[[Cell], Recipe], each: int, iterations: int) -> None:
        self.cells, self.each = cells, each
        self._recipe_of, self._iterations = recipe_of, iterations
        self.iteration, self._counted = 0, 0
        self._crews: list[Crew | Solo] = []

    @property
    def left(self) -> int:
        """Iterations that are still to be done."""
        return self._iterations - self.iteration

    @property
    def is_finished(self) -> bool:
        """Whether the runs are at their ends."""
        return self.left == 0

    def advance(self, iterations: int) -> None:
        """Train all runs."""
        if not self._crews:
            recipes = [self._recipe_of(cell) for cell in self.cells]
            together = len(recipes) >= FEWEST and recipes[0].rules.lawful
            self._crews = [Crew(recipes)] if together else [Solo(recipe) for recipe in recipes]
        for crew in self._crews:
            crew.advance(iterations)
        self.iteration += iterations

    def not_yet_counted(self) -> int:
        """Return the multiplications since this was asked for the last time."""
        since, self._counted = self.iteration - self._counted, self.iteration
        return since * self.each

    def ends(self) -> tuple[NDArray[np.float64], list[bool]]:
        """Return the errors, and whether each run has solved its task."""
        recipe = self._recipe_of(self.cells[0])  # all have the same rows and rules
        lanes = [(crew, lane) for crew in self._crews for lane in range(len(crew.errors))]
        solved = [_is_solved(recipe, crew.weights_of(lane)) for crew, lane in lanes]
        return np.concatenate([crew.errors for crew in self._crews]), solved


def _is_solved(recipe: Recipe, weights: Sequence[NDArray[np.float64]]) -> bool:
    """Return whether these weights answer every example of a recipe within `WRONG` of its target."""
    with quietly():
        outputs = forward(recipe.X, weights, recipe.rules)[0][-1]
        return bool((np.abs(recipe.y - outputs) < WRONG).all())  # NaN is not
