"""The errors of many networks of one shape: surfaces, slices and the ends of many runs go through this door."""

import ctypes
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.backend import BACKEND
from engine.data import Data
from engine.loops import LANES
from engine.network import mean_error, quietly
from engine.rules import LAWFUL, Rules
from engine.trainer import trainer_for

_ARRAY = ctypes.c_void_p
_MEASURING = ctypes.CFUNCTYPE(None, _ARRAY, _ARRAY, _ARRAY, _ARRAY, ctypes.c_int64)

WORTH_WAITING = 1_000_000
"""Multiplications from which on it is quicker to compile code for the shape first."""

STACK = 4_000_000
"""Numbers in the layers of networks that numpy sends rows through at once."""


def mean_errors(
    data: Data, sizes: Sequence[int], weights: NDArray[np.float64], rules: Rules = LAWFUL
) -> NDArray[np.float64]:
    """Return the mean absolute error of many networks on the same data; each has the bits of `Run.error`.

    Parameters
    ----------
    data : the rows to be right about
    sizes : units of every layer
    weights : ndarray of shape (n_weights, n_networks)
    rules : whose activation to use

    Returns
    -------
    ndarray of shape (n_networks,)
    """
    networks = weights.shape[1]
    groups = -(-networks // LANES)
    at_once = weights.size * len(data.X) > WORTH_WAITING
    lanes = rules.activation == "sigmoid"  # how a network would be trained is nothing to its error
    measuring = BACKEND.lanes_measuring(tuple(sizes), len(data.X), at_once) if lanes else 0
    if not measuring:
        return (_one_by_one if BACKEND.runs_loops else _by_numpy)(data, sizes, weights, rules)
    if networks % LANES or not weights.flags.c_contiguous:
        filled = np.zeros((len(weights), groups * LANES))
        filled[:, :networks] = weights
        weights = filled
    errors = np.empty(groups * LANES)
    _MEASURING(measuring)(*(array.ctypes.data for array in (data.X, data.y, weights, errors)), groups)
    return errors[:networks]


def _one_by_one(data: Data, sizes: Sequence[int], weights: NDArray[np.float64], rules: Rules) -> NDArray[np.float64]:
    trainer = trainer_for(data, sizes, rules)
    return np.array([trainer.error(np.ascontiguousarray(vector)) for vector in weights.T])


def _by_numpy(data: Data, sizes: Sequence[int], weights: NDArray[np.float64], rules: Rules) -> NDArray[np.float64]:
    some = max(1, STACK // (len(data.X) * max(sizes)))
    stacks = [np.ascontiguousarray(weights[:, i : i + some].T) for i in range(0, weights.shape[1], some)]
    with quietly():
        return np.concatenate([mean_error(data.X, data.y, stack, sizes, rules) for stack in stacks])
