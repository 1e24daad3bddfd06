"""Going to any iteration that a run has reached."""

from app import arriving
from app import messages as m
from app.refusal import Refusal, bad_value
from app.session import Session


async def go_to(session: Session, verb: m.GoTo) -> None:
    """Pause, and stand at an iteration; training pauses even where that can't be."""
    workspace = session.workspace
    played, reach = workspace.pace.training, workspace.kept.reach
    workspace.pause()
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
    if not await arriving.stand(session, iteration):
        raise bad_value("iteration", f"To go to iteration {iteration:,} takes too long for a network of this size.")
