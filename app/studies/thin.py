"""An error curve in few points, for a logarithmic axis: the lowest and the highest of every stretch are kept."""

from math import log1p

import numpy as np

from engine import Run

STRETCHES = 200
"""Stretches of the whole axis, as wide as each other on the page; of each there are two points."""


def thinned(run: Run, iterations: int) -> tuple[list[int], list[float]]:
    """Return iterations and errors of a run on its way to so many iterations, the last it has come to among them.

    A NaN counts as the highest, as it does in the curve itself.
    """
    times, errors = run.curve.arrays()
    times, errors = np.append(times, run.iteration), np.append(errors, run.error)
    places = np.log1p(times) * (STRETCHES / log1p(iterations))
    starts = np.flatnonzero(np.diff(places.astype(np.int64), prepend=-1))
    heights = np.where(np.isnan(errors), np.inf, errors)
    kept = {0, len(times) - 1}
    for start, end in zip(starts, [*starts[1:], len(times)], strict=True):
        stretch = heights[start:end]
        kept |= {int(start + stretch.argmin()), int(start + stretch.argmax())}
    chosen = sorted(kept)
    return times[chosen].tolist(), errors[chosen].tolist()
