"""Looking ahead: where the error would go from here with another value, tried on copies of the run."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from app.address import POSITIVE_ALPHA
from app.glance import Glance
from app.leisure import stand_back
from app.messages import Ahead, LookAhead
from app.refusal import bad_value, typed_number, typed_whole_number
from app.tempo import COMFORTABLE, Tempo
from engine import Run

if TYPE_CHECKING:
    from app.session import Session

LEAST = 400
"""Iterations that are looked ahead at the least; else as many as the run has done."""

BUDGET = 0.6
"""Seconds of training for one question, and of waiting for others': a slow network is looked at less far ahead."""

BEAT = 0.25
"""Seconds between two answers to the same question, which grow."""

POOL = ThreadPoolExecutor(1, thread_name_prefix="ahead", initializer=partial(stand_back, 15))
"""One thread for all the questions of the lab, which take turns in it: it goes behind the threads that train."""


class Foresight:
    """What one session is shown of what could be: the answer to its newest question, and to no other.

    A question is forgotten when the run is edited, replaced, or watched by nobody.
    """

    def __init__(self, session: "Session", tempo: Tempo) -> None:
        self._session = session
        self._tempo = tempo
        self._answering: asyncio.Task[None] | None = None
        self._told: Ahead | None = None  # the question that was answered last, without its curves

    async def ask(self, verb: LookAhead) -> None:
        """Begin to answer; raise Refusal in words if this network can't have the value. The run is not in a burst."""
        session, workspace = self._session, self._session.workspace
        values, value = self._values(verb)
        run, stop = workspace.run, workspace.pace.iteration()
        end = min(run.iteration + max(LEAST, run.iteration), session.settings.max_iterations)
        if stop > run.iteration:
            end = min(end, stop)
        question = Ahead(run=workspace.kept.number, iteration=run.iteration, field=verb.field, value=value, curves=[])
        self.forget()
        copy = await asyncio.to_thread(run.fork)
        self._answering = asyncio.create_task(self._answer(question, copy, values, end, _now(run)))

    def forget(self) -> None:
        """Answer no more."""
        if self._answering:
            self._answering.cancel()
            self._answering = None

    def look_away(self) -> None:
        """Answer no more, and let every page that watches know."""
        self.forget()
        if self._told:
            self._session.audience.post(self._told.model_copy(update={"curves": []}))
            self._told = None

    def _values(self, verb: LookAhead) -> tuple[list[float], float]:
        """Return the values to try, in ascending order, and the one asked for."""
        run, most = self._session.workspace.run, self._session.settings.max_hidden_size
        if verb.field == "alpha":
            alpha = typed_number("alpha", verb.value, POSITIVE_ALPHA)
            if not 0 < alpha < float("inf"):
                raise bad_value("alpha", POSITIVE_ALPHA)
            around = [float(f"{alpha / 3:.3g}"), alpha, float(f"{alpha * 3:.3g}")]
            return [value for value in around if 0 < value < float("inf")], alpha
        size = typed_whole_number("hidden size", verb.value, 1, most)
        try:
            run.recipe.with_hidden_size(size)
        except ValueError as error:
            raise bad_value("hidden size", str(error)) from None
        return sorted({float(min(max(round(each), 1), most)) for each in (size / 3, size, size * 3)}), float(size)

    async def _answer(
        self, question: Ahead, copy: Run, values: Sequence[float], end: int, asked: tuple[Any, ...]
    ) -> None:
        session = self._session
        in_pool = partial(asyncio.get_running_loop().run_in_executor, POOL)
        glances = await in_pool(lambda: [Glance.at(copy, question.field, value) for value in values])
        spent, told, done = 0.0, time.monotonic(), False
        while not done:
            begin = time.perf_counter()
            await in_pool(_train, glances, end)
            seconds = time.perf_counter() - begin
            spent += seconds
            if _now(session.workspace.run) != asked or not session.audience:
                return
            done = spent > BUDGET or all(glance.run.iteration >= end for glance in glances)
            if done or time.monotonic() - told >= BEAT:
                told = time.monotonic()
                curves = [glance.curve() for glance in glances]
                self._told = question
                session.audience.post(question.model_copy(update={"curves": curves}))
            await asyncio.sleep(seconds if self._tempo.busy < COMFORTABLE else 10 * seconds)


def _train(glances: Sequence[Glance], end: int) -> None:
    for glance in glances:
        glance.go_on(end)


def _now(run: Run) -> tuple[Any, ...]:
    """Return what is another once a run has been edited or replaced."""
    return run, run.edits_done, run.timeline[run.edits_done - 1] if run.edits_done else None
