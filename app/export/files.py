"""The files that a run can be taken home as, by the names in their addresses."""

from collections.abc import Callable

from app.export import tables
from app.export.bundle import File, bundle
from app.export.notebook import notebook
from app.export.parts import program_of
from app.export.program import Program
from app.export.script import script
from app.export.taken import Taken
from engine.link import text_of
from engine.parcel import DIGEST_DIGITS, Shared

Make = Callable[[Taken, float], File]
"""Makes a file of a run, training it again for so many seconds at the most."""


def _script(taken: Taken, seconds: float) -> File:
    program = program_of(taken, seconds)
    return _with_tables(program, File(f"{taken.name}.py", script(program).encode()))


def _notebook(taken: Taken, seconds: float) -> File:
    program = program_of(taken, seconds, recording=True)
    return _with_tables(program, File(f"{taken.name}.ipynb", notebook(program).encode()))


def _with_tables(program: Program, file: File) -> File:
    return bundle([file, *(File(table.name, table.text.encode()) for table in program.tables)])


def _weights(taken: Taken, seconds: float) -> File:
    return File(f"{taken.name}-weights.csv", tables.weights_csv(taken).encode())


def _curve(taken: Taken, seconds: float) -> File:
    curve = tables.curve_of(taken, seconds)
    return File(f"{taken.name}-curve{curve.suffix}.csv", tables.curve_csv(curve).encode())


def _npz(taken: Taken, seconds: float) -> File:
    return File(f"{taken.name}.npz", tables.run_npz(taken, tables.curve_of(taken, seconds)))


def _json(taken: Taken, seconds: float) -> File:
    return File(f"{taken.name}.json", tables.run_json(taken, _link(taken)).encode())


def _link(taken: Taken) -> str:
    """Return what leads to the run behind the address of any lab, or nothing if the run is too large for that."""
    shared = Shared(taken.recipe, list(taken.timeline), taken.iteration, taken.digest[:DIGEST_DIGITS], "")
    try:
        return f"/?run={text_of(shared)}"
    except ValueError:
        return ""


FILES: dict[str, Make] = {
    "script.py": _script,
    "notebook.ipynb": _notebook,
    "weights.csv": _weights,
    "curve.csv": _curve,
    "run.npz": _npz,
    "run.json": _json,
}
"""By the last part of their address."""
