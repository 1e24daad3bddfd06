"""What a contender is, and the work there is besides training one network."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine import Recipe


class Missing(Exception):
    """A contender can't take part here; the message says why."""


class Training(NamedTuple):
    """A network on its way: does some more iterations, and tells the mean absolute error."""

    train: Callable[[int], object]
    error: Callable[[], float]


class Work(NamedTuple):
    """Something that takes its time once, and the errors that came out."""

    run: Callable[[], object]
    errors: Callable[[], Sequence[float]]


class Task(NamedTuple):
    """Work of a kind of its own, which can be begun again and again; and how many steps it has."""

    begin: Callable[[], Work]
    steps: int


class Contender(NamedTuple):
    """Somebody who trains networks.

    Parameters
    ----------
    version : of what does the work
    prepare : gets everything ready for a recipe; returns what begins a training of it
    tasks : what else it can do, by name
    """

    version: str
    prepare: Callable[[Recipe], Callable[[], Training]]
    tasks: dict[str, Callable[[], Task]]
