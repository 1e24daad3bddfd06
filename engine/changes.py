"""What can be done to the data of a run: each change makes new data of old, always the same of the same.

Rows and columns are counted from 0 in a change, and from 1 in the sentence that refuses one. A column below n_inputs
is an input; the targets follow.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar

import numpy as np

from engine.checks import column_name, finite_number, seed_number, whole_number
from engine.data import Data, Rows

SHUFFLES, COPIES = 4, 5
"""Names of streams, as in `engine.weights`: a name is never given twice."""

Sources = tuple[int | None, ...]
"""For each input column after a change, which one it was before; None for a new one."""


@dataclass(frozen=True)
class _Change:
    """What all changes have; a change of rows leaves the columns where they are."""

    kind: ClassVar[str]

    def to_dict(self) -> dict[str, Any]:
        """Return the kind and the fields by name, fit for JSON."""
        return {"kind": self.kind, **{field.name: getattr(self, field.name) for field in fields(self)}}

    def sources(self, n_inputs: int) -> Sources:
        """Return which column each input column was before; None for a new one."""
        return tuple(range(n_inputs))

    def _set(self, **checked: Any) -> None:
        for name, value in checked.items():
            object.__setattr__(self, name, value)


@dataclass(frozen=True)
class SetCell(_Change):
    """One number becomes another."""

    kind: ClassVar[str] = "set_cell"
    row: int
    column: int
    value: float

    def __post_init__(self) -> None:
        row, column = whole_number("row", self.row), whole_number("column", self.column)
        value = finite_number(f"Row {row + 1}, column {column + 1}", self.value)
        self._set(row=row, column=column, value=value)

    def apply(self, data: Data) -> Data:
        """Return the data with this number in its place."""
        _check_row(data, self.row)
        columns = data.n_inputs + data.n_outputs
        if not 0 <= self.column < columns:
            raise ValueError(f"There is no column {self.column + 1}: the columns are 1 to {columns}, the targets last.")
        values = [*data.inputs[self.row], *data.targets[self.row]]
        values[self.column] = self.value
        return _with(data, self.row, [values], instead_of=1)


@dataclass(frozen=True)
class AddRow(_Change):
    """An example more: `values` are its inputs, then its targets; it becomes row `at`, or the last."""

    kind: ClassVar[str] = "add_row"
    values: tuple[float, ...]
    at: int | None = None

    def __post_init__(self) -> None:
        values = [finite_number(f"Column {i} of the new row", value) for i, value in enumerate(self.values, start=1)]
        self._set(values=tuple(values), at=None if self.at is None else whole_number("at", self.at))

    def apply(self, data: Data) -> Data:
        """Return the data with the row."""
        needed = data.n_inputs + data.n_outputs
        if len(self.values) != needed:
            raise ValueError(f"A row needs {needed} numbers, the targets last; this one has {len(self.values)}.")
        at = _place("row", self.at, data.n_rows)
        return _with(data, at, [self.values], instead_of=0)


@dataclass(frozen=True)
class RemoveRow(_Change):
    """An example less."""

    kind: ClassVar[str] = "remove_row"
    row: int

    def __post_init__(self) -> None:
        self._set(row=whole_number("row", self.row))

    def apply(self, data: Data) -> Data:
        """Return the data without the row."""
        _check_row(data, self.row)
        if data.n_rows == 1:
            raise ValueError("The data needs at least one row, so the last one stays.")
        return _with(data, self.row, [], instead_of=1)


@dataclass(frozen=True)
class AddColumn(_Change):
    """An input column that holds one number in every row, such as the ones; it becomes column `at`, or the last."""

    kind: ClassVar[str] = "add_column"
    value: float = 1.0
    name: str = ""
    at: int | None = None

    def __post_init__(self) -> None:
        at = None if self.at is None else whole_number("at", self.at)
        self._set(value=finite_number("The value of a new column", self.value), name=column_name(self.name), at=at)

    def apply(self, data: Data) -> Data:
        """Return the data with the column."""
        at = _place("input column", self.at, data.n_inputs)
        columns = data.columns or ("",) * data.n_inputs
        inputs = tuple((*row[:at], self.value, *row[at:]) for row in data.inputs)
        return Data.of_checked(inputs, data.targets, (*columns[:at], self.name, *columns[at:]))

    def sources(self, n_inputs: int) -> Sources:
        """Return which column each input column was before; None for the new one."""
        at = _place("input column", self.at, n_inputs)
        return (*range(at), None, *range(at, n_inputs))


@dataclass(frozen=True)
class RemoveColumn(_Change):
    """An input column less."""

    kind: ClassVar[str] = "remove_column"
    column: int

    def __post_init__(self) -> None:
        self._set(column=whole_number("column", self.column))

    def apply(self, data: Data) -> Data:
        """Return the data without the column."""
        if not 0 <= self.column < data.n_inputs:
            raise ValueError(f"There is no input column {self.column + 1}: there are {data.n_inputs}.")
        if data.n_inputs == 1:
            raise ValueError("The data needs at least one input column, so the last one stays.")
        kept = self.sources(data.n_inputs)
        inputs = tuple(tuple(row[column] for column in kept if column is not None) for row in data.inputs)
        names = tuple(data.columns[column] for column in kept if column is not None and data.columns)
        return Data.of_checked(inputs, data.targets, names)

    def sources(self, n_inputs: int) -> Sources:
        """Return which column each input column was before."""
        return tuple(column for column in range(n_inputs) if column != self.column)


@dataclass(frozen=True)
class Replace(_Change):
    """Another table altogether; columns count as the same by their position."""

    kind: ClassVar[str] = "replace"
    inputs: Rows
    targets: Rows
    columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        data = Data(self.inputs, self.targets, self.columns)
        self._set(inputs=data.inputs, targets=data.targets, columns=data.columns)

    def apply(self, data: Data) -> Data:
        """Return the new table."""
        return Data.of_checked(self.inputs, self.targets, self.columns)

    def sources(self, n_inputs: int) -> Sources:
        """Return which column each input column was before; None for those beyond the old ones."""
        return tuple(column if column < n_inputs else None for column in range(len(self.inputs[0])))


@dataclass(frozen=True)
class Shuffle(_Change):
    """The rows in another order, drawn from a stream that the seed names."""

    kind: ClassVar[str] = "shuffle"
    seed: int

    def __post_init__(self) -> None:
        self._set(seed=seed_number(self.seed))

    def apply(self, data: Data) -> Data:
        """Return the same rows in another order."""
        order = np.random.default_rng([self.seed, SHUFFLES]).permutation(data.n_rows).tolist()
        inputs, targets = (tuple(rows[row] for row in order) for rows in (data.inputs, data.targets))
        return Data.of_checked(inputs, targets, data.columns)


@dataclass(frozen=True)
class Copies(_Change):
    """`rows` rows in all: the present ones, then copies of them in turn, with gaussian noise on the inputs.

    The present rows stay as they are. `noise` is a standard deviation. A column that is the same in every row, such as
    the ones, gets none, nor do the targets.
    """

    kind: ClassVar[str] = "copies"
    rows: int
    noise: float
    seed: int

    def __post_init__(self) -> None:
        noise = finite_number("noise", self.noise)
        if noise < 0:
            raise ValueError("noise must be 0 or more.")
        self._set(rows=whole_number("rows", self.rows), noise=noise, seed=seed_number(self.seed))

    def apply(self, data: Data) -> Data:
        """Return the data with the copies."""
        more = self.rows - data.n_rows
        if more < 0:
            raise ValueError(f"There are {data.n_rows} rows already, so with copies there are no fewer.")
        drawn = np.random.default_rng([self.seed, COPIES]).standard_normal((more, data.n_inputs))
        drawn = np.round(drawn, 6)  # the last bits depend on the machine's logarithm
        drawn[:, (data.X[0] == data.X).all(axis=0)] = 0.0
        originals = [row % data.n_rows for row in range(more)]
        with np.errstate(over="ignore"):
            noisy = data.X[originals] + self.noise * drawn
        if not np.isfinite(noisy).all():
            raise ValueError("So much noise gives numbers past the largest one that a computer can hold.")
        copies: Rows = tuple(map(tuple, noisy.tolist()))
        targets = tuple(data.targets[row] for row in originals)
        return Data.of_checked(data.inputs + copies, data.targets + targets, data.columns)


Change = SetCell | AddRow | RemoveRow | AddColumn | RemoveColumn | Replace | Shuffle | Copies

_KINDS: dict[str, type[Change]] = {
    change.kind: change for change in (SetCell, AddRow, RemoveRow, AddColumn, RemoveColumn, Replace, Shuffle, Copies)
}


def change_from_dict(document: dict[str, Any]) -> Change:
    """Return the change that `to_dict` wrote down, also after a journey through JSON; raise ValueError if none did."""
    values = dict(document)
    kind = values.pop("kind", None)
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is nothing that can be done to data: {', '.join(_KINDS)} are.")
    try:
        return _KINDS[kind](**values)
    except TypeError:
        names = ", ".join(field.name for field in fields(_KINDS[kind]))
        raise ValueError(f"{kind} is described by {names}.") from None


def _check_row(data: Data, row: int) -> None:
    if not 0 <= row < data.n_rows:
        raise ValueError(f"There is no row {row + 1}: the rows are 1 to {data.n_rows}.")


def _place(what: str, at: int | None, present: int) -> int:
    """Return where something new goes among so many: behind them if nothing else is asked for."""
    if at is None:
        return present
    if not 0 <= at <= present:
        raise ValueError(f"A new {what} can be number 1 to {present + 1}, not {at + 1}.")
    return at


def _with(data: Data, at: int, rows: Sequence[Sequence[float]], instead_of: int) -> Data:
    """Return the data with other rows at `at`, each its inputs and then its targets, in the place of so many."""
    inputs = tuple(tuple(row[: data.n_inputs]) for row in rows)
    targets = tuple(tuple(row[data.n_inputs :]) for row in rows)
    after = at + instead_of
    return Data.of_checked(
        data.inputs[:at] + inputs + data.inputs[after:],
        data.targets[:at] + targets + data.targets[after:],
        data.columns,
    )
