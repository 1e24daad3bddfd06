"""How the error of a run has gone of late, measured on its error curve."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.run import Run

FEWEST = 10
"""The last tenth is of so many iterations at the least, as far as there are so many."""


@dataclass(frozen=True)
class Course:
    """The error now, and how it came there.

    The curve knows every error of the first 512 iterations, later the lowest and the highest of each 256th part: what
    is said of a half or of a tenth begins at the first of these points within it.

    Attributes
    ----------
    now : the present mean absolute error
    half, tenth : by what part of itself the error has fallen over the last half and the last tenth; below 0 if it rose
    stretch : iterations in the last tenth
    lowest, highest : errors of the last tenth
    climb, drop : the largest rise and the largest fall between any two moments of the last tenth
    since : the first iteration from which on the error has been within `near` of the present one
    no_number : the first iteration whose error was no number (NaN); None if none was
    """

    now: float
    half: float
    tenth: float
    stretch: int
    lowest: float
    highest: float
    climb: float
    drop: float
    since: int
    no_number: int | None

    @classmethod
    def of(cls, run: Run, near: float) -> Self:
        """Return how a run has gone; it has done an iteration at least."""
        iterations, errors = run.curve.arrays()
        iterations, errors = np.append(iterations, run.iteration), np.append(errors, run.error)
        broken = iterations[np.isnan(errors)]
        stretch = min(run.iteration, max(FEWEST, run.iteration // 10))
        half = errors[iterations >= run.iteration - max(1, run.iteration // 2)]
        tenth = errors[iterations >= run.iteration - stretch]
        apart = np.flatnonzero(~(np.abs(errors - run.error) <= near))
        return cls(
            now=run.error,
            half=_fall(half),
            tenth=_fall(tenth),
            stretch=stretch,
            lowest=float(tenth.min()),
            highest=float(tenth.max()),
            climb=float((tenth - np.minimum.accumulate(tenth)).max()),
            drop=float((np.maximum.accumulate(tenth) - tenth).max()),
            since=int(iterations[min(apart[-1] + 1, len(errors) - 1)]) if apart.size else 0,
            no_number=int(broken[0]) if broken.size else None,
        )


def _fall(errors: NDArray[np.float64]) -> float:
    """Return by what part of the first error the last one is lower."""
    return float((errors[0] - errors[-1]) / errors[0]) if errors[0] > 0 else 0.0
