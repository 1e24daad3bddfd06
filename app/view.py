"""A frame on its way to pages: put together once, encoded once, merged with the one that waits before it.

`app.messages.Frame` says what a frame is. It is not used here because checking sixty numbers that the engine has just
computed would cost more than all the rest; tests hold the two to each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import orjson

from app.messages import Detail, Frame, Points, Positions, Why

Numbers = Sequence["SupportsToList"]
"""Matrices; orjson reads their memory, so that no list of rows is made for it."""


Details = Mapping[str, Numbers]
"""The fields of `Detail`."""


class SupportsToList(Protocol):
    """A numpy array, of which nothing else need be known here."""

    def tolist(self) -> Any:
        """Return its rows."""


@dataclass(slots=True, eq=False)
class Piece:
    """Points at these iterations, to take the place of every earlier one at iteration `since` or later.

    `columns` are the values by their names on the wire, each as long as `iterations`.
    """

    since: int
    iterations: list[int]
    columns: dict[str, list[float]]

    def after(self, old: "Piece") -> "Piece":
        """Return one piece that leaves a page where `old` and then this would leave it."""
        kept = sum(iteration < self.since for iteration in old.iterations)
        columns = {name: old.columns[name][:kept] + values for name, values in self.columns.items()}
        return Piece(min(old.since, self.since), old.iterations[:kept] + self.iterations, columns)

    def to_dict(self) -> dict[str, object]:
        """Return the piece as it travels."""
        return {"since": self.since, "iterations": self.iterations, **self.columns}


@dataclass(slots=True, eq=False)
class View:
    """The fields of `Frame`, unchecked; nothing in one is changed after it was made."""

    number: int
    run: int
    iteration: int
    error: float
    weights: Numbers
    first_row: int
    layers: Numbers
    sums: Numbers
    curve: Piece
    path: Piece
    detail: Details | None
    why: Mapping[str, object] | None
    _encoded: bytes | None = None

    def to_message(self) -> Frame:
        """Return the frame as the protocol defines it."""
        return Frame(
            number=self.number,
            run=self.run,
            iteration=self.iteration,
            error=self.error,
            weights=rows_of(self.weights),
            first_row=self.first_row,
            layers=rows_of(self.layers),
            sums=rows_of(self.sums),
            curve=Points.model_validate(self.curve.to_dict()),
            path=Positions.model_validate(self.path.to_dict()),
            detail=self.detail and Detail(**{name: rows_of(arrays) for name, arrays in self.detail.items()}),
            why=self.why and Why.model_validate(self.why),
        )

    @property
    def encoded(self) -> bytes:
        """The frame as JSON, the same bytes for every page."""
        if self._encoded is None:
            self._encoded = self._encode()
        return self._encoded

    def _encode(self) -> bytes:
        numbers = orjson.dumps(
            {
                "type": "frame",
                "number": self.number,
                "run": self.run,
                "iteration": self.iteration,
                "error": self.error,
                "weights": self.weights,
                "first_row": self.first_row,
                "layers": self.layers,
                "sums": self.sums,
                "curve": self.curve.to_dict(),
                "path": self.path.to_dict(),
                **({"detail": self.detail} if self.detail else {}),
            },
            option=orjson.OPT_SERIALIZE_NUMPY,
        )
        if b"null" in numbers:  # orjson's word for what is not finite; the protocol has others
            return self.to_message().model_dump_json().encode()
        without = b"" if self.detail else b',"detail":null'
        return numbers[:-1] + without + b',"why":' + orjson.dumps(self.why) + b"}"


def rows_of(arrays: Numbers) -> list[Any]:
    """Return arrays as lists of rows."""
    return [array.tolist() for array in arrays]


def merged(old: View, new: View) -> View:
    """Return one frame that leaves a page where both, one after the other, would leave it.

    Only a detail that waited is lost, because its numbers are those of its own frame; the next one is not far.
    """
    if old.run != new.run:
        return new
    return replace(new, curve=new.curve.after(old.curve), path=new.path.after(old.path), _encoded=None)
