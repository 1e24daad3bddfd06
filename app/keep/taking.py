"""What is taken of a session to be written: all of it as a document, and of its runs what is not on disk yet."""

import asyncio
import time
from concurrent.futures import Executor
from typing import NamedTuple

from app.keep import archive
from app.keep.cards import card_of
from app.keep.saved import Card, Unsaved
from app.kept import KeptRun
from app.session import Session
from app.studies import saving
from engine import keyframe

KEYFRAME_SECONDS = 1.0
"""Between two keyframes of a run that goes on; what was trained since the last one is trained again on return."""

KEYFRAME_WORK = 0.25
"""Seconds of training that a run must have had since its last keyframe for another to be worth it."""

CARD_SECONDS = 5.0
"""Between two cards of a run that goes on; whoever looks at the list gets newer ones."""


class Written(NamedTuple):
    """What is on disk of a session: the last keyframes, when, after how much training; of which runs there is what."""

    at: float = 0.0
    seconds_trained: float = -KEYFRAME_WORK
    runs: frozenset[int] | set[int] | None = None
    """All there may be something of; None: nobody knows."""
    finished: frozenset[int] | set[int] = frozenset()
    """Those that do not train and have a keyframe."""
    cards: dict[int, Card] = {}  # noqa: RUF012  # replaced, never changed
    carded_at: float = 0.0
    studies: dict[int, int] | None = None
    """Revisions of studies by their numbers; None: nobody knows which there are."""


class Takings:
    """Remembers what has been taken of each session.

    Parameters
    ----------
    pool : where keyframes and cards are made; not the disk's, for meanwhile the session waits
    """

    def __init__(self, pool: Executor) -> None:
        self._pool = pool
        self._written: dict[str, Written] = {}  # by session

    def clear(self) -> None:
        """Take note that there is another database: nothing that was taken is in it."""
        self._written.clear()

    def forget(self, session: str) -> None:
        """Take note that nobody knows what of a session is on disk."""
        self._written.pop(session, None)

    async def take(self, session: Session, keyframes: bool) -> Unsaved:
        """Return what is to be written: keyframes of finished runs once, of running ones now and then.

        A running run gets one when enough has been trained that doing it again would be felt. While nothing trains
        every save takes one: an edit may replace another at the very iteration of the last.
        """
        async with session.lock:
            noted, now = self._written.get(session.name), time.monotonic()
            last = noted or Written()
            kept_runs = {kept.number: kept for kept in archive.runs_of(session)}
            runs = set(kept_runs)
            running = {workspace.kept.number for workspace in session.workspaces.values()}
            paused = keyframes or not session.workspace.pace.training
            trained = session.seconds_trained - last.seconds_trained > KEYFRAME_WORK
            due = paused or (trained and now - last.at > KEYFRAME_SECONDS)
            carding = due or now - last.carded_at > CARD_SECONDS
            wanted = (runs - running - last.finished) | (running if due else set())
            carded = _to_card(kept_runs, last.cards, running if carding else set())
            states: dict[int, bytes] = {}
            cards: dict[int, Card] = {}
            if wanted or carded:
                states, cards = await asyncio.get_running_loop().run_in_executor(
                    self._pool,
                    lambda: (
                        {number: keyframe.save(kept_runs[number].known) for number in wanted},
                        {number: card_of(kept_runs[number]) for number in carded},
                    ),
                )
            if self._written.get(session.name) is not noted:
                last = Written()  # another database came meanwhile: the next save writes what this one leaves out
            has_fewer_runs = last.runs is None or not last.runs <= runs
            document = archive.document_of(session)
            changed = {number: card for number, card in cards.items() if card != last.cards.get(number)}
            revisions = {study.number: study.revision for study in session.studies}
            known = last.studies or {}
            taken = Unsaved(
                session.name,
                document,
                states,
                runs,
                has_fewer_runs,
                session.owner,
                changed,
                {
                    study.number: saving.of(study)
                    for study in session.studies
                    if known.get(study.number) != study.revision
                },
                set(revisions),
                last.studies is None or not known.keys() <= revisions.keys(),
            )
            session.dirty = False
            self._written[session.name] = Written(
                now if due else last.at,
                session.seconds_trained if due else last.seconds_trained,
                runs,
                ((last.finished & runs) | wanted) - running,
                {number: card for number, card in (last.cards | cards).items() if number in runs},
                now if carding else last.carded_at,
                revisions,
            )
        return taken


def _to_card(runs: dict[int, KeptRun], cards: dict[int, Card], running: set[int]) -> list[int]:
    """Return the numbers of the runs whose card may be another than the one that was written."""

    def has_changed(kept: KeptRun) -> bool:
        card = cards.get(kept.number)
        return card is None or (card.iteration, card.name) != (kept.run.iteration, kept.name)

    anywhere = [kept for kept in runs.values() if kept.reach]
    return [kept.number for kept in anywhere if kept.number in running or has_changed(kept)]
