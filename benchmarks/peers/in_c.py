"""The plain script translated into C and compiled on the spot: the floor."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks.peers.contender import Contender, Missing, Task, Training
from benchmarks.peers.nets import ALPHAS, nets
from benchmarks.peers.scripts import MANY, first_synapses, grid, mean_error, one_after_the_other, surfaces
from engine import Recipe

SOURCE = Path(__file__).with_name("net.c")
ANY_SHAPE = ("-O3",)
ONE_SHAPE = ("-O3", "-march=native", "-ffast-math")


def any_shape() -> Contender:
    """Return one library for all shapes, as portable as they come."""
    return Contender(version(), lambda recipe: training(recipe, ANY_SHAPE), {})


def one_shape() -> Contender:
    """Return a library for each shape and this processor, with sums in whatever order is quickest."""
    tasks = {"alphas": alphas, "thousand": thousand, "surface": surface}
    return Contender(version(), for_its_shape, tasks)


def compiler() -> str:
    """Return the path of a C compiler."""
    found = shutil.which("gcc") or shutil.which("cc")
    if not found:
        raise Missing("there is no C compiler")
    return found


def version() -> str:
    """Return the compiler's own words about itself."""
    return subprocess.run([compiler(), "--version"], capture_output=True, text=True).stdout.partition("\n")[0]


def shape(recipe: Recipe) -> tuple[int, int, int, int]:
    """Return rows, inputs, hidden units and outputs."""
    if len(recipe.hidden_sizes) > 1:
        raise Missing("written for one hidden layer")
    return len(recipe.X), recipe.sizes[0], sum(recipe.hidden_sizes), recipe.sizes[-1]


def sizes(recipe: Recipe) -> tuple[str, ...]:
    """Return the sizes as options of the compiler."""
    names = ("ROWS", "INPUTS", "HIDDEN", "OUTPUTS")
    return tuple(f"-D{name}={size}" for name, size in zip(names, shape(recipe), strict=True))


def library(options: tuple[str, ...]) -> ctypes.CDLL:
    """Compile and load."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "net.so")
        command = [compiler(), *options, "-shared", "-fPIC", "-o", str(target), str(SOURCE), "-lm"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Missing(f"{Path(command[0]).name} refuses: {done.stderr.strip().splitlines()[-1]}")
        return ctypes.CDLL(str(target))


def address(array: np.ndarray) -> ctypes.c_void_p:
    """Return a pointer that keeps its array alive."""
    return array.ctypes.data_as(ctypes.c_void_p)


def training(recipe: Recipe, options: tuple[str, ...]) -> Callable[[], Training]:
    rows, inputs, hidden, outputs = shape(recipe)
    loop = library(options).train
    loop.argtypes = [ctypes.c_void_p] * 6 + [ctypes.c_double, ctypes.c_long]
    loop.restype = None
    sizes_array = np.array((rows, inputs, hidden, outputs), dtype=ctypes.c_long)
    X, y = recipe.X.copy(), recipe.y.copy()
    scratch = np.zeros(2 * rows * (hidden + outputs) + (inputs + outputs) * max(hidden, outputs))

    def begin() -> Training:
        synapses = first_synapses(recipe)
        ends = synapses[0], synapses[-1]
        arrays = [address(array) for array in (sizes_array, X, y, *ends, scratch)]
        alpha = ctypes.c_double(recipe.alpha)
        return Training(lambda n: loop(*arrays, alpha, n), lambda: float(mean_error(X, y, synapses)))

    return begin


def for_its_shape(recipe: Recipe) -> Callable[[], Training]:
    return training(recipe, (*ONE_SHAPE, *sizes(recipe)))


def alphas() -> Task:
    """Return the second post's experiment."""
    begins = [for_its_shape(replace(nets()["B"].recipe, alpha=alpha)) for alpha in ALPHAS]
    return one_after_the_other(begins, 60_000)


def thousand() -> Task:
    """Return the first ten of a thousand runs."""
    begins = [for_its_shape(replace(nets()["B"].recipe, seed=seed)) for seed in range(10)]
    return one_after_the_other(begins, MANY)


def surface() -> Task:
    """Return the error over two weights."""
    recipe, (w0, w1) = Recipe.named("two-weights"), grid()
    heights = np.empty((len(w1), len(w0)))
    fill = library(ONE_SHAPE).surface
    size, array = ctypes.c_long, ctypes.c_void_p
    fill.argtypes = [size, array, array, size, array, size, array, array]
    fill.restype = None

    arguments = (
        len(recipe.X), address(recipe.X), address(recipe.y), len(w0), address(w0), len(w1), address(w1),
        address(heights),
    )  # fmt: skip

    def run() -> np.ndarray:
        fill(*arguments)
        return heights

    return surfaces(run)


def seconds_to_compile(recipe: Recipe | None) -> float | None:
    """Return how long the compiler takes for a shape, or for any if there is no recipe; None without a compiler."""
    begin = perf_counter()
    try:
        library((*ONE_SHAPE, *sizes(recipe)) if recipe else ANY_SHAPE)
    except Missing:
        return None
    return perf_counter() - begin
