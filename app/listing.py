"""The code panel: the script that does what a run does, with holes where the settings go."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.messages import Choice, Line, Task
from engine import Recipe, Run
from engine.changes import AddColumn, RemoveColumn
from engine.data import Data, Rows
from engine.rules import Rules
from engine.weights import Start

WRITTEN_OUT = 16
"""A table with no more rows than this stands in the program; a longer one is read from a file."""

SIGMOID = (
    Choice(
        name="sigmoid",
        text="sigmoid = lambda x: 1 / (1 + np.exp(-x))",
        about="Squeezes any sum into 0..1, smoothly.",
    ),
    Choice(
        name="step",
        text="sigmoid = lambda x: np.heaviside(x, 0)",
        about="A step, as in the perceptron of 1957: 1 above zero, else 0. Its slope is 0: so is error × slope.",
    ),
)
STARTS: dict[Start, tuple[str, str]] = {
    "random": ("2*np.random.random({shape}) - 1", "Random numbers between −1 and 1. Begins the run anew."),
    "zeros": ("np.zeros({shape})", "Every weight begins at 0. Begins the run anew."),
    "equal": (
        "np.full({shape}, 0.5)",
        "Every weight begins at 0.5, so that the units of a layer are alike. Begins the run anew.",
    ),
}


def listing(run: Run) -> list[Line]:
    """Return the program that a run follows now, in the posts' names; filled in, it runs and trains the same network.

    The holes are {alpha}, {hidden_size}, {seed} and {iterations}.
    """
    synapses = len(run.sizes) - 1
    return [*_setup(run), *_loop(synapses, run.rules)]


def filled(lines: list[Line], **settings: object) -> str:
    """Return the script with its holes filled."""
    return "\n".join(line.text.format(**settings) for line in lines) + "\n"


def loop_lines(lines: Sequence[Line]) -> range:
    """Return which lines are done in every iteration."""
    begin = next(i for i, line in enumerate(lines) if line.task == "loop")
    return range(begin + 1, len(lines))


def is_broken(lines: Sequence[Line]) -> bool:
    """Tell whether any line does something else than it should."""
    return any(line.choices and line.chosen != line.choices[0].name for line in lines)


def own_data(run: Run) -> Data:
    """Return the data of the run's experiment, as the post has it."""
    return Recipe.named(run.recipe.experiment).data


def ones_column(data: Data) -> int | None:
    """Return the last input column that is 1 in every row, None if there is none."""
    return next((i for i in reversed(range(data.n_inputs)) if (data.X[:, i] == 1).all()), None)


def is_without_its_ones(data: Data, own: Data) -> bool:
    """Tell whether data is an experiment's `own`, but for its column of ones."""
    ones = ones_column(own)
    return ones is not None and own.n_inputs > 1 and RemoveColumn(ones).apply(own).inputs == data.inputs


def _setup(run: Run) -> Iterator[Line]:
    data, sizes, own = run.data, run.sizes, own_data(run)
    shapes = [str(size) for size in sizes]
    if len(sizes) > 2:
        shapes[1] = "{hidden_size}"
    yield _line("import numpy as np", "setup", "np")
    yield _switched(SIGMOID, run.rules.activation, "setup", "sigmoid")
    yield _line("slope = lambda out: out * (1 - out)", "setup", "slope")
    yield _inputs(data, own)
    yield _line(f"y = {_array(data.targets, f'{data.n_inputs}:')}", "setup", "y")
    yield _line("alpha = {alpha}", "setup", "alpha")
    yield _line("np.random.seed({seed})", "setup", "seed")
    for i, (before, after) in enumerate(pairwise(shapes)):
        choices = [
            Choice(name=name, text=f"syn{i} = {text.replace('{shape}', f'({before}, {after})')}", about=about)
            for name, (text, about) in STARTS.items()
        ]
        yield _switched(choices, run.recipe.start, "setup", f"syn{i}")


def _inputs(data: Data, own: Data) -> Line:
    """Return the line of X, which offers to leave the column of ones away, or to put one there."""
    as_it_is, ones = _x(data), ones_column(data)
    if ones is None:
        with_ones = Choice(
            name="ones",
            text=_x(AddColumn().apply(data)),
            about="With a column of ones, so that every unit can shift its sum.",
        )
        without = Choice(name="no-ones", text=as_it_is, about="Without a column of ones.")
        choices = [with_ones, without] if is_without_its_ones(data, own) else [without, with_ones]
        return _switched(choices, "no-ones", "setup", "X")
    choices = [
        Choice(name="ones", text=as_it_is, about="With its column of ones, which lets every unit shift its sum.")
    ]
    if data.n_inputs > 1:
        about = "Without the column of ones: where all other inputs are 0, every sum is 0 too."
        choices.append(Choice(name="no-ones", text=_x(RemoveColumn(ones).apply(data)), about=about))
    return _switched(choices, "ones", "setup", "X")


def _x(data: Data) -> str:
    return f"X = {_array(data.inputs, f':{data.n_inputs}')}"


def _loop(synapses: int, rules: Rules) -> Iterator[Line]:
    last = synapses
    yield _line("for j in range({iterations}):", "loop", "for")
    yield _line("    l0 = X", "predict", "l0")
    for i in range(1, last + 1):
        yield _line(f"    l{i} = sigmoid(l{i - 1} @ syn{i - 1})", "predict", f"l{i}")
    for i in range(last, 0, -1):
        error = f"y - l{i}" if i == last else f"l{i + 1}_delta @ syn{i}.T"
        yield _line(f"    l{i}_error = {error}", "compare", f"l{i}_error")
        yield _switched(_deltas(i), "no-slope" if i in rules.slopeless else "slope", "compare", f"l{i}_delta")
    for i in range(last, 0, -1):
        sign = "minus" if i - 1 in rules.flipped else "plus"
        yield _switched(_updates(i), sign, "update", f"syn{i - 1}_update")


def _deltas(i: int) -> list[Choice]:
    return [
        Choice(
            name="slope",
            text=f"    l{i}_delta = l{i}_error * slope(l{i})",
            about="The error, made small where the unit is sure.",
        ),
        Choice(
            name="no-slope", text=f"    l{i}_delta = l{i}_error", about="The error as it is, however sure the unit."
        ),
    ]


def _updates(i: int) -> list[Choice]:
    text = f"    syn{i - 1} {{sign}} alpha * l{i - 1}.T @ l{i}_delta"
    return [
        Choice(name="plus", text=text.format(sign="+="), about="Moves the weights so that the error shrinks."),
        Choice(
            name="minus", text=text.format(sign="-="), about="Wrong sign: moves the weights so that the error grows."
        ),
    ]


def _line(text: str, task: Task, key: str) -> Line:
    return Line(text=text, task=task, key=key, choices=[], chosen="")


def _switched(choices: Sequence[Choice], chosen: str, task: Task, key: str) -> Line:
    text = next(choice.text for choice in choices if choice.name == chosen)
    return Line(text=text, task=task, key=key, choices=list(choices), chosen=chosen)


def _array(rows: Rows, columns: str) -> str:
    """Return the text of a table: written out, or read from the file of all the data."""
    if len(rows) <= WRITTEN_OUT:
        return f"np.array([{', '.join(_row(row) for row in rows)}])"
    return f'np.loadtxt("data.csv", delimiter=",", skiprows=1)[:, {columns}]'


def _row(values: tuple[float, ...]) -> str:
    return "[" + ",".join(number_text(value) for value in values) + "]"


def number_text(value: float) -> str:
    """Write a number so that it is read back to the last bit, a whole one as people do."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
