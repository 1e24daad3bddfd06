"""The network itself, as pure functions: predict, see how wrong, and say how every weight should change."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.rules import LAWFUL, Rules
from engine.trace import Trace
from engine.weights import matrices

Array = NDArray[np.float64]


def quietly() -> np.errstate:
    """Return a context without numpy's warnings: huge weights overflow, which is expected and shown on the page."""
    return np.errstate(all="ignore")


def sigmoid(x: Array) -> Array:
    """Return 1 / (1 + e^-x): any number, squeezed between 0 and 1."""
    return 1 / (1 + np.exp(-x))


def step(x: Array) -> Array:
    """Return 1 where a number is above zero, 0 where it is not: a sigmoid without a slope. NaN stays NaN."""
    return np.where(np.isnan(x), x, (x > 0).astype(np.float64))


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {"sigmoid": sigmoid, "step": step}


def slope(out: Array) -> Array:
    """Return the slope of the sigmoid where its output is `out`: out * (1 - out), at most 0.25."""
    return out * (1 - out)


def forward(X: Array, synapses: Sequence[Array], rules: Rules = LAWFUL) -> tuple[list[Array], list[Array]]:
    """Send rows through the network.

    Parameters
    ----------
    X : ndarray of shape (n_rows, n_inputs)
    synapses : syn0, syn1, …, each of shape (…, units before, units after): leading axes are many networks at once
    rules : whose activation to use

    Returns
    -------
    layers : l0, l1, …, each of shape (…, n_rows, units)
    sums : l1_sum, …, the same before the sigmoid, without l0
    """
    layers, sums = [X], []
    activation = ACTIVATIONS[rules.activation]
    for syn in synapses:
        sums.append(layers[-1] @ syn)  # (n_rows, before) @ (before, after) -> (n_rows, after)
        layers.append(activation(sums[-1]))
    return layers, sums


def look(X: Array, y: Array, vector: Array, sizes: Sequence[int], rules: Rules = LAWFUL) -> Trace:
    """Return everything one iteration computes from these weights; change nothing.

    The posts' step with any number of layers. The update is the one that lowers the squared error: alpha times it is
    added to the weights. Where the rules flip a synapse its update is negated here, so that adding it goes the wrong
    way.
    """
    synapses = matrices(vector, sizes)
    layers, sums = forward(X, synapses, rules)
    update = np.empty_like(vector)
    updates = matrices(update, sizes)
    errors, deltas = [], []
    error = y - layers[-1]
    for i in reversed(range(len(synapses))):
        delta = error if i + 1 in rules.slopeless else error * slope(layers[i + 1])
        np.dot(layers[i].T, delta, out=updates[i])  # (before, n_rows) @ (n_rows, after) -> (before, after)
        if i in rules.flipped:
            np.negative(updates[i], out=updates[i])
        errors.append(error)
        deltas.append(delta)
        if i:
            error = delta @ synapses[i].T  # (n_rows, after) @ (after, before) -> (n_rows, before)
    return Trace(tuple(layers), tuple(sums), tuple(errors[::-1]), tuple(deltas[::-1]), update, tuple(updates))


def mean_error(X: Array, y: Array, vector: Array, sizes: Sequence[int], rules: Rules = LAWFUL) -> NDArray[np.float64]:
    """Return the mean absolute error over all rows and outputs; one per network for a stack of vectors."""
    layers, _ = forward(X, matrices(vector, sizes), rules)
    result: NDArray[np.float64] = np.abs(y - layers[-1]).mean(axis=(-2, -1))
    return result
