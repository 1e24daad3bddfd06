"""Iterations that are kept for comparison, and the past of a run as the page asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np

from app.frames import look_at
from app.messages import History, Look
from engine import Run
from engine.data import Data
from engine.history import Sample
from engine.network import forward, quietly
from engine.recipe import Recipe
from engine.rules import Rules
from engine.statistics import correlations
from engine.weights import matrices

MOST_WORK = 20_000_000
"""Multiplications for one answer about the past; of a larger network fewer iterations are looked at."""


@dataclass(frozen=True)
class Pin:
    """A state of a run that is kept, with the data and the rules of its time: both may change afterwards."""

    iteration: int
    sizes: tuple[int, ...]
    weights: tuple[float, ...]
    data: Data
    rules: Rules

    @classmethod
    def of(cls, run: Run) -> "Pin":
        """Keep the present state."""
        weights = np.concatenate([syn.ravel() for syn in run.weights])
        return cls(run.iteration, run.sizes, tuple(weights.tolist()), run.data, run.rules)

    @classmethod
    def from_dict(cls, document: dict[str, Any], recipe: Recipe) -> "Pin":
        """Return the pin that `to_dict` wrote down, also after a journey through JSON."""
        weights = tuple(float(weight) for weight in document["weights"])
        data = recipe.data if document["data"] is None else Data(**document["data"])
        rules = Rules.from_dict(document["rules"])
        return cls(document["iteration"], tuple(document["sizes"]), weights, data, rules)

    def to_dict(self, recipe: Recipe) -> dict[str, Any]:
        """Return the fields by name, fit for JSON: numbers that are not finite as words, the recipe's data as None."""
        data = self.data
        rows = {"inputs": data.inputs, "targets": data.targets, "columns": data.columns}
        return {
            "iteration": self.iteration,
            "sizes": self.sizes,
            "weights": [weight if np.isfinite(weight) else str(weight) for weight in self.weights],
            "data": None if data == recipe.data else rows,
            "rules": self.rules.to_dict(),
        }

    def look(self, rows: slice) -> Look:
        """Return everything that this iteration computed."""
        return look_at(self.iteration, np.array(self.weights), self.sizes, self.data, self.rules, rows)


def history_of(run: Run, number: int, since: int, rows: slice) -> History:
    """Return what became of the hidden units and of the examples in view, from iteration `since` on."""
    samples = run.history.since(since)
    samples = samples[:: max(1, len(samples) * run.multiplications // MOST_WORK)]
    told = [_told(sample, rows) for sample in samples]
    return History(
        run=number,
        since=since,
        iterations=[sample.iteration for sample in samples],
        mean_errors=[sample.error for sample in samples],
        correlations=_lines([by_unit for by_unit, _ in told]),
        errors=_lines([by_row for _, by_row in told]),
    )


def _told(sample: Sample, rows: slice) -> tuple[list[float], list[float]]:
    """Return the correlation of each unit with the first target, and the error of each row in view."""
    with quietly():
        layers, _ = forward(sample.data.X, matrices(sample.weights, sample.sizes), sample.rules)
    target = sample.data.y[:, 0]
    return correlations(layers[1], target).tolist(), (target - layers[-1][:, 0])[rows].tolist()


def _lines(columns: Sequence[list[float]]) -> list[list[float]]:
    """Turn columns of any length into lines of one length, with NaN where a column is too short."""
    longest = max(map(len, columns), default=0)
    return [[column[i] if i < len(column) else nan for column in columns] for i in range(longest)]
