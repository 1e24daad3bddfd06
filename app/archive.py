"""A session as a document and back: recipes, timelines, iterations and paces."""

import logging
from collections.abc import Callable
from copy import copy
from dataclasses import asdict
from functools import partial
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import orjson

from app.pace import Pace
from app.pins import Pin
from app.saved import Saved
from app.session import Session
from app.settings import Settings
from app.workspace import KeptRun, Workspace
from engine import Edit, Recipe, Run, keyframe

log = logging.getLogger(__name__)

VERSION = 1


def document_of(session: Session) -> Callable[[], str]:
    """Return what makes the JSON text of a session as it is now, in whatever thread and whenever it is called.

    A run goes on meanwhile: what is taken here is what never changes, or a copy.
    """
    workspaces = {name: _taken(workspace) for name, workspace in session.workspaces.items()}
    return partial(_text, session.active, workspaces)


def runs_of(session: Session) -> list[KeptRun]:
    """Return every run of the session, older ones too."""
    return [kept for workspace in session.workspaces.values() for kept in [workspace.kept, *workspace.older]]


def restored(session: Session, saved: Saved, settings: Settings) -> Session:
    """Fill a fresh session with what was saved; runs without a keyframe are trained again, which takes its time.

    Raises
    ------
    ValueError, KeyError, TypeError
        If the document is not one of ours.
    """
    if saved.document["version"] != VERSION:
        raise ValueError("This session was saved by another version.")
    for name, document in saved.document["workspaces"].items():
        kept = restored_run(document["run"], saved.keyframes)
        older = [restored_run(run, saved.keyframes) for run in document["older"]]
        pins = [Pin.from_dict(pin, kept.run.recipe) for pin in document.get("pins", [])]
        session.workspaces[name] = Workspace(settings, kept, Pace(**document["pace"]), older, pins)
    session.active = saved.document["active"]
    session.workspaces[session.active]  # raises KeyError here rather than at the first message
    session.known_run_numbers(max(kept.number for kept in runs_of(session)))
    session.dirty = False
    return session


class _TakenRun(NamedTuple):
    number: int
    recipe: Recipe
    timeline: list[Edit]
    iteration: int


class _Taken(NamedTuple):
    pace: Pace
    runs: list[_TakenRun]
    pins: list[Pin]


def _taken(workspace: Workspace) -> _Taken:
    runs = [
        _TakenRun(kept.number, kept.run.recipe, list(kept.run.timeline), kept.run.iteration)
        for kept in (workspace.kept, *workspace.older)
    ]
    return _Taken(copy(workspace.pace), runs, list(workspace.pins))


def _text(active: str, workspaces: dict[str, _Taken]) -> str:
    documents = {}
    for name, (pace, runs, pins) in workspaces.items():
        run, *older = map(_run_document, runs)
        kept = [pin.to_dict(runs[0].recipe) for pin in pins]
        documents[name] = {"run": run, "pace": asdict(pace), "older": older, "pins": kept}
    return orjson.dumps({"version": VERSION, "active": active, "workspaces": documents}).decode()


def _run_document(run: _TakenRun) -> dict[str, Any]:
    return {
        "number": run.number,
        "recipe": _document(run.recipe),
        "timeline": [_document(edit) for edit in run.timeline],
        "iteration": run.iteration,
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
    number, iteration = document["number"], document["iteration"]
    run = _from_keyframe(recipe, timeline, keyframes.get(number), iteration) or Run(recipe, timeline)
    run.advance(iteration - run.iteration)
    return KeptRun(number, run)


def _from_keyframe(recipe: Recipe, timeline: list[Edit], data: bytes | None, iteration: int) -> Run | None:
    if data is None:
        return None
    try:
        run = keyframe.load(recipe, timeline, data)
    except Exception:  # whatever is wrong with it: it is a cache, and damaged bytes fail in many ways
        log.warning("A keyframe could not be read; its run is trained again.")
        return None
    return run if run.iteration <= iteration else None
