"""Changing the timeline afterwards: changes are removed, moved, taken back, and what followed is trained again."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace

from app import messages as m
from app.arriving import stand_again
from app.branches import part_ways
from app.kept import KeptRun
from app.marks import edits_of, marks_of
from app.refusal import Refusal, bad_value, typed_whole_number
from app.session import Session
from app.undo import Described, Layout
from engine import Recipe, Run
from engine.edit import Edit
from engine.state import shape_after

INSTANT = 0.3
"""Seconds of training that are done while the page waits; what takes longer is caught up with before its eyes."""


async def remove_edit(session: Session, verb: m.RemoveEdit) -> None:
    """Take a change from the timeline."""
    edits, label = _found(session, verb.iteration, verb.field)
    timeline = [edit for edit in session.workspace.kept.known.timeline if edit not in edits]
    await _revise(session, timeline, f"{label} removed")


async def move_edit(session: Session, verb: m.MoveEdit) -> None:
    """Have a change come about at another iteration."""
    kept = session.workspace.kept
    edits, label = _found(session, verb.iteration, verb.field)
    to = typed_whole_number("iteration", verb.to, 0, kept.reach)
    if to == verb.iteration:
        return
    if edits_of(kept.known, to, verb.field):
        raise bad_value("iteration", f"There is a change of the same kind at iteration {to:,} already.")
    others = [edit for edit in kept.known.timeline if edit not in edits]
    await _revise(session, [*others, *(replace(edit, iteration=to) for edit in edits)], f"{label} moved")


async def undo(session: Session, verb: m.Verb) -> None:
    """Take back the last change."""
    workspace = session.workspace
    layout = workspace.undo.take_back(workspace.layout())
    if layout is None:
        raise Refusal("bad_value", "There is nothing to undo.", "undo")
    await _lay_out(session, layout)


async def redo(session: Session, verb: m.Verb) -> None:
    """Do again what was last taken back."""
    workspace = session.workspace
    layout = workspace.undo.do_again(workspace.layout())
    if layout is None:
        raise Refusal("bad_value", "There is nothing to redo.", "redo")
    await _lay_out(session, layout)


def _found(session: Session, iteration: int, field: m.MarkField) -> tuple[list[Edit], str]:
    """Return the edits of a mark, and what it says."""
    run = session.workspace.kept.known
    edits = edits_of(run, iteration, field)
    if not edits:
        what = field.replace("_", " ")
        raise bad_value("timeline", f"There is no change of {what} at iteration {iteration:,} on this timeline.")
    return edits, next(mark.label for mark in marks_of(run) if (mark.iteration, mark.field) == (iteration, field))


async def _revise(session: Session, timeline: Sequence[Edit], label: str) -> None:
    """Give the run in view another timeline, and train it to where it was."""
    workspace = session.workspace
    kept, before = workspace.kept, workspace.layout()
    stand, reach = workspace.destination(kept)
    try:
        await asyncio.to_thread(check, kept.known.recipe, timeline)
    except ValueError as error:
        raise bad_value("timeline", f"The rest of the timeline would not fit any more: {error}") from None
    same = kept.known.same_until(timeline)
    base = await asyncio.to_thread(kept.known.revised, timeline, 0)
    part_ways(workspace, kept, same)
    kept.leave(same)
    workspace.undo.push(before, lambda _: label)
    await _train_again(session, base, stand, reach)
    session.changed_timeline()


def check(recipe: Recipe, timeline: Sequence[Edit]) -> None:
    """Raise ValueError, with a sentence, if a change does not fit what those before it have made of the network."""
    sizes, data = recipe.sizes, recipe.data
    for edit in sorted(timeline, key=lambda edit: edit.iteration):
        try:
            sizes, data = shape_after(edit, sizes, data)
        except ValueError as error:
            raise ValueError(f"at iteration {edit.iteration:,}, {error}") from None


async def _train_again(session: Session, base: Run, stand: int, reach: int) -> None:
    """Have the run in view be `base`, trained to `reach` and standing at `stand`: at once, or by catching up."""
    workspace, kept = session.workspace, session.workspace.kept
    workspace.pace.catch_up = workspace.pace.then = kept.wanted = None
    await asyncio.to_thread(_train_within, base, reach, INSTANT)
    kept.become(base)
    await asyncio.to_thread(kept.first)
    if base.iteration < reach:
        workspace.head_for(stand, reach)
    elif stand < reach:
        await stand_again(session, stand)


def _train_within(run: Run, end: int, seconds: float) -> None:
    """Train to an iteration, or as far as one comes in about so many seconds."""
    begin, burst = time.perf_counter(), 1
    while run.iteration < end and time.perf_counter() - begin < seconds:
        run.advance(min(burst, end - run.iteration))
        burst *= 2


async def _lay_out(session: Session, layout: Layout) -> None:
    """Have the runs be as they were described, each as far trained as it is now."""
    workspace = session.workspace
    there = {kept.number: kept for kept in (*workspace.undo.shelf.values(), *workspace.runs)}
    present, wanted = layout.present, (layout.present, *layout.others)
    same = {run.number for run in wanted if run.number in there and _is(there[run.number], run)}
    was = workspace.kept
    workspace.others = [await _like(there.get(run.number), run) for run in layout.others]
    kept = there.get(present.number) or await _begun(present)
    stand, reach = workspace.destination(kept)
    if present.reach > reach and not (kept is was and present.number in same):
        stand, reach = present.iteration, present.reach
    if kept is not was:
        workspace.pace.pause()
        workspace.pace.start_over()
        workspace.pace.reach_to(stand)
    workspace.kept = kept
    if not _is(kept, present):
        base, since = await asyncio.to_thread(_based, kept, present)
        part_ways(workspace, kept, since)
        await _train_again(session, base, stand, reach)
    elif kept.reach < reach:
        workspace.head_for(stand, reach)
    for run, described in zip(workspace.runs, wanted, strict=True):
        _call(run, described)
        if run.number not in same:  # else what came of it since then is so still
            run.arrival, run.digest = described.arrival, described.digest
    workspace.undo.unshelve(layout.numbers())
    workspace.undo.shelve([old for number, old in there.items() if number not in layout.numbers()])
    session.changed_timeline()


async def _like(kept: KeptRun | None, described: Described) -> KeptRun:
    """Return another run as it is described: it is there as a rule, for a timeline only changes while it is in view.

    What takes long to train again is left until the run is in view.
    """
    if kept is not None and _is(kept, described):
        return kept
    base, _ = await asyncio.to_thread(_based, kept, described)
    await asyncio.to_thread(_train_within, base, described.reach, INSTANT)
    new = KeptRun.of(described.number, base)
    new.pins = list(kept.pins) if kept else []
    if new.reach < described.reach:
        new.wanted = described.iteration, described.reach
    await asyncio.to_thread(new.first)
    return new


async def _begun(described: Described) -> KeptRun:
    """Return a run that is described, at its beginning; its first edits may take a while."""
    kept = KeptRun.of(described.number, await asyncio.to_thread(Run, described.recipe, described.timeline))
    kept.first()
    return kept


def _is(kept: KeptRun, described: Described) -> bool:
    return kept.known.recipe == described.recipe and tuple(kept.known.timeline) == described.timeline


def _based(kept: KeptRun | None, described: Described) -> tuple[Run, int]:
    """Return the run that is described, at a waypoint of what there is, and until when the two are the same."""
    if kept is not None and kept.known.recipe == described.recipe:
        return kept.known.revised(described.timeline, 0), kept.known.same_until(described.timeline)
    return Run(described.recipe, described.timeline), 0


def _call(kept: KeptRun, described: Described) -> None:
    """Call a run as it was called."""
    kept.name, kept.colour, kept.hidden, kept.fork = described.name, described.colour, described.hidden, described.fork
