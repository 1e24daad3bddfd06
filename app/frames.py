"""A run as the page sees it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.messages import Frame, Mark, Points, Positions
from engine import Edit, Run
from engine.diagnosis import diagnosis


def frame_of(run: Run, number: int, run_number: int, since: int) -> Frame:
    """Return the frame of a run at its present iteration, with its curve and path from iteration `since` on."""
    trace = run.look()
    return Frame(
        number=number,
        run=run_number,
        iteration=run.iteration,
        error=trace.error,
        weights=[_nested(syn) for syn in run.weights],
        layers=[_nested(layer) for layer in trace.layers[1:]],
        sums=[_nested(sum_) for sum_ in trace.sums],
        curve=_points(run, since),
        path=_positions(run, since),
        why=diagnosis(trace, run.weights, run.alpha),
    )


def marks_of(run: Run) -> list[Mark]:
    """Return a mark for every edit on the timeline that has come about."""
    return list(_marks(run))


def setting(field: str, value: object) -> str:
    """Return a setting as it reads in a label: 4 for alpha 4.0."""
    return f"{field} {value:g}" if isinstance(value, float) else f"{field} {value}"


def _marks(run: Run) -> Iterator[Mark]:
    alpha, sizes = run.recipe.alpha, run.recipe.hidden_sizes
    for edit in run.timeline:
        if edit.iteration > run.iteration:
            return
        if edit.field == "alpha" and isinstance(edit.value, float):
            yield Mark(iteration=edit.iteration, field="alpha", label=_label("alpha", f"{alpha:g}", f"{edit.value:g}"))
            alpha = edit.value
        elif edit.field == "hidden_sizes" and isinstance(edit.value, tuple):
            yield _size_mark(edit, sizes)
            sizes = tuple(int(size) for size in edit.value)
        else:
            yield Mark(iteration=edit.iteration, field="weights", label="weights moved")


def _size_mark(edit: Edit, before: tuple[int, ...]) -> Mark:
    old, new = (", ".join(f"{size:g}" for size in sizes) for sizes in (before, edit.value))  # type: ignore[union-attr]
    return Mark(iteration=edit.iteration, field="hidden_size", label=_label("hidden size", old, new))


def _label(name: str, before: str, after: str) -> str:
    return f"{name} back to {after}" if before == after else f"{name} {before} → {after}"


def _nested(matrix: NDArray[np.float64]) -> list[list[float]]:
    nested: list[list[float]] = matrix.tolist()
    return nested


def _points(run: Run, since: int) -> Points:
    iterations, errors = run.curve.points(since)
    return Points(since=since, iterations=[*iterations, run.iteration], errors=[*errors, run.error])


def _positions(run: Run, since: int) -> Positions:
    if run.weights[0].size != 2 or len(run.weights) > 1:
        return Positions(since=since, iterations=[], w0=[], w1=[])
    iterations, positions = run.path.points(since)
    positions = [*positions, (run.weights[0].flat[0], run.weights[0].flat[1])]
    return Positions(
        since=since,
        iterations=[*iterations, run.iteration],
        w0=[float(w0) for w0, _ in positions],
        w1=[float(w1) for _, w1 in positions],
    )
