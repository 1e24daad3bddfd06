"""What was learned: where a run is, and nothing of how it got there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.changes import Change, Sources
from engine.data import Data
from engine.edit import Edit
from engine.history import History
from engine.recipe import Recipe
from engine.rules import Rules
from engine.weights import Vector, carry_over, count, initial, resized, transplant, transplanted

UNKNOWN, DOWN, UP = -1, 0, 1


@dataclass
class State:
    """The numbers that the next iteration is computed from.

    Attributes
    ----------
    iteration : updates done so far
    sizes : units of every layer, inputs and outputs included
    alpha : learning rate of the next update
    data : the rows it learns from
    rules : what an iteration does
    weights : ndarray of shape (n_weights,), syn0 first
    changes : ndarray of shape (n_weights,): how often each weight's update has changed direction, counted as in the
        posts, where an update is either above zero or not
    direction : ndarray of shape (n_weights,): the last update's direction, UP or DOWN, UNKNOWN before a weight's first
    """

    iteration: int
    sizes: tuple[int, ...]
    alpha: float
    data: Data
    rules: Rules
    weights: Vector
    changes: NDArray[np.int64]
    direction: NDArray[np.int64]

    def __post_init__(self) -> None:
        self._all_known = False

    @classmethod
    def first(cls, recipe: Recipe) -> Self:
        """Return the state in which a recipe begins."""
        changes, direction = _unmoved(recipe.sizes)
        return cls(
            iteration=0,
            sizes=recipe.sizes,
            alpha=recipe.alpha,
            data=recipe.data,
            rules=recipe.rules,
            weights=initial(recipe.sizes, recipe.seed, recipe.start),
            changes=changes,
            direction=direction,
        )

    def unknown(self) -> NDArray[np.bool_] | None:
        """Return where a weight has not had an update yet; None if every weight has."""
        if self._all_known:
            return None
        unknown = self.direction == UNKNOWN
        self._all_known = not unknown.any()
        return None if self._all_known else unknown

    def update(self, update: Vector) -> None:
        """Do one iteration's update of every weight, and count the directions that changed."""
        upward = (update > 0).astype(np.int64)  # True is UP, False is DOWN
        turned = upward != self.direction
        unknown = self.unknown()
        if unknown is not None:
            turned &= ~unknown
        self.changes += turned
        self.direction = upward
        self.weights += self.alpha * update
        self.iteration += 1

    def note(self, history: History, error: float) -> None:
        """Put a sample of where it is into a history."""
        history.add(self.iteration, error, self.weights, self.sizes, self.data, self.rules)

    def check(self, edits: Iterable[Edit]) -> None:
        """Raise ValueError if these edits, one after the other, do not fit the network; change nothing."""
        sizes, data = self.sizes, self.data
        for edit in edits:
            try:
                sizes, data = shape_after(edit, sizes, data)
            except ValueError as error:
                if edit.iteration == self.iteration:
                    raise
                when = f"the edit at iteration {edit.iteration:,}"
                raise ValueError(f"Then {when} would not fit any more: {error}") from None

    def apply(self, edit: Edit, seed: int) -> None:
        """Change what `edit` says; see `check` for what can't be."""
        sizes, data = shape_after(edit, self.sizes, self.data)
        if isinstance(edit.value, float):
            self.alpha = edit.value
        elif isinstance(edit.value, Rules):
            self.rules = edit.value
        elif isinstance(edit.value, Change):
            self._reshape(sizes, edit.value.sources(self.sizes[0]), seed)
            self.data = data
        elif edit.field == "weights":
            self.weights = np.array(edit.value, dtype=np.float64)
        else:
            self._resize(sizes, seed)

    def _resize(self, new: tuple[int, ...], seed: int) -> None:
        weights = resized(self.weights, self.sizes, new, seed, self.iteration)
        changes, direction = _unmoved(new)
        carry_over(self.changes, self.sizes, changes, new)
        carry_over(self.direction, self.sizes, direction, new)
        self._become(new, weights, changes, direction)

    def _reshape(self, new: tuple[int, ...], sources: Sources, seed: int) -> None:
        if new == self.sizes and sources == tuple(range(new[0])):
            return
        weights = transplanted(self.weights, self.sizes, new, sources, seed, self.iteration)
        changes, direction = _unmoved(new)
        transplant(self.changes, self.sizes, changes, new, sources)
        transplant(self.direction, self.sizes, direction, new, sources)
        self._become(new, weights, changes, direction)

    def _become(
        self, sizes: tuple[int, ...], weights: Vector, changes: NDArray[np.int64], direction: NDArray[np.int64]
    ) -> None:
        self.sizes, self.weights, self.changes, self.direction = sizes, weights, changes, direction
        self._all_known = False


def shape_after(edit: Edit, sizes: tuple[int, ...], data: Data) -> tuple[tuple[int, ...], Data]:
    """Return the layer sizes and the data that an edit leads to; raise ValueError if it does not fit these."""
    value = edit.value
    if isinstance(value, Change):
        data = value.apply(data)
        return (data.n_inputs, *sizes[1:-1], data.n_outputs), data
    if isinstance(value, Rules):
        value.check(sizes)
    elif edit.field == "hidden_sizes" and isinstance(value, tuple):
        if len(value) != len(sizes) - 2:
            raise ValueError(f"This network has {len(sizes) - 2} hidden layers, not {len(value)}.")
        return (sizes[0], *(int(size) for size in value), sizes[-1]), data
    elif isinstance(value, tuple) and len(value) != count(sizes):
        raise ValueError(f"This network has {count(sizes)} weights, not {len(value)}.")
    return sizes, data


def _unmoved(sizes: tuple[int, ...]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the changes and the direction of weights that have not had an update yet."""
    return np.zeros(count(sizes), dtype=np.int64), np.full(count(sizes), UNKNOWN, dtype=np.int64)
