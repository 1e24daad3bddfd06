"""Walking through the program line by line: which line is next, and when an iteration is done or taken back."""

import asyncio
import time

from app import messages as m
from app.arriving import PATIENCE, compare
from app.listing import listing, loop_lines
from app.refusal import Refusal, bad_value
from app.scrubbing import stand
from app.session import Session
from engine import Run


async def step_line(session: Session, verb: m.StepLine) -> None:
    """Stand on the next line, or on the one before; training pauses even where that can't be."""
    try:
        await _walk(session, verb)
    except Refusal:
        session.changed_controls()
        raise


async def _walk(session: Session, verb: m.StepLine) -> None:
    pace = session.workspace.pace
    lines = loop_lines(listing(session.workspace.run))
    line = pace.line if pace.line in lines else None
    session.workspace.pause()
    if verb.back:
        await _back(session, lines, line)
    elif line is None:
        _stand(session, lines[0])
    elif line == lines[-1]:
        await train(session, 1)
        _stand(session, lines[0])
    else:
        _stand(session, line + 1)


def go_to_line(session: Session, verb: m.GoToLine) -> None:
    """Stand on a line of the loop, or on none."""
    lines = loop_lines(listing(session.workspace.run))
    if verb.line is not None and verb.line not in lines:
        raise bad_value("line", f"Only lines {lines[0] + 1} to {lines[-1] + 1} are done in every iteration.")
    session.workspace.pause()
    _stand(session, verb.line)


async def train(session: Session, iterations: int) -> None:
    """Train a few iterations, as many as this lab allows."""
    run = session.workspace.run
    left = session.settings.max_iterations - run.iteration
    if left <= 0:
        raise Refusal("too_many_iterations", f"This lab trains a run for {run.iteration:,} iterations at the most.")
    if iterations > 1 and session.seconds_for(run, iterations) > PATIENCE:
        raise Refusal("bad_value", f"{iterations:,} iterations at once would take too long here: use Play.", "step")
    session.has_taken(*await asyncio.to_thread(_advance, run, min(iterations, left)))
    session.workspace.kept.follow()
    session.dirty = True
    await compare(session)


def _advance(run: Run, iterations: int) -> tuple[int, float]:
    begin = time.perf_counter()
    return run.advance(iterations), time.perf_counter() - begin


async def _back(session: Session, lines: range, line: int | None) -> None:
    if line is not None and line != lines[0]:
        _stand(session, line - 1)
        return
    iteration = session.workspace.run.iteration
    if iteration == 0:
        if line is None:
            raise Refusal("bad_value", "This is the beginning: there is no line before it.", "line")
        _stand(session, None)
        return
    await stand(session, iteration - 1)
    session.workspace.pace.line = lines[-1]
    session.went()


def _stand(session: Session, line: int | None) -> None:
    session.workspace.pace.line = line
    session.changed_controls()
    session.refresh(now=True)
