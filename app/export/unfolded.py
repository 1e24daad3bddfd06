"""A run written out so that another program can train it again without numpy's generators or anything of ours.

Whatever chance decided stands in it as numbers: the first weights, those of new units and columns, copies, shuffles.
What an edit does to the weights is told by where each of the new ones comes from.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from app.export.stages import stages_of
from app.export.taken import Taken
from engine.backend import BACKEND
from engine.data import Data
from engine.edit import Edit
from engine.state import State

FORMAT = 1
"""Raised by one when what is written here is to be read otherwise."""


def unfolded(taken: Taken, weigh: Callable[[Any], None] = lambda part: None) -> dict[str, Any]:
    """Return a run as plain lists and numbers, fit for JSON.

    Parameters
    ----------
    taken : the run
    weigh : called with what it begins with and with each edit as soon as that is written out, and may raise: one
        shuffle is a number or two on the timeline, and a whole table here

    Returns
    -------
    dict with `begin` (sizes, alpha, rules, columns, rows with the targets last, weights), `edits` (each with the
    iteration it is made `at` and what it changes, see `_changed`), what the run had come to (`iteration`, `digest`,
    `error`), and whether every machine comes to the same bits (`exact`)
    """
    state = State.first(taken.recipe)
    begin = {
        "sizes": state.sizes,
        "alpha": state.alpha,
        "rules": state.rules.to_dict(),
        "columns": state.data.names,
        "rows": _rows(state.data),
        "weights": state.weights.tolist(),
    }
    weigh(begin)
    edits = []
    for edit in taken.timeline:
        state.iteration = edit.iteration
        edits.append({"at": edit.iteration, **_changed(state, edit, taken.recipe.seed)})
        weigh(edits[-1])
    blas = any(stage.wide and stage.iterations for stage in stages_of(taken))
    return {
        "format": FORMAT,
        "begin": begin,
        "edits": edits,
        "iteration": taken.iteration,
        "digest": taken.digest,
        "error": taken.error if np.isfinite(taken.error) else "NaN" if np.isnan(taken.error) else "Infinity",
        "exact": BACKEND.runs_loops and not blas,
    }


def _changed(state: State, edit: Edit, seed: int) -> dict[str, Any]:
    """Apply an edit to a state that was never trained, and return what it changes.

    Returns
    -------
    dict with those that change of: `alpha`; `rules`; `sizes`; `columns`; `rows`, the rows that come, `from` a row on,
    in the place of so many that are `gone`; `kept`, for every weight its place among the old ones, -1 for a new one;
    and `fresh`, the new ones in order
    """
    sizes, alpha, rules, data = state.sizes, state.alpha, state.rules, state.data
    places = np.arange(len(state.weights))
    state.changes = places + 1  # they go where their weights go, so they tell where those were
    state.apply(edit, seed)
    changed: dict[str, Any] = {}
    if edit.field == "weights":
        changed |= {"kept": [-1] * len(places), "fresh": state.weights.tolist()}
    else:
        kept = state.changes - 1
        if not np.array_equal(kept, places):
            changed |= {"kept": kept.tolist(), "fresh": state.weights[kept < 0].tolist()}
    if state.alpha != alpha:
        changed["alpha"] = state.alpha
    if state.rules != rules:
        changed["rules"] = state.rules.to_dict()
    if state.sizes != sizes:
        changed["sizes"] = state.sizes
    if state.data is not data:
        changed |= _spliced(data, state.data)
    return changed


def _spliced(old: Data, new: Data) -> dict[str, Any]:
    """Return what changes between two tables: their rows are mostly the same at both ends."""
    before, after = _rows(old), _rows(new)
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    same = 0
    while same < min(len(before), len(after)) - start and before[-1 - same] == after[-1 - same]:
        same += 1
    changed: dict[str, Any] = {
        "from": start,
        "gone": len(before) - same - start,
        "rows": after[start : len(after) - same],
    }
    return changed | ({} if new.names == old.names else {"columns": new.names})


def _rows(data: Data) -> list[tuple[float, ...]]:
    return [(*inputs, *targets) for inputs, targets in zip(data.inputs, data.targets, strict=True)]
