"""The posts' way of writing it in numpy, and the same without a new array for every result."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy import add, divide, dot, exp, multiply, negative, subtract

from benchmarks.peers.contender import Contender, Task, Training, Work
from benchmarks.peers.nets import ALPHAS, nets
from engine import Recipe

SURFACES = 50
"""Surfaces of one piece of work."""

ONE = np.array(1.0)
"""What numpy need not make an array of each time."""

T = TypeVar("T")

MANY = 2_000
"""Iterations of each of a thousand runs."""

Synapses = Sequence[np.ndarray]


def plain() -> Contender:
    """Return the script as a learner would write it down: whole matrices, a new array for every result."""
    tasks = {
        "alphas": lambda: alphas(3_000),
        "race": lambda: alphas(3_000),
        "all of alphas": lambda: alphas(60_000),
        "thousand": thousand,
        "surface": lambda: surfaces(surface),
        "one thread": lambda: in_threads(1),
        "two threads": lambda: in_threads(2),
    }
    return Contender(f"numpy {np.__version__}", plainly, tasks)


def out() -> Contender:
    """Return the script that keeps its arrays."""
    tasks = {"surface": lambda: surfaces(surface_in_place)}
    return Contender(
        f"numpy {np.__version__}", lambda recipe: training(recipe, [one_layer_in_place, two_layers_in_place]), tasks
    )


def first_synapses(recipe: Recipe) -> Synapses:
    """Draw the first weights."""
    np.random.seed(recipe.seed)
    shapes = zip(recipe.sizes, recipe.sizes[1:], strict=False)
    return [2 * np.random.random(shape) - 1 for shape in shapes]


def training(recipe: Recipe, loops: Sequence[Callable[..., None]]) -> Callable[[], Training]:
    """Return what begins to train by the loop for so many synapses."""
    X, y, alpha = recipe.X, recipe.y, recipe.alpha

    def begin() -> Training:
        synapses = first_synapses(recipe)
        loop = loops[len(synapses) - 1]
        return Training(lambda n: loop(X, y, alpha, n, *synapses), lambda: float(mean_error(X, y, synapses)))

    return begin


def plainly(recipe: Recipe) -> Callable[[], Training]:
    """Return what begins to train by the plain script."""
    return training(recipe, [one_layer, two_layers])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def mean_error(X, y, synapses):
    layer = X
    for syn in synapses:
        layer = sigmoid(layer.dot(syn))
    return np.abs(y - layer).mean()


def one_layer(X, y, alpha, iterations, syn0):
    for _ in range(iterations):
        l1 = sigmoid(X.dot(syn0))
        l1_delta = (y - l1) * (l1 * (1 - l1))
        syn0 += alpha * X.T.dot(l1_delta)


def two_layers(X, y, alpha, iterations, syn0, syn1):
    for _ in range(iterations):
        l1 = sigmoid(X.dot(syn0))
        l2 = sigmoid(l1.dot(syn1))
        l2_delta = (y - l2) * (l2 * (1 - l2))
        l1_delta = l2_delta.dot(syn1.T) * (l1 * (1 - l1))
        syn1 += alpha * l1.T.dot(l2_delta)
        syn0 += alpha * X.T.dot(l1_delta)


def sigmoid_in_place(z):
    negative(z, z)
    exp(z, z)
    add(z, ONE, z)
    divide(ONE, z, z)


def one_layer_in_place(X, y, alpha, iterations, syn0):
    l1, l1_delta, slope, update = np.empty(y.shape), np.empty(y.shape), np.empty(y.shape), np.empty(syn0.shape)
    X_T, rate = X.T, np.array(alpha)
    for _ in range(iterations):
        dot(X, syn0, l1)
        sigmoid_in_place(l1)
        subtract(y, l1, l1_delta)
        subtract(ONE, l1, slope)
        multiply(slope, l1, slope)
        multiply(l1_delta, slope, l1_delta)
        dot(X_T, l1_delta, update)
        multiply(update, rate, update)
        add(syn0, update, syn0)


def two_layers_in_place(X, y, alpha, iterations, syn0, syn1):
    l1, l1_delta, l1_slope = (np.empty((len(X), len(syn1))) for _ in range(3))
    l2, l2_delta, l2_slope = (np.empty(y.shape) for _ in range(3))
    syn0_update, syn1_update = np.empty(syn0.shape), np.empty(syn1.shape)
    X_T, l1_T, syn1_T, rate = X.T, l1.T, syn1.T, np.array(alpha)
    for _ in range(iterations):
        dot(X, syn0, l1)
        sigmoid_in_place(l1)
        dot(l1, syn1, l2)
        sigmoid_in_place(l2)
        subtract(y, l2, l2_delta)
        subtract(ONE, l2, l2_slope)
        multiply(l2_slope, l2, l2_slope)
        multiply(l2_delta, l2_slope, l2_delta)
        dot(l2_delta, syn1_T, l1_delta)
        subtract(ONE, l1, l1_slope)
        multiply(l1_slope, l1, l1_slope)
        multiply(l1_delta, l1_slope, l1_delta)
        dot(l1_T, l2_delta, syn1_update)
        multiply(syn1_update, rate, syn1_update)
        add(syn1, syn1_update, syn1)
        dot(X_T, l1_delta, syn0_update)
        multiply(syn0_update, rate, syn0_update)
        add(syn0, syn0_update, syn0)


def one_after_the_other(begins: Sequence[Callable[[], Training]], iterations: int) -> Task:
    """Return several runs."""

    def begin() -> Work:
        runs = [begin() for begin in begins]

        def run() -> None:
            with np.errstate(over="ignore"):
                for one in runs:
                    one.train(iterations)

        return Work(run, lambda: [one.error() for one in runs])

    return Task(begin, iterations * len(begins))


def alphas(iterations: int) -> Task:
    """Return the second post's experiment, or its beginning."""
    return one_after_the_other([plainly(replace(nets()["B"].recipe, alpha=alpha)) for alpha in ALPHAS], iterations)


