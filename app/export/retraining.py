"""Training a run again for its files: beside others' runs, and no longer than a limit."""

import time
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.export.taken import Taken
from engine import Run

SLICE = 0.002
"""Seconds of training between two breaths."""

BREATH = 0.0005
"""Seconds in which the event loop may have Python's lock."""

IN_A_RUSH = 6
"""How many times longer than its own seconds it may take when others have the processor."""

BURST = 4_000_000
"""Multiplications between two looks at the clock: a few hundredths of a second."""

OTHER_ROUNDING = 1e-15
"""How far the weights may be led astray by an iteration whose sums are rounded otherwise, as a share of each."""

STRETCHES = 400
"""How often at least the weights are led astray in the test below."""

AFTER_EDITS = np.unique(np.geomspace(1, 10_000, 60).astype(int))
"""And how many iterations after the start, and after every edit: that is where a run is wildest."""

STEADY = 1e-11
"""The error may differ by so much when the weights were led astray all the way: then it does not hang on last bits."""

STEADY_WEIGHTS = 1e-6
"""And the weights by so much of the largest: else the run ended at the same error by chance, or stuck there."""


class TooLong(Exception):
    """The run takes longer to train again than an export may."""


class Patience:
    """A limit on seconds of the processor, for this thread alone, and pauses for others meanwhile.

    In a rush this thread gets little of the processor; it may wait for it, but not without end.
    """

    def __init__(self, seconds: float) -> None:
        self._most = time.thread_time() + seconds
        self._end = time.monotonic() + IN_A_RUSH * seconds
        self._breath = time.monotonic() + SLICE

    def check(self) -> None:
        """Raise TooLong when the time is over; pause when it is time to."""
        now = time.monotonic()
        if now > self._end:
            raise TooLong
        if now > self._breath:
            if time.thread_time() > self._most:
                raise TooLong
            time.sleep(BREATH)
            self._breath = time.monotonic() + SLICE


def errors(taken: Taken, step: int, patience: Patience) -> tuple[list[int], list[float]]:
    """Return every `step`-th iteration, and the last, with the mean error of the weights after so many updates."""
    iterations = [*range(0, taken.iteration, step), taken.iteration]
    run, found = taken.again(), []
    for iteration in iterations:
        _train(run, iteration, patience)
        found.append(run.error)
    return iterations, found


def weights_before(taken: Taken, patience: Patience) -> dict[int, list[NDArray[np.float64]]]:
    """Return the weights that somebody moved as they were just before, by the edit's place on the timeline."""
    found = {}
    run = Run(taken.recipe)
    last = max((i for i, edit in enumerate(taken.timeline) if edit.field == "weights"), default=-1)
    for i, edit in enumerate(taken.timeline[: last + 1]):
        _train(run, edit.iteration, patience)
        if edit.field == "weights":
            found[i] = run.weights
        run.set(**{edit.field: edit.value})
    return found


def is_steady(taken: Taken, patience: Patience) -> bool:
    """Tell whether the run ends at the same error wherever sums are rounded otherwise than in the lab.

    It is trained again twice, its weights led a little astray on the way, more than numpy's rounding would.
    """
    begins = np.unique([0, *(edit.iteration for edit in taken.timeline)])
    places = np.concatenate((np.linspace(0, taken.iteration, STRETCHES + 1), begins, *(begins + AFTER_EDITS[:, None])))
    ends = np.unique(places[places <= taken.iteration].astype(int)).tolist()
    for seed in (1, 2):
        chance, run = np.random.default_rng(seed), taken.again()
        for begin, end in pairwise([-1, *ends]):
            _train(run, end, patience)
            far = OTHER_ROUNDING * (end - begin)
            astray = [syn * (1 + far * chance.uniform(-1, 1, syn.shape)) for syn in run.weights]
            if not all(np.isfinite(syn).all() for syn in astray):
                return False
            run.set(weights=np.concatenate([syn.ravel() for syn in astray]))
        largest = max(np.abs(syn).max() for syn in taken.weights)
        astray_by = max(np.abs(a - b).max() for a, b in zip(run.weights, taken.weights, strict=True))
        if not (abs(run.error - taken.error) <= STEADY and astray_by <= STEADY_WEIGHTS * largest):
            return False
    return True


def _train(run: Run, iteration: int, patience: Patience) -> None:
    """Train to an iteration in bursts that leave room to look at the clock."""
    burst = max(1, BURST // run.multiplications)
    while run.iteration < iteration:
        patience.check()
        run.advance(min(burst, iteration - run.iteration))
