"""My runs: those of all sessions of one browser, and what can be done with them from any of its pages."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson

from app.branches import spare_colour
from app.hub import Hub
from app.keep import archive
from app.keep.cards import card_of
from app.keep.saved import Kept, StorageError, id_of
from app.kept import KeptRun
from app.messages import Message
from app.session import Session
from app.workspace import Workspace
from engine import Run

PAGE = 60
"""Cards that are sent at once."""

GONE = "This run is not there any more."
UNREADABLE = "This run can't be read: its part of the server's database is damaged. Delete it, or try again later."
DELETED_HERE = "The run that was here was deleted in “My runs”, so a new one begins."


class ShelfError(Exception):
    """What was asked of a run is not done; the message says why. `status` is that of the HTTP answer."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class CardRow(Message):
    """A run in the list."""

    id: str
    experiment: str
    name: str
    """What the learner called it; empty: nothing."""
    label: str
    iteration: int
    """Where it stands."""
    reach: int
    """How far it has been trained."""
    error: float
    sizes: list[int]
    """Units of each layer."""
    curve: list[int | None]
    """The error from 0 (0.001 or less) to 99 (1 or more), both axes logarithmic; null: not a number."""
    saved_at: float
    """Seconds since 1970."""
    here: bool
    """Whether it is in this session."""
    open: bool
    """Whether it is what the pages of this session show."""


class Shelf(Message):
    """One page of the list, the newest first."""

    runs: list[CardRow]
    more: bool
    """Whether there are older ones."""
    keep_days: int
    """Days after which a session that nobody came back to is deleted, and its runs with it."""
    now: float
    """The server's clock, in seconds since 1970."""


async def listed(hub: Hub, owner: str, here: Session, skip: int) -> Shelf:
    """Return the runs of a browser from the `skip`-th on."""
    held = _in_memory(hub, owner)
    await hub.saver.save(held)  # so that the newest numbers are on disk
    unsaved = _held(hub, owner) if any(session.unsaved for session in held) else []
    without = {kept.session for kept in unsaved}
    found, first = unsaved[skip : skip + PAGE + 1], max(0, skip - len(unsaved))
    with suppress(StorageError):
        older = await hub.saver.ask(lambda storage: storage.shelf(owner, first, PAGE + 1 - len(found), without))
        found += older or []
    rows = [_row(kept, here) for kept in found[:PAGE]]
    return Shelf(runs=rows, more=len(found) > PAGE, keep_days=hub.settings.keep_days, now=time.time())


async def open_run(hub: Hub, owner: str, here: Session, id_: str) -> None:
    """Turn to a run; one of another session comes as a copy, at the same iteration.

    Raises
    ------
    ShelfError, Refusal
        In words, if there is no such run, or none that can be opened here.
    """
    kept = await _found(hub, owner, id_)
    if kept.session == here.name:
        async with here.lock:
            experiment, run = _place(here, kept.run)
            here.choose(experiment)
            if here.workspace.kept is not run:
                here.choose_run(run.number)
        return
    other = await hub.glance(kept.session)
    if other is None:
        raise ShelfError(UNREADABLE, 409)
    async with other.lock:
        _, run = _place(other, kept.run)
        recipe, timeline, name = run.run.recipe, list(run.run.timeline), run.name
        iteration, reach = run.run.iteration, run.reach
    async with here.lock:
        here.open_run(recipe, timeline, iteration, reach=reach, name=name)


async def rename(hub: Hub, owner: str, id_: str, name: str) -> None:
    """Give a run a name."""

    def renamed(session: Session, experiment: str, run: KeptRun) -> None:
        run.name = name
        if experiment == session.active:
            session.start_over()

    await _change(hub, await _found(hub, owner, id_), renamed)


async def delete(hub: Hub, owner: str, id_: str) -> None:
    """Delete a run for good, with all that is kept of it; a page that shows it begins anew.

    Raises
    ------
    ShelfError
        In words, if there is no such run, or if it could not be taken from the disk.
    """
    kept = await _found(hub, owner, id_)
    readable = await hub.find(kept.session) is not None
    if readable:
        await _change(hub, kept, _deleted)
    try:
        if not readable:
            await hub.saver.ask(lambda storage: storage.load(kept.session))  # raises if it may be readable later
        await hub.saver.ask(lambda storage: storage.wipe(kept.session, kept.run, readable))
    except StorageError as error:
        raise ShelfError(f"The run is gone from the lab, but not from the disk yet. {error.sentence}", 503) from None


async def _change(hub: Hub, kept: Kept, change: Callable[[Session, str, KeptRun], None]) -> None:
    session = await hub.find(kept.session)
    if session is None:
        raise ShelfError(UNREADABLE, 409)
    async with session.lock:
        change(session, *_place(session, kept.run))
        session.dirty = True
    await hub.saver.save([session])


def _deleted(session: Session, experiment: str, run: KeptRun) -> None:
    workspace = session.workspaces[experiment]
    is_shown = experiment == session.active and workspace.kept is run
    _drop(workspace, run)
    if is_shown:
        session.tell(DELETED_HERE)
    if experiment == session.active:
        session.start_over()


def _drop(workspace: Workspace, run: KeptRun) -> None:
    """Keep nothing of a run; in the place of the present one stands another, at iteration 0."""
    workspace.others = [other for other in workspace.others if other is not run]
    if workspace.kept is run:
        workspace.pace.start_over()
        begun = Run(run.run.present)
        workspace.kept = KeptRun.of(workspace.numbers.next(), begun, spare_colour(workspace.others))
    workspace.undo.forget(run.number)


async def _found(hub: Hub, owner: str, id_: str) -> Kept:
    held = next((kept for kept in _held(hub, owner) if kept.id == id_), None)
    try:
        kept = held or await hub.saver.ask(lambda storage: storage.find(owner, id_))
    except StorageError as error:
        raise ShelfError(error.sentence, 503) from None
    if kept is None:
        raise ShelfError(GONE, 404)
    return kept


def _in_memory(hub: Hub, owner: str) -> list[Session]:
    return [session for session in hub.sessions.values() if session.owner == owner]


def _held(hub: Hub, owner: str) -> list[Kept]:
    """Return what is in memory of a browser's runs, the newest first."""
    now = time.time()
    return [
        Kept(id_of(session.name, run.number), session.name, run.number, now, card_of(run))
        for session in sorted(_in_memory(hub, owner), key=lambda session: -session.seen)
        for run in sorted(archive.runs_of(session), key=lambda run: -run.number)
        if run.reach
    ]


def _place(session: Session, number: int) -> tuple[str, KeptRun]:
    """Return a run of a session by its number, and the experiment that it is of."""
    for experiment, workspace in session.workspaces.items():
        for run in workspace.runs:
            if run.number == number:
                return experiment, run
    raise ShelfError(GONE, 404)


def _row(kept: Kept, here: Session) -> CardRow:
    card, in_here = kept.card, kept.session == here.name
    picture: dict[str, Any] = orjson.loads(card.picture)
    return CardRow(
        id=kept.id,
        experiment=card.experiment,
        name=card.name,
        label=card.label,
        iteration=card.iteration,
        error=card.error,
        saved_at=kept.saved_at,
        here=in_here,
        open=in_here and here.workspace.kept.number == kept.run,
        **picture,
    )
