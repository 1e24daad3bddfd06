"""What a run, a look and a recipe are, as text: what Python prints of them."""

from collections.abc import Iterable, Sequence
from math import floor, isfinite, log10
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.changes import Change, Replace

if TYPE_CHECKING:
    from engine.edit import Edit
    from engine.races import Race
    from engine.recipe import Recipe
    from engine.run import Run
    from engine.sweeps import Sweep
    from engine.trace import Trace
    from engine.trials import Trial

FIRST, LAST = 6, 2
"""Of more rows, or columns, than both together only the first and the last are shown."""

WIDE = 100
"""Letters of a line."""

_GAP = "   "
_FIGURES = 5


def run_line(run: "Run") -> str:
    """Return a run in one line: "Run(xor, hidden size 4, alpha 1, seed 1, iteration 600, error 0.43)"."""
    settings = [run.recipe.experiment, *sizes_of(run), f"alpha {run.alpha:g}", f"seed {run.recipe.seed}"]
    return f"Run({', '.join(settings)}, iteration {run.iteration}, error {run.error:.5g})"


def recipe_line(recipe: "Recipe") -> str:
    """Return a recipe in one line: "Recipe(xor, 4 rows, 3 → 4 → 1 units, alpha 1, seed 1)"."""
    rest = [] if recipe.rules.lawful else [str(recipe.rules)]
    rest += [] if recipe.start == "random" else [f"start {recipe.start}"]
    parts = [rows_of(recipe.data.n_rows), f"{shape_of(recipe.sizes)} units", f"alpha {recipe.alpha:g}"]
    return f"Recipe({', '.join([recipe.experiment, *parts, f'seed {recipe.seed}', *rest])})"


def race_line(race: "Race") -> str:
    """Return a race in one line: "Race(xor, 7 lanes, iteration 60000 of 60000, lowest error 0.0011918)"."""
    errors = [run.error for run in race.runs if isfinite(run.error)]
    lowest = f", lowest error {min(errors):.5g}" if errors else ""
    lanes = f"{len(race.runs):,} lane{'' if len(race.runs) == 1 else 's'}"
    return f"Race({race.recipes[0].experiment}, {lanes}, iteration {race.iteration} of {race.iterations}{lowest})"


def trial_line(trial: "Trial") -> str:
    """Return a trial in one line: "Trial(xor, hidden size 4, alpha 1, 1,000 of 1,000 seeds, 99.5% solved)"."""
    known = int(trial.known.sum())
    solved = f", {percent(trial.share)} solved" if known else ""
    recipe = trial.recipe
    return f"Trial({recipe.experiment}, {lane_name(recipe)}, {known:,} of {len(trial.seeds):,} seeds{solved})"


def sweep_line(sweep: "Sweep") -> str:
    """Return a sweep in one line: "Sweep(xor, 2 hidden sizes × 7 alphas × 200 seeds, 2,800 of 2,800 runs)"."""
    counts = zip(sweep.errors.shape, ("hidden size", "alpha", "seed"), strict=True)
    shape = " × ".join(f"{count:,} {what}{'' if count == 1 else 's'}" for count, what in counts)
    return f"Sweep({sweep.recipe.experiment}, {shape}, {int(sweep.known.sum()):,} of {sweep.known.size:,} runs)"


def lane_name(recipe: "Recipe") -> str:
    """Return what tells a recipe from others of an experiment: "hidden size 4, alpha 0.1"."""
    sizes = [f"hidden size {', '.join(map(str, recipe.hidden_sizes))}"] if recipe.hidden_sizes else []
    return ", ".join([*sizes, f"alpha {recipe.alpha:g}"])


def percent(share: float) -> str:
    """Return a share as people read it: 99.5%; only all is 100%, and only none is 0%."""
    rounded = f"{100 * share:.1f}".removesuffix(".0")
    if rounded == "100" and share < 1:
        return ">99.9%"
    return "<0.1%" if rounded == "0" and share > 0 else f"{rounded}%"


def sizes_of(run: "Run") -> list[str]:
    """Return the hidden size in words; nothing where there is no hidden layer."""
    return [f"hidden size {', '.join(map(str, run.hidden_sizes))}"] if run.hidden_sizes else []


def rows_of(count: int) -> str:
    """Return how many rows there are, in words."""
    return f"{count:,} row{'' if count == 1 else 's'}"


def shape_of(sizes: Sequence[int]) -> str:
    """Return the units of every layer: "3 → 4 → 1"."""
    return " → ".join(f"{size:,}" for size in sizes)


def edit_line(edit: "Edit") -> str:
    """Return an edit as it is made: "alpha=10"."""
    value: Any = edit.value
    if edit.field == "weights":
        value = f"({len(value):,} numbers)"
    elif isinstance(value, Replace):
        value = f"Replace({rows_of(len(value.inputs))})"
    elif isinstance(value, float):
        value = f"{value:g}" if float(f"{value:g}") == value else repr(value)
    elif isinstance(value, Change):
        value = repr(value) if len(repr(value)) < WIDE else f"{type(value).__name__}(…)"
    return f"{edit.field}={value}"


