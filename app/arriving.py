"""A run that gets where it was to go: it has caught up, or can be compared with what a link says of it."""

import asyncio
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from app.facts import timeline_of
from app.messages import Arrived

if TYPE_CHECKING:
    from app.session import Session


async def arrive(session: "Session", pool: Executor) -> float | None:
    """Be where the run has caught up to, and say so; return the seconds until the next turn."""
    async with session.lock:
        workspace, pace, kept = session.workspace, session.workspace.pace, session.workspace.kept
        if not workspace.is_there():
            return 0.0
        if pace.catch_up is not None:
            if pace.then is not None:
                kept.run = await asyncio.get_running_loop().run_in_executor(pool, kept.known.at, pace.then)
            pace.catch_up = pace.then = None
            session.went()
            session.audience.post(timeline_of(workspace))
            session.changed_runs()
        await compare(session)
        session.start()
        return 0.0 if pace.training else None


async def compare(session: "Session") -> None:
    """Compare a run that came by a link with what the link says, if it is there, and tell what came of it."""
    kept = session.workspace.kept
    if kept.expects():
        await asyncio.to_thread(kept.compare)
        session.dirty = True
        if kept.arrival:
            session.audience.post(Arrived(run=kept.number, arrival=kept.arrival))
