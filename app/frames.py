"""A run as the page sees it."""

from collections.abc import Mapping, Sequence
from math import inf
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from app.messages import Look
from app.view import Details, Piece, View, rows_of
from engine import Run
from engine.autopsy import Autopsy
from engine.data import Data
from engine.diagnosis import diagnosis
from engine.network import forward, look, quietly
from engine.rules import Rules
from engine.statistics import correlations
from engine.weights import matrices

TROUBLE_SECONDS = 0.4
"""Between two looks into why a run that goes on stands still, at the least; it is only looked into with a detail."""

MOST_NAMED = 100
"""Of the examples that are concerned so many are sent."""


def view_of(
    run: Run,
    number: int,
    run_number: int,
    since: int,
    rows: slice,
    detailed: bool = True,
    trouble: "Trouble | None" = None,
) -> View:
    """Return the frame of a run at its present iteration, with its curve and path from iteration `since` on.

    `rows` are those in view. `trouble` remembers what was wrong with the run a moment ago; without it that is looked
    into now.
    """
    weights, error = run.weights, run.error
    with quietly():
        layers, sums = forward(run.data.X[rows], weights, run.rules)  # of a look, that half which the page draws
    return View(
        number=number,
        run=run_number,
        iteration=run.iteration,
        error=error,
        weights=weights,
        first_row=rows.start,
        layers=layers[1:],
        sums=sums,
        curve=_points(run, error, since),
        path=_positions(run, weights, since),
        detail=_details(run, rows) if detailed else None,
        why=(trouble or Trouble()).of(run, detailed),
    )


def look_at(
    iteration: int, weights: NDArray[np.float64], sizes: Sequence[int], data: Data, rules: Rules, rows: slice
) -> Look:
    """Return everything that an iteration computes from these weights, of the rows in view."""
    with quietly():
        trace = look(data.X, data.y, weights, sizes, rules)
    return Look(
        iteration=iteration,
        error=trace.error,
        weights=rows_of(matrices(weights, sizes)),
        layers=rows_of([layer[rows] for layer in trace.layers[1:]]),
        sums=rows_of([layer[rows] for layer in trace.sums]),
        errors=rows_of([error[rows] for error in trace.errors]),
        deltas=rows_of([delta[rows] for delta in trace.deltas]),
        updates=rows_of(trace.updates),
    )


def _details(run: Run, rows: slice) -> Details:
    trace = run.look()
    target = run.data.y[:, 0]
    return {
        "errors": [error[rows] for error in trace.errors],
        "deltas": [delta[rows] for delta in trace.deltas],
        "updates": trace.updates,
        "changes": run.direction_changes,
        "correlations": np.split(correlations(np.hstack(trace.layers[1:]), target), np.cumsum(run.sizes[1:-1])),
    }


class Trouble:
    """Why training stands still, looked into no more often than a sentence can be read."""

    def __init__(self) -> None:
        self._found: Mapping[str, object] | None = None
        self._looked_at = -inf

    def forget(self) -> None:
        """Look again at once: something has changed."""
        self._looked_at = -inf

    def of(self, run: Run, closely: bool = True) -> Mapping[str, object] | None:
        """Return the fields of `Why` for a run, or None while nothing is wrong with it."""
        now = monotonic()
        if closely and now - self._looked_at >= TROUBLE_SECONDS:
            self._looked_at = now
            found = diagnosis(run.look(), run.weights, run.alpha, run.data.X, run.data.y, run.rules)
            self._found = _fields(found) if found else None
        return self._found


def _fields(found: Autopsy) -> dict[str, object]:
    units = [list(unit) for unit in found.units]
    rows = list(found.rows[:MOST_NAMED])
    return {"kind": found.kind, "sentence": found.sentence, "advice": found.advice, "rows": rows, "units": units}


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
