"""What is found when training goes wrong, the rules it is found under, and how it is told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context
from typing import Protocol

NAMED = 4
"""Of many examples or units so many are told by number; one more is told too, rather than "and 1 more"."""

SMALLER = "Reset and take a smaller alpha."


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
        wrong-sign     an update is subtracted, and the error grows or stands at its worst
        out-of-reach   only targets outside 0 to 1 are missed
        zeros          every weight is 0, and so is every update
        alike          the units of a hidden layer have the same weights, and act as one
        columns        there is no hidden layer, and no column goes with the target
        zero-row       there is no hidden layer, and an example whose inputs are all 0 answers 0.5
        saturated      every output is where the sigmoid is flat
        flat-examples  the examples missed have an output where the sigmoid is flat
        silent-examples  the examples missed get 0 from every unit of the last hidden layer
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
    last = f"{left} more" if left else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def at_most(number: float) -> str:
    """Return a number rounded up, so that it can be said that something is at most this."""
    return f"{float(Context(2, ROUND_CEILING).create_decimal(number)):.2g}"


def at_least(number: float) -> str:
    """Return a number rounded down, so that it can be said that something is at least this."""
    return f"{float(Context(3, ROUND_FLOOR).create_decimal(number)):.3g}"


def of_all(count: int, noun: str) -> str:
    """Return "All 4 outputs", or "The output" if there is but one."""
    return f"All {count} {noun}s" if count > 1 else f"The {noun}"
