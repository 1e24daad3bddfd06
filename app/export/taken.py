"""A run as it stood when somebody asked for it, while the run itself may go on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.experiments import EXPERIMENTS
from app.marks import label_of
from engine import Recipe, Run
from engine.data import Data
from engine.edit import Edit


@dataclass(frozen=True, eq=False)
class Taken:
    """All of a run that its files are made of; edits that wait for later iterations are not in it.

    Attributes
    ----------
    weights : syn0, syn1, …, each ndarray of shape (units before, units after)
    data : what it learned from at the end
    label : its settings in words
    kept : iterations and errors of the curve that the lab keeps: the lowest and the highest of every stretch
    """

    recipe: Recipe
    timeline: tuple[Edit, ...]
    iteration: int
    error: float
    digest: str
    weights: list[NDArray[np.float64]]
    data: Data
    label: str
    kept: tuple[list[int], list[float]]

    @classmethod
    def of(cls, run: Run) -> Self:
        """Copy what is needed of a run: that is quick, however long it has trained."""
        return cls(
            recipe=run.recipe,
            timeline=tuple(run.timeline[: run.edits_done]),
            iteration=run.iteration,
            error=run.error,
            digest=run.digest,
            weights=run.weights,
            data=run.data,
            label=label_of(run),
            kept=run.curve.points(),
        )

    @property
    def title(self) -> str:
        """What the experiment is called."""
        known = EXPERIMENTS.get(self.recipe.experiment)
        return known.title if known else "A run"

    @property
    def name(self) -> str:
        """What its files are called, without an ending."""
        known = self.recipe.experiment in EXPERIMENTS
        return f"eleven-lines-{self.recipe.experiment}" if known else "eleven-lines-run"

    @cached_property
    def synapses(self) -> int:
        """How many matrices of weights there are: as many all along."""
        return len(self.weights)

    def again(self) -> Run:
        """Return the same run at its first iteration."""
        return Run(self.recipe, self.timeline)