def thousand() -> Task:
    """Return the first ten of a thousand runs."""
    return one_after_the_other([plainly(replace(nets()["B"].recipe, seed=seed)) for seed in range(10)], MANY)


def in_threads(threads: int) -> Task:
    """Return so many runs of XOR at the same time."""

    def begin() -> Work:
        runs = [plainly(nets()["B"].recipe)() for _ in range(threads)]
        return Work(lambda: at_once(lambda run: run.train(10_000), runs), lambda: [run.error() for run in runs])

    return Task(begin, threads * 10_000)


def at_once(do: Callable[[T], object], things: Sequence[T]) -> None:
    """Do something with each thing in a thread of its own."""
    with ThreadPoolExecutor(len(things)) as pool:
        list(pool.map(do, things))


def grid() -> tuple[np.ndarray, np.ndarray]:
    """Return the values of both weights of the surface."""
    return np.linspace(-10, 10, 201), np.linspace(-10, 10, 201)


def surfaces(heights: Callable[[], np.ndarray]) -> Task:
    """Return a surface computed again and again; a few of its heights stand for all when errors are compared."""

    def run() -> None:
        for _ in range(SURFACES):
            heights()

    return Task(lambda: Work(run, lambda: heights().ravel()[::100].tolist()), SURFACES)


def surface() -> np.ndarray:
    """Return the mean error over two weights, by whole arrays."""
    recipe = Recipe.named("two-weights")
    w0, w1 = grid()
    z = recipe.X[:, 0, None, None] * w0 + recipe.X[:, 1, None, None] * w1[:, None]
    return np.abs(recipe.y[:, :, None] - sigmoid(z)).mean(axis=0)


def surface_in_place() -> np.ndarray:
    """Do the same row by row of the data, in two arrays."""
    recipe = Recipe.named("two-weights")
    w0, w1 = grid()
    heights, z = np.zeros((len(w1), len(w0))), np.empty((len(w1), len(w0)))
    for (x0, x1), (target,) in zip(recipe.X, recipe.y, strict=True):
        np.add(x0 * w0, (x1 * w1)[:, None], out=z)
        sigmoid_in_place(z)
        np.subtract(target, z, out=z)
        np.abs(z, out=z)
        np.add(heights, z, out=heights)
    np.divide(heights, len(recipe.X), out=heights)
    return heights
