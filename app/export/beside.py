"""The rows of a run in its program: written out, or in a file beside it where they are many."""

from collections.abc import Iterator
from dataclasses import dataclass

from app import sheet
from app.export.spelling import array
from engine.data import Data

MOST_CELLS = 400
"""Numbers of a table that stands in the program."""


@dataclass(frozen=True)
class Table:
    """A file beside the program."""

    name: str
    text: str


def data_lines(data: Data, tables: list[Table]) -> Iterator[str]:
    """Give the lines that make X and y; a large table is added to `tables`."""
    if data.n_rows * (data.n_inputs + data.n_outputs) <= MOST_CELLS:
        yield from array("X", data.inputs)
        yield from array("y", data.targets)
        return
    name = f"data-{len(tables) + 1}.csv"
    named = Data.of_checked(data.inputs, data.targets, [_on_one_line(column) for column in data.columns])
    tables.append(Table(name, sheet.written(named)))
    yield f'table = np.loadtxt("{name}", delimiter=",", skiprows=1, ndmin=2)'
    yield f"X, y = table[:, :{data.n_inputs}].copy(), table[:, {data.n_inputs}:].copy()"


def _on_one_line(name: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in name)
