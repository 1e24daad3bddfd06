"""A race: some runs side by side, with their errors at the same iterations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, islice

import numpy as np
from numpy.typing import NDArray

from engine.choices import POSTS_ALPHAS, alphas_of, at_least_one, check_weights, recipe_of, sizes_of
from engine.drawing import race_picture
from engine.driving import Over, drive
from engine.experiment_card import race_card
from engine.picture import Picture
from engine.recipe import Recipe
from engine.run import Run
from engine.telling import race_line
from engine.verdict import Verdict, verdict

MOST_LANES = 200
MOST_MARKS = 1_000


class Race:
    """Train some recipes in lockstep, each as a whole `Run`: with its error curve, direction changes and diagnosis.

    Parameters
    ----------
    recipes : one for each lane
    iterations : where the race ends
    every : the errors are noted each time so many iterations are done, and at the end

    Attributes
    ----------
    runs : the lanes as `Run`s, to be looked at, not to be trained
    marks : the iterations at which errors are noted: 0, every, 2 * every, … and the last

    Raises
    ------
    ValueError
        With one sentence that says what is allowed.
    """

    def __init__(self, recipes: Iterable[Recipe], iterations: int = 60_000, every: int = 10_000) -> None:
        self.recipes = tuple(islice(recipes, MOST_LANES + 1))
        self.iterations = at_least_one("iterations", iterations)
        self.marks = marks_of(self.iterations, at_least_one("every", every))
        if not 1 <= len(self.recipes) <= MOST_LANES:
            raise ValueError(
                f"A race has from 1 to {MOST_LANES} lanes, and these are {'more' if self.recipes else 'none'}."
            )
        check_weights(recipe.sizes for recipe in self.recipes)
        self.runs = tuple(Run(recipe) for recipe in self.recipes)
        self._noted: list[list[float]] = []
        self._verdicts: tuple[int, tuple[Verdict | None, ...]] | None = None
        self._note()

    @property
    def iteration(self) -> int:
        """Updates that every lane has done; where one takes long, some lanes have done one more."""
        return min(run.iteration for run in self.runs)

    @property
    def errors(self) -> NDArray[np.float64]:
        """Mean absolute error of every lane at the marks passed, ndarray of shape (n_lanes, n_marks passed)."""
        return np.array(self._noted).T

    @property
    def verdicts(self) -> tuple[Verdict | None, ...]:
        """What has become of every lane; None before its first iteration."""
        if self._verdicts is None or self._verdicts[0] != self.worked:
            self._verdicts = self.worked, tuple(verdict(run) for run in self.runs)
        return self._verdicts[1]

    @property
    def work(self) -> int:
        """Multiplications in all, in one direction of the iterations."""
        return self._each * self.iterations

    @property
    def worked(self) -> int:
        """Multiplications done so far."""
        return sum(run.multiplications * run.iteration for run in self.runs)

    @property
    def is_finished(self) -> bool:
        """Whether every lane has come to the end."""
        return self.iteration == self.iterations

    def advance(self, work: int, over: Over = map, at_once: int = 1) -> None:
        """Do about so many multiplications, at least one iteration of one lane, but for a finished race.

        Where one iteration of all lanes is more than that, some do theirs and the others follow the next time. `over`
        does the lanes one after the other, or side by side if it is a `map` that uses threads.
        """
        begin = self.iteration
        end = min(self.iterations, begin + work // self._each)
        if begin == end < self.iterations:
            self._bring(self._behind(work), end + 1, over)
        while self.iteration < end:
            self._bring(self.runs, min(end, self.marks[len(self._noted)]), over)

    def plot(self) -> Picture:
        """Return the error curves of all lanes, as an SVG: `str()` of it is its text."""
        return race_picture(self)

    def __repr__(self) -> str:
        """Return where it stands in one line."""
        return race_line(self)

    def _repr_html_(self) -> str:
        """Return a card with its picture, for notebooks."""
        return race_card(self)

    @property
    def _each(self) -> int:
        return sum(run.multiplications for run in self.runs)

    def _behind(self, work: int) -> list[Run]:
        """Return as many of the lanes that have done least as can do one iteration with so much work, at least one."""
        behind = [run for run in self.runs if run.iteration == self.iteration]
        so_far = accumulate(run.multiplications for run in behind)
        return [run for run, done in zip(behind, so_far, strict=True) if done <= work] or behind[:1]

    def _bring(self, runs: Iterable[Run], to: int, over: Over) -> None:
        try:
            for _ in over(partial(_train, to=to), runs):
                pass
        finally:  # also when somebody interrupts
            self._note()

    def _note(self) -> None:
        passed = len(self._noted)
        if passed < len(self.marks) and all(run.iteration == self.marks[passed] for run in self.runs):
            self._noted.append([run.error for run in self.runs])


def race(
    recipe: Recipe | str = "xor",
    *,
    alphas: Iterable[float] = POSTS_ALPHAS,
    hidden_sizes: Iterable[int] | None = None,
    iterations: int = 60_000,
    every: int = 10_000,
    threads: int | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Race:
    """Return a race of one recipe with several alphas and hidden sizes, each lane from the same seed; see `Race`.

    The lanes are in the order of the alphas, within the order of the hidden sizes. As it stands it is the posts'
    experiment with alpha.

    Parameters
    ----------
    recipe : a recipe, or the name of one of the posts'
    hidden_sizes : the recipe's own by default
    threads, progress, cancelled : see `engine.driving.drive`
    """
    found = Race(lanes_of(recipe_of(recipe), alphas, hidden_sizes), iterations, every)
    drive(found, threads, progress, cancelled)
    return found


def lanes_of(recipe: Recipe, alphas: Iterable[float], hidden_sizes: Iterable[int] | None) -> Iterator[Recipe]:
    """Return a recipe with each hidden size and, within that, each alpha; see `engine.choices` for what is refused."""
    some, units = alphas_of(alphas), sizes_of(recipe, hidden_sizes)
    shapes = [recipe.hidden_sizes if size is None else recipe.with_hidden_size(size) for size in units]
    return (recipe.with_settings(alpha=alpha, hidden_sizes=shape) for shape in shapes for alpha in some)


def _train(run: Run, to: int) -> None:
    run.advance(max(0, to - run.iteration))  # one that was not interrupted may be ahead


def marks_of(iterations: int, every: int) -> Sequence[int]:
    """Return 0, every, 2 * every, … and the last iteration; raise ValueError if these are too many."""
    if iterations > every * MOST_MARKS:
        raise ValueError(f"every must be at least {-(-iterations // MOST_MARKS):,} for {iterations:,} iterations.")
    return (*range(0, iterations, every), iterations)
