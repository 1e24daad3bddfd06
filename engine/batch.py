"""Many independent runs, advanced together over all cores."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, wait

import numpy as np
from numpy.typing import NDArray

from engine.crew import Crew, Solo
from engine.loops import LANES
from engine.recipe import Recipe
from engine.weights import count

SEGMENT = 50_000_000
"""Multiplications of one thread between two looks at progress and cancellation: some hundredths of a second."""

FEWEST = 5
"""Fewer runs of a shape than this are quicker one after the other than in eight lanes of which most are empty."""


class Batch:
    """Train many recipes in lockstep: other alphas, seeds or hidden sizes, or other data.

    Every run has the bits that it would have alone. Runs of the same shape are trained eight at a time where that is
    quicker, and go by the posts' rules; no error curve is kept of these.

    Parameters
    ----------
    recipes : what to train; their order is that of every result
    threads : how many cores to use; all by default
    """

    def __init__(self, recipes: Sequence[Recipe], threads: int | None = None) -> None:
        self.recipes = tuple(recipes)
        self.iteration = 0
        self._threads = threads or os.cpu_count() or 1
        self._crews: list[Crew | Solo] = []
        self._places: dict[int, tuple[Crew | Solo, int]] = {}  # of each run: its crew and its lane there
        self._recruit()

    def advance(
        self,
        iterations: int,
        progress: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Train all runs for some iterations; return whether it came to that.

        `progress` is told the iteration reached, some times a second; `cancelled` is asked as often, and when it says
        so, training stops there, with all runs at the same iteration.
        """
        if iterations < 0:
            raise ValueError("A batch only goes forward: iterations must be 0 or more.")
        end = self.iteration + iterations
        each = sum(len(recipe.inputs) * count(recipe.sizes) for recipe in self.recipes)
        segment = max(1, SEGMENT * self._threads // max(1, each))
        with ThreadPoolExecutor(self._threads) as pool:
            while self.iteration < end:
                if cancelled and cancelled():
                    return False
                self._advance(pool, min(segment, end - self.iteration))
                if progress:
                    progress(self.iteration)
        return True

    @property
    def errors(self) -> NDArray[np.float64]:
        """Mean absolute error of every run, ndarray of shape (n_runs,)."""
        found = {crew: crew.errors for crew in self._crews}
        places = (self._places[run] for run in range(len(self.recipes)))
        return np.array([found[crew][lane] for crew, lane in places])

    def weights(self, run: int) -> list[NDArray[np.float64]]:
        """Return copies of syn0, syn1, … of one run."""
        crew, lane = self._places[run]
        return crew.weights_of(lane)

    def direction_changes(self, run: int) -> list[NDArray[np.int64]]:
        """Return how often each weight's update of one run has changed direction, in the shapes of `weights`."""
        crew, lane = self._places[run]
        return crew.direction_changes_of(lane)

    def _advance(self, pool: Executor, iterations: int) -> None:
        trained = [pool.submit(crew.advance, iterations) for crew in self._crews]
        try:
            wait(trained)
        finally:  # also when somebody interrupts: a crew that has begun gets there
            wait(trained)
            self.iteration += iterations
        for crew in trained:
            crew.result()

    def _recruit(self) -> None:
        """Put runs that differ in alpha and seed only into crews, and let the rest run alone."""
        kinds: dict[object, list[int]] = {}
        for run, recipe in enumerate(self.recipes):
            kinds.setdefault((recipe.inputs, recipe.targets, recipe.sizes, recipe.rules), []).append(run)
        for runs in kinds.values():
            for first in range(0, len(runs), LANES):
                self._put_together(runs[first : first + LANES])

    def _put_together(self, runs: Sequence[int]) -> None:
        recipes = [self.recipes[run] for run in runs]
        crew = Crew(recipes) if len(runs) >= FEWEST and recipes[0].rules.lawful else None
        crews: list[Crew | Solo] = [crew] * len(runs) if crew else [Solo(recipe) for recipe in recipes]
        self._crews += crews[:1] if crew else crews
        self._places |= {run: (crews[lane], lane if crew else 0) for lane, run in enumerate(runs)}
