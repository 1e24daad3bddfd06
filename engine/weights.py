"""All weights of a network as one flat vector, with a matrix view per synapse."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Scalar = TypeVar("Scalar", bound=np.generic)

NEW_UNITS, NEW_COLUMNS, NEW_OUTPUTS = 1, 2, 3
"""Names of the streams from which weights are drawn that come during training; a name is never given twice."""

Start = Literal["random", "zeros", "equal"]

EQUAL = 0.5
"""Every weight of a network that starts with equal ones."""


def count(sizes: Sequence[int]) -> int:
    """Return how many weights a network with these layer sizes has."""
    return sum(before * after for before, after in pairwise(sizes))


def matrices(vector: NDArray[Scalar], sizes: Sequence[int]) -> list[NDArray[Scalar]]:
    """Return syn0, syn1, … as views of `vector`, each of shape (units before, units after).

    Leading axes of `vector` stay in front, so a stack of vectors gives stacks of matrices.
    """
    views, start = [], 0
    for before, after in pairwise(sizes):
        stop = start + before * after
        views.append(vector[..., start:stop].reshape(*vector.shape[:-1], before, after))
        start = stop
    return views


def initial(sizes: Sequence[int], seed: int, start: Start = "random") -> Vector:
    """Return the first weights: drawn as the posts do, uniform in [-1, 1) and syn0 first, or all the same.

    The legacy generator is used because its numbers are the posts': `np.random.seed(1)` and `np.random.random`.
    """
    if start != "random":
        return np.full(count(sizes), EQUAL if start == "equal" else 0.0)
    return 2 * np.random.RandomState(seed).random_sample(count(sizes)) - 1


def resized(vector: Vector, old: Sequence[int], new: Sequence[int], seed: int, iteration: int) -> Vector:
    """Return weights for the hidden sizes of `new`: surviving units keep theirs, new units get fresh ones.

    A new unit's weights, incoming before outgoing, come from a stream of its own, named by seed, iteration, layer and
    unit, so that they do not depend on what else changed.
    """
    result = np.zeros(count(new))
    carry_over(vector, old, result, new)
    syn = matrices(result, new)
    for layer in range(1, len(new) - 1):
        for unit in range(old[layer], new[layer]):
            stream = np.random.default_rng([seed, NEW_UNITS, iteration, layer, unit])
            drawn = 2 * stream.random(new[layer - 1] + new[layer + 1]) - 1
            syn[layer - 1][:, unit], syn[layer][unit, :] = drawn[: new[layer - 1]], drawn[new[layer - 1] :]
    return result


def carry_over(source: NDArray[Scalar], old: Sequence[int], target: NDArray[Scalar], new: Sequence[int]) -> None:
    """Copy what both layouts have from one flat vector into another; the rest of `target` stays as it is."""
    for before, after in zip(matrices(source, old), matrices(target, new), strict=True):
        rows, columns = np.minimum(before.shape, after.shape)
        after[:rows, :columns] = before[:rows, :columns]


def transplanted(
    vector: Vector, old: Sequence[int], new: Sequence[int], sources: Sequence[int | None], seed: int, iteration: int
) -> Vector:
    """Return weights for other inputs and outputs: those that stay keep theirs, new ones get fresh ones.

    The weights of a new input column, or of a new output, come from a stream of its own, named by seed, iteration and
    its place, so that they do not depend on what else changed.

    Parameters
    ----------
    sources : for each input column of `new`, which one it is of `old`; None for a new one
    """
    result = np.zeros(count(new))
    transplant(vector, old, result, new, sources)
    syn = matrices(result, new)
    for column, source in enumerate(sources):
        if source is None:
            syn[0][column] = 2 * np.random.default_rng([seed, NEW_COLUMNS, iteration, column]).random(new[1]) - 1
    for output in range(old[-1], new[-1]):
        syn[-1][:, output] = 2 * np.random.default_rng([seed, NEW_OUTPUTS, iteration, output]).random(new[-2]) - 1
    return result


def transplant(
    source: NDArray[Scalar],
    old: Sequence[int],
    target: NDArray[Scalar],
    new: Sequence[int],
    sources: Sequence[int | None],
) -> None:
    """Copy what both layouts have, where input columns come from `sources`; the rest of `target` stays as it is."""
    stayed = [(column, place) for place, column in enumerate(sources) if column is not None]
    before, after = matrices(source, old), matrices(target, new)
    for i in range(len(after)):
        outputs = min(before[i].shape[1], after[i].shape[1])
        pairs = stayed if i == 0 else [(unit, unit) for unit in range(old[i])]
        for row, place in pairs:
            after[i][place, :outputs] = before[i][row, :outputs]
