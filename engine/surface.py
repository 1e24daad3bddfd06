"""The error of a two-weight network as a landscape over its weights."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network import mean_error, quietly
from engine.recipe import Recipe
from engine.weights import count


def error_surface(recipe: Recipe, w0: ArrayLike, w1: ArrayLike) -> NDArray[np.float64]:
    """Return the mean absolute error wherever the two weights could be.

    Parameters
    ----------
    recipe : a recipe whose network has exactly two weights; its data are used, its weights are not
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
    stack = np.stack(np.meshgrid(w0, w1), axis=-1).astype(np.float64)
    with quietly():
        return mean_error(recipe.X, recipe.y, stack, recipe.sizes)
