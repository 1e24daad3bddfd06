"""What was learned: where a run is, and nothing of how it got there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.edit import Edit
from engine.recipe import Recipe
from engine.weights import Vector, carry_over, count, initial, resized

UNKNOWN, DOWN, UP = -1, 0, 1


@dataclass
class State:
    """The numbers that the next iteration is computed from.

    Attributes
    ----------
    iteration : updates done so far
    sizes : units of every layer, inputs and outputs included
    alpha : learning rate of the next update
    weights : ndarray of shape (n_weights,), syn0 first
    changes : ndarray of shape (n_weights,): how often each weight's update has changed direction, counted as in the
        posts, where an update is either above zero or not
    direction : ndarray of shape (n_weights,): the last update's direction, UP or DOWN, UNKNOWN before a weight's first
    """

    iteration: int
    sizes: tuple[int, ...]
    alpha: float
    weights: Vector
    changes: NDArray[np.int64]
    direction: NDArray[np.int64]

    def __post_init__(self) -> None:
        self._all_known = False

    @classmethod
    def first(cls, recipe: Recipe) -> Self:
        """Return the state in which a recipe begins."""
        n_weights = count(recipe.sizes)
        return cls(
            iteration=0,
            sizes=recipe.sizes,
            alpha=recipe.alpha,
            weights=initial(recipe.sizes, recipe.seed),
            changes=np.zeros(n_weights, dtype=np.int64),
            direction=np.full(n_weights, UNKNOWN, dtype=np.int64),
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

    def check(self, edits: Iterable[Edit]) -> None:
        """Raise ValueError if these edits, one after the other, do not fit the network; change nothing."""
        sizes = self.sizes
        for edit in edits:
            if edit.field == "hidden_sizes" and isinstance(edit.value, tuple):
                if len(edit.value) != len(sizes) - 2:
                    raise ValueError(f"This network has {len(sizes) - 2} hidden layers, not {len(edit.value)}.")
                sizes = _sizes(sizes, edit.value)
            elif isinstance(edit.value, tuple) and len(edit.value) != count(sizes):
                raise ValueError(f"This network has {count(sizes)} weights, not {len(edit.value)}.")

    def apply(self, edit: Edit, seed: int) -> None:
        """Change what `edit` says; see `check` for what can't be."""
        self.check([edit])
        if edit.field == "alpha" and isinstance(edit.value, float):
            self.alpha = edit.value
        elif isinstance(edit.value, tuple) and edit.field == "weights":
            self.weights = np.array(edit.value, dtype=np.float64)
        elif isinstance(edit.value, tuple):
            self._resize(edit.value, seed)

    def _resize(self, hidden_sizes: tuple[float, ...], seed: int) -> None:
        new = _sizes(self.sizes, hidden_sizes)
        changes = np.zeros(count(new), dtype=np.int64)
        direction = np.full(count(new), UNKNOWN, dtype=np.int64)
        carry_over(self.changes, self.sizes, changes, new)
        carry_over(self.direction, self.sizes, direction, new)
        self.weights = resized(self.weights, self.sizes, new, seed, self.iteration)
        self.sizes, self.changes, self.direction = new, changes, direction
        self._all_known = False


def _sizes(sizes: tuple[int, ...], hidden_sizes: tuple[float, ...]) -> tuple[int, ...]:
    return (sizes[0], *(int(size) for size in hidden_sizes), sizes[-1])
