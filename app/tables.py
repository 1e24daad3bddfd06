"""The sets of data that the page offers."""

from dataclasses import dataclass

from app.refusal import Refusal
from engine import Recipe
from engine.data import Data


@dataclass(frozen=True)
class Offer:
    """A table by its title, with one sentence about it."""

    title: str
    about: str
    data: Data


def _table(*rows: str) -> Data:
    """Read rows such as "001 0": inputs, then targets, a digit each."""
    inputs, targets = zip(*(row.split() for row in rows), strict=True)
    return Data(tuple(tuple(map(float, row)) for row in inputs), tuple(tuple(map(float, row)) for row in targets))


TABLES = {
    "one-layer": Offer(
        "One column tells",
        "The first column is the answer: a network without a hidden layer can learn it.",
        Recipe.named("one-layer").data,
    ),
    "part-one": Offer(
        "The post's first table",
        "The same four rows in the order in which the first post prints them: the network comes out the same.",
        _table("001 0", "111 1", "101 1", "011 0"),
    ),
    "xor": Offer(
        "XOR",
        "The answer is 1 where the first two columns differ: no column tells anything on its own.",
        Recipe.named("xor").data,
    ),
    "xor-without-ones": Offer(
        "XOR without ones",
        "XOR without its column of ones: where all inputs are 0 every sum is 0 too.",
        _table("00 0", "01 1", "10 1", "11 0"),
    ),
    "and": Offer(
        "AND", "1 only where both of the first two columns are 1: easy.", _table("001 0", "011 0", "101 0", "111 1")
    ),
    "or": Offer(
        "OR", "1 where either of the first two columns is 1: easy too.", _table("001 0", "011 1", "101 1", "111 1")
    ),
    "parity": Offer(
        "Odd or even",
        "The answer is 1 where an odd number of the first three columns is 1: XOR, one size up.",
        _table("0001 0", "0011 1", "0101 1", "0111 0", "1001 1", "1011 0", "1101 0", "1111 1"),
    ),
    "strategy": Offer(
        "The post's hidden table",
        "What four hidden units might say, and the answer: the table by which the first post explains a hidden layer.",
        Data(
            ((0.1, 0.2, 0.5, 0.2), (0.2, 0.6, 0.7, 0.1), (0.3, 0.2, 0.3, 0.9), (0.2, 0.1, 0.3, 0.8)),
            ((0.0,), (1.0,), (1.0,), (0.0,)),
            ("h1", "h2", "h3", "h4"),
        ),
    ),
    "two-weights": Offer(
        "Two columns, one tells",
        "Rows that come twice, and two weights in all: its error can be drawn as a landscape.",
        Recipe.named("two-weights").data,
    ),
}
"""By the names that the page uses; an experiment's own table has the experiment's name."""


def table(name: str) -> Data:
    """Return the data of that name, or refuse in words."""
    if name not in TABLES:
        message = f"There is no table called {name[:64]!r}: choose one of {', '.join(TABLES)}."
        raise Refusal("bad_value", message, "table")
    return TABLES[name].data
