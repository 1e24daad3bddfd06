"""What was asked for: everything that decides a run before its first edit."""

import hashlib
import json
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from engine.card import recipe_card
from engine.checks import positive_number, seed_number, unit_count
from engine.data import Data, Rows
from engine.rules import LAWFUL, Rules
from engine.telling import recipe_line
from engine.weights import Start

_ONES_COLUMN_ROWS: Rows = ((0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 1.0))

_NAMED: dict[str, tuple[Rows, tuple[float, ...], tuple[int, ...]]] = {
    # name: (inputs, targets, hidden sizes), the data sets of the posts
    "one-layer": (_ONES_COLUMN_ROWS, (0.0, 0.0, 1.0, 1.0), ()),
    "xor": (_ONES_COLUMN_ROWS, (0.0, 1.0, 1.0, 0.0), (4,)),
    "two-weights": (((0.0, 1.0), (0.0, 1.0), (1.0, 0.0), (1.0, 0.0)), (0.0, 0.0, 1.0, 1.0), ()),
}


def _no_field(unknown: str, fields: list[str]) -> str:
    """Return the sentence about a name that no field has; it was most often meant to be one."""
    close = get_close_matches(unknown, fields, n=1)
    return f"A recipe has no {unknown!r}: " + (f"{close[0]!r} is meant?" if close else f"it has {', '.join(fields)}.")


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
    columns : names of the input columns for people; see `engine.data.Data`
    rules : what an iteration does; the posts' lines by default
    start : the first weights: drawn at random as in the posts, all "zeros", or all "equal" to 0.5

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
    columns: tuple[str, ...] = ()
    rules: Rules = LAWFUL
    start: Start = "random"

    def __post_init__(self) -> None:
        self._hold(Data(self.inputs, self.targets, self.columns))

    def _hold(self, data: Data) -> None:
        """Take on checked data, and check everything else."""
        checked = {
            "inputs": data.inputs,
            "targets": data.targets,
            "columns": data.columns,
            "hidden_sizes": tuple(unit_count(size) for size in self.hidden_sizes),
            "seed": seed_number(self.seed),
            "alpha": positive_number("alpha", self.alpha),
        }
        for name, value in checked.items():
            object.__setattr__(self, name, value)
        self.__dict__["data"] = data  # checked already: see `data`
        if self.start not in get_args(Start):
            raise ValueError(f"start must be one of {', '.join(get_args(Start))}.")
        self.rules.check(self.sizes)

    @classmethod
    def named(cls, name: str, *, hidden_size: int | None = None, **overrides: Any) -> "Recipe":
        """Return one of the posts' experiments: "one-layer", "xor" or "two-weights".

        `hidden_size` replaces the units of its one hidden layer; any field of `Recipe` can be overridden by name.

        >>> Recipe.named("xor", hidden_size=32, alpha=10)
        Recipe(xor, 4 rows, 3 → 32 → 1 units, alpha 10, seed 1)
        """
        if name not in _NAMED:
            raise ValueError(f"{name!r} is no experiment: choose one of {', '.join(_NAMED)}.")
        inputs, targets, hidden_sizes = _NAMED[name]
        recipe = cls(name, inputs, tuple((t,) for t in targets), hidden_sizes)
        unknown = next((name for name in overrides if name not in cls.__dataclass_fields__), None)
        if unknown is not None:
            raise TypeError(_no_field(unknown, ["hidden_size", *cls.__dataclass_fields__]))
        if hidden_size is not None:
            overrides["hidden_sizes"] = recipe.with_hidden_size(hidden_size)
        return replace(recipe, **overrides)

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> "Recipe":
        """Return the recipe that `to_dict` wrote down, also through JSON, or before there were rules."""
        rules = document.get("rules", LAWFUL)
        return cls(**{**document, "rules": rules if isinstance(rules, Rules) else Rules.from_dict(rules)})

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name, fit for JSON."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**values, "rules": self.rules.to_dict()}

    def with_data(self, data: Data) -> "Recipe":
        """Return the same recipe for other data."""
        return self._like(data, {})

    def with_settings(self, **settings: Any) -> "Recipe":
        """Return the same recipe with other settings, by the names of its fields; `with_data` changes the rows.

        As `dataclasses.replace` does, which checks all rows again: that takes long if they are many.
        """
        rows = next((name for name in ("inputs", "targets", "columns") if name in settings), None)
        if rows is not None:
            raise TypeError(f"{rows!r} is no setting: with_data changes the rows and what they are called.")
        return self._like(self.data, settings)

    def _like(self, data: Data, settings: dict[str, Any]) -> "Recipe":
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        unknown = next((name for name in settings if name not in own), None)
        if unknown is not None:
            raise TypeError(_no_field(unknown, [*own]))
        recipe = object.__new__(type(self))
        recipe.__dict__.update(own, **settings)
        recipe._hold(data)
        return recipe

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
    def data(self) -> Data:
        """The rows that a run begins with."""
        return Data(self.inputs, self.targets, self.columns)

    @property
    def X(self) -> NDArray[np.float64]:  # noqa: N802
        """The inputs, read-only ndarray of shape (n_rows, n_inputs)."""
        return self.data.X

    @property
    def y(self) -> NDArray[np.float64]:
        """The targets, read-only ndarray of shape (n_rows, n_outputs)."""
        return self.data.y

    @cached_property
    def fingerprint(self) -> str:
        """A hash of every field."""
        return hashlib.sha256(json.dumps(self.to_dict()).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return the settings in one line; the rows are in `data`."""
        return recipe_line(self)

    def _repr_html_(self) -> str:
        """Return the settings and the rows as a card, for notebooks."""
        return recipe_card(self)
