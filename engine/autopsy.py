"""What is found when training goes wrong, the rules it is found under, and how it is told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context
from math import isfinite
from typing import Protocol

NAMED = 4
"""Of many examples or units so many are told by number; one more is told too, rather than "and 1 more"."""

SMALLER = "Reset and take a smaller alpha."

POSTS_ROWS, LARGE_ALPHA = 4, 10
"""The posts train on so many rows, and there a larger alpha than this may be too large."""


class Rules(Protocol):
    """The rules that a learner may switch, as far as a finding depends on them.

    Attributes
    ----------
    activation : "sigmoid" or "step"
    slopeless : layers whose delta is the error alone, not error × slope: 1 for l1
    flipped : synapses whose update is subtracted instead of added: 0 for syn0
    lawful : whether nothing is switched
    """

    @property
    def activation(self) -> str: ...

    @property
    def slopeless(self) -> Collection[int]: ...

    @property
    def flipped(self) -> Collection[int]: ...

    @property
    def lawful(self) -> bool: ...


@dataclass(frozen=True)
class Autopsy:
    """What is wrong with a run, why, and what could be tried.

    Attributes
    ----------
    kind : a short name, from this table

        ============== ================================================================================
        overflow       numbers are no longer finite
        step           the step's slope is 0, so nothing, or not enough, can be learned
        wrong-sign     an update is subtracted, and the task is not solved
        no-slope       l1_delta goes without the slope, and the pushes on syn0 cancel out
        out-of-reach   the larger part of the error comes from targets outside 0 to 1
        zeros          every weight is 0, and so is every update
        alike          the units of a hidden layer have the same weights, and act as one
        columns        there is no hidden layer, and no column goes with the target
        zero-row       there is no hidden layer, and an example whose inputs are all 0 answers 0.5
        saturated      every output is where the sigmoid is flat
        flat-examples  the examples missed have an output where the sigmoid is flat
        silent-examples  the examples missed, or nearly all, get 0 from every unit of the last hidden layer
        stuck-examples the examples missed hardly push any weight, for more than one reason
        flat-layer     a hidden layer is flat for every example, and training stands still
        tiny-alpha     alpha is so small that no weight moves visibly
        faint          the pushes are so small that no weight moves visibly
        flat-units     pushes cancel out, and some hidden units are flat for every example
        cancel         pushes cancel out
        ============== ================================================================================

    sentence : what is wrong and why, with the numbers that show it
    advice : what could be tried
    rows : the examples concerned, from 0
    units : the hidden units that are flat for every example, each as (layer, unit): (1, 0) is the first of l1
    slopes : the steepest slope of each layer, l1 first: what there is to multiply an error with
    """

    kind: str
    sentence: str
    advice: str
    rows: tuple[int, ...] = ()
    units: tuple[tuple[int, int], ...] = ()
    slopes: tuple[float, ...] = ()


def examples(rows: Sequence[int]) -> str:
    """Return rows as people count them: "example 4", "examples 2 and 3", "examples 1, 2, 3, 4 and 37 more"."""
    return f"example{'s' if len(rows) > 1 else ''} {numbers(rows)}"


def numbers(places: Sequence[int]) -> str:
    """Return places counted from 1: "4", "2 and 3", "1, 2, 3, 4 and 37 more"."""
    shown = [str(place + 1) for place in (places if len(places) <= NAMED + 1 else places[:NAMED])]
    left = len(places) - len(shown)
    last = f"{left:,} more" if left else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def at_most(number: float) -> str:
    """Return a number rounded up, so that it can be said that something is at most this."""
    return written(float(Context(2, ROUND_CEILING).create_decimal(number)), 2)


def at_least(number: float) -> str:
    """Return a number rounded down, so that it can be said that something is at least this."""
    return written(float(Context(3, ROUND_FLOOR).create_decimal(number)))


def written(number: float, digits: int = 3, sign: str = "") -> str:
    """Return a number as a sentence has it: 0.496, 4e-6, 2,500, 1e20; with `sign` "+" also +0.5, but never +0."""
    text = f"{number:{sign if number else ''}.{digits}g}"
    mantissa, _, exponent = text.partition("e")
    if not exponent:
        return text
    if 0 < int(exponent) < 6:
        return f"{float(text):{sign},.0f}"
    return f"{mantissa}e{int(exponent)}"


def smaller(alpha: float, rows: int) -> str:
    """Return the advice to take a smaller alpha: with so many rows that alpha is too large for them, how much."""
    acts = alpha * rows / POSTS_ROWS
    if rows <= POSTS_ROWS or acts <= LARGE_ALPHA or not isfinite(acts):
        return SMALLER
    like = f"acts about as {written(acts)} does on {POSTS_ROWS}"
    less = f" About {written(alpha * POSTS_ROWS / rows)} acts as {written(alpha)} does there."
    why = f"An update is a sum over all rows, so alpha {written(alpha)} on {rows:,} rows {like}."
    return f"{SMALLER} {why}{less if alpha <= LARGE_ALPHA else ''}"


def of_all(count: int, noun: str) -> str:
    """Return "All 4 outputs", or "The output" if there is but one."""
    return f"All {count} {noun}s" if count > 1 else f"The {noun}"
