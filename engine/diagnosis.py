"""Why training has broken down or stands still, in a sentence that the numbers bear out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.network import slope
from engine.trace import Trace

WRONG = 0.1
"""A mean error at or above this is not yet a solved task."""

STILL = 1e-9
"""An iteration that moves no weight by more than this part of the largest weight moves nothing that could be seen."""

FLAT = 1e-5
"""Where the slope is at or below this the sigmoid is flat; its steepest slope is 0.25."""

ADVICE = "Reset and take a smaller alpha."


def diagnosis(trace: Trace, weights: Sequence[NDArray[np.float64]], alpha: float) -> str | None:
    """Return a sentence or two on what has gone wrong, or None while nothing has."""
    largest = max(float(np.abs(syn).max()) for syn in weights)
    if not np.isfinite(trace.output).all() or not np.isfinite(largest):
        return (
            f"With alpha {alpha:g} the numbers have grown past the largest one that a computer can hold, and what is "
            f"computed from them is no number any more (NaN). {ADVICE}"
        )
    if trace.error < WRONG:
        return None
    flattest = [float(slope(layer).max()) for layer in trace.layers[1:]]
    if flattest[-1] <= FLAT:
        return (
            f"For all {trace.output.shape[0]} examples the output sits where the sigmoid is flat, with a slope of "
            f"{flattest[-1]:.1g} at most. An update is error × slope, so the mean error hardly moves from "
            f"{trace.error:.3g}. {ADVICE}"
        )
    moved = alpha * float(np.abs(trace.update).max())
    return _standstill(trace, flattest, alpha, moved) if moved <= STILL * largest else None


def _standstill(trace: Trace, flattest: Sequence[float], alpha: float, moved: float) -> str:
    stays = f"so the mean error stays at {trace.error:.3g}"
    for layer, steepest in enumerate(flattest[:-1], start=1):
        if steepest <= FLAT:
            return (
                f"Every unit of l{layer} sits where the sigmoid is flat, with a slope of {steepest:.1g} at most, and "
                f"lets no correction through, {stays}. {ADVICE}"
            )
    if float(np.abs(trace.deltas[-1]).max()) * alpha > STILL:
        return f"The examples pull every weight in opposite directions and cancel out, {stays}."
    return f"With alpha {alpha:g} an iteration moves no weight by more than {moved:.1g}, {stays}: take a larger alpha."
