"""How much faster the engine trains than the posts' way of writing it in numpy, in one process and taking turns.

`python -m benchmarks.engine [rounds]`. The two train the same network from the same weights, and their errors are
compared before a figure is printed. A ratio above 1 means that the engine is faster.
"""

import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np

from engine import Recipe, Run

CASES = {
    "one layer, 3 → 1": Recipe.named("one-layer", seed=1),
    "XOR, 3 → 4 → 1": Recipe.named("xor", hidden_size=4, alpha=1, seed=1),
    "XOR, 3 → 32 → 1": Recipe.named("xor", hidden_size=32, alpha=1, seed=1),
}
ITERATIONS = 5_000


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def plain(recipe: Recipe, iterations: int) -> float:
    """Train as a learner would write it down: whole matrices, a new array for every result. Returns the error."""
    X, y, alpha = recipe.X, recipe.y, recipe.alpha
    np.random.seed(recipe.seed)
    shapes = zip(recipe.sizes, recipe.sizes[1:], strict=False)
    synapses = [2 * np.random.random(shape) - 1 for shape in shapes]
    return (one_layer if len(synapses) == 1 else two_layers)(X, y, alpha, iterations, *synapses)


def one_layer(X, y, alpha, iterations, syn0):
    for _ in range(iterations):
        l1 = sigmoid(X.dot(syn0))
        l1_delta = (y - l1) * (l1 * (1 - l1))
        syn0 += alpha * X.T.dot(l1_delta)
    return np.abs(y - sigmoid(X.dot(syn0))).mean()


def two_layers(X, y, alpha, iterations, syn0, syn1):
    for _ in range(iterations):
        l1 = sigmoid(X.dot(syn0))
        l2 = sigmoid(l1.dot(syn1))
        l2_delta = (y - l2) * (l2 * (1 - l2))
        l1_delta = l2_delta.dot(syn1.T) * (l1 * (1 - l1))
        syn1 += alpha * l1.T.dot(l2_delta)
        syn0 += alpha * X.T.dot(l1_delta)
    return np.abs(y - sigmoid(sigmoid(X.dot(syn0)).dot(syn1))).mean()


def ours(recipe: Recipe, iterations: int) -> float:
    """Train with the engine, which keeps the error curve as well."""
    run = Run(recipe)
    run.advance(iterations)
    return run.error


def seconds(train: Callable[[Recipe, int], float], recipe: Recipe) -> float:
    begin = time.perf_counter()
    train(recipe, ITERATIONS)
    return time.perf_counter() - begin


def main(rounds: int) -> None:
    """Print one line a case: the best of the rounds, and the median of the rounds' ratios."""
    print(f"{'':18}{'plain numpy':>14}{'engine':>14}{'ratio':>8}   iterations a second, best of {rounds} rounds")
    for name, recipe in CASES.items():
        np.testing.assert_allclose(ours(recipe, 100), plain(recipe, 100), rtol=1e-9)
        pairs = [(seconds(plain, recipe), seconds(ours, recipe)) for _ in range(rounds)]
        rates = [ITERATIONS / min(times) for times in zip(*pairs, strict=True)]
        print(f"{name:18}{rates[0]:14,.0f}{rates[1]:14,.0f}{median(a / b for a, b in pairs):8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 7)
