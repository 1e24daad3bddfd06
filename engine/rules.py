"""The rules of training, and how they may be broken to see what each is good for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from numbers import Integral
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

Activation = Literal["sigmoid", "step"]


@dataclass(frozen=True)
class Rules:
    """What an iteration does; as it stands, what the posts' lines do.

    Parameters
    ----------
    activation : what a sum goes through: the sigmoid, or a step, 1 above zero and 0 elsewhere (NaN stays NaN). The
        slope is out * (1 - out) either way, so that a step has none.
    slopeless : layers 1, 2, … whose delta is the error alone, not error × slope
    flipped : synapses 0, 1, … whose update is subtracted instead of added

    Raises
    ------
    ValueError
        With one sentence that says what is allowed.
    """

    activation: Activation = "sigmoid"
    slopeless: tuple[int, ...] = ()
    flipped: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.activation not in get_args(Activation):
            raise ValueError(f"activation must be one of {', '.join(get_args(Activation))}.")
        slopeless = _numbers(self.slopeless, 1, "slopeless must be layers, counted from 1.")
        flipped = _numbers(self.flipped, 0, "flipped must be synapses, counted from 0.")
        object.__setattr__(self, "slopeless", slopeless)
        object.__setattr__(self, "flipped", flipped)

    @classmethod
    def from_dict(cls, fields: dict[str, Any]) -> "Rules":
        """Return the rules that `to_dict` wrote down, also after a journey through JSON."""
        return cls(**fields)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields by name, fit for JSON."""
        return {"activation": self.activation, "slopeless": self.slopeless, "flipped": self.flipped}

    @property
    def lawful(self) -> bool:
        """Whether they are the posts'."""
        return self == LAWFUL

    def check(self, sizes: Sequence[int]) -> None:
        """Raise ValueError if they name a layer or a synapse that a network with these layer sizes lacks."""
        last = len(sizes) - 1
        if self.slopeless and self.slopeless[-1] > last:
            raise ValueError(f"This network's last layer is l{last}, so there is no l{self.slopeless[-1]}_delta.")
        if self.flipped and self.flipped[-1] >= last:
            raise ValueError(f"This network's last synapse is syn{last - 1}, so there is no syn{self.flipped[-1]}.")

    def numbers(self, layers: int) -> NDArray[np.float64]:
        """Return them for a network of so many layers, the inputs included, as `engine.loops` reads them.

        Returns
        -------
        ndarray of shape (2 * layers - 1,): 1.0 for a step; for l1, l2, … 1.0 where there is no slope; for syn0, syn1,
        … 1.0 where the update is subtracted
        """
        numbers = np.zeros(2 * layers - 1)
        numbers[0] = self.activation == "step"
        numbers[list(self.slopeless)] = 1.0
        numbers[[layers + synapse for synapse in self.flipped]] = 1.0
        return numbers


def _numbers(values: Iterable[int], least: int, sentence: str) -> tuple[int, ...]:
    numbers = tuple(values) if isinstance(values, Iterable) else (None,)
    for number in numbers:
        if not isinstance(number, Integral) or isinstance(number, bool) or number < least:
            raise ValueError(sentence)
    return tuple(sorted({int(number) for number in numbers if number is not None}))


LAWFUL = Rules()
"""The posts' own."""
