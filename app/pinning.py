"""What a page asks about the past of a run: iterations to compare with, and what became of units and examples."""

import asyncio

from app import messages as m
from app.pins import Pin, history_of
from app.refusal import bad_value, typed_whole_number
from app.session import Session
from app.stepping import PATIENCE


async def pin(session: Session, verb: m.Pin) -> None:
    """Keep an iteration for comparison."""
    workspace, run = session.workspace, session.workspace.run
    if len(workspace.pins) >= session.settings.max_pins:
        raise bad_value("pin", f"This lab keeps {session.settings.max_pins} pins: take one away first.")
    iteration = run.iteration
    if verb.iteration is not None:
        iteration = typed_whole_number("pin", verb.iteration, 0, run.iteration)
    if iteration < run.iteration:
        if session.seconds_for(iteration) > PATIENCE:
            sentence = f"Iteration {iteration:,} would have to be trained anew from the first, which takes too long."
            raise bad_value("pin", sentence)
        run = await asyncio.to_thread(run.rewound, iteration)
    others = [kept for kept in workspace.pins if kept.iteration != iteration]
    workspace.pins = sorted([*others, Pin.of(run)], key=lambda kept: kept.iteration)
    session.changed_pins()


def unpin(session: Session, verb: m.Unpin) -> None:
    """Keep it no longer."""
    workspace = session.workspace
    workspace.pins = [kept for kept in workspace.pins if kept.iteration != verb.iteration]
    session.changed_pins()


async def look_back(session: Session, verb: m.LookBack) -> None:
    """Tell every page the past of the run."""
    kept, rows = session.workspace.kept, session.workspace.rows
    session.audience.post(await asyncio.to_thread(history_of, kept.run, kept.number, verb.since, rows))
