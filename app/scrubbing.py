"""Going to any iteration that a run has reached."""

import asyncio

from app import messages as m
from app.refusal import Refusal, bad_value
from app.session import Session

PATIENCE = 5.0
"""Seconds of training that a jump may cost: from the nearest state in memory on it is computed again."""


async def go_to(session: Session, verb: m.GoTo) -> None:
    """Pause, and stand at an iteration; training pauses even where that can't be."""
    workspace = session.workspace
    played, reach = workspace.pace.training, workspace.kept.reach
    workspace.pace.pause()
    try:
        if verb.iteration > reach:
            sentence = f"This run has come to iteration {reach:,}: choose one from 0 to {reach:,}."
            raise bad_value("iteration", sentence)
        await stand(session, verb.iteration)
    except Refusal:
        session.changed_controls()
        raise
    workspace.pace.line = None
    session.went()
    if played:
        session.changed_runs()


async def stand(session: Session, iteration: int) -> None:
    """Put the run in view where it was at an iteration; refuse in words if that takes too long."""
    kept = session.workspace.kept
    if iteration == kept.reach:
        kept.run = kept.known
        return
    if session.seconds_for(kept.known.away(iteration)) > PATIENCE:
        raise bad_value("iteration", f"To go to iteration {iteration:,} takes too long for a network of this size.")
    kept.run = await asyncio.to_thread(kept.known.at, iteration)
