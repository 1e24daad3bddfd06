"""A trial: one recipe with many seeds, to see how much of what comes of it is luck."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from engine.choices import recipe_of
from engine.drawing import trial_picture
from engine.driving import Over, drive
from engine.experiment_card import trial_card
from engine.picture import Picture
from engine.recipe import Recipe
from engine.sweeps import Sweep
from engine.telling import trial_line


class Trial:
    """Train one recipe from many seeds; see `engine.sweeps.Sweep`, of which it is a single cell.

    Parameters
    ----------
    recipe : what to train; its own seed counts for nothing
    seeds : a list of them, or how many: 1, 2, …
    iterations : how long each run trains

    Attributes
    ----------
    seeds : the seeds in the order of the errors
    """

    def __init__(self, recipe: Recipe, seeds: int | Iterable[int] = 1000, iterations: int = 10_000) -> None:
        self.recipe, self.iterations = recipe, iterations
        self._sweep = Sweep(recipe, [recipe.alpha], None, seeds, iterations)
        self.seeds = self._sweep.seeds

    @property
    def errors(self) -> NDArray[np.float64]:
        """Mean absolute error of every seed after the last iteration, NaN while unknown; shape (n_seeds,)."""
        return self._sweep.errors.ravel()

    @property
    def known(self) -> NDArray[np.bool_]:
        """Whether the error is known yet, shape (n_seeds,)."""
        return self._sweep.known.ravel()

    @property
    def solved(self) -> NDArray[np.bool_]:
        """Whether every example was within `engine.evidence.WRONG` of its target, shape (n_seeds,)."""
        return self._sweep.solved.ravel()

    @property
    def share(self) -> float:
        """The share of the known runs that are solved, 0 to 1; NaN while none is known."""
        return float(self.solved.sum() / self.known.sum()) if self.known.any() else float("nan")

    @property
    def best(self) -> Recipe:
        """The recipe with the seed of the lowest known error."""
        return self._at(int(np.argmin(self._heights(np.inf))))

    @property
    def worst(self) -> Recipe:
        """The recipe with the seed of the highest known error; one that is no number (NaN) counts as higher."""
        return self._at(int(np.argmax(self._heights(-np.inf))))

    @property
    def work(self) -> int:
        """Multiplications in all, in one direction of the iterations."""
        return self._sweep.work

    @property
    def worked(self) -> int:
        """Multiplications done so far."""
        return self._sweep.worked

    @property
    def is_finished(self) -> bool:
        """Whether every error is known."""
        return self._sweep.is_finished

    def advance(self, work: int, over: Over = map, at_once: int = 1) -> None:
        """Do about so many multiplications; see `engine.sweeps.Sweep.advance`."""
        self._sweep.advance(work, over, at_once)

    def plot(self) -> Picture:
        """Return how many seeds came to which error, as an SVG: `str()` of it is its text."""
        return trial_picture(self)

    def __repr__(self) -> str:
        """Return where it stands in one line."""
        return trial_line(self)

    def _repr_html_(self) -> str:
        """Return a card with its picture, for notebooks."""
        return trial_card(self)

    def _heights(self, unknown: float) -> NDArray[np.float64]:
        heights = np.where(np.isnan(self.errors), np.inf, self.errors)
        return np.where(self.known, heights, unknown)

    def _at(self, place: int) -> Recipe:
        if not self.known.any():
            raise ValueError("No error is known yet.")
        return self._sweep.recipe_of((0, 0, place))


def trial(
    recipe: Recipe | str = "xor",
    *,
    seeds: int | Iterable[int] = 1000,
    iterations: int = 10_000,
    threads: int | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Trial:
    """Return what comes of one recipe from many seeds; see `Trial`.

    Parameters
    ----------
    recipe : a recipe, or the name of one of the posts'
    seeds : a list of them, or how many: 1, 2, …
    threads, progress, cancelled : see `engine.driving.drive`
    """
    found = Trial(recipe_of(recipe), seeds, iterations)
    drive(found, threads, progress, cancelled)
    return found
