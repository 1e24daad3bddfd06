"""A session as a document and back: recipes, timelines, iterations and paces."""

import logging
from collections.abc import Callable
from copy import copy
from dataclasses import asdict, replace
from functools import partial
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import orjson

from app.keep.saved import Saved
from app.kept import KeptRun
from app.messages import Arrival, Fork
from app.pace import Pace
from app.pins import Pin
from app.session import Session
from app.settings import Settings
from app.studies import saving
from app.workspace import Workspace
from engine import Edit, Recipe, Run, keyframe

log = logging.getLogger(__name__)

VERSION = 2
"""Raised by one whenever a program of the version before could misread a document; all versions so far are read."""


def document_of(session: Session) -> Callable[[], str]:
    """Return what makes the JSON text of a session as it is now, in whatever thread and whenever it is called.

    A run goes on meanwhile: what is taken here is what never changes, or a copy.
    """
    workspaces = {name: _taken(workspace) for name, workspace in session.workspaces.items()}
    return partial(_text, session.active, workspaces)


def runs_of(session: Session) -> list[KeptRun]:
    """Return every run of the session, in all experiments."""
    return [kept for workspace in session.workspaces.values() for kept in workspace.runs]


def restored(session: Session, saved: Saved, settings: Settings) -> Session:
    """Fill a fresh session with what was saved; runs without a keyframe are trained again, which takes its time.

    Raises
    ------
    ValueError, KeyError, TypeError
        If the document is not one of ours.
    """
    if saved.document["version"] not in range(1, VERSION + 1):
        raise ValueError("This session was saved by another version.")
    first = saved.document["version"] == 1
    for name, written in saved.document["workspaces"].items():
        document = _since_the_first(written) if first else written
        kept, *others = (restored_run(run, saved.keyframes) for run in (document["run"], *document["others"]))
        pace = Pace(**document["pace"])
        session.workspaces[name] = Workspace(settings, session.numbers, kept, pace, others, document["goal"])
    session.active = saved.document["active"]
    session.workspaces[session.active]  # raises KeyError here rather than at the first message
    session.numbers.taken(max(kept.number for kept in runs_of(session)))
    session.studies.restore(saving.restored(session.studies, saved.studies))
    session.dirty = False
    return session


def _since_the_first(document: dict[str, Any]) -> dict[str, Any]:
    """Return a workspace of version 1 as it is written now: its runs had no colours, and only the present one pins."""
    run = {**document["run"], "pins": document.get("pins", [])}
    older = [{**older, "colour": colour} for colour, older in enumerate(document["older"], start=1)]
    return {"run": run, "others": older, "pace": document["pace"], "goal": None}


class _TakenRun(NamedTuple):
    kept: KeptRun
    recipe: Recipe
    timeline: list[Edit]
    iteration: int
    at: int


class _Taken(NamedTuple):
    pace: Pace
    goal: float | None
    runs: list[_TakenRun]


def _taken(workspace: Workspace) -> _Taken:
    runs = []
    for kept in workspace.runs:
        known = kept.known
        iterations = known.iteration, kept.run.iteration
        runs.append(_TakenRun(replace(kept), known.recipe, list(known.timeline), *iterations))
    return _Taken(copy(workspace.pace), workspace.goal, runs)


def _text(active: str, workspaces: dict[str, _Taken]) -> str:
    documents = {}
    for name, (pace, goal, runs) in workspaces.items():
        run, *others = map(_run_document, runs)
        documents[name] = {"run": run, "others": others, "pace": asdict(pace), "goal": goal}
    return orjson.dumps({"version": VERSION, "active": active, "workspaces": documents}).decode()


def _run_document(run: _TakenRun) -> dict[str, Any]:
    kept = run.kept
    return {
        "number": kept.number,
        "recipe": _document(run.recipe),
        "timeline": [_document(edit) for edit in run.timeline],
        "iteration": run.iteration,
        "at": run.at,
        "name": kept.name,
        "colour": kept.colour,
        "hidden": kept.hidden,
        "fork": kept.fork and kept.fork.model_dump(),
        "arrival": kept.arrival and kept.arrival.model_dump(),
        "digest": kept.digest,
        "pins": [pin.to_dict(run.recipe) for pin in kept.pins],
    }


def _document(thing: Recipe | Edit) -> orjson.Fragment:
    """Return the JSON of what never changes: made once, kept as long as the thing itself."""
    fragment = _fragments.get(thing)
    if fragment is None:
        fragment = _fragments[thing] = orjson.Fragment(orjson.dumps(thing.to_dict()))
    return fragment


_fragments: WeakKeyDictionary[Recipe | Edit, orjson.Fragment] = WeakKeyDictionary()


def restored_run(document: dict[str, Any], keyframes: dict[int, bytes]) -> KeptRun:
    """Return a run from its document, with the help of its keyframe if that is there and sound."""
    recipe = Recipe.from_dict(document["recipe"])
    timeline = [Edit.from_dict(edit) for edit in document["timeline"]]
    number, iteration, at = document["number"], document["iteration"], document.get("at", document["iteration"])
    known = _from_keyframe(recipe, timeline, keyframes.get(number), iteration) or Run(recipe, timeline)
    known.advance(iteration - known.iteration)
    fork, arrival = document.get("fork"), document.get("arrival")
    kept = KeptRun(
        number,
        known,
        known if at >= iteration else known.at(at),
        colour=document.get("colour", 0),
        name=document.get("name", ""),
        hidden=document.get("hidden", False),
        fork=fork and Fork(**fork),
        arrival=arrival and Arrival(**arrival),
        digest=document.get("digest"),
        pins=[Pin.from_dict(pin, recipe) for pin in document.get("pins", [])],
    )
    kept.first()  # here, where it keeps nobody waiting
    return kept


def _from_keyframe(recipe: Recipe, timeline: list[Edit], data: bytes | None, iteration: int) -> Run | None:
    if data is None:
        return None
    try:
        run = keyframe.load(recipe, timeline, data)
    except Exception:  # whatever is wrong with it: it is a cache, and damaged bytes fail in many ways
        log.warning("A keyframe could not be read; its run is trained again.")
        return None
    return run if run.iteration <= iteration else None
