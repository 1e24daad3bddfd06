"""What a page is told of an experiment as a whole: settings and pace, the runs, everything."""

from app.listing import is_broken, listing, own_data
from app.marks import marks_of
from app.messages import Controls, Frame, Look, Pins, Runs, Snapshot, Timeline
from app.studies.basis import basis_of
from app.workspace import Workspace
from engine.statistics import correlations


def controls_of(workspace: Workspace, resting: bool) -> Controls:
    """Return the present settings and pace."""
    run, pace = workspace.run, workspace.pace
    return Controls(
        alpha=run.alpha,
        hidden_size=run.hidden_sizes[0] if run.hidden_sizes else None,
        seed=run.recipe.seed,
        playing=pace.playing,
        speed=pace.speed,
        stop_iteration=pace.iteration(),
        stop_error=pace.error(),
        row=pace.row,
        reach=workspace.kept.reach,
        catching_up=pace.catch_up,
        undo=workspace.undo.undo_label,
        redo=workspace.undo.redo_label,
        goal=workspace.goal,
        resting=resting,
        line=pace.line,
        tried=pace.tried,
    )


def snapshot_of(workspace: Workspace, experiment: str, resting: bool, frame: Frame) -> Snapshot:
    """Return everything there is to know about the run in view."""
    run, rows, kept = workspace.run, workspace.rows, workspace.kept
    data, code = run.data, listing(run)
    return Snapshot(
        run=kept.number,
        experiment=experiment,
        inputs=[list(row) for row in data.inputs[rows]],
        targets=[list(row) for row in data.targets[rows]],
        first_row=rows.start,
        rows=data.n_rows,
        columns=list(data.names),
        correlations=correlations(data.X, data.y[:, 0]).tolist(),
        own_data=data != own_data(run),
        basis=basis_of(run.present),
        broken=is_broken(code),
        pins=_looks(workspace),
        code=code,
        controls=controls_of(workspace, resting),
        marks=marks_of(kept.known),
        runs=runs_of(workspace).rows,
        others=[other.to_message() for other in workspace.others],
        known=kept.whole_curve(),
        arrival=kept.arrival,
        frame=frame,
    )


def pins_of(workspace: Workspace) -> Pins:
    """Return what is kept for comparison."""
    return Pins(run=workspace.kept.number, pins=_looks(workspace))


def runs_of(workspace: Workspace) -> Runs:
    """Return the table of runs, in the order in which they began."""
    runs = sorted(workspace.runs, key=lambda kept: kept.number)
    return Runs(run=workspace.kept.number, rows=[kept.row(workspace.goal) for kept in runs])


def timeline_of(workspace: Workspace) -> Timeline:
    """Return every change on the timeline of the run in view."""
    return Timeline(run=workspace.kept.number, marks=marks_of(workspace.kept.known))


def _looks(workspace: Workspace) -> list[Look]:
    rows = workspace.rows
    return [pin.look(rows) for pin in (workspace.kept.first(), *workspace.kept.pins)]
