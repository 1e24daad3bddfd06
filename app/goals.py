"""When the error of a run first came down to a goal, to the exact iteration."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.kept import KeptRun
from engine import Run
from engine.curve import bucket_start, bucket_width

if TYPE_CHECKING:
    from app.workspace import Workspace

PATIENCE = 0.5
"""Seconds of training that finding it may cost; where it would take longer it is not told."""


def is_unknown(kept: KeptRun, goal: float | None) -> bool:
    """Tell whether it has to be looked for."""
    if goal is None:
        return False
    found = kept.goal
    if found is None or found[:2] != (goal, kept.known):
        return True
    return found[3] is None and found[2] < kept.reach


async def look_for_all(workspace: "Workspace", lock: asyncio.Lock, seconds_for: Callable[[int], float]) -> None:
    """Look for what is unknown, one run at a time: the lock, under which nothing trains, is wanted by others too."""
    for kept in workspace.runs:
        async with lock:
            if workspace.goal is not None and is_unknown(kept, workspace.goal):
                await asyncio.to_thread(look_for, kept, workspace.goal, seconds_for)


def look_for(kept: KeptRun, goal: float, seconds_for: Callable[[int], float]) -> None:
    """Find when the run came down to a goal, and remember it; the run is not to be trained meanwhile."""
    run, since = kept.known, 0
    if kept.goal and kept.goal[:2] == (goal, run):
        since = bucket_start(kept.goal[2])
    kept.goal = (goal, run, run.iteration, first_down_to(run, goal, since, seconds_for))


def first_down_to(run: Run, goal: float, since: int, seconds_for: Callable[[int], float]) -> int | None:
    """Return the first iteration from `since` on whose error is at most `goal`, if there is one.

    `since` is the start of a bucket. The curve tells the bucket; within it every iteration is computed again.
    """
    iterations, errors = run.curve.points(since)
    low = next((at for at, error in zip(iterations, errors, strict=True) if error <= goal), None)
    if low is None:
        return run.iteration if run.error <= goal else None
    start, width = bucket_start(low), bucket_width(low)
    if width == 1:
        return low
    if seconds_for(run.away(start) + width) > PATIENCE:
        return None
    before = run.at(start)
    if before.error <= goal:
        return start
    before.advance(low - start, stop_error=goal)
    return before.iteration
