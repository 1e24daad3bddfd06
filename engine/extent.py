"""How large a run becomes on its way, before anything is trained."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from engine.changes import AddColumn, Copies, RemoveColumn, Replace, Shuffle
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
"""What all changes of the data may cost together, in units of about 10 ns: half a second."""

_COSTS = {Copies: 100, AddColumn: 40, RemoveColumn: 40, Shuffle: 30, Replace: 0}
"""Of a change for each row that there is then; a row or a cell changed costs 1."""


@dataclass(frozen=True)
class Extent:
    """The most that there ever is: rows, input columns, target columns, units of a hidden layer, weights."""

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
            If it becomes larger than a run from elsewhere may be, or if finding that out takes too long.
        ValueError
            With one sentence, if an edit does not fit.
        """
        sizes, data, work = recipe.sizes, recipe.data, 0
        most = _extent(sizes, data)
        for edit in timeline:
            if edit.field == "data":
                work += _work(edit, data)
                if work > MOST_WORK:
                    raise TooLarge("Its data change too often for their size.")
            sizes, data = shape_after(edit, sizes, data)
            most = tuple(map(max, most, _extent(sizes, data)))
        return cls(*most)


def _extent(sizes: tuple[int, ...], data: Data) -> tuple[int, ...]:
    _check_rows(data.n_rows, data)
    if count(sizes) > MOST_WEIGHTS:
        raise TooLarge(f"{MOST_WEIGHTS:,} weights are the most.")
    return data.n_rows, data.n_inputs, data.n_outputs, max(sizes[1:-1], default=0), count(sizes)


def _check_rows(rows: int, data: Data) -> None:
    if rows > MOST_ROWS or rows * (data.n_inputs + data.n_outputs) > MOST_CELLS:
        raise TooLarge(f"{MOST_ROWS:,} rows and {MOST_CELLS:,} numbers are the most.")


def _work(edit: Edit, data: Data) -> int:
    """Return about what a change of the data costs; raise TooLarge before there are too many rows."""
    rows = data.n_rows
    if isinstance(edit.value, Copies):
        _check_rows(edit.value.rows, data)
        rows = edit.value.rows
    return rows * _COSTS.get(type(edit.value), 1)
