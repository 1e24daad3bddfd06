"""When the error of a run first came down to a goal, to the exact iteration."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.kept import KeptRun, Sought
from engine import Run
from engine.curve import bucket_start, bucket_width

if TYPE_CHECKING:
    from app.workspace import Workspace

SecondsFor = Callable[[Run, int], float]
"""Tells about how long so many iterations of a run take."""

PATIENCE = 0.5
"""Seconds of training that finding it may cost; where it would take longer it is not told."""


def is_unknown(kept: KeptRun, goal: float | None) -> bool:
    """Tell whether it has to be looked for."""
    if goal is None:
        return False
    sought = kept.sought
    if sought is None or sought.goal != goal:
        return True
    at_the_end = sought.first == sought.reach  # an edit there may have changed the error since
    return (sought.first is None or at_the_end) and sought.reach < kept.reach


async def look_for_all(workspace: "Workspace", lock: asyncio.Lock, seconds_for: SecondsFor) -> None:
    """Look for what is unknown, one run at a time: the lock, under which nothing trains, is wanted by others too."""
    for kept in workspace.runs:
        async with lock:
            if workspace.goal is not None and is_unknown(kept, workspace.goal):
                await asyncio.to_thread(look_for, kept, workspace.goal, seconds_for)


def look_for(kept: KeptRun, goal: float, seconds_for: SecondsFor) -> None:
    """Find when the run came down to a goal, and remember it; the run is not to be trained meanwhile."""
    run, sought = kept.known, kept.sought
    since = sought.since if sought and sought.goal == goal else 0
    since, first = first_down_to(run, goal, since, seconds_for)
    kept.sought = Sought(goal, run.iteration, since, first)


def first_down_to(run: Run, goal: float, since: int, seconds_for: SecondsFor) -> tuple[int, int | None]:
    """Find the first iteration from `since` on whose error is at most `goal`.

    `since` is the start of a bucket. The curve tells the bucket; within it every iteration is computed again.

    Returns
    -------
    The start of the bucket in which to go on looking, and the iteration: None where there is none yet, or where to find
    it would take too long.
    """
    iterations, errors = run.curve.points(since)
    low = next((at for at, error in zip(iterations, errors, strict=True) if error <= goal), None)
    if low is None:
        return bucket_start(run.iteration), run.iteration if run.error <= goal else None
    start, width = bucket_start(low), bucket_width(low)
    if width == 1:
        return start, low
    if seconds_for(run, run.away(start) + width) > PATIENCE:
        return start, None
    before = run.at(start)
    if before.error <= goal:
        return start, start
    before.advance(low - start, stop_error=goal)
    return start, before.iteration
