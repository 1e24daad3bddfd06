"""My runs: those of all sessions of one browser, and what can be done with them from any of its pages."""

import asyncio
import time
from contextlib import suppress
from itertools import compress, groupby
from operator import itemgetter
from typing import Any, NamedTuple

import orjson

from app.branches import adopt, spare_colour
from app.hub import Hub
from app.keep import archive
from app.keep.cards import card_of
from app.keep.saved import Kept, StorageError, id_of
from app.kept import KeptRun
from app.messages import Message
from app.runs import give_name
from app.session import Session
from app.workspace import Workspace
from engine import Recipe, Run

PAGE = 60
"""Cards that are sent at once."""

PATIENCE = 1.0
"""Seconds that a list waits for a session in which something is at work; then it has what is on disk of it."""

GONE = "This run is not there any more."
UNREADABLE = "This run can't be read: its part of the server's database is damaged. Delete it, or try again later."
NOT_NOW = "This run can't be read just now: try again in a while."
COPY = "The run is still there: a copy of it from before an upgrade can't be changed. Try again in a while."
DELETED_HERE = "The run that was here was deleted in “My runs”, so a new one begins."


class ShelfError(Exception):
    """What was asked of a run is not done; the message says why. `status` is that of the HTTP answer."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class Spot(NamedTuple):
    """Where a run is."""

    session: str
    run: int


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
    await hub.saver.save(held, patience=PATIENCE)  # so that the newest numbers are on disk
    unsaved = await _free(held) if any(session.unsaved for session in held) else []
    runs, without = _runs_of(unsaved), {session.name for session in unsaved}
    found, first = await _kept(runs[skip : skip + PAGE + 1]), max(0, skip - len(runs))
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
    spot = await _found(hub, owner, id_)
    if spot.session == here.name:
        async with here.lock:
            experiment, run = _place(here, spot.run)
            here.choose(experiment)
            if here.workspace.kept is not run:
                here.choose_run(run.number)
        return
    other = await _session(hub, spot, glance=True)
    if other is None:
        raise ShelfError(UNREADABLE, 409)
    async with other.lock:
        _, run = _place(other, spot.run)
        recipe, timeline, name = run.run.recipe, list(run.run.timeline), run.name
        iteration, reach = run.run.iteration, run.reach
    begun = await hub.links.begun(recipe, timeline, reach)
    async with here.lock:
        here.open_run(recipe, timeline, iteration, reach=reach, name=name, begun=begun)


async def rename(hub: Hub, owner: str, id_: str, name: str) -> None:
    """Give a run a name; the session that it is of can take that back."""
    spot = await _found(hub, owner, id_)
    session = await _session(hub, spot)
    if session is None:
        raise ShelfError(UNREADABLE, 409)
    async with session.lock:
        give_name(session, *_place(session, spot.run), name)
        session.dirty = True
    await hub.saver.save([session])


async def delete(hub: Hub, owner: str, id_: str) -> None:
    """Delete a run for good, with all that is kept of it; a page that shows it begins anew.

    Raises
    ------
    ShelfError
        In words, if there is no such run, or if it could not be taken from the disk; then it can be tried again.
    """
    spot = await _found(hub, owner, id_)
    try:
        await hub.saver.ask(lambda storage: storage.forget_in_copies(spot.session))
    except StorageError:
        raise ShelfError(COPY, 503) from None  # and nothing has changed: what is gone could not be asked for again
    session = await _session(hub, spot)
    readable = session is not None
    if session:
        async with session.lock:
            with suppress(ShelfError):  # it is gone from here, if the disk could not be written the last time
                _delete(session, *_place(session, spot.run))
            session.dirty = True
        await hub.saver.save([session], patience=None)
    try:
        if not readable:
            await hub.saver.ask(lambda storage: storage.load(spot.session))  # raises if it may be readable later
        await hub.saver.ask(lambda storage: storage.wipe(spot.session, spot.run, readable))
    except StorageError as error:
        raise ShelfError(f"The run is gone from the lab, but not from the disk yet. {error.sentence}", 503) from None


def _delete(session: Session, experiment: str, run: KeptRun) -> None:
    workspace = session.workspaces[experiment]
    is_shown = experiment == session.active and workspace.kept is run
    _drop(workspace, experiment, run)
    if is_shown:
        session.tell(DELETED_HERE)
    if experiment == session.active:
        session.start_over()


def _drop(workspace: Workspace, experiment: str, run: KeptRun) -> None:
    """Keep nothing of a run; in the place of the present one stands that of the post, at iteration 0."""
    workspace.others = [other for other in workspace.others if other is not run]
    adopt(workspace.others, [run])
    if workspace.kept is run:
        pace = workspace.pace
        pace.pause()
        pace.start_over()
        pace.row, pace.tried = 0, []  # which are of its data
        begun = Run(Recipe.named(experiment))
        workspace.kept = KeptRun.of(workspace.numbers.next(), begun, spare_colour(workspace.others))
    workspace.undo.forget(run.number)


async def _found(hub: Hub, owner: str, id_: str) -> Spot:
    for session in _in_memory(hub, owner):
        for run in archive.runs_of(session):
            if run.reach and id_of(session.name, run.number) == id_:
                return Spot(session.name, run.number)
    try:
        kept = await hub.saver.ask(lambda storage: storage.find(owner, id_))
    except StorageError as error:
        raise ShelfError(error.sentence, 503) from None
    if kept is None:
        raise ShelfError(GONE, 404)
    return Spot(kept.session, kept.run)


async def _session(hub: Hub, spot: Spot, glance: bool = False) -> Session | None:
    """Return the session of a run; None if it can't be understood."""
    try:
        return await (hub.glance(spot.session) if glance else hub.find(spot.session))
    except StorageError:
        raise ShelfError(NOT_NOW, 503) from None


def _in_memory(hub: Hub, owner: str) -> list[Session]:
    return [session for session in hub.sessions.values() if session.owner == owner]


async def _free(sessions: list[Session]) -> list[Session]:
    """Return those in which nothing is at work for long: no list waits for the others."""

    async def is_free(session: Session) -> bool:
        try:
            async with asyncio.timeout(PATIENCE), session.lock:
                return True
        except TimeoutError:
            return False

    free = await asyncio.gather(*map(is_free, sessions))
    return list(compress(sessions, free))


def _runs_of(sessions: list[Session]) -> list[tuple[Session, KeptRun]]:
    """Return what got anywhere, the newest first."""
    return [
        (session, run)
        for session in sorted(sessions, key=lambda session: -session.seen)
        for run in sorted(archive.runs_of(session), key=lambda run: -run.number)
        if run.reach
    ]


async def _kept(runs: list[tuple[Session, KeptRun]]) -> list[Kept]:
    """Return the cards of runs that are in memory; none trains while its error is computed."""
    found, now = list[Kept](), time.time()
    for session, of_session in groupby(runs, key=itemgetter(0)):
        kept_runs = [run for _, run in of_session]
        async with session.lock:
            cards = await asyncio.to_thread(list, map(card_of, kept_runs))
        for run, card in zip(kept_runs, cards, strict=True):
            found.append(Kept(id_of(session.name, run.number), session.name, run.number, now, card))
    return found


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
