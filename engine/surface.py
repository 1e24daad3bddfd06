"""The error as a landscape: over both weights of a two-weight network, or along one weight of any."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.measure import mean_errors
from engine.recipe import Recipe
from engine.weights import count


def error_surface(recipe: Recipe, w0: ArrayLike, w1: ArrayLike) -> NDArray[np.float64]:
    """Return the mean absolute error wherever the two weights could be.

    Parameters
    ----------
    recipe : a recipe whose network has exactly two weights; its data and rules are used, its weights
        are not
    w0 : values of the first weight, shape (n,)
    w1 : values of the second weight, shape (m,)

    Returns
    -------
    ndarray of shape (m, n): at [i, j] the error with weights (w0[j], w1[i]), as a plot wants it

    Raises
    ------
    ValueError
        If the network has more or fewer weights.
    """
    if count(recipe.sizes) != 2:
        raise ValueError(f"An error surface needs a network of two weights; this one has {count(recipe.sizes)}.")
    across, up = np.asarray(w0, dtype=np.float64), np.asarray(w1, dtype=np.float64)
    weights = np.empty((2, len(up), len(across)))
    weights[0], weights[1] = across, up[:, None]
    return mean_errors(recipe.data, recipe.sizes, weights.reshape(2, -1), recipe.rules).reshape(len(up), len(across))


def error_slice(recipe: Recipe, weights: ArrayLike, index: int, values: ArrayLike) -> NDArray[np.float64]:
    """Return the mean absolute error along one weight, while the others stay as they are.

    Parameters
    ----------
    recipe : whose data, rules and sizes to use
    weights : all weights, shape (n_weights,), syn0 first
    index : which of them to move
    values : where to, shape (n,)

    Returns
    -------
    ndarray of shape (n,)

    Raises
    ------
    ValueError
        If the network has another number of weights, or none of that index.
    """
    base, places = np.ravel(np.asarray(weights, dtype=np.float64)), np.asarray(values, dtype=np.float64)
    if len(base) != count(recipe.sizes) or not 0 <= index < len(base):
        raise ValueError(f"This network has {count(recipe.sizes)} weights, counted from 0.")
    columns = np.repeat(base[:, None], len(places), axis=1)
    columns[index] = places
    return mean_errors(recipe.data, recipe.sizes, columns, recipe.rules)
