"""What a page does with studies: start one, stop it, forget it, open one of its runs."""

import asyncio
from typing import TYPE_CHECKING

from app import messages as m
from app.admission import admitted
from app.refusal import bad_value
from app.studies.asking import race_asked, sweep_asked
from app.studies.naming import name_of
from engine import Recipe, Run

if TYPE_CHECKING:
    from app.session import Session


def start_race(session: "Session", verb: m.StartRace) -> None:
    """Begin a race, or let it wait."""
    asked, taken = race_asked(verb, _recipe(session, verb.of), session.active, session.settings)
    session.studies.ask(asked, taken, verb.asking)


def start_sweep(session: "Session", verb: m.StartSweep) -> None:
    """Begin a sweep, or let it wait."""
    asked, taken = sweep_asked(verb, _recipe(session, verb.of), session.active, session.settings)
    session.studies.ask(asked, taken, verb.asking)


def cancel_study(session: "Session", verb: m.CancelStudy) -> None:
    """Stop a study, and keep what it has found."""
    session.studies.cancel(verb.study)


def delete_study(session: "Session", verb: m.DeleteStudy) -> None:
    """Stop a study, and forget it."""
    session.studies.delete(verb.study)


async def open_from_study(session: "Session", verb: m.OpenFromStudy) -> None:
    """Turn to one of the runs of a study, and train it as far as it was trained there."""
    study = session.studies.find(verb.study)
    asked = study.asked
    if not asked.has(verb.alpha, verb.hidden_size, verb.seed):
        units = "no hidden layer" if verb.hidden_size is None else f"{verb.hidden_size:,} hidden units"
        run = f"alpha {verb.alpha:g}, {units} and seed {verb.seed}"
        raise bad_value("study", f"This experiment has no run with {run}.")
    recipe = asked.recipe_of(verb.alpha, verb.hidden_size, verb.seed)
    begun = await asyncio.to_thread(lambda: Run(admitted(session.settings, recipe, (), asked.iterations)))
    name = name_of(asked, verb.alpha, verb.hidden_size, verb.seed)
    session.open_run(begun.recipe, (), asked.iterations, name=name, begun=begun)


def _recipe(session: "Session", of: m.Subject) -> Recipe:
    """Return what is tried."""
    return Recipe.named("xor") if of == "post" else session.workspace.run.present
