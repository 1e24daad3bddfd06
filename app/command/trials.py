"""`eleven-lines trial`: what comes of one recipe from many seeds."""

from argparse import Namespace
from typing import Any

import numpy as np

from app.command.table import figure, table
from engine import Recipe, Trial
from engine.evidence import WRONG
from engine.telling import percent

SHARES = (0, 10, 25, 50, 75, 90, 100)
"""Percent of the runs that have no higher an error."""


def begun(given: Namespace) -> Trial:
    """Return the trial that was asked for, at its beginning."""
    recipe = Recipe.named(given.experiment, hidden_size=given.hidden, alpha=given.alpha)
    return Trial(recipe, given.seeds, given.iterations)


def reached(trial: Trial) -> str:
    """Return how far it is."""
    return f"{int(trial.known.sum()):,} of {len(trial.seeds):,} seeds"


def tables(trial: Trial, posts: bool = False) -> str:
    """Return how many were solved, and how the errors are spread."""
    found = _found(trial)
    if not len(found):
        return "No error is known yet."
    recipe = trial.recipe
    units = f", {recipe.hidden_sizes[0]:,} hidden units" if recipe.hidden_sizes else ""
    head = (
        f"{recipe.experiment}{units}, alpha {recipe.alpha:.12g}: after {trial.iterations:,} iterations "
        f"{int(trial.solved.sum()):,} of {len(found):,} seeds ({percent(trial.share)}) have every example "
        f"within {WRONG} of its target."
    )
    rows = [["of the seeds", "error up to"], *([f"{share}%", figure(_at(found, share))] for share in SHARES)]
    rows[1][0], rows[-1][0] = f"best: {trial.best.seed}", f"worst: {trial.worst.seed}"
    return f"{head}\n\n{table(rows)}"


def document(trial: Trial) -> dict[str, Any]:
    """Return all that was found, fit for JSON but for numbers that are not finite."""
    known = np.flatnonzero(trial.known)
    return {
        "experiment": trial.recipe.experiment,
        "alpha": trial.recipe.alpha,
        "hidden_size": trial.recipe.hidden_sizes[0] if trial.recipe.hidden_sizes else None,
        "iterations": trial.iterations,
        "solved_within": WRONG,
        "share_solved": trial.share if len(known) else None,
        "best_seed": trial.best.seed if len(known) else None,
        "worst_seed": trial.worst.seed if len(known) else None,
        "seeds": [trial.seeds[place] for place in known],
        "errors": trial.errors[known].tolist(),
        "solved": trial.solved[known].tolist(),
    }


def _found(trial: Trial) -> Any:
    """Return the known errors, the lowest first; what is no number counts as the highest."""
    return np.sort(trial.errors[trial.known])


def _at(found: Any, share: int) -> float:
    """Return the error that so many percent of the runs do not exceed."""
    return float(found[max(0, -(-len(found) * share // 100) - 1)])
