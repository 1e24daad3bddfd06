"""What a page does with the runs of an experiment: branch, choose, name, hide, delete, set a goal."""

from typing import Any

from app import messages as m
from app.address import POSITIVE_ALPHA
from app.branches import adopt, branched, farewell
from app.changing import changed
from app.kept import KeptRun
from app.refusal import bad_value, typed_number, typed_whole_number
from app.session import Session

GOAL = "The goal must be an error above 0 and below 1, such as 0.01, or empty."


def branch(session: Session, verb: m.Branch) -> None:
    """Go on as a branch, with other settings if they are given."""
    changes: dict[str, Any] = {}
    if verb.alpha is not None:
        changes["alpha"] = typed_number("alpha", verb.alpha, POSITIVE_ALPHA)
    if verb.hidden_size is not None:
        most = session.settings.max_hidden_size
        changes["hidden_size"] = typed_whole_number("hidden size", verb.hidden_size, 1, most)
    workspace = session.workspace
    if not workspace.kept.reach:
        raise bad_value("branch", "This run has not begun, so there is nothing to branch from: train it first.")
    before, new = workspace.layout(), branched(workspace.kept)
    for name, value in changes.items():
        workspace.check_room(new.run, {name: value})
        try:
            changed(new, {name: value})
        except ValueError as error:
            raise bad_value(name.replace("_", " "), str(error)) from None
    workspace.pace.catch_up = workspace.pace.then = None
    gone = workspace.turn_to(new, before, lambda _: "branch")
    session.tell(farewell(gone))
    session.start_over()


def choose_run(session: Session, verb: m.ChooseRun) -> None:
    """Turn to another run, where it stood."""
    if verb.run != session.workspace.kept.number:
        session.choose_run(verb.run)


def rename_run(session: Session, verb: m.RenameRun) -> None:
    """Give a run a name, or take it away."""
    give_name(session, session.active, session.workspace.find(verb.run), verb.name)


def give_name(session: Session, experiment: str, kept: KeptRun, name: str) -> None:
    """Give a run of any of the session's experiments a name; an empty one takes it away."""
    workspace, name = session.workspaces[experiment], " ".join(name.split())
    if name == kept.name:
        return
    before = workspace.layout()
    kept.name = name
    workspace.undo.push(before, lambda _: f"named “{name}”" if name else "name removed", ("name", kept.number))
    if experiment == session.active:
        _tell_list(session)


def hide_run(session: Session, verb: m.HideRun) -> None:
    """Leave a run out of the charts, or show it again."""
    kept = session.workspace.find(verb.run)
    if verb.hidden == kept.hidden:
        return
    before = session.workspace.layout()
    kept.hidden = verb.hidden
    session.workspace.undo.push(before, lambda _: "run hidden" if verb.hidden else "run shown")
    _tell_list(session)


def delete_run(session: Session, verb: m.DeleteRun) -> None:
    """Take another run from the list."""
    kept = session.workspace.find(verb.run)
    if kept is session.workspace.kept:
        raise bad_value("run", "The run in view can't be deleted: choose another one first.")
    _delete(session, [kept], "run deleted")


def clear_older(session: Session, verb: m.Verb) -> None:
    """Take all other runs from the list."""
    others = session.workspace.others
    if others:
        _delete(session, others, "run deleted" if len(others) == 1 else f"{len(others)} runs deleted")
    else:
        session.start_over()


def set_goal(session: Session, verb: m.SetGoal) -> None:
    """Choose the error of which the table says when each run came down to it."""
    goal = None
    if verb.error is not None and str(verb.error).strip():
        goal = typed_number("goal", verb.error, GOAL)
        if not 0 < goal < 1:
            raise bad_value("goal", GOAL)
    session.workspace.goal = goal
    _tell_list(session)


def _delete(session: Session, runs: list[KeptRun], label: str) -> None:
    workspace, before = session.workspace, session.workspace.layout()
    workspace.others = [other for other in workspace.others if other not in runs]
    adopt(workspace.runs, runs)
    workspace.undo.push(before, lambda _: label)
    workspace.undo.shelve(runs)
    session.start_over()


def _tell_list(session: Session) -> None:
    session.changed_controls()
    session.changed_runs()
