"""What a page asks about the past of a run: iterations to compare with, and what became of units and examples."""

import asyncio

from app import messages as m
from app.arriving import PATIENCE
from app.pins import Pin, history_of
from app.refusal import bad_value, typed_whole_number
from app.session import Session


async def pin(session: Session, verb: m.Pin) -> None:
    """Keep an iteration for comparison."""
    kept, run = session.workspace.kept, session.workspace.run
    if len(kept.pins) >= session.settings.max_pins:
        raise bad_value("pin", f"This lab keeps {session.settings.max_pins} pins: take one away first.")
    iteration = run.iteration
    if verb.iteration is not None:
        iteration = typed_whole_number("pin", verb.iteration, 0, kept.reach)
    if iteration != run.iteration:
        if session.seconds_for(kept.known, kept.known.away(iteration)) > PATIENCE:
            sentence = f"To train to iteration {iteration:,} again takes too long for a network of this size."
            raise bad_value("pin", sentence)
        run = await asyncio.to_thread(kept.known.at, iteration)
    others = [pinned for pinned in kept.pins if pinned.iteration != iteration]
    kept.pins = sorted([*others, Pin.of(run)], key=lambda pinned: pinned.iteration)
    session.changed_pins()


def unpin(session: Session, verb: m.Unpin) -> None:
    """Keep it no longer."""
    kept = session.workspace.kept
    kept.pins = [pinned for pinned in kept.pins if pinned.iteration != verb.iteration]
    session.changed_pins()


async def look_back(session: Session, verb: m.LookBack) -> None:
    """Tell every page the past of the run."""
    kept, rows = session.workspace.kept, session.workspace.rows
    session.audience.post(await asyncio.to_thread(history_of, kept.run, kept.number, verb.since, rows))
