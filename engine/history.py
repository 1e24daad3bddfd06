"""What the weights were: at iterations so spread that the whole past of a run can be told from them."""

from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data import Data
from engine.rules import Rules
from engine.weights import Vector, count

PER_DOUBLING = 16
"""Samples from 16 to 32, from 32 to 64, and so on; before that there is one at every iteration."""

ROUND, LAST_ROUND = 10_000, 100_000
"""The posts print at every multiple of the one; up to the other there is a sample too."""


def next_sample(iteration: int) -> int:
    """Return the first iteration after this one of which there is a sample."""
    width = 1
    while iteration >= 2 * PER_DOUBLING * width:
        width *= 2
    sample = (iteration // width + 1) * width
    whole = (iteration // ROUND + 1) * ROUND
    return min(sample, whole) if whole <= LAST_ROUND else sample


@dataclass(frozen=True, eq=False, slots=True)
class Sample:
    """A network as it was after so many iterations, before any edit that was made then.

    Attributes
    ----------
    weights : read-only ndarray of shape (n_weights,), syn0 first
    sizes : units of every layer, inputs and outputs included
    data, rules : what it had learned from, and how
    error : mean absolute error over all rows and outputs
    """

    iteration: int
    weights: Vector
    sizes: tuple[int, ...]
    data: Data
    rules: Rules
    error: float


class History:
    """The samples of a run, in order: about 450 in a thousand million iterations."""

    def __init__(self) -> None:
        self._samples: list[Sample] = []
        self._unread: deque[tuple[NDArray[np.float64], tuple[int, ...], Data, Rules]] = deque()

    @property
    def samples(self) -> list[Sample]:
        """All samples; a copy of the list."""
        return list(self._read())

    def since(self, iteration: int) -> list[Sample]:
        """Return the samples from `iteration` on."""
        samples = self._read()
        return samples[bisect_left(samples, iteration, key=lambda sample: sample.iteration) :]

    def until(self, iteration: int) -> "History":
        """Return a history of its own of the samples up to this iteration."""
        history, samples = History(), self._read()
        history._samples = samples[: bisect_right(samples, iteration, key=lambda sample: sample.iteration)]
        return history

    def add(
        self, iteration: int, error: float, weights: Vector, sizes: tuple[int, ...], data: Data, rules: Rules
    ) -> None:
        """Append one sample."""
        self.extend(np.concatenate(([iteration, error], weights)), sizes, data, rules)

    def extend(self, notes: NDArray[np.float64], sizes: tuple[int, ...], data: Data, rules: Rules) -> None:
        """Append what the kernel wrote down: iteration, error and all weights, again and again.

        It is copied, and read when somebody asks.
        """
        self._unread.append((notes.copy(), sizes, data, rules))

    def _read(self) -> list[Sample]:
        while self._unread:
            notes, sizes, data, rules = self._unread.popleft()
            notes.flags.writeable = False
            for note in notes.reshape(-1, 2 + count(sizes)):
                self._samples.append(Sample(int(note[0]), note[2:], sizes, data, rules, float(note[1])))
        return self._samples
