"""The networks that everybody trains."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from engine import Recipe

ALPHAS = (0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0)
"""Those of the second post's experiment."""


@dataclass(frozen=True)
class Net:
    """A network to train.

    Parameters
    ----------
    name : for people
    recipe : what to train
    check : iterations after which everybody must have the same mean error
    at_least, go_for : how many times faster than the plain script the engine is wanted to be
    """

    name: str
    recipe: Recipe
    check: int
    at_least: float
    go_for: float


@cache
def nets() -> dict[str, Net]:
    """Return all of them, by letter."""
    xor = {size: Recipe.named("xor", hidden_size=size, alpha=1, seed=1) for size in (4, 32)}
    return {
        "A": Net("one layer, 3 → 1", Recipe.named("one-layer", alpha=1, seed=1), 10_000, 45, 120),
        "B": Net("XOR, 3 → 4 → 1", xor[4], 60_000, 60, 100),
        "C": Net("XOR, 3 → 32 → 1", xor[32], 60_000, 23, 50),
        "D": Net("200 rows, 3 → 8 → 1", points(), 10_000, 3, 5),
        "E": Net("1000 rows, 64 → 256 → 10", digits(), 20, 1.6, 1.8),
    }


def points() -> Recipe:
    """Return points of a square: are they in a circle? A column of ones stands in for a bias.

    Training on them is tame: there are data as simple with which the last bit of a sum decides the error, and then
    nobody's could be compared.
    """
    points = 2 * np.random.default_rng(1).random((200, 2)) - 1
    inputs = np.column_stack((points, np.ones(200)))
    targets = (points**2).sum(axis=1) < 0.5
    return Recipe("points", inputs.tolist(), targets[:, None].tolist(), (8,), seed=1, alpha=0.05)


def digits() -> Recipe:
    """Return noise in the form of small pictures, each with one of ten labels."""
    random = np.random.default_rng(2)
    targets = np.eye(10)[random.integers(10, size=1000)]
    return Recipe("digits", random.random((1000, 64)).tolist(), targets.tolist(), (256,), seed=1, alpha=0.001)
