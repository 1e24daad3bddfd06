"""Runs that are trained as one: eight of a shape side by side, or one alone."""

import ctypes
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.backend import BACKEND
from engine.curve import ErrorCurve
from engine.loops import LANES
from engine.measure import mean_errors
from engine.path import WeightPath
from engine.recipe import Recipe
from engine.run import Run
from engine.state import State
from engine.trainer import trainer_for
from engine.weights import matrices

_ARRAY = ctypes.c_void_p
_TRAINING = ctypes.CFUNCTYPE(None, _ARRAY, _ARRAY, _ARRAY, _ARRAY, _ARRAY, _ARRAY, ctypes.c_int64)


class Solo:
    """One run that trains alone, in the form of a crew."""

    def __init__(self, recipe: Recipe) -> None:
        self._run = Run(recipe)

    def advance(self, iterations: int) -> None:
        """Train the run; Python's lock is not held meanwhile."""
        self._run.advance(iterations)

    @property
    def errors(self) -> NDArray[np.float64]:
        """The mean absolute error, ndarray of shape (1,)."""
        return np.array([self._run.error])

    def weights_of(self, lane: int) -> list[NDArray[np.float64]]:
        """Return copies of syn0, syn1, …"""
        return self._run.weights

    def direction_changes_of(self, lane: int) -> list[NDArray[np.int64]]:
        """Return how often each weight's update has changed direction, in the shapes of the weights."""
        return self._run.direction_changes


class Crew:
    """Trains states in lanes as soon as there is machine code for that (see `engine.lanes`), one by one until then.

    Lanes without a run repeat the first one. All go by the posts' rules.
    """

    def __init__(self, recipes: Sequence[Recipe]) -> None:
        self._recipe, self._sizes = recipes[0], recipes[0].sizes
        self._runs = len(recipes)
        self._iteration = 0
        states = [State.first(recipe) for recipe in recipes]
        states += states[:1] * (LANES - len(states))
        self._alphas = np.array([state.alpha for state in states])
        self._weights = np.stack([state.weights for state in states], axis=1)
        self._direction = np.stack([state.direction for state in states], axis=1)
        self._changes = np.stack([state.changes for state in states], axis=1)

    def advance(self, iterations: int) -> None:
        """Train all runs; Python's lock is not held meanwhile."""
        training = BACKEND.lanes_training(self._sizes, len(self._recipe.X))
        if training:
            self._advance_together(_TRAINING(training), iterations)
        else:
            self._advance_one_by_one(iterations)
        self._iteration += iterations

    def _advance_together(self, train: Any, iterations: int) -> None:
        arrays: Sequence[NDArray[Any]] = (
            self._recipe.X, self._recipe.y, self._weights, self._alphas, self._direction, self._changes,
        )  # fmt: skip
        addresses = [array.ctypes.data for array in arrays]
        if self._iteration == 0 and iterations:
            train(*addresses, 1)
            self._changes[:] = 0  # a first direction is no change
            iterations -= 1
        train(*addresses, iterations)

    def _advance_one_by_one(self, iterations: int) -> None:
        trainer = trainer_for(self._recipe.data, self._sizes)
        for lane in range(self._runs):
            state = State(
                iteration=self._iteration,
                sizes=self._sizes,
                alpha=float(self._alphas[lane]),
                data=self._recipe.data,
                rules=self._recipe.rules,
                weights=self._weights[:, lane].copy(),
                changes=self._changes[:, lane].copy(),
                direction=self._direction[:, lane].copy(),
            )
            trainer.train(state, self._iteration + iterations, None, ErrorCurve(), WeightPath())
            self._weights[:, lane] = state.weights
            self._changes[:, lane] = state.changes
            self._direction[:, lane] = state.direction

    @property
    def errors(self) -> NDArray[np.float64]:
        """Mean absolute error of every run, ndarray of shape (n_runs,)."""
        return mean_errors(self._recipe.data, self._sizes, self._weights)[: self._runs]

    def weights_of(self, lane: int) -> list[NDArray[np.float64]]:
        """Return copies of syn0, syn1, … of one run."""
        return matrices(self._weights[:, lane].copy(), self._sizes)

    def direction_changes_of(self, lane: int) -> list[NDArray[np.int64]]:
        """Return how often each weight's update of one run has changed direction, in the shapes of its weights."""
        return matrices(self._changes[:, lane].copy(), self._sizes)
