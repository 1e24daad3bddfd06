"""How large a run becomes on its way, before anything is trained."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from engine.changes import AddColumn, Change, Copies, RemoveColumn, Replace, Shuffle
from engine.data import Data
from engine.edit import Edit
from engine.packing import TooLarge
from engine.recipe import Recipe
from engine.state import shape_after
from engine.weights import count

MOST_ROWS = 100_000
MOST_CELLS = 500_000
"""Numbers of the data at any one time."""

MOST_WEIGHTS = 1_000_000
MOST_WORK = 50_000_000
"""What all edits may cost together, in units of about 10 ns: half a second, whatever they are and wherever they lie."""

_EDIT, _CHANGE, _TRAINER = 1_000, 2_000, 4_000
"""Of any edit, of one of the data or of the hidden sizes besides, and of what trains another network than before."""

_UNIT, _UNIT_KEPT, _LAYER, _WEIGHT = 2_000, 150, 1_600, 6
"""Of a unit whose weights are drawn, of one whose weights move, of each layer, and of each weight before and after."""

_ROW = {Copies: 20, AddColumn: 35, RemoveColumn: 35, Shuffle: 25, Replace: 0}
_CELL = {Copies: 4, AddColumn: 4, RemoveColumn: 4}
"""Of a change of the data for each row and each number that there is then; otherwise 1 and 0."""

_ROW_TRAINED, _CELL_TRAINED = 10, 5
"""Of other data, for each row and each number, once they are trained on."""


@dataclass(frozen=True)
class Extent:
    """The most that there ever is: rows, input columns, target columns, hidden units in all layers, weights."""

    rows: int
    inputs: int
    outputs: int
    hidden: int
    weights: int

    @classmethod
    def of(cls, recipe: Recipe, timeline: Iterable[Edit]) -> Self:
        """Follow a timeline from its recipe without training.

        Raises
        ------
        TooLarge
            If it becomes larger than a run from elsewhere may be, or if doing all edits would take too long.
        ValueError
            With one sentence, if an edit does not fit.
        """
        sizes, data, work = recipe.sizes, recipe.data, 0
        most = _extent(sizes, data)
        for _, edits in groupby(timeline, key=lambda edit: edit.iteration):
            before, fields = data, set[str]()
            for edit in edits:
                fields.add(edit.field)
                work += _work_before(edit, data)
                _check_work(work)
                old = sizes
                sizes, data = shape_after(edit, sizes, data)
                most = tuple(map(max, most, _extent(sizes, data)))
                work += _work_after(edit, old, sizes)
            work += _work_of_trainer(data, data is not before) if fields - {"alpha", "weights"} else 0
            _check_work(work)
        return cls(*most)


def _extent(sizes: tuple[int, ...], data: Data) -> tuple[int, ...]:
    _check_rows(data.n_rows, data)
    if count(sizes) > MOST_WEIGHTS:
        raise TooLarge(f"{MOST_WEIGHTS:,} weights are the most.")
    return data.n_rows, data.n_inputs, data.n_outputs, sum(sizes[1:-1]), count(sizes)


def _check_rows(rows: int, data: Data) -> None:
    if rows > MOST_ROWS or rows * (data.n_inputs + data.n_outputs) > MOST_CELLS:
        raise TooLarge(f"{MOST_ROWS:,} rows and {MOST_CELLS:,} numbers are the most.")


def _check_work(work: int) -> None:
    if work > MOST_WORK:
        raise TooLarge("It is changed too often for its size.")


def _work_before(edit: Edit, data: Data) -> int:
    """Return about what making other data costs; raise TooLarge before there are too many rows."""
    if not isinstance(edit.value, Change):
        return _EDIT
    rows = data.n_rows
    if isinstance(edit.value, Copies):
        _check_rows(edit.value.rows, data)
        rows = edit.value.rows
    kind = type(edit.value)
    cells = rows * (data.n_inputs + data.n_outputs)
    return _EDIT + _CHANGE + rows * _ROW.get(kind, 1) + cells * _CELL.get(kind, 0) + 20 * data.n_inputs


def _work_after(edit: Edit, old: tuple[int, ...], new: tuple[int, ...]) -> int:
    """Return about what it costs to go on with the weights of before, as many as there is a place for, and new ones."""
    if edit.field == "weights":
        return _WEIGHT * count(new)
    if edit.field != "hidden_sizes" and old == new:
        return 0
    drawn = sum(max(0, after - before) for before, after in zip(old, new, strict=True))
    kept = 0 if edit.field == "hidden_sizes" else sum(new)
    return _CHANGE + _UNIT * drawn + _UNIT_KEPT * kept + _LAYER * len(new) + _WEIGHT * (count(old) + count(new))


def _work_of_trainer(data: Data, is_new: bool) -> int:
    """Return about what it costs to train on, once for all edits of an iteration."""
    cells = data.n_rows * (data.n_inputs + data.n_outputs)
    return _TRAINER + (data.n_rows * _ROW_TRAINED + cells * _CELL_TRAINED if is_new else cells)
