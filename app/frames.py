"""A run as the page sees it."""

from math import inf
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from app.messages import Mark
from app.view import Piece, View
from engine import Run
from engine.diagnosis import diagnosis
from engine.edit import Field, Value
from engine.network import forward, quietly

TROUBLE_SECONDS = 1.0
"""Between two looks into why a run that goes on stands still."""


def view_of(run: Run, number: int, run_number: int, since: int, trouble: "Trouble | None" = None) -> View:
    """Return the frame of a run at its present iteration, with its curve and path from iteration `since` on.

    `trouble` remembers what was wrong with the run a moment ago; without it that is looked into now.
    """
    weights, error = run.weights, run.error
    with quietly():
        layers, sums = forward(run.recipe.X, weights)  # of a look, that half which the page draws
    return View(
        number=number,
        run=run_number,
        iteration=run.iteration,
        error=error,
        weights=weights,
        layers=layers[1:],
        sums=sums,
        curve=_points(run, error, since),
        path=_positions(run, weights, since),
        why=(trouble or Trouble()).of(run),
    )


class Trouble:
    """Why training stands still, looked into no more often than a sentence can be read."""

    def __init__(self) -> None:
        self._sentence: str | None = None
        self._looked_at = -inf

    def forget(self) -> None:
        """Look again at once: something has changed."""
        self._looked_at = -inf

    def of(self, run: Run) -> str | None:
        """Return the sentence for a run, or None while nothing is wrong with it."""
        now = monotonic()
        if now - self._looked_at >= TROUBLE_SECONDS:
            self._looked_at = now
            self._sentence = diagnosis(run.look(), run.weights, run.alpha)
        return self._sentence


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


def _points(run: Run, error: float, since: int) -> Piece:
    iterations, errors = run.curve.points(since)
    return Piece(since, [*iterations, run.iteration], {"errors": [*errors, error]})


def _positions(run: Run, weights: list[NDArray[np.float64]], since: int) -> Piece:
    if len(weights) != 1 or weights[0].size != 2:
        return Piece(since, [], {"w0": [], "w1": []})
    iterations, positions = run.path.points(since)
    positions = [*positions, (float(weights[0].flat[0]), float(weights[0].flat[1]))]
    columns = {"w0": [w0 for w0, _ in positions], "w1": [w1 for _, w1 in positions]}
    return Piece(since, [*iterations, run.iteration], columns)
