"""A run's present state as bytes, so that it need not be trained again.

A keyframe is only a cache: recipe, timeline and iteration give the same state.
"""

import hashlib
from collections.abc import Iterable
from io import BytesIO
from math import inf
from zipfile import BadZipFile

import numpy as np

from engine.backend import BACKEND
from engine.curve import ErrorCurve
from engine.data import Data
from engine.edit import Edit
from engine.history import History
from engine.loops import ORDER
from engine.path import WeightPath
from engine.recipe import Recipe
from engine.rules import Rules
from engine.run import Run
from engine.state import State, shape_after
from engine.waypoints import Waypoint, Waypoints
from engine.weights import Vector, count

VERSION = 4

_Settings = tuple[int, tuple[int, ...], float, Data, Rules]
"""Edits that have come about, and the sizes, alpha, data and rules they led to."""


def save(run: Run) -> bytes:
    """Return a keyframe of `run`."""
    state = run._state
    curve_iterations, curve_errors = run.curve.points()
    path_iterations, path_positions = run.path.points()
    samples = run.history.samples
    waypoints = list(run._waypoints)
    buffer = BytesIO()
    np.savez(
        buffer,
        version=VERSION,
        iteration=state.iteration,
        sizes=state.sizes,
        alpha=state.alpha,
        applied=run._applied,
        past=_past(run.recipe, run.timeline[: run._applied]),
        weights=state.weights,
        changes=state.changes,
        direction=state.direction,
        curve_iterations=np.array(curve_iterations, dtype=np.int64),
        curve_errors=np.array(curve_errors, dtype=np.float64),
        path_iterations=np.array(path_iterations, dtype=np.int64),
        path_positions=np.array(path_positions, dtype=np.float64).reshape(-1, 2),
        sample_iterations=np.array([sample.iteration for sample in samples], dtype=np.int64),
        sample_errors=np.array([sample.error for sample in samples]),
        sample_weights=np.concatenate([sample.weights for sample in samples]),
        waypoint_iterations=np.array([waypoint.iteration for waypoint in waypoints], dtype=np.int64),
        waypoint_numbers=np.concatenate([np.empty(0), *(waypoint.numbers.ravel() for waypoint in waypoints)]),
    )
    return buffer.getvalue()


def load(recipe: Recipe, timeline: Iterable[Edit], keyframe: bytes) -> Run:
    """Return the run of which `keyframe` was taken.

    Raises
    ------
    ValueError
        If the bytes are no keyframe, or one of another version.
    """
    edits = sorted(timeline, key=lambda edit: edit.iteration)
    try:
        with np.load(BytesIO(keyframe), allow_pickle=False) as file:
            if int(file["version"]) != VERSION:
                raise ValueError("This keyframe is of another version.")
            applied = int(file["applied"])
            if str(file["past"]) != _past(recipe, edits[:applied]):
                raise ValueError("This keyframe was taken of a run with another past.")
            samples = zip(file["sample_iterations"].tolist(), file["sample_errors"].tolist(), strict=True)
            history, data, rules = _replayed(recipe, edits[:applied], samples, file["sample_weights"])
            state = State(
                iteration=int(file["iteration"]),
                sizes=tuple(int(size) for size in file["sizes"]),
                alpha=float(file["alpha"]),
                data=data,
                rules=rules,
                weights=file["weights"],
                changes=file["changes"],
                direction=file["direction"],
            )
            curve = ErrorCurve.from_points(file["curve_iterations"].tolist(), file["curve_errors"].tolist())
            positions = [(float(w0), float(w1)) for w0, w1 in file["path_positions"]]
            path = WeightPath.from_points(file["path_iterations"].tolist(), positions)
            waypoints = _waypoints(recipe, edits, file["waypoint_iterations"].tolist(), file["waypoint_numbers"])
    except (KeyError, OSError, EOFError, BadZipFile) as error:
        raise ValueError("These bytes are no keyframe.") from error
    return Run.resumed(recipe, edits, state, applied, curve, path, history, waypoints)


def _past(recipe: Recipe, edits: list[Edit]) -> str:
    """Return a fingerprint of all that a state depends on but its iteration."""
    arithmetic = "numpy" if BACKEND.kind == "numpy" else str(ORDER)  # the one does not go on with the other's numbers
    past = [arithmetic, recipe.fingerprint, *(edit.fingerprint for edit in edits)]
    return hashlib.sha256(" ".join(past).encode()).hexdigest()


def _replayed(
    recipe: Recipe, edits: list[Edit], samples: Iterable[tuple[int, float]], weights: Vector
) -> tuple[History, Data, Rules]:
    """Return what need not be trained again but follows from the edits, and the samples on the way with all of theirs.

    Parameters
    ----------
    samples : iteration and error of each
    weights : the weights of one after the other
    """
    history, start = History(), 0
    samples = list(samples)
    settings = _settings_at(recipe, edits, [*(iteration for iteration, _ in samples), inf])
    for (iteration, error), (_, sizes, _, data, rules) in zip(samples, settings, strict=False):
        end = start + count(sizes)
        history.add(int(iteration), error, weights[start:end], sizes, data, rules)
        start = end
    _, _, _, data, rules = settings[-1]
    return history, data, rules


def _waypoints(recipe: Recipe, edits: list[Edit], iterations: list[int], numbers: Vector) -> Waypoints:
    """Return the waypoints at these iterations; `numbers` holds those of one after the other."""
    waypoints, start = Waypoints(), 0
    for iteration, (applied, sizes, alpha, data, rules) in zip(
        iterations, _settings_at(recipe, edits, iterations), strict=True
    ):
        end = start + 3 * count(sizes)
        waypoints.add(Waypoint(iteration, applied, sizes, alpha, data, rules, numbers[start:end].reshape(3, -1)))
        start = end
    return waypoints


def _settings_at(recipe: Recipe, edits: list[Edit], iterations: Iterable[float]) -> list[_Settings]:
    """Return for each iteration, in order, what the edits before it have led to: its own come later than its state."""
    applied, sizes, alpha, data, rules = 0, recipe.sizes, recipe.alpha, recipe.data, recipe.rules
    found = []
    for iteration in iterations:
        while applied < len(edits) and edits[applied].iteration < iteration:
            edit = edits[applied]
            sizes, data = shape_after(edit, sizes, data)
            rules = edit.value if isinstance(edit.value, Rules) else rules
            alpha = edit.value if isinstance(edit.value, float) else alpha
            applied += 1
        found.append((applied, sizes, alpha, data, rules))
    return found
