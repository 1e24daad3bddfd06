"""The rows a network learns from: inputs, the targets beside them, and what people call the columns."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from engine.checks import column_name

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Data:
    """Inputs and targets, row by row.

    Parameters
    ----------
    inputs : rows of numbers, shape (n_rows, n_inputs)
    targets : rows of numbers, shape (n_rows, n_outputs)
    columns : names of the input columns for people, an empty one or none at all standing for x1, x2, …; they decide
        no number

    Raises
    ------
    ValueError
        With one sentence that says what is allowed.
    """

    inputs: Rows
    targets: Rows
    columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        inputs, targets = _rows(self.inputs), _rows(self.targets)
        _check(inputs, targets)
        object.__setattr__(self, "inputs", inputs)
        object.__setattr__(self, "targets", targets)
        object.__setattr__(self, "columns", _names(self.columns, len(inputs[0])))
        _check_finite(self.X, 0)
        _check_finite(self.y, self.n_inputs)

    @classmethod
    def of_checked(cls, inputs: Rows, targets: Rows, columns: Iterable[str] = ()) -> "Data":
        """Return data of rows known to be sound, as those of other data are: many take long to check."""
        data = object.__new__(cls)
        data.__dict__.update(inputs=inputs, targets=targets, columns=_names(columns, len(inputs[0])))
        return data

    def __repr__(self) -> str:
        """Return its size and its columns; the numbers are in `X` and `y`."""
        return f"Data({self.n_rows:,} × {self.n_inputs} inputs {', '.join(self.names)}, {self.n_outputs} targets)"

    @property
    def n_rows(self) -> int:
        """Examples."""
        return len(self.inputs)

    @property
    def n_inputs(self) -> int:
        """Input columns."""
        return len(self.inputs[0])

    @property
    def n_outputs(self) -> int:
        """Target columns."""
        return len(self.targets[0])

    @property
    def names(self) -> tuple[str, ...]:
        """What each input column is called, x1, x2, … where nobody named it."""
        given = self.columns or ("",) * self.n_inputs
        return tuple(name or f"x{column}" for column, name in enumerate(given, start=1))

    @cached_property
    def X(self) -> NDArray[np.float64]:  # noqa: N802
        """The inputs, read-only ndarray of shape (n_rows, n_inputs)."""
        return _frozen(self.inputs)

    @cached_property
    def y(self) -> NDArray[np.float64]:
        """The targets, read-only ndarray of shape (n_rows, n_outputs)."""
        return _frozen(self.targets)

    @cached_property
    def digest(self) -> str:
        """A fingerprint of every bit of `X` and `y`; of what the columns are called it tells nothing."""
        digest = hashlib.sha256(f"{self.n_rows} {self.n_inputs} {self.n_outputs} ".encode())
        for numbers in (self.X, self.y):
            digest.update(numbers.astype("<f8").tobytes())
        return digest.hexdigest()


def _frozen(rows: Rows) -> NDArray[np.float64]:
    # several times as quick as np.array, which asks every row what it is
    array = np.fromiter(chain.from_iterable(rows), np.float64, len(rows) * len(rows[0])).reshape(len(rows), -1)
    array.flags.writeable = False
    return array


def _rows(rows: Iterable[Iterable[float]]) -> Rows:
    """Return rows as tuples of floats; -0.0 becomes 0.0, so that what is equal has equal bits."""
    numbers = []
    for row, values in enumerate(rows, start=1):
        try:
            numbers.append(tuple([float(value) + 0.0 for value in values]))
        except (TypeError, ValueError, OverflowError):
            raise ValueError(f"Every value of the data must be a finite number; one in row {row} is none.") from None
    return tuple(numbers)


def _check(inputs: Rows, targets: Rows) -> None:
    if not inputs or not inputs[0] or not targets or not targets[0]:
        raise ValueError("The data needs at least one row, one input column and one target column.")
    if len(inputs) != len(targets):
        raise ValueError(f"There are {len(inputs)} rows of inputs but {len(targets)} rows of targets.")
    for rows in (inputs, targets):
        for row, values in enumerate(rows, start=1):
            if len(values) != len(rows[0]):
                raise ValueError(f"Every row of the data must have as many columns as the first; row {row} has not.")


def _check_finite(numbers: NDArray[np.float64], columns_before: int) -> None:
    if not np.isfinite(numbers).all():
        row, column = np.argwhere(~np.isfinite(numbers))[0] + 1
        where = f"row {row}, column {columns_before + column}"
        raise ValueError(f"Every value of the data must be a finite number; {where} is none.")


def _names(names: Iterable[str], n_inputs: int) -> tuple[str, ...]:
    columns = tuple(map(column_name, names))
    if not any(columns):
        return ()
    if len(columns) != n_inputs:
        raise ValueError(f"There are {len(columns)} names for {n_inputs} input columns.")
    return columns
