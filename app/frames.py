"""A run as the page sees it."""

import numpy as np
from numpy.typing import NDArray

from app.messages import Frame, Mark, Points, Positions
from engine import Run
from engine.diagnosis import diagnosis
from engine.edit import Field, Value


def frame_of(run: Run, number: int, run_number: int, since: int) -> Frame:
    """Return the frame of a run at its present iteration, with its curve and path from iteration `since` on."""
    trace, weights = run.look(), run.weights
    return Frame(
        number=number,
        run=run_number,
        iteration=run.iteration,
        error=trace.error,
        weights=[_nested(syn) for syn in weights],
        layers=[_nested(layer) for layer in trace.layers[1:]],
        sums=[_nested(sum_) for sum_ in trace.sums],
        curve=_points(run, trace.error, since),
        path=_positions(run, weights, since),
        why=diagnosis(trace, weights, run.alpha),
    )


def marks_of(run: Run) -> list[Mark]:
    """Return the marks of all edits that have come about: one for each field and iteration."""
    values = _first_values(run)
    marks: dict[tuple[int, Field], tuple[Value, Value]] = {}
    for edit in run.timeline:
        if edit.iteration > run.iteration:
            break
        place = (edit.iteration, edit.field)
        before = marks[place][0] if place in marks else values[edit.field]
        marks[place] = (before, edit.value)
        values[edit.field] = edit.value
    return [_mark(iteration, field, before, after) for (iteration, field), (before, after) in marks.items()]


def newest_mark(run: Run, field: Field) -> Mark:
    """Return the mark of the newest edit of a field, without a walk over all of them."""
    edits = (edit for edit in reversed(run.timeline) if edit.field == field)
    newest = next(edits)
    before = next((edit.value for edit in edits if edit.iteration < newest.iteration), _first_values(run)[field])
    return _mark(newest.iteration, field, before, newest.value)


def _first_values(run: Run) -> dict[Field, Value]:
    return {"alpha": run.recipe.alpha, "hidden_sizes": run.recipe.hidden_sizes, "weights": ()}


def _mark(iteration: int, field: Field, before: Value, after: Value) -> Mark:
    if field == "weights":
        return Mark(iteration=iteration, field="weights", label="weights moved")
    if field == "alpha":
        return Mark(iteration=iteration, field="alpha", label=_label("alpha", before, after))
    return Mark(iteration=iteration, field="hidden_size", label=_label("hidden size", before, after))


def _label(name: str, before: Value, after: Value) -> str:
    old, new = (
        ", ".join(f"{size:g}" for size in value) if isinstance(value, tuple) else f"{value:g}"
        for value in (before, after)
    )
    return f"{name} back to {new}" if old == new else f"{name} {old} → {new}"


def _nested(matrix: NDArray[np.float64]) -> list[list[float]]:
    nested: list[list[float]] = matrix.tolist()
    return nested


def _points(run: Run, error: float, since: int) -> Points:
    iterations, errors = run.curve.points(since)
    return Points(since=since, iterations=[*iterations, run.iteration], errors=[*errors, error])


def _positions(run: Run, weights: list[NDArray[np.float64]], since: int) -> Positions:
    if [syn.size for syn in weights] != [2]:
        return Positions(since=since, iterations=[], w0=[], w1=[])
    iterations, positions = run.path.points(since)
    positions = [*positions, (weights[0].flat[0], weights[0].flat[1])]
    return Positions(
        since=since,
        iterations=[*iterations, run.iteration],
        w0=[float(w0) for w0, _ in positions],
        w1=[float(w1) for _, w1 in positions],
    )
