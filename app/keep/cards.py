"""A run as a card in the list of all runs: what it is in a few words, and a small picture of it."""

import numpy as np
import orjson

from app.keep.saved import Card
from app.kept import KeptRun
from app.marks import label_of
from engine import Run

COLUMNS = 64
"""Points of the small curve."""

LEVELS = 99
"""Steps between its lowest place and its highest."""

DECADES = 3
"""How many powers of ten lie between them: the highest is an error of 1."""


def card_of(kept: KeptRun) -> Card:
    """Return the card of a run."""
    run, known = kept.run, kept.known
    label = label_of(known).rpartition(", ")[0]  # the iteration stands in a place of its own
    picture = {"sizes": known.sizes, "curve": curve_of(known), "reach": known.iteration}
    return Card(run.recipe.experiment, kept.name, label, run.iteration, run.error, orjson.dumps(picture).decode())


def curve_of(run: Run) -> list[int | None]:
    """Return the error over the logarithm of the iteration, from 0 to `LEVELS`; None where it was not a number."""
    iterations, errors = run.curve.points()
    columns = np.expm1(np.linspace(0, np.log1p(run.iteration), COLUMNS))
    at_columns = np.interp(columns, [*iterations, run.iteration], [*errors, run.error])
    with np.errstate(divide="ignore", invalid="ignore"):
        heights = np.clip(1 + np.log10(at_columns) / DECADES, 0, 1)
    return [None if np.isnan(height) else round(height * LEVELS) for height in heights.tolist()]
