"""A session as a document and back: recipes, timelines, iterations and paces."""

import logging
from dataclasses import asdict
from typing import Any

from app.pace import Pace
from app.session import Session
from app.settings import Settings
from app.storage import Saved
from app.workspace import KeptRun, Workspace
from engine import Edit, Recipe, Run, keyframe

log = logging.getLogger(__name__)

VERSION = 1


def document_of(session: Session) -> dict[str, Any]:
    """Return what a learner made, fit for JSON."""
    return {
        "version": VERSION,
        "active": session.active,
        "workspaces": {name: _workspace_document(workspace) for name, workspace in session.workspaces.items()},
    }


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
        session.workspaces[name] = Workspace(settings, kept, Pace(**document["pace"]), older)
    session.active = saved.document["active"]
    session.workspaces[session.active]  # raises KeyError here rather than at the first message
    session.known_run_numbers(max(kept.number for kept in runs_of(session)))
    session.dirty = False
    return session


def _workspace_document(workspace: Workspace) -> dict[str, Any]:
    return {
        "run": _run_document(workspace.kept),
        "pace": asdict(workspace.pace),
        "older": [_run_document(kept) for kept in workspace.older],
    }


def _run_document(kept: KeptRun) -> dict[str, Any]:
    return {
        "number": kept.number,
        "recipe": kept.run.recipe.to_dict(),
        "timeline": [edit.to_dict() for edit in kept.run.timeline],
        "iteration": kept.run.iteration,
    }


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
