"""The error along one weight, for a page that does not hold all rows and so cannot work it out by itself."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from math import isfinite
from weakref import WeakKeyDictionary

import numpy as np

from app.leisure import stand_back
from app.messages import Message
from app.refusal import bad_value
from app.session import Session
from engine import Run
from engine.slicing import slice_through
from engine.weights import count

POINTS = 101

FARTHEST = 1e6
"""No slice goes further from 0 than this."""


_turns: WeakKeyDictionary[Session, asyncio.Lock] = WeakKeyDictionary()
"""Each session has one cut at a time: one that asks for hundreds holds up nobody else."""


class SliceAnswer(Message):
    """The error along one weight of the run in view."""

    run: int
    iteration: int
    places: list[float]
    errors: list[float]
    """The mean absolute error with the weight there, over all rows."""
    squares: list[float]
    """Half the sum of the squared errors."""
    here: list[float]
    """The weight, and both errors where it is."""
    slopes: list[float]
    """Of both errors where the weight is."""


async def slice_of(session: Session, synapse: int, row: int, column: int, low: float, high: float) -> SliceAnswer:
    """Return the slice through one weight of the run in view; raise Refusal if there is no such."""
    if not (isfinite(low) and isfinite(high) and -FARTHEST <= low < high <= FARTHEST):
        what = "A slice goes from a low weight to a higher one, both between −1,000,000 and 1,000,000."
        raise bad_value("slice", what)
    async with _turns.setdefault(session, asyncio.Lock()):
        return await _cut(session, synapse, row, column, low, high)


async def _cut(session: Session, synapse: int, row: int, column: int, low: float, high: float) -> SliceAnswer:
    async with session.lock:
        number, run = session.workspace.kept.number, session.workspace.run
        index = _index(run, synapse, row, column)
        iteration, data, sizes, rules = run.iteration, run.data, run.sizes, run.rules
        vector = np.concatenate([syn.ravel() for syn in run.weights])
    places = np.linspace(low, high, POINTS)

    def cut() -> SliceAnswer:
        found = slice_through(data, sizes, vector, index, places, rules)
        return SliceAnswer(
            run=number,
            iteration=iteration,
            places=places.tolist(),
            errors=found.errors.tolist(),
            squares=found.squares.tolist(),
            here=[float(vector[index]), *found.here],
            slopes=list(found.slopes),
        )

    return await asyncio.get_running_loop().run_in_executor(_thread(), cut)


def _index(run: Run, synapse: int, row: int, column: int) -> int:
    """Return where a weight stands among all."""
    sizes = run.sizes
    if not (0 <= synapse < len(sizes) - 1 and 0 <= row < sizes[synapse] and 0 <= column < sizes[synapse + 1]):
        raise bad_value("weight", "This network has no such weight.")
    return count(sizes[: synapse + 1]) + row * sizes[synapse + 1] + column


@cache
def _thread() -> ThreadPoolExecutor:
    """One for all: what waits for it keeps no thread of the lab from training."""
    return ThreadPoolExecutor(1, thread_name_prefix="slice", initializer=stand_back)
