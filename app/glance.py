"""A copy of a run with another value, trained a little further: a glance at what could be."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Self

from app.messages import AheadCurve
from engine import Run

SLICE = 0.002
"""Seconds of training at a time; then whatever else waits has its turn."""

POINTS = 160
"""Points of one curve, about as many as the page has pixels for it."""


@dataclass
class Glance:
    """A copy of the run, and how many iterations of it are done at a time."""

    value: float
    run: Run
    burst: int = 1

    @classmethod
    def at(cls, run: Run, field: str, value: float) -> Self:
        """Return a copy that goes on from where `run` is, with what `Workspace.edit` would make of it."""
        if run.iteration == 0 and not run.timeline:
            sizes = run.recipe.with_hidden_size(int(value)) if field == "hidden_size" else run.recipe.hidden_sizes
            alpha = value if field == "alpha" else run.alpha
            return cls(value, Run(run.recipe.with_settings(hidden_sizes=sizes, alpha=alpha)))
        copy = run.fork()
        copy.set(**{field: int(value) if field == "hidden_size" else value})
        return cls(value, copy)

    def go_on(self, end: int) -> None:
        """Train for an instant, to `end` at the furthest."""
        begin = time.perf_counter()
        self.run.advance(min(self.burst, end - self.run.iteration))
        seconds = time.perf_counter() - begin
        if seconds < SLICE / 2:
            self.burst *= 2
        elif seconds > SLICE:
            self.burst = max(1, self.burst // 2)

    def curve(self) -> AheadCurve:
        """Return what has come of it so far."""
        iterations, errors = self.run.curve.points()
        kept = telling(errors)
        return AheadCurve(
            value=self.value,
            iterations=[*(iterations[i] for i in kept), self.run.iteration],
            errors=[*(errors[i] for i in kept), self.run.error],
        )


def telling(errors: Sequence[float]) -> list[int]:
    """Return the places of at most POINTS errors: the lowest and the highest of every stretch, so no spike is lost."""
    if len(errors) <= POINTS:
        return list(range(len(errors)))
    width = -(-2 * len(errors) // POINTS)
    stretches = [range(start, min(start + width, len(errors))) for start in range(0, len(errors), width)]
    heights = [inf if error != error else error for error in errors]  # NaN is what an error ends as that ran away
    return sorted({end(stretch, key=heights.__getitem__) for stretch in stretches for end in (min, max)})
