"""What a study has found so far, as `GET /-/studies/{number}` answers it; the page's types come from here too."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from app.messages import Message


class Verdict(Message):
    """What became of a lane, from measured facts."""

    kind: Literal["descending", "settled", "dead", "parked", "jumping", "overflow", "stuck"]
    title: str
    """Two or three words, such as still descending."""
    sentence: str
    """The facts that say so."""


class Lane(Message):
    """One run of a race, as far as it has come."""

    alpha: float
    hidden_size: int | None
    seed: int
    error: float
    errors: list[float]
    """At every mark that has been passed."""
    curve_iterations: list[int]
    """The error curve, thinned: the lowest and the highest of every stretch are kept."""
    curve_errors: list[float]
    turns: list[int]
    """How often the updates of syn0, of syn1, … have changed direction, in all."""
    turns_each: list[list[list[int]]]
    """The same weight by weight, in the shapes of syn0, syn1, …; empty for a large network."""
    largest: list[float]
    """The largest |weight| of syn0, of syn1, …"""
    verdict: Verdict | None
    """None before the first iteration."""
    printed: list[str]
    """What the posts' program prints at the marks, to 12 digits, where it is this very run; else empty.

    The last, at 60,000, is one print after its end: it prints that if it goes on."""
    matched: list[bool]
    """Whether the error at each of these marks, written the same way, is that."""


class RaceResult(Message):
    """The lanes, alpha by alpha within hidden size by hidden size."""

    type: Literal["race"] = "race"
    number: int
    version: int
    iteration: int
    iterations: int
    marks: list[int]
    """Iterations of the table of errors: 0, 10,000, … and the last."""
    lanes: list[Lane]


class SweepResult(Message):
    """The final errors of a grid of recipes, with many seeds each."""

    type: Literal["sweep"] = "sweep"
    number: int
    version: int
    iterations: int
    alphas: list[float]
    hidden_sizes: list[int | None]
    """[None] where there is no hidden layer."""
    seeds: int
    """How many: they are 1, 2, …"""
    errors: list[list[list[float | None]]]
    """By hidden size, alpha and seed; None: not known yet."""
    solved: list[list[int]]
    """By hidden size and alpha: how many of the known runs have every example within `solved_within` of its target."""
    known: list[list[int]]
    """By hidden size and alpha: how many errors are known."""
    solved_within: float
    own_seed: int
    own_error: float | None
    """The error of the present run's own seed in the first cell, after as many iterations; None: not known yet."""


StudyResult = Annotated[RaceResult | SweepResult, Field(discriminator="type")]

STUDY_RESULTS: TypeAdapter[RaceResult | SweepResult] = TypeAdapter(StudyResult)
