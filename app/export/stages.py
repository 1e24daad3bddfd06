"""A run as the stretches between its edits."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.export.taken import Taken
from engine.data import Data
from engine.edit import Edit
from engine.rules import Rules
from engine.shapes import is_wide
from engine.state import shape_after


@dataclass(frozen=True)
class Step:
    """An edit, and what it found.

    Attributes
    ----------
    place : its place on the timeline
    sizes, data : of the network before it
    new_sizes, new_data : after it
    """

    place: int
    edit: Edit
    sizes: tuple[int, ...]
    data: Data
    new_sizes: tuple[int, ...]
    new_data: Data


@dataclass(frozen=True)
class Stage:
    """The edits made at an iteration, and how many iterations were trained after them.

    Attributes
    ----------
    wide : whether BLAS multiplied the matrices; see `engine.wide`
    """

    begin: int
    steps: tuple[Step, ...]
    iterations: int
    alpha: float
    rules: Rules
    sizes: tuple[int, ...]
    wide: bool


def stages_of(taken: Taken) -> list[Stage]:
    """Return the stretches of a run, the first of which begins at iteration 0."""
    return list(_stages(taken))


def _stages(taken: Taken) -> Iterator[Stage]:
    recipe = taken.recipe
    alpha, sizes, data, rules = recipe.alpha, recipe.sizes, recipe.data, recipe.rules
    groups = {at: list(edits) for at, edits in groupby(enumerate(taken.timeline), key=lambda pair: pair[1].iteration)}
    begins = sorted({0, *groups})
    for begin, end in zip(begins, [*begins[1:], taken.iteration], strict=True):
        steps = []
        for place, edit in groups.get(begin, []):
            new_sizes, new_data = shape_after(edit, sizes, data)
            steps.append(Step(place, edit, sizes, data, new_sizes, new_data))
            sizes, data = new_sizes, new_data
            rules = edit.value if isinstance(edit.value, Rules) else rules
            alpha = edit.value if isinstance(edit.value, float) else alpha
        wide = rules.lawful and is_wide(sizes, data.n_rows)
        yield Stage(begin, tuple(steps), end - begin, alpha, rules, sizes, wide)
