"""A run that comes from elsewhere: whether this lab takes it, and to which experiment it belongs."""

from collections.abc import Sequence

from app.experiments import EXPERIMENTS
from app.refusal import Refusal
from app.settings import Settings
from engine import Recipe
from engine.changes import Replace
from engine.edit import Edit
from engine.extent import Extent

MOST_CELLS = 2_000_000
"""Numbers in all the tables and weights that one run is given: they stay on its timeline."""


MOST_LAYERS = 4
"""Hidden layers of a run: the lab itself makes none of more than one, a program may, and each is drawn and listed."""


def admitted(
    settings: Settings, recipe: Recipe, timeline: Sequence[Edit], reach: int, extent: Extent | None = None
) -> Recipe:
    """Return the recipe under the name of one of the lab's experiments; `extent` is the run's, if it is known.

    Raises
    ------
    Refusal
        With one sentence, if the run is larger than this lab takes, or if it can't be.
    """
    if reach > settings.max_iterations:
        raise Refusal(
            "too_many_iterations",
            f"This run has {reach:,} iterations, and this lab trains one for {settings.max_iterations:,} at the most.",
        )
    if len(timeline) > settings.max_edits:
        raise Refusal(
            "too_many_edits",
            f"This run has been changed {len(timeline):,} times, and here {settings.max_edits:,} is all it can hold.",
        )
    if cells_of(timeline) > MOST_CELLS:
        raise Refusal("too_many_edits", "This run has been given more numbers than it can hold here.")
    try:
        extent = extent or Extent.of(recipe, timeline)
    except ValueError as error:
        raise Refusal("bad_value", f"This run can't be opened: {error}", "run") from None
    columns, hidden, targets = settings.max_columns, settings.max_hidden_size, settings.max_targets
    for what, has, most in (
        ("examples", extent.rows, settings.max_rows),
        ("input columns", extent.inputs, columns),
        ("target columns", extent.outputs, targets),
        ("hidden layers", len(recipe.hidden_sizes), MOST_LAYERS),
        ("hidden units", extent.hidden, hidden),
        ("weights", extent.weights, max(columns * targets, (columns + targets) * hidden)),
    ):
        if has > most:
            raise Refusal("bad_value", f"This run has {has:,} {what}, and this lab takes up to {most:,}.", "run")
    return recipe if recipe.experiment in EXPERIMENTS else recipe.with_settings(experiment=_nearest(recipe))


def cells_of(timeline: Sequence[Edit]) -> int:
    """Return how many numbers the tables and the weights on a timeline have."""
    cells = 0
    for edit in timeline:
        if isinstance(edit.value, Replace):
            cells += len(edit.value.inputs) * (len(edit.value.inputs[0]) + len(edit.value.targets[0]))
        elif edit.field == "weights" and isinstance(edit.value, tuple):
            cells += len(edit.value)
    return cells


def _nearest(recipe: Recipe) -> str:
    if recipe.hidden_sizes:
        return "xor"
    return "two-weights" if recipe.sizes == (2, 1) else "one-layer"
