"""A change made to a run at an iteration: the timeline is a list of these."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from engine.changes import Change, change_from_dict
from engine.checks import finite_numbers, positive_number, unit_count
from engine.rules import Rules
from engine.telling import edit_line

Field = Literal["alpha", "hidden_sizes", "weights", "rules", "data"]
Value = float | tuple[float, ...] | Rules | Change


@dataclass(frozen=True)
class Edit:
    """`field` becomes `value` when the run has done `iteration` updates, before the next one.

    Parameters
    ----------
    iteration : updates done before the change
    field : "alpha", "hidden_sizes", "weights", "rules" or "data"
    value : a positive number for alpha; the units of each hidden layer for hidden_sizes; all n_weights weights, syn0
        first and row by row, for weights; the rules; for data what is done to them (see `engine.changes`)

    Raises
    ------
    ValueError
        With one sentence that says what is allowed.
    """

    iteration: int
    field: Field
    value: Value

    def __post_init__(self) -> None:
        if self.iteration < 0:
            raise ValueError("An edit's iteration must be 0 or more.")
        object.__setattr__(self, "value", _checked(self.field, self.value))

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> "Edit":
        """Return the edit that `to_dict` wrote down, also after a journey through JSON."""
        value = document["value"]
        if document["field"] == "rules":
            value = Rules.from_dict(value)
        elif document["field"] == "data":
            value = change_from_dict(value)
        return cls(**{**document, "value": value})

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name, fit for JSON."""
        value = self.value.to_dict() if isinstance(self.value, Rules | Change) else self.value
        return {"iteration": self.iteration, "field": self.field, "value": value}

    @cached_property
    def fingerprint(self) -> str:
        """A hash of every field."""
        return hashlib.sha256(json.dumps(self.to_dict()).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return when it comes about and what it does: "Edit(600, alpha=10)"."""
        return f"Edit({self.iteration}, {edit_line(self)})"

    def replaces(self, earlier: "Edit") -> bool:
        """Tell whether `earlier` leaves no trace once this edit follows it at the same iteration.

        A hidden size does leave one: units that it dropped are gone and are drawn anew. So does a change of data.
        """
        same = (earlier.iteration, earlier.field) == (self.iteration, self.field)
        return same and self.field in ("alpha", "weights", "rules")


def _checked(field: str, value: Any) -> Value:
    if field == "alpha":
        return positive_number("alpha", value)
    if field == "hidden_sizes" and isinstance(value, Sequence):
        return tuple(unit_count(size) for size in value)
    if field == "weights" and isinstance(value, Sequence):
        return finite_numbers("weights", value)
    if (field == "rules" and isinstance(value, Rules)) or (field == "data" and isinstance(value, Change)):
        return value
    raise ValueError(f"{field!r} is nothing that can be edited: alpha, hidden_sizes, weights, rules and data are.")
