"""What becomes of a shared run, for those who only look at its link: a picture and a sentence, made at leisure."""

import asyncio
import hashlib
import logging
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from app.experiments import EXPERIMENTS
from app.leisure import stand_back
from app.marks import label_of
from app.share.links import shared_name
from engine import Run
from engine.parcel import Shared

log = logging.getLogger(__name__)

MOST_SECONDS = 1.0
"""Of training for one picture; a longer run is drawn where it is by then, and the picture says so."""

CHUNK_SECONDS = 0.05
"""About how long it trains between two looks at the clock."""

MOST_WAITING = 8
"""Pictures that may wait for the one that is made; whoever asks for more is told to come again."""

MOST_KEPT = 128
"""Pictures that are kept: some eight megabytes."""

SHOWN_NOT = str.maketrans({"→": "to"})
"""Characters that the picture's typeface has not."""


class Glimpse(NamedTuple):
    """A run where it is, or as far on the way there as a moment's training leads."""

    title: str
    settings: str
    iteration: int
    error: str
    png: bytes


class Busy(Exception):
    """Too many pictures wait already."""


class Pictures:
    """Makes one after the other in a thread that lets others go first, and keeps those that were asked for last."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pictures", initializer=stand_back)
        self._made: OrderedDict[str, asyncio.Future[Glimpse | None]] = OrderedDict()

    async def of(self, shared: Shared, key: str) -> Glimpse | None:
        """Return the picture of a run, None if it can't be drawn; `key` is the same for the same run and no other."""
        made = self._made.get(key)
        if made is None or made.cancelled():
            if sum(not future.done() for future in self._made.values()) > MOST_WAITING:
                raise Busy
            made = asyncio.get_running_loop().run_in_executor(self._pool, _glimpse_if_it_can, shared)
            self._made[key] = made
        self._made.move_to_end(key)
        while len(self._made) > MOST_KEPT:
            self._made.popitem(last=False)
        return await asyncio.shield(made)  # whoever goes meanwhile takes it from nobody else

    def stop(self) -> None:
        """Make no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def key_of(query: dict[str, str]) -> str:
    """Return by what the picture of the run that an address asks for is known."""
    name, value = ("run", query["run"]) if "run" in query else ("r", query["r"])
    return f"{name} {hashlib.sha256(value.encode()).hexdigest()}"


def title_of(shared: Shared) -> str:
    """Return what the run is called."""
    return shared_name(shared) or EXPERIMENTS[shared.recipe.experiment].title


def _glimpse_if_it_can(shared: Shared) -> Glimpse | None:
    """Return None, and leave a word in the log, where drawing fails: links come from anybody."""
    try:
        return _glimpse(shared)
    except Exception:
        log.exception("The picture of a shared run could not be drawn.")
        return None


def _glimpse(shared: Shared) -> Glimpse:
    from app.share.drawing import drawn, error_text  # its library takes its time to import, and most labs never need it

    run = _trained(shared)
    title, settings = title_of(shared), label_of(run)
    remark = ""
    if run.iteration < shared.iteration:
        remark = f"This is iteration {run.iteration:,} on the way to {shared.iteration:,}, where the link leads."
    png = drawn(run, _writable(title), settings.translate(SHOWN_NOT), remark)
    return Glimpse(title, settings, run.iteration, error_text(run.error), png)


def _trained(shared: Shared) -> Run:
    run = Run(shared.recipe, shared.timeline)
    begin, chunk = time.perf_counter(), 1
    while run.iteration < shared.iteration:
        before = time.perf_counter()
        run.advance(min(chunk, shared.iteration - run.iteration))
        now = time.perf_counter()
        if now - begin > MOST_SECONDS:
            break
        if now - before < CHUNK_SECONDS / 2:
            chunk *= 2
    return run


def _writable(text: str) -> str:
    """Return a text without what the picture's typeface has no letters for."""
    return "".join(letter if letter.isprintable() and ord(letter) < 256 else "·" for letter in text)
