"""Both errors of a network along one weight, and how steep they are where the weight is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.data import Data
from engine.network import ACTIVATIONS, forward, quietly, slope
from engine.rules import LAWFUL, Rules
from engine.weights import count, matrices

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Slice:
    """The error along one weight while all others stay.

    Attributes
    ----------
    errors : mean absolute error wherever the weight was put, shape (n,)
    squares : half the sum of all squared errors there, shape (n,): where no rule is broken, an iteration adds alpha
        times what makes this fall to the weight
    here : both where the weight is
    slopes : of both where the weight is
    """

    errors: Array
    squares: Array
    here: tuple[float, float]
    slopes: tuple[float, float]


def slice_through(
    data: Data, sizes: Sequence[int], weights: ArrayLike, index: int, places: ArrayLike, rules: Rules = LAWFUL
) -> Slice:
    """Return the errors along one weight; only what it leads to is computed again for every place.

    Parameters
    ----------
    data : the rows to be right about
    sizes : units of every layer
    weights : all weights, shape (n_weights,), syn0 first
    index : which of them to move
    places : where to, shape (n,)
    rules : whose activation to use

    Raises
    ------
    ValueError
        If the network has another number of weights, or none of that index.
    """
    vector = np.ravel(np.asarray(weights, dtype=np.float64))
    if len(vector) != count(sizes) or not 0 <= index < len(vector):
        raise ValueError(f"This network has {count(sizes)} weights, counted from 0.")
    synapse, row, column = _place(sizes, index)
    synapses = matrices(vector, sizes)
    activation = ACTIVATIONS[rules.activation]
    with quietly():
        layers, sums = forward(data.X, synapses, rules)
        weight, given = vector[index], layers[synapse][:, row]
        layer, moved = layers[synapse + 1].copy(), sums[synapse][:, column]

        def output(value: float) -> Array:
            layer[:, column] = activation(moved + (value - weight) * given)
            return forward(layer, synapses[synapse + 1 :], rules)[0][-1]

        heights = [_heights(data.y, output(float(value))) for value in np.ravel(np.asarray(places, dtype=np.float64))]
        errors, squares = np.array(heights).reshape(-1, 2).T
        slopes = _slopes(data.y, layers, synapses, (synapse, row, column), rules)
        return Slice(errors, squares, _heights(data.y, layers[-1]), slopes)


def _place(sizes: Sequence[int], index: int) -> tuple[int, int, int]:
    """Return synapse, row and column of a weight."""
    synapse = max(layer for layer in range(len(sizes) - 1) if count(sizes[: layer + 1]) <= index)
    return synapse, *divmod(index - count(sizes[: synapse + 1]), sizes[synapse + 1])


def _heights(y: Array, output: Array) -> tuple[float, float]:
    miss = output - y
    return float(np.abs(miss).mean()), float((miss * miss).sum() / 2)


def _slopes(
    y: Array, layers: Sequence[Array], synapses: Sequence[Array], place: tuple[int, int, int], rules: Rules
) -> tuple[float, float]:
    """Follow one weight forwards: how fast each layer moves with it, and so both errors."""
    if rules.activation == "step":
        return 0.0, 0.0
    synapse, row, column = place
    moves = np.zeros_like(layers[synapse + 1])
    moves[:, column] = layers[synapse][:, row]
    moves *= slope(layers[synapse + 1])
    for syn, layer in zip(synapses[synapse + 1 :], layers[synapse + 2 :], strict=True):
        moves = (moves @ syn) * slope(layer)
    miss = layers[-1] - y
    return float((np.sign(miss) * moves).mean()), float((miss * moves).sum())
