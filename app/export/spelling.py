"""Numbers and tables as a program has them, to the last bit."""

from collections.abc import Iterable, Sequence
from math import copysign
from textwrap import wrap

from app.listing import number_text

WIDTH = 100
"""Characters of a line."""


def number(value: float) -> str:
    """Write a number so that it is read back to the last bit."""
    return "-0.0" if value == 0 and copysign(1, value) < 0 else number_text(float(value))


def row(values: Iterable[float]) -> str:
    """Write numbers as a list."""
    return "[" + ", ".join(map(number, values)) + "]"


def array(name: str, rows: Sequence[Iterable[float]]) -> list[str]:
    """Write a matrix as the lines of an assignment, a row on each."""
    lines = [row(values) for values in rows]
    head = f"{name} = np.array(["
    lines = [head + lines[0], *(" " * len(head) + line for line in lines[1:])]
    return [line + "," for line in lines[:-1]] + [lines[-1] + "], dtype=float)"]


def sequence(items: Iterable[str]) -> list[str]:
    """Write items as the lines inside brackets, as many on a line as there is room for."""
    glued = ", ".join(item.replace(" ", "\u00a0") for item in items)  # an item is not to be broken
    lines = wrap(glued, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    return [f"    {line}".replace("\u00a0", " ") for line in lines]


def comment(text: str) -> list[str]:
    """Write text as a comment; it may come from anybody, so no line of it may leave the comment."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return [f"# {line}" for line in wrap(printable, WIDTH - 2)]
