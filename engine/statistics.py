"""How closely a column goes with the target: what the posts look for in the inputs, and then in the hidden units."""

import numpy as np
from numpy.typing import NDArray

from engine.network import quietly

Array = NDArray[np.float64]

ROUNDING = 64 * float(np.finfo(np.float64).eps)
"""A column whose spread is no larger than this part of its largest number is constant, but for rounding."""


def correlations(columns: Array, target: Array) -> Array:
    """Return Pearson's correlation of every column with the target: from -1 to 1, or NaN.

    It is NaN where a column or the target is constant, be it only up to rounding, or holds what is no finite number.

    Parameters
    ----------
    columns : ndarray of shape (n_rows, n_columns)
    target : ndarray of shape (n_rows,)

    Returns
    -------
    ndarray of shape (n_columns,)
    """
    with quietly():
        products = _directions(columns) * _directions(target[:, np.newaxis])
        result: Array = np.clip(products.sum(axis=0), -1, 1)
    return result


def _directions(columns: Array) -> Array:
    """Return every column as distances from its mean, with a length of 1.

    Neither a square nor a difference overflows, for a power of two is taken out first; and a small spread about a large
    number keeps its digits, for the differences from the first row are exact where the numbers are close.
    """
    _, exponents = np.frexp(np.abs(columns).max(axis=0))
    near_one = np.ldexp(columns, -exponents)
    distances = near_one - near_one[0]
    distances[:, np.ptp(near_one, axis=0) <= ROUNDING * np.abs(near_one).max(axis=0)] = 0.0
    distances = distances / np.abs(distances).max(axis=0)  # 0 / 0, a constant column, is NaN
    distances = distances - distances.mean(axis=0)
    result: Array = distances / np.sqrt((distances * distances).sum(axis=0))
    return result
