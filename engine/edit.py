"""A change made to a run at an iteration: the timeline is a list of these."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from engine.checks import finite_numbers, positive_number, unit_count

Field = Literal["alpha", "hidden_sizes", "weights"]
Value = float | tuple[float, ...]


@dataclass(frozen=True)
class Edit:
    """`field` becomes `value` when the run has done `iteration` updates, before the next one.

    Parameters
    ----------
    iteration : updates done before the change
    field : "alpha", "hidden_sizes" or "weights"
    value : a positive number for alpha; the units of each hidden layer for hidden_sizes; all n_weights weights, syn0
        first and row by row, for weights

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
    def from_dict(cls, fields: dict[str, Any]) -> "Edit":
        """Return the edit that `to_dict` wrote down, also after a journey through JSON."""
        return cls(**fields)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name, fit for JSON."""
        return asdict(self)

    def replaces(self, earlier: "Edit") -> bool:
        """Tell whether `earlier` leaves no trace once this edit follows it at the same iteration.

        A hidden size does leave one: units that it dropped are gone and are drawn anew.
        """
        same = (earlier.iteration, earlier.field) == (self.iteration, self.field)
        return same and self.field in ("alpha", "weights")


def _checked(field: str, value: Any) -> Value:
    if field == "alpha":
        return positive_number("alpha", value)
    if field == "hidden_sizes" and isinstance(value, Sequence):
        return tuple(unit_count(size) for size in value)
    if field == "weights" and isinstance(value, Sequence):
        return finite_numbers("weights", value)
    raise ValueError(f"{field!r} is nothing that can be edited: alpha, hidden_sizes and weights are.")
