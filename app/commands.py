"""What each verb of the page does to a session. The table at the end is the whole list."""

import asyncio
from collections.abc import Awaitable, Callable
from math import isfinite
from typing import Any

from app import messages as m
from app.address import POSITIVE_ALPHA
from app.experiments import experiment
from app.refusal import Refusal, bad_value, typed_number, typed_whole_number
from app.session import Session
from engine.checks import MAX_SEED


async def obey(session: Session, verb: m.Verb) -> None:
    """Do what the page asks, between two bursts of training; raise Refusal in words when it can't be done."""
    async with session.lock:
        doing = COMMANDS[type(verb)](session, verb)
        if doing is not None:
            await doing


def _play(session: Session, verb: m.Play) -> None:
    sentence = session.workspace.play()
    session.changed_controls()
    session.tell(sentence)
    session.look_again()
    session.awaken()


def _pause(session: Session, verb: m.Verb) -> None:
    session.workspace.pace.playing = False
    session.changed_controls()
    session.refresh(now=True)


async def _step(session: Session, verb: m.Step) -> None:
    run, left = session.workspace.run, session.settings.max_iterations - session.workspace.run.iteration
    if left <= 0:
        raise Refusal("too_many_iterations", f"This lab trains a run for {run.iteration:,} iterations at the most.")
    session.workspace.pace.playing = False
    await asyncio.to_thread(run.advance, min(verb.iterations, left))
    session.changed_controls()
    session.refresh(now=True)


def _reset(session: Session, verb: m.Verb) -> None:
    session.workspace.pace.playing = False
    session.workspace.reset(session.new_run_number())
    session.start_over()


def _set_alpha(session: Session, verb: m.SetAlpha) -> None:
    _edit(session, alpha=typed_number("alpha", verb.alpha, POSITIVE_ALPHA))


def _set_hidden_size(session: Session, verb: m.SetHiddenSize) -> None:
    size = typed_whole_number("hidden size", verb.hidden_size, 1, session.settings.max_hidden_size)
    _edit(session, hidden_size=size)


def _drop_weights(session: Session, verb: m.DropWeights) -> None:
    allowed = "Each weight must be an ordinary number, such as 2.5 or -4."
    weights = tuple(typed_number(f"w{i}", weight, allowed) for i, weight in enumerate(verb.weights))
    for i, weight in enumerate(weights):
        if not isfinite(weight):
            raise bad_value(f"w{i}", allowed)
    _edit(session, weights=weights)


def _edit(session: Session, **changes: Any) -> None:
    fields = session.workspace.edit(**changes)
    for field in fields:
        session.changed_run(field)
    if not fields:
        session.changed_recipe()  # or nothing has: a field in which 1 was typed as 1.00 shows 1 again


def _set_seed(session: Session, verb: m.SetSeed) -> None:
    seed = typed_whole_number("seed", verb.seed, 0, MAX_SEED)
    session.workspace.pace.playing = False
    session.workspace.reset(session.new_run_number(), seed)
    session.start_over()


def _set_speed(session: Session, verb: m.SetSpeed) -> None:
    session.workspace.pace.speed = verb.speed
    session.start()
    session.changed_controls()
    session.awaken()


def _set_stop(session: Session, verb: m.SetStop) -> None:
    iteration = typed_whole_number("stop at iteration", verb.iteration, 1, session.settings.max_iterations)
    error = None
    if verb.error is not None and str(verb.error).strip():
        allowed = "stop at error must be a number above 0 and below 1, such as 0.01, or empty."
        error = typed_number("stop at error", verb.error, allowed)
        if not 0 < error < 1:
            raise Refusal("bad_value", allowed, "stop at error")
    session.workspace.stop_at(iteration, error)
    session.changed_controls()


def _choose_experiment(session: Session, verb: m.ChooseExperiment) -> None:
    experiment(verb.experiment)
    session.choose(verb.experiment)


def _select_row(session: Session, verb: m.SelectRow) -> None:
    session.workspace.select_row(verb.row)
    session.changed_controls()


def _clear_older(session: Session, verb: m.Verb) -> None:
    session.workspace.older = []
    session.start_over()


COMMANDS: dict[type[m.Verb], Callable[[Session, Any], Awaitable[None] | None]] = {
    m.Play: _play,
    m.Pause: _pause,
    m.Step: _step,
    m.Reset: _reset,
    m.SetAlpha: _set_alpha,
    m.SetHiddenSize: _set_hidden_size,
    m.SetSeed: _set_seed,
    m.SetSpeed: _set_speed,
    m.SetStop: _set_stop,
    m.ChooseExperiment: _choose_experiment,
    m.SelectRow: _select_row,
    m.DropWeights: _drop_weights,
    m.ClearOlder: _clear_older,
}
