"""The numbers of a run as tables: CSV to look at, .npz for numpy, JSON that holds the run itself."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO

import numpy as np

from app.export.retraining import Patience, TooLong, errors
from app.export.taken import Taken

MOST_ROWS = 100_000
"""Iterations of a curve; of a longer run there is every second, fifth, tenth, …"""

FORMAT = 1
"""Of `run_json`; raised by one when an older reader would misread it."""


@dataclass(frozen=True, eq=False)
class Curve:
    """The error curve of a run.

    Attributes
    ----------
    step : iterations between two points; 0: the run takes too long to train again, so these are the points that the
        lab keeps, the lowest and the highest error of every stretch
    """

    iterations: list[int]
    errors: list[float]
    step: int

    @property
    def suffix(self) -> str:
        """What is added to the name of its file, so that nobody takes it for the whole curve."""
        return {0: "-kept", 1: ""}.get(self.step, f"-every-{self.step}")


def step_of(iterations: int) -> int:
    """Return the least of 1, 2, 5, 10, 20, … by which so many iterations give no more than MOST_ROWS rows."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if len(range(0, iterations, step)) + 1 <= MOST_ROWS:
                return step
        power *= 10


def curve_of(taken: Taken, seconds: float) -> Curve:
    """Return the error at every iteration, or as near to that as so many rows and seconds allow."""
    step = step_of(taken.iteration)
    try:
        return Curve(*errors(taken, step, Patience(seconds)), step)
    except TooLong:
        iterations, kept = taken.kept
        return Curve([*iterations, taken.iteration], [*kept, taken.error], 0)


def curve_csv(curve: Curve) -> str:
    """Return the curve, an iteration a line: the mean error of the weights after so many updates."""
    rows = "".join(f"{k},{error!r}\n" for k, error in zip(curve.iterations, curve.errors, strict=True))
    return f"iteration,mean_error\n{rows}"


def weights_csv(taken: Taken) -> str:
    """Return every weight on a line of its own, to the last bit."""
    file = StringIO()
    file.write("synapse,row,column,name,value\n")
    for i, syn in enumerate(taken.weights):
        for (row, column), value in np.ndenumerate(syn):
            file.write(f'{i},{row},{column},"syn{i}[{row},{column}]",{float(value)!r}\n')
    return file.getvalue()


def run_json(taken: Taken, link: str = "") -> str:
    """Return the run itself: its recipe and timeline, where it stands, and a fingerprint to compare."""
    document = {
        "eleven_lines_run": FORMAT,
        "label": taken.label,
        "recipe": taken.recipe.to_dict(),
        "timeline": [edit.to_dict() for edit in taken.timeline],
        "iteration": taken.iteration,
        "error": _json_number(taken.error),
        "digest": taken.digest,
        **({"link": link} if link else {}),
    }
    return json.dumps(document, indent=1, allow_nan=False, ensure_ascii=False) + "\n"


def run_npz(taken: Taken, curve: Curve) -> bytes:
    """Return weights, data, curve and edits as arrays by name; nothing in it needs pickle."""
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **dict(_arrays(taken, curve)))
    return buffer.getvalue()


def _arrays(taken: Taken, curve: Curve) -> Iterator[tuple[str, np.ndarray]]:
    for i, syn in enumerate(taken.weights):
        yield f"syn{i}", syn
    yield "X", taken.data.X
    yield "y", taken.data.y
    yield "iteration", np.array(taken.iteration)
    yield "error", np.array(taken.error)
    yield "curve_iterations", np.array(curve.iterations, dtype=np.int64)
    yield "curve_errors", np.array(curve.errors, dtype=np.float64)
    yield "edit_iterations", np.array([edit.iteration for edit in taken.timeline], dtype=np.int64)
    yield "edit_fields", np.array([edit.field for edit in taken.timeline], dtype=np.str_)
    yield "run", np.array(run_json(taken))


def _json_number(value: float) -> float | None:
    """Return a number as JSON has it, which knows no NaN and no infinity."""
    return value if np.isfinite(value) else None
