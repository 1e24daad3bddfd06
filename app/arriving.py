"""A run that gets where it was to go: it has caught up, or can be compared with what a link says of it."""

import asyncio
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from app.facts import timeline_of
from app.messages import Arrived

if TYPE_CHECKING:
    from app.session import Session

PATIENCE = 5.0
"""Seconds of training that a jump may cost: from the nearest state in memory on it is computed again."""


async def arrive(session: "Session", pool: Executor) -> float | None:
    """Be where the run has caught up to, and say so; return the seconds until the next turn."""
    async with session.lock:
        workspace, pace, kept = session.workspace, session.workspace.pace, session.workspace.kept
        if not workspace.is_there():
            return 0.0
        if pace.catch_up is not None:
            then = pace.then
            pace.catch_up = pace.then = kept.wanted = None
            if then is not None:
                await stand_again(session, then, pool)
            session.went()
            session.audience.post(timeline_of(workspace))
            session.changed_runs()
        await compare(session)
        session.start()
        return 0.0 if pace.training else None


async def stand(session: "Session", iteration: int, pool: Executor | None = None) -> bool:
    """Put the run in view where it was at an iteration; return False where that would take too long."""
    kept = session.workspace.kept
    if iteration == kept.reach:
        kept.run = kept.known
        return True
    if session.seconds_for(kept.known, kept.known.away(iteration)) > PATIENCE:
        return False
    kept.run = await asyncio.get_running_loop().run_in_executor(pool, kept.known.at, iteration)
    return True


async def stand_again(session: "Session", iteration: int, pool: Executor | None = None) -> None:
    """Put a run that was trained again where it was; where that would take too long it stays at its end."""
    if not await stand(session, iteration, pool):
        session.tell(f"The page is not taken back to iteration {iteration:,}: that would take too long.")


async def compare(session: "Session") -> None:
    """Compare a run that came by a link with what the link says, if it is there, and tell what came of it."""
    kept = session.workspace.kept
    if kept.expects():
        await asyncio.to_thread(kept.compare)
        session.dirty = True
        if kept.arrival:
            session.audience.post(Arrived(run=kept.number, arrival=kept.arrival))
