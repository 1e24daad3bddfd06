"""The code panel: the script that does what a run does, with holes where the settings go."""

from collections.abc import Iterator
from itertools import pairwise

from app.messages import Line
from engine import Recipe


def listing(recipe: Recipe) -> list[Line]:
    """Return the experiment as a script in the posts' names; filled in, it runs and trains the same network.

    The holes are {alpha}, {hidden_size}, {seed} and {iterations}.
    """
    synapses = len(recipe.sizes) - 1
    return [*_setup(recipe), *_loop(synapses)]


def filled(lines: list[Line], **settings: object) -> str:
    """Return the script with its holes filled."""
    return "\n".join(line.text.format(**settings) for line in lines) + "\n"


def _setup(recipe: Recipe) -> Iterator[Line]:
    sizes = [str(size) for size in recipe.sizes]
    if recipe.hidden_sizes:
        sizes[1] = "{hidden_size}"
    for text in (
        "import numpy as np",
        "sigmoid = lambda x: 1 / (1 + np.exp(-x))",
        "slope = lambda out: out * (1 - out)",
        f"X = np.array([{', '.join(_row(row) for row in recipe.inputs)}])",
        f"y = np.array([{', '.join(_row(row) for row in recipe.targets)}])",
        "alpha = {alpha}",
        "np.random.seed({seed})",
        *(f"syn{i} = 2*np.random.random(({before}, {after})) - 1" for i, (before, after) in enumerate(pairwise(sizes))),
    ):
        yield Line(text=text, task="setup")


def _loop(synapses: int) -> Iterator[Line]:
    last = synapses
    yield Line(text="for j in range({iterations}):", task="loop")
    yield Line(text="    l0 = X", task="predict")
    for i in range(1, last + 1):
        yield Line(text=f"    l{i} = sigmoid(l{i - 1} @ syn{i - 1})", task="predict")
    for i in range(last, 0, -1):
        error = f"y - l{i}" if i == last else f"l{i + 1}_delta @ syn{i}.T"
        yield Line(text=f"    l{i}_error = {error}", task="compare")
        yield Line(text=f"    l{i}_delta = l{i}_error * slope(l{i})", task="compare")
    for i in range(last, 0, -1):
        yield Line(text=f"    syn{i - 1} += alpha * l{i - 1}.T @ l{i}_delta", task="update")


def _row(values: tuple[float, ...]) -> str:
    return "[" + ",".join(f"{value:g}" for value in values) + "]"
