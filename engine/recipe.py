"""What was asked for: everything that decides a run before its first edit."""

from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.checks import positive_number, seed_number, unit_count

Rows = tuple[tuple[float, ...], ...]

_ONES_COLUMN_ROWS: Rows = ((0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 1.0))

_NAMED: dict[str, tuple[Rows, tuple[float, ...], tuple[int, ...]]] = {
    # name: (inputs, targets, hidden sizes), the data sets of the posts
    "one-layer": (_ONES_COLUMN_ROWS, (0.0, 0.0, 1.0, 1.0), ()),
    "xor": (_ONES_COLUMN_ROWS, (0.0, 1.0, 1.0, 0.0), (4,)),
    "two-weights": (((0.0, 1.0), (0.0, 1.0), (1.0, 0.0), (1.0, 0.0)), (0.0, 0.0, 1.0, 1.0), ()),
}


@dataclass(frozen=True)
class Recipe:
    """The data, the sizes, the seed and alpha of a run; with a list of edits it decides every number of the run.

    Parameters
    ----------
    experiment : str
        A name for people and files; it decides nothing.
    inputs : rows of numbers, shape (n_rows, n_inputs)
    targets : rows of numbers, shape (n_rows, n_outputs)
    hidden_sizes : units of each hidden layer, first to last; empty for none
    seed : whole number from 0 to 2**32 - 1
    alpha : learning rate, a positive number

    Raises
    ------
    ValueError
        With one sentence that says what is allowed.
    """

    experiment: str
    inputs: Rows
    targets: Rows
    hidden_sizes: tuple[int, ...] = ()
    seed: int = 1
    alpha: float = 1.0

    def __post_init__(self) -> None:
        checked = {
            "inputs": tuple(tuple(float(value) for value in row) for row in self.inputs),
            "targets": tuple(tuple(float(value) for value in row) for row in self.targets),
            "hidden_sizes": tuple(unit_count(size) for size in self.hidden_sizes),
            "seed": seed_number(self.seed),
            "alpha": positive_number("alpha", self.alpha),
        }
        for name, value in checked.items():
            object.__setattr__(self, name, value)
        _check_rows(self.inputs, self.targets)

    @classmethod
    def named(cls, name: str, *, hidden_size: int | None = None, **overrides: Any) -> "Recipe":
        """Return one of the posts' experiments: "one-layer", "xor" or "two-weights".

        `hidden_size` replaces the units of its one hidden layer; any field of `Recipe` can be overridden by name.
        """
        if name not in _NAMED:
            raise ValueError(f"{name!r} is no experiment: choose one of {', '.join(_NAMED)}.")
        inputs, targets, hidden_sizes = _NAMED[name]
        recipe = cls(name, inputs, tuple((t,) for t in targets), hidden_sizes)
        if hidden_size is not None:
            overrides["hidden_sizes"] = recipe.with_hidden_size(hidden_size)
        return replace(recipe, **overrides)

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> "Recipe":
        """Return the recipe that `to_dict` wrote down, also after a journey through JSON."""
        return cls(**fields)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name, fit for JSON."""
        return asdict(self)

    def with_hidden_size(self, size: int) -> tuple[int, ...]:
        """Return the hidden sizes with the first one replaced."""
        if not self.hidden_sizes:
            raise ValueError(f"{self.experiment} has no hidden layer, so it has no hidden size to set.")
        return (unit_count(size), *self.hidden_sizes[1:])

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of every layer, the inputs and the outputs included."""
        return (len(self.inputs[0]), *self.hidden_sizes, len(self.targets[0]))

    @cached_property
    def X(self) -> NDArray[np.float64]:  # noqa: N802
        """The inputs, read-only ndarray of shape (n_rows, n_inputs)."""
        return _frozen(self.inputs)

    @cached_property
    def y(self) -> NDArray[np.float64]:
        """The targets, read-only ndarray of shape (n_rows, n_outputs)."""
        return _frozen(self.targets)


def _frozen(rows: Rows) -> NDArray[np.float64]:
    array = np.array(rows, dtype=np.float64)
    array.flags.writeable = False
    return array


def _check_rows(inputs: Rows, targets: Rows) -> None:
    if not inputs or not inputs[0] or not targets[0:] or not targets[0]:
        raise ValueError("The data needs at least one row, one input column and one target column.")
    if len(inputs) != len(targets):
        raise ValueError(f"There are {len(inputs)} rows of inputs but {len(targets)} rows of targets.")
    if len({len(row) for row in inputs}) > 1 or len({len(row) for row in targets}) > 1:
        raise ValueError("Every row of the data must have as many columns as the first.")
    if not (np.isfinite(inputs).all() and np.isfinite(targets).all()):
        raise ValueError("Every value of the data must be a finite number.")
