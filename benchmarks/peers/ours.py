"""The engine as its users have it: it keeps error curve and direction counts, and runs the shape's own machine code."""

import time
from collections.abc import Callable
from dataclasses import replace

from benchmarks.peers.contender import Contender, Missing, Task, Training, Work
from benchmarks.peers.nets import ALPHAS, nets
from benchmarks.peers.scripts import MANY, at_once, grid, surfaces
from engine import Batch, Recipe, Run, error_surface, race
from engine.backend import BACKEND
from engine.curve import ErrorCurve
from engine.kernel import Kernel
from engine.path import WeightPath
from engine.shapes import LONGEST, operations_of_burst
from engine.state import State
from engine.trainer import trainer_for

PATIENCE = 60.0  # seconds for machine code to be made in the background


def engine() -> Contender:
    """Return the engine."""
    import numba

    compiled()
    tasks = {
        "alphas": alphas,
        "race": alpha_race,
        "thousand": thousand,
        "surface": surface,
        "one thread": lambda: in_threads(1),
        "two threads": lambda: in_threads(2),
    }
    return Contender(f"numba {numba.__version__}", prepare, tasks)


def kernel() -> Contender:
    """Return what `Run` has its work done by, without `Run`."""
    compiled()
    return Contender("", prepare_kernel, {})


def compiled() -> None:
    """Make sure that this is not the interpreter's speed."""
    if BACKEND.load() != "compiled":
        raise Missing(f"nothing is compiled here: {BACKEND.kind}")


def wait_until(there: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > end:
            raise Missing("machine code for the shape was not made in time")
        time.sleep(0.01)


def warm(recipe: Recipe) -> None:
    """Train until the shape has machine code of its own, unless it is one that gets none."""
    run, rows = Run(recipe), len(recipe.X)
    run.advance(100)
    if operations_of_burst(recipe.sizes, rows) <= LONGEST:
        wait_until(lambda: run.advance(1000) and BACKEND.machine().shaped(recipe.sizes, rows))


def prepare(recipe: Recipe) -> Callable[[], Training]:
    warm(recipe)

    def begin() -> Training:
        run = Run(recipe)
        return Training(run.advance, lambda: run.error)

    return begin


def prepare_kernel(recipe: Recipe) -> Callable[[], Training]:
    warm(recipe)

    def begin() -> Training:
        trainer, state, curve, path = (
            trainer_for(recipe.data, recipe.sizes),
            State.first(recipe),
            ErrorCurve(),
            WeightPath(),
        )
        if not isinstance(trainer, Kernel):
            raise Missing("this network is not the kernel's")
        return Training(
            lambda n: trainer.train(state, state.iteration + n, None, curve, path), lambda: trainer.error(state.weights)
        )

    return begin


def alphas() -> Task:
    """Return the second post's experiment, from nothing to the errors."""
    recipes = [replace(nets()["B"].recipe, alpha=alpha) for alpha in ALPHAS]
    lanes_for(recipes[0])

    def begin() -> Work:
        errors: list[float] = []

        def run() -> None:
            batch = Batch(recipes)
            batch.advance(60_000)
            errors.extend(batch.errors.tolist())

        return Work(run, lambda: errors)

    return Task(begin, 60_000 * len(recipes))


def alpha_race() -> Task:
    """Return the same as a race, which keeps error curves, judges every lane, and has the errors on the way."""
    recipe = nets()["B"].recipe
    warm(recipe)

    def begin() -> Work:
        errors: list[float] = []

        def run() -> None:
            found = race(recipe, alphas=ALPHAS)
            if all(found.verdicts):
                errors.extend(found.errors[:, -1].tolist())

        return Work(run, lambda: errors)

    return Task(begin, 60_000 * len(ALPHAS))


def thousand() -> Task:
    """Return a thousand runs that have begun already."""
    recipes = [replace(nets()["B"].recipe, seed=seed) for seed in range(1000)]
    lanes_for(recipes[0])

    def begin() -> Work:
        batch = Batch(recipes, threads=1)
        return Work(lambda: batch.advance(MANY), lambda: batch.errors.tolist())

    return Task(begin, MANY * len(recipes))


def lanes_for(recipe: Recipe) -> None:
    """Wait until runs of this shape can be trained side by side."""
    wait_until(lambda: BACKEND.lanes_training(recipe.sizes, len(recipe.X)))


def surface() -> Task:
    """Return the error over two weights."""
    recipe, (w0, w1) = Recipe.named("two-weights"), grid()
    return surfaces(lambda: error_surface(recipe, w0, w1))


def in_threads(threads: int) -> Task:
    """Return so many runs of XOR at the same time, in this one process."""
    recipe, iterations = nets()["B"].recipe, 1_000_000
    warm(recipe)

    def begin() -> Work:
        runs = [Run(recipe) for _ in range(threads)]
        return Work(lambda: at_once(lambda run: run.advance(iterations), runs), lambda: [run.error for run in runs])

    return Task(begin, threads * iterations)
