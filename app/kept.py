"""A run that an experiment holds: how far it is known, and where the page stands in it."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from app.marks import label_of
from app.messages import Arrival, Fork, OtherRun, Points, Positions, RunRow
from app.pins import Pin
from engine import Edit, Recipe, Run

if TYPE_CHECKING:
    from app.undo import Described


class Numbers:
    """Gives out the numbers of a session's runs: none twice."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """Return a number that no run of this session has had."""
        self.last += 1
        return self.last

    def taken(self, most: int) -> None:
        """Never give out a number up to `most` again."""
        self.last = max(self.last, most)


@dataclass(frozen=True)
class Sought:
    """What is known of when the error came down to a goal; see `app.goals`.

    `reach` is how far the run was when that was looked for, and `since` the start of the bucket of the curve in which
    to go on looking. `first` is the iteration, None where it is not known.
    """

    goal: float
    reach: int
    since: int
    first: int | None


@dataclass
class KeptRun:
    """A run with all by which the page and the storage know it.

    `known` is the furthest that its timeline has been trained, `run` where the page stands: the same object as `known`
    where that is the end. Both have the same recipe and the same timeline.

    `digest` is what the weights must be where the run arrives, if it came by a link that says so. `wanted` is where
    it is to stand, and how far to be known, once it has caught up: that goes on when the run is turned to again.
    `beginning` remembers what `first` has found, `described` what `Workspace.layout` last said of it.
    """

    number: int
    known: Run
    run: Run
    colour: int = 0
    name: str = ""
    hidden: bool = False
    fork: Fork | None = None
    arrival: Arrival | None = None
    digest: str | None = None
    pins: list[Pin] = field(default_factory=list)
    wanted: tuple[int, int] | None = None
    sought: Sought | None = None
    beginning: tuple[Recipe, tuple[Edit, ...], Pin] | None = None
    described: "Described | None" = None

    @classmethod
    def of(cls, number: int, run: Run, colour: int = 0, name: str = "", fork: Fork | None = None) -> "KeptRun":
        """Keep a run that stands where it ends."""
        return cls(number, run, run, colour, name, fork=fork)

    @classmethod
    def arriving(cls, begun: Run, name: str, iteration: int, digest: str | None) -> "KeptRun":
        """Keep a run that comes from elsewhere, and is to be compared with a digest at an iteration if there is one."""
        kept = cls.of(0, begun, name=name)
        kept.first()
        if digest:
            kept.digest, kept.arrival = digest, Arrival(iteration=iteration, same=None)
        return kept

    @property
    def reach(self) -> int:
        """The furthest iteration to which it has been trained."""
        return self.known.iteration

    @property
    def title(self) -> str:
        """What a sentence calls it."""
        return f"“{self.name}”" if self.name else f"run {self.number}"

    def first(self) -> Pin:
        """Return the state before the first update, made again where the recipe or the edits before it are others.

        To make it takes as long as those edits do: where it is not at its beginning, have it made in a thread first.
        """
        known = self.known
        edits = tuple(takewhile(lambda edit: edit.iteration == 0, known.timeline))
        if self.beginning is None or self.beginning[:2] != (known.recipe, edits):
            self.beginning = known.recipe, edits, Pin.of(known.at(0) if known.iteration else known)
        return self.beginning[2]

    def become(self, run: Run) -> None:
        """Be another run from now on, that stands where it ends."""
        self.known = self.run = run
        self.sought = None

    def follow(self) -> None:
        """Take note that the run has been trained: beyond what was known it is what is known."""
        if self.run is not self.known and self.run.iteration >= self.known.iteration:
            self.known = self.run

    def leave(self, iteration: int) -> None:
        """Take note that it is changed here: it is no longer what came by a link, unless that lies behind it."""
        arrival = self.arrival
        if arrival is not None and (arrival.same is None or iteration < arrival.iteration):
            self.arrival = self.digest = None

    def expects(self) -> bool:
        """Tell whether it can now be compared with what the link says that it came by."""
        arrival = self.arrival
        return arrival is not None and arrival.same is None and self.known.iteration >= arrival.iteration

    def compare(self) -> None:
        """Find out whether the weights are what the link says; takes an instant and is to be called in a thread."""
        arrival = self.arrival
        if arrival is not None:
            there = self.known if self.reach == arrival.iteration else self.known.at(arrival.iteration)
            same = there.digest.startswith(self.digest or "")
            self.arrival = Arrival(iteration=arrival.iteration, same=same)

    def row(self, goal: float | None) -> RunRow:
        """Return the run as a row of the table of runs."""
        run = self.known
        return RunRow(
            run=self.number,
            name=self.name,
            label=label_of(run),
            colour=self.colour,
            hidden=self.hidden,
            fork=self.fork,
            iteration=run.iteration,
            error=run.error,
            largest_weight=max(float(np.abs(syn).max()) for syn in run.weights),
            direction_changes=sum(int(changes.sum()) for changes in run.direction_changes),
            goal_reached=self.sought.first if self.sought and self.sought.goal == goal else None,
        )

    def to_message(self) -> OtherRun:
        """Return the run as a curve, and a path, for the page."""
        run = self.known
        iterations, errors = run.curve.points()
        times, places = run.path.points()
        return OtherRun(
            run=self.number,
            label=label_of(run),
            iterations=[*iterations, run.iteration],
            errors=[*errors, run.error],
            path=Positions(since=0, iterations=times, w0=[w0 for w0, _ in places], w1=[w1 for _, w1 in places]),
        )

    def whole_curve(self) -> Points:
        """Return the curve up to the end; an empty one where the run stands there."""
        if self.run is self.known:
            return Points(since=0, iterations=[], errors=[])
        iterations, errors = self.known.curve.points()
        return Points(since=0, iterations=[*iterations, self.reach], errors=[*errors, self.known.error])
