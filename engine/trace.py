"""What one look at a network sees."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.card import look_card
from engine.telling import look_text

Array = NDArray[np.float64]

_NAME = re.compile(r"l(?P<layer>\d+)(?:_(?P<part>sum|error|delta))?|syn(?P<synapse>\d+)_update")


@dataclass(frozen=True)
class Trace:
    """Every intermediate of one iteration, by the posts' names: l0, l1, l1_error, l1_delta, syn0_update, …

    `l2_error` is `y - l2` for the last layer and the delta carried back across the synapse for the others; `l2_delta`
    is error × slope; `syn1_update` is what alpha is multiplied with. `l1_sum` is l1 before the sigmoid.

    Attributes
    ----------
    layers : l0, l1, …: ndarrays of shape (n_rows, units)
    sums : l1_sum, l2_sum, …
    errors, deltas : l1_error, … and l1_delta, …
    update : ndarray of shape (n_weights,): all updates, syn0 first
    updates : syn0_update, …: views of `update`, each of shape (units before, units after)
    """

    layers: tuple[Array, ...]
    sums: tuple[Array, ...]
    errors: tuple[Array, ...]
    deltas: tuple[Array, ...]
    update: Array
    updates: tuple[Array, ...]

    @property
    def output(self) -> Array:
        """The last layer: the predictions, ndarray of shape (n_rows, n_outputs)."""
        return self.layers[-1]

    @property
    def error(self) -> float:
        """Mean absolute error over all rows and outputs."""
        distances = np.abs(self.errors[-1])
        return float(np.add.reduce(distances, axis=None) / distances.size)  # what mean() does, in a third of its time

    def __getattr__(self, name: str) -> Array:
        """Return the array that the posts call `name`."""
        match = _NAME.fullmatch(name)
        if match is None:
            raise AttributeError(name)
        if match["synapse"]:
            group, index = self.updates, int(match["synapse"])
        else:
            group, index = self._group(match["part"]), int(match["layer"]) - (match["part"] is not None)
        if not 0 <= index < len(group):
            raise AttributeError(f"{name}: this network has {len(self.layers)} layers.")
        return group[index]

    def __repr__(self) -> str:
        """Return every matrix with its name and its shape; of a large one the first and last rows and columns."""
        return look_text(self)

    def _repr_html_(self) -> str:
        """Return the same as tables, for notebooks."""
        return look_card(self)

    def _group(self, part: str | None) -> tuple[Array, ...]:
        return {None: self.layers, "sum": self.sums, "error": self.errors, "delta": self.deltas}[part]
