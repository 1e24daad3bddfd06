"""A table as people paste it: values with commas, semicolons or tabs between them, with or without headings."""

import csv
import re
from collections.abc import Sequence
from io import StringIO
from math import isfinite

from app.refusal import Refusal, bad_value
from engine.changes import Replace
from engine.data import Data

NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
TARGET = re.compile(r"(?:y|target)\W?\d*", re.IGNORECASE)
"""A heading that says that the column is a target."""

LONGEST_CELL = 40
"""Characters of a cell that are quoted in a refusal."""


def read(text: str, present: tuple[int, int], most: tuple[int, int, int]) -> Replace:
    """Return the change that puts a pasted table in the place of the data.

    The last column is the target, or all that are called y or target; a table as wide as the present one, which has
    `present` inputs and targets, is divided like it. `most` are the rows, inputs and targets that a run may have.

    Raises
    ------
    Refusal
        With the first fault by row and column, counted from 1 as a spreadsheet does, headings included.
    """
    most_rows, most_columns, most_targets = most
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line.strip(" ,;\t")]
    if not filled:
        raise _refusal("There is nothing in this table: paste rows of numbers, the answer in the last column.")
    if len(filled) > most_rows + 1:
        raise _refusal(f"This table has {len(filled):,} rows, and this lab takes up to {most_rows:,}.")
    delimiter = _delimiter([line for _, line in filled])
    rows = [(number, _cells(number, line, delimiter)) for number, line in filled]
    headings = _headings(rows[0][1], delimiter)
    body = rows[1:] if headings else rows
    if not body:
        raise _refusal("This table has headings but no row of numbers under them.")
    if len(body) > most_rows:
        raise _refusal(f"This table has {len(body):,} rows, and this lab takes up to {most_rows:,}.")
    width = len(rows[0][1])
    if width < 2:
        raise _refusal("This table has one column: it takes at least one input, and the answer in the last column.")
    numbers = [_numbers(number, cells, width, delimiter) for number, cells in body]
    targets = _targets(headings, width, present)
    if width - targets > most_columns:
        raise _refusal(f"This table has {width - targets} input columns, and this lab takes up to {most_columns}.")
    if targets > most_targets:
        raise _refusal(f"This table has {targets} target columns, and this lab takes up to {most_targets}.")
    inputs = tuple(tuple(row[: width - targets]) for row in numbers)
    answers = tuple(tuple(row[width - targets :]) for row in numbers)
    return Replace(inputs, answers, tuple(headings[: width - targets]))


def written(data: Data) -> str:
    """Return data as such a table, with headings."""
    targets = ["y"] if data.n_outputs == 1 else [f"y{i}" for i in range(1, data.n_outputs + 1)]
    file = StringIO()
    rows = ((*inputs, *answers) for inputs, answers in zip(data.inputs, data.targets, strict=True))
    csv.writer(file, lineterminator="\n").writerows([[*data.names, *targets], *rows])
    return file.getvalue()


def _refusal(sentence: str) -> Refusal:
    return bad_value("table", sentence)


def _delimiter(lines: Sequence[str]) -> str:
    """Return what stands between the cells; a space stands for any number of them."""
    for candidate in "\t;,":
        if any(candidate in line for line in lines):
            return candidate
    return " "


def _cells(number: int, line: str, delimiter: str) -> list[str]:
    if delimiter == " ":
        return line.split()
    try:
        (cells,) = csv.reader([line.strip(" ")], delimiter=delimiter, skipinitialspace=True, strict=True)
    except (csv.Error, ValueError):
        raise _refusal(f"Row {number} can't be read: is a quotation mark missing?") from None
    return [cell.strip() for cell in cells]


def _headings(cells: Sequence[str], delimiter: str) -> list[str]:
    """Return the first row's names, none if it is a row of numbers like the others."""
    named = [bool(cell) and _number(cell, delimiter) is None for cell in cells]
    return [cell[:LONGEST_CELL] for cell in cells] if all(named) else []


def _number(cell: str, delimiter: str) -> float | None:
    """Return the number in a cell, None if there is none; where commas do not divide cells they divide decimals."""
    text = cell.replace("\u2212", "-")
    if delimiter != "," and text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    return float(text) if NUMBER.fullmatch(text) else None


def _numbers(row: int, cells: list[str], width: int, delimiter: str) -> list[float]:
    if len(cells) != width:
        raise _refusal(f"Row {row} has {_columns(len(cells))}, and the first has {_columns(width)}.")
    values = []
    for column, cell in enumerate(cells, start=1):
        place = f"Row {row}, column {column}"
        value = _number(cell, delimiter)
        if not cell:
            raise _refusal(f"{place} is empty: every cell needs a number.")
        if value is None:
            quoted = cell if len(cell) <= LONGEST_CELL else f"{cell[:LONGEST_CELL]}…"
            raise _refusal(f"{place} is no number: “{quoted}”.")
        if not isfinite(value):
            raise _refusal(f"{place} is larger than any number a computer can hold.")
        values.append(value)
    return values


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"


def _targets(headings: Sequence[str], width: int, present: tuple[int, int]) -> int:
    """Return how many columns at the end are targets."""
    named = 0
    while named < min(len(headings), width - 1) and TARGET.fullmatch(headings[-1 - named]):
        named += 1
    if named:
        return named
    return present[1] if width == sum(present) else 1
