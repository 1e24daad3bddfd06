"""The work of a study, done a little at a time; it knows no clock and no thread."""

from app.studies.asked import Asked
from engine import Run
from engine.races import Race
from engine.sweeps import Sweep

POSTS = 10_000
"""Iterations between two rows of the posts' table of errors, and of every table of 2 to 20 such rows."""

ROWS = 6
"""Rows of any other table at the least."""


class RaceWork:
    """Runs side by side, watched all the way."""

    def __init__(self, asked: Asked) -> None:
        self.race = Race(asked.recipes, asked.iterations, every(asked.iterations))
        self.advance = self.race.advance

    @property
    def worked(self) -> float:
        """The part that is done."""
        return self.race.worked / self.race.work

    @property
    def found(self) -> int:
        """Iterations done."""
        return self.race.iteration

    @property
    def is_finished(self) -> bool:
        """Whether all lanes have come to the end."""
        return self.race.is_finished


class SweepWork:
    """A grid of runs of which only the ends are kept, and first, where it is none of them, the present run's own."""

    def __init__(self, asked: Asked) -> None:
        self.sweep = Sweep(asked.recipe, asked.alphas, asked.hidden_sizes, range(1, asked.seeds + 1), asked.iterations)
        self.own = None if 1 <= asked.recipe.seed <= asked.seeds else Run(asked.own)
        self._iterations = asked.iterations

    @property
    def worked(self) -> float:
        """The part that is done."""
        own, done = (self.own.multiplications, self.own.iteration) if self.own else (0, 0)
        return (self.sweep.worked + own * done) / (self.sweep.work + own * self._iterations)

    @property
    def found(self) -> int:
        """Errors known."""
        return int(self.sweep.known.sum()) + (self.own_error is not None)

    @property
    def is_finished(self) -> bool:
        """Whether every error is known."""
        return self.sweep.is_finished

    @property
    def own_error(self) -> float | None:
        """The error of the present run's own seed in the first cell; None: not known yet."""
        if self.own:
            return self.own.error if self.own.iteration == self._iterations else None
        place = 0, 0, self.sweep.recipe.seed - 1
        return float(self.sweep.errors[place]) if self.sweep.known[place] else None

    def advance(self, work: int) -> None:
        """Do about so many multiplications."""
        if self.own and self.own.iteration < self._iterations:
            left = self._iterations - self.own.iteration
            self.own.advance(min(left, max(1, work // self.own.multiplications)))
        else:
            self.sweep.advance(work)


Work = RaceWork | SweepWork


def begun(asked: Asked) -> Work:
    """Return the work at its beginning; may take a while, as its first weights are drawn."""
    return RaceWork(asked) if asked.is_race else SweepWork(asked)


def every(iterations: int) -> int:
    """Return after how many iterations each a race notes its errors: a round number."""
    if 2 * POSTS <= iterations <= 20 * POSTS:
        return POSTS
    round_numbers = (digit * 10**power for power in range(9) for digit in (1, 2, 5))
    return max((number for number in round_numbers if number * ROWS <= iterations), default=1)