def look_text(trace: "Trace") -> str:
    """Return every matrix of a look, with its name and its shape, side by side where there is room."""
    blocks = [matrix_text(name, array) for name, array in matrices_of(trace)]
    shape = shape_of([layer.shape[1] for layer in trace.layers])
    head = f"Trace: {rows_of(len(trace.layers[0]))} through {shape} units, mean |error| {trace.error:.6g}"
    return "\n\n".join([head, *("\n".join(line) for line in _side_by_side(blocks))])


def matrices_of(trace: "Trace") -> list[tuple[str, NDArray[np.float64]]]:
    """Return all matrices by name, in the order in which they are computed."""
    named = [("l0", trace.layers[0])]
    for i, total in enumerate(trace.sums, start=1):
        named += [(f"l{i}_sum", total), (f"l{i}", trace.layers[i])]
    for i in reversed(range(1, len(trace.layers))):
        named += [(f"l{i}_error", trace.errors[i - 1]), (f"l{i}_delta", trace.deltas[i - 1])]
    return named + [(f"syn{i}_update", update) for i, update in reversed([*enumerate(trace.updates)])]


def matrix_text(name: str, matrix: NDArray[np.float64]) -> list[str]:
    """Return a matrix as lines of one width: its name and shape, then its rows with their numbers aligned."""
    rows, columns = shown_of(matrix.shape[0]), shown_of(matrix.shape[1])
    numbers = texts_of(matrix, rows, columns)
    width = max(len(text) for row in numbers for text in row)
    lines = [" ".join(text.rjust(width) for text in row) for row in numbers]
    if None in rows:
        lines[rows.index(None)] = f"… {hidden(matrix.shape)}"
    elif None in columns:
        lines.append(f"… {hidden(matrix.shape)}")
    head = f"{name} ({matrix.shape[0]:,} × {matrix.shape[1]:,})"
    wide = max(map(len, [head, *lines]))
    return [line.ljust(wide) for line in [head, *lines]]


def hidden(shape: Sequence[int]) -> str:
    """Return what of a matrix is not shown, in words: "2,992 rows, 56 columns more"; empty if all is."""
    parts = [
        f"{count - FIRST - LAST:,} {what}"
        for count, what in zip(shape, ("rows", "columns"), strict=True)
        if None in shown_of(count)
    ]
    return f"{', '.join(parts)} more" if parts else ""


def shown_of(count: int) -> list[int | None]:
    """Return which of so many rows or columns are shown; None stands for those that are not."""
    if count <= FIRST + LAST + 1:
        return list(range(count))
    return [*range(FIRST), None, *range(count - LAST, count)]


def texts_of(matrix: NDArray[np.float64], rows: Iterable[int | None], columns: Sequence[int | None]) -> list[list[str]]:
    """Return numbers as texts with as many decimals each, "…" for what is not shown."""
    shown = matrix[
        np.ix_([row for row in rows if row is not None], [column for column in columns if column is not None])
    ]
    form = _form(shown)
    return [
        ["…" if row is None or column is None else _number(float(matrix[row, column]), form) for column in columns]
        for row in rows
    ]


def _form(numbers: NDArray[np.float64]) -> str:
    """Return how to write them down: the largest with five figures, whole numbers without decimals."""
    known = numbers[np.isfinite(numbers)]
    largest = float(np.abs(known).max(initial=0.0))
    if largest < 1e5 and (known == np.round(known)).all():
        return ".0f"
    decimals = _FIGURES - 1 - floor(log10(largest))
    return f".{max(decimals, 1)}f" if -1 <= decimals <= 9 else f".{_FIGURES - 1}e"


def _number(value: float, form: str) -> str:
    if value == 0:
        return "0"  # so that it is told from what is only small
    if isfinite(value):
        return f"{value:{form}}"
    return "NaN" if value != value else "∞" if value > 0 else "-∞"


def _side_by_side(blocks: list[list[str]]) -> list[list[str]]:
    """Put blocks of lines beside each other, as many as a line holds."""
    bands: list[list[list[str]]] = []
    room = 0
    for block in blocks:
        wide = len(block[0]) + len(_GAP)
        if not bands or wide > room:
            bands.append([])
            room = WIDE + len(_GAP)
        bands[-1].append(block)
        room -= wide
    return [_joined(band) for band in bands]


def _joined(band: list[list[str]]) -> list[str]:
    tall = max(map(len, band))
    filled = [[*block, *[" " * len(block[0])] * (tall - len(block))] for block in band]
    return [_GAP.join(parts).rstrip() for parts in zip(*filled, strict=True)]
