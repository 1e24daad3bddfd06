"""What can be taken back: descriptions of the runs of an experiment as they were before each change.

A description holds no state, only what a state follows from, and shares all that has not changed with the one before.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from app.admission import cells_of
from app.kept import KeptRun
from app.messages import Arrival, Fork
from engine import Recipe
from engine.edit import Edit

MOST_STEPS = 100
"""So many changes can be taken back."""

MOST_SHELVED = 24
"""Runs that are in no list any more and are still there to come back: the steps that would bring back others go."""

LARGE, MOST_CELLS = 1000, 4_000_000
"""Tables from so many numbers on count, and so many numbers of them are kept in all: the oldest steps go."""

TOGETHER = 1.0
"""Seconds within which changes of one thing are one, where no gesture says so: a key that is held."""


@dataclass(frozen=True)
class Described:
    """A run: what it is made of, and how the page calls it."""

    number: int
    recipe: Recipe
    timeline: tuple[Edit, ...]
    iteration: int
    reach: int
    name: str
    colour: int
    hidden: bool
    fork: Fork | None
    arrival: Arrival | None
    digest: str | None

    @cached_property
    def large(self) -> list[tuple[object, int]]:
        """What takes room, with how many numbers it has."""
        edits = [(edit, cells_of([edit])) for edit in self.timeline if edit.field in ("data", "weights")]
        recipe = (self.recipe, len(self.recipe.inputs) * sum(self.recipe.sizes[:: len(self.recipe.sizes) - 1]))
        return [(thing, cells) for thing, cells in (recipe, *edits) if cells >= LARGE]


@dataclass(frozen=True, eq=False)
class Layout:
    """The runs of an experiment: the present one and the others, in order."""

    present: Described
    others: tuple[Described, ...]

    def numbers(self) -> set[int]:
        """Return the numbers of all."""
        return {run.number for run in (self.present, *self.others)}


@dataclass
class Step:
    """A change in words, and how everything was before it.

    `what` and `gestures` tell of which thing, and by which drags, None for those that are none: several where hands
    take turns.
    """

    label: str
    before: Layout
    what: tuple[object, ...] | None
    at: float
    gestures: set[int | None] = field(default_factory=set)


class Undo:
    """The changes of an experiment that can be taken back, and those that were."""

    def __init__(self) -> None:
        self.shelf: dict[int, KeptRun] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_label(self) -> str | None:
        """What would be taken back, in words."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What would be done again, in words."""
        return self._undone[-1].label if self._undone else None

    def _goes_on(self, what: tuple[object, ...] | None, gesture: int | None) -> bool:
        """Tell whether a change made now belongs to the last step.

        It need not be the last of its gesture: were each change a step where two hands move one thing by turns, they
        would push out all that came before.
        """
        if what is None or self._undone:
            return False
        of_one_thing = takewhile(lambda step: step.what == what, reversed(self._done))
        own = next((step for step in of_one_thing if gesture in step.gestures), None)
        return own is not None and (gesture is not None or time.monotonic() - own.at < TOGETHER)

    def push(
        self,
        before: Layout,
        label: Callable[[Layout], str],
        what: tuple[object, ...] | None = None,
        gesture: int | None = None,
    ) -> None:
        """Take note of a change; `label` words it, given how everything was before."""
        now = time.monotonic()
        if self._goes_on(what, gesture):
            last = self._done[-1]
            last.label, last.at = label(last.before), now
            last.gestures.add(gesture)
        else:
            self._done = [*self._done, Step(label(before), before, what, now, {gesture})][-MOST_STEPS:]
        self._undone = []
        while self._done and _cells(self._done) > MOST_CELLS:
            del self._done[0]
        self._tidy()

    def take_back(self, present: Layout) -> Layout | None:
        """Return how everything was before the last change; None if there is none."""
        return _move(self._done, self._undone, present)

    def do_again(self, present: Layout) -> Layout | None:
        """Return how everything was after what was last taken back; None if nothing was."""
        return _move(self._undone, self._done, present)

    def shelve(self, gone: Iterable[KeptRun]) -> None:
        """Keep runs that have left the list, as long as a step can bring them back."""
        for kept in gone:
            self.shelf.pop(kept.number, None)
            self.shelf[kept.number] = kept
        self._tidy()

    def unshelve(self, numbers: Iterable[int]) -> None:
        """Let go of runs that are in the list again."""
        for number in numbers:
            self.shelf.pop(number, None)

    def forget(self, number: int) -> None:
        """Keep nothing of a run that was deleted for good: no step brings it back."""
        for steps in (self._done, self._undone):
            last = max((i for i, step in enumerate(steps) if number in step.before.numbers()), default=-1)
            del steps[: last + 1]
        self._tidy()

    def _tidy(self) -> None:
        """Forget the runs that no step brings back; if there are too many, the steps that need the oldest."""
        while True:
            needed = {number for step in (*self._done, *self._undone) for number in step.before.numbers()}
            self.shelf = {number: kept for number, kept in self.shelf.items() if number in needed}
            if len(self.shelf) <= MOST_SHELVED:
                return
            oldest = next(iter(self.shelf))
            for steps in (self._done, self._undone):
                last = max((i for i, step in enumerate(steps) if oldest in step.before.numbers()), default=-1)
                del steps[: last + 1]


def _cells(steps: list[Step]) -> int:
    """Return how many numbers the tables have that the steps keep; what several share counts once."""
    runs = (run for step in steps for run in (step.before.present, *step.before.others))
    return sum({id(thing): cells for run in runs for thing, cells in run.large}.values())


def _move(source: list[Step], target: list[Step], present: Layout) -> Layout | None:
    if not source:
        return None
    step = source.pop()
    target.append(Step(step.label, present, None, step.at))
    return step.before
