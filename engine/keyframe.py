"""A run's present state as bytes, so that it need not be trained again.

A keyframe is only a cache: recipe, timeline and iteration give the same state.
"""

import hashlib
import json
from collections.abc import Iterable
from io import BytesIO
from zipfile import BadZipFile

import numpy as np

from engine.backend import BACKEND
from engine.curve import ErrorCurve
from engine.edit import Edit
from engine.loops import ORDER
from engine.path import WeightPath
from engine.recipe import Recipe
from engine.run import Run
from engine.state import State

VERSION = 2


def save(run: Run) -> bytes:
    """Return a keyframe of `run`."""
    state = run._state
    curve_iterations, curve_errors = run.curve.points()
    path_iterations, path_positions = run.path.points()
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        version=VERSION,
        iteration=state.iteration,
        sizes=state.sizes,
        alpha=state.alpha,
        applied=run._applied,
        history=_history(run.recipe, run.timeline[: run._applied]),
        weights=state.weights,
        changes=state.changes,
        direction=state.direction,
        curve_iterations=np.array(curve_iterations, dtype=np.int64),
        curve_errors=np.array(curve_errors, dtype=np.float64),
        path_iterations=np.array(path_iterations, dtype=np.int64),
        path_positions=np.array(path_positions, dtype=np.float64).reshape(-1, 2),
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
            if str(file["history"]) != _history(recipe, edits[:applied]):
                raise ValueError("This keyframe was taken of a run with another past.")
            state = State(
                iteration=int(file["iteration"]),
                sizes=tuple(int(size) for size in file["sizes"]),
                alpha=float(file["alpha"]),
                weights=file["weights"],
                changes=file["changes"],
                direction=file["direction"],
            )
            curve = ErrorCurve.from_points(file["curve_iterations"].tolist(), file["curve_errors"].tolist())
            positions = [(float(w0), float(w1)) for w0, w1 in file["path_positions"]]
            path = WeightPath.from_points(file["path_iterations"].tolist(), positions)
    except (KeyError, OSError, EOFError, BadZipFile) as error:
        raise ValueError("These bytes are no keyframe.") from error
    return Run.resumed(recipe, edits, state, applied, curve, path)


def _history(recipe: Recipe, edits: list[Edit]) -> str:
    """Return a fingerprint of all that a state depends on but its iteration."""
    arithmetic = "numpy" if BACKEND.kind == "numpy" else ORDER  # the one does not go on with the other's numbers
    past = [arithmetic, recipe.to_dict(), *(edit.to_dict() for edit in edits)]
    return hashlib.sha256(json.dumps(past).encode()).hexdigest()
