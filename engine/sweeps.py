"""A sweep: one recipe with other alphas, hidden sizes and seeds, trained many at a time; only their ends are kept."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from engine.choices import (
    MOST_RUNS,
    POSTS_ALPHAS,
    alphas_of,
    at_least_one,
    check_weights,
    recipe_of,
    seeds_of,
    sizes_of,
)
from engine.drawing import sweep_picture
from engine.driving import Over, drive
from engine.experiment_card import sweep_card
from engine.group import Cell, Group
from engine.loops import LANES
from engine.picture import Picture
from engine.recipe import Recipe
from engine.telling import sweep_line
from engine.weights import count


class Sweep:
    """Train one recipe with every one of some alphas, hidden sizes and seeds.

    Every run has the bits that it would have alone. The first seeds of all cells come before the second ones, so that
    a map fills in evenly.

    Parameters
    ----------
    recipe : what to train
    alphas : positive numbers
    hidden_sizes : units of the first hidden layer; None for the recipe's own, (None,) or () where there is none
    seeds : whole numbers from 0 on, or how many: 1, 2, …
    iterations : how long each run trains

    Attributes
    ----------
    errors : mean absolute error after the last iteration, ndarray of shape (n_sizes, n_alphas, n_seeds)
    known : whether an error is known yet, bool ndarray of the same shape; where it is not, the error is NaN
    solved : whether every example was within `engine.evidence.WRONG` of its target, bool ndarray of the same shape

    Raises
    ------
    ValueError
        With one sentence that says what is allowed.
    """

    def __init__(
        self,
        recipe: Recipe,
        alphas: Iterable[float],
        hidden_sizes: Iterable[int | None] | None,
        seeds: int | Iterable[int],
        iterations: int = 10_000,
    ) -> None:
        self.recipe = recipe
        self.alphas, self.hidden_sizes = alphas_of(alphas), sizes_of(recipe, hidden_sizes)
        self.seeds, self.iterations = seeds_of(seeds), at_least_one("iterations", iterations)
        shape = len(self.hidden_sizes), len(self.alphas), len(self.seeds)
        if (runs := shape[0] * shape[1] * shape[2]) > MOST_RUNS:
            raise ValueError(f"These are {runs:,} runs, and the limit is {MOST_RUNS:,}.")
        for size in range(shape[0]):
            check_weights([self.recipe_of((size, 0, 0)).sizes] * LANES)
        self.errors: NDArray[np.float64] = np.full(shape, np.nan)
        self.known: NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)
        self.solved: NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)
        self.work = sum(self._each(size) for size in range(shape[0])) * shape[1] * shape[2] * self.iterations
        self.worked = 0
        self._begun: list[Group] = []
        self._waiting = self._groups()

    @property
    def is_finished(self) -> bool:
        """Whether every error is known."""
        return self.worked == self.work

    def recipe_of(self, cell: Cell) -> Recipe:
        """Return the recipe of a run, by its place among hidden sizes, alphas and seeds."""
        size, alpha, seed = cell
        units = self.hidden_sizes[size]
        sizes = () if units is None else self.recipe.with_hidden_size(units)
        return self.recipe.with_settings(alpha=self.alphas[alpha], hidden_sizes=sizes, seed=self.seeds[seed])

    def advance(self, work: int, over: Over = map, at_once: int = 1) -> None:
        """Do about so many multiplications, at least one iteration of some runs, but for a finished sweep.

        `over` does eight runs after the other; if it is a `map` that uses threads, `at_once` many side by side.
        """
        shares = self._shares(work, max(1, work // at_once))
        try:
            for _ in over(lambda share: share[0].advance(share[1]), shares):
                pass
        finally:  # also when somebody interrupts
            for group in self._begun:
                self._note(group)
            self._begun = [group for group in self._begun if not group.is_finished]

    def plot(self) -> Picture:
        """Return the share of seeds solved by hidden size and alpha, as an SVG: `str()` of it is its text."""
        return sweep_picture(self)

    def __repr__(self) -> str:
        """Return where it stands in one line."""
        return sweep_line(self)

    def _repr_html_(self) -> str:
        """Return a card with its picture, for notebooks."""
        return sweep_card(self)

    def _shares(self, work: int, most: int) -> list[tuple[Group, int]]:
        """Return what is next, with the iterations for each; take as much of what waits as is needed."""
        shares = []
        for group in self._next():
            iterations = min(group.left, max(1, min(work, most) // group.each))
            shares.append((group, iterations))
            work -= iterations * group.each
            if work <= 0:
                break
        return shares

    def _next(self) -> Iterator[Group]:
        yield from tuple(self._begun)
        for group in self._waiting:
            self._begun.append(group)
            yield group

    def _note(self, group: Group) -> None:
        self.worked += group.not_yet_counted()
        if group.is_finished:
            places = tuple(zip(*group.cells, strict=True))
            self.errors[places], self.solved[places] = group.ends()
            self.known[places] = True

    def _groups(self) -> Iterator[Group]:
        """Return runs of one shape by the eight, those with the first seeds first."""
        n_sizes, n_alphas, n_seeds = self.errors.shape
        in_turn = product(range(n_seeds), range(n_alphas))
        while some := tuple(islice(in_turn, LANES)):
            for size in range(n_sizes):
                cells = [(size, alpha, seed) for seed, alpha in some]
                yield Group(cells, self.recipe_of, self._each(size) * len(cells), self.iterations)

    def _each(self, size: int) -> int:
        return len(self.recipe.inputs) * count(self.recipe_of((size, 0, 0)).sizes)


def sweep(
    recipe: Recipe | str = "xor",
    *,
    alphas: Iterable[float] = POSTS_ALPHAS,
    hidden_sizes: Iterable[int] | None = None,
    seeds: int | Iterable[int] = 200,
    iterations: int = 10_000,
    threads: int | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Sweep:
    """Return what comes of every alpha with every hidden size, over many seeds; see `Sweep`.

    Parameters
    ----------
    recipe : a recipe, or the name of one of the posts'
    hidden_sizes : the recipe's own by default
    seeds : a list of them, or how many: 1, 2, …
    threads, progress, cancelled : see `engine.driving.drive`
    """
    found = Sweep(recipe_of(recipe), alphas, hidden_sizes, seeds, iterations)
    drive(found, threads, progress, cancelled)
    return found
