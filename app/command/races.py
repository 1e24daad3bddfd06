"""`eleven-lines race`: lanes side by side, as tables or as a document for JSON."""

from argparse import Namespace
from typing import Any

import numpy as np

from app.command.table import figure, table
from engine import Race, Recipe, Run
from engine.posts import DIGITS, LAST, MARKS, as_printed, digits_agreed, printed
from engine.races import lanes_of

EVERY = 10_000


def begun(given: Namespace) -> Race:
    """Return the race that was asked for, at its beginning."""
    lanes = lanes_of(Recipe.named(given.experiment, seed=given.seed), given.alphas, given.hidden)
    return Race(lanes, given.iterations, EVERY if given.every is None else given.every)


def reached(race: Race) -> str:
    """Return how far it is."""
    return f"iteration {race.iteration:,} of {race.iterations:,}"


def tables(race: Race, posts: bool) -> str:
    """Return the errors, what has become of every lane, and on demand what the posts' program prints."""
    lanes = list(zip(race.runs, race.errors.tolist(), race.verdicts, strict=True))
    between = race.iteration not in race.marks  # it was stopped there
    marks = [f"{mark:,}" for mark in [*race.marks[: race.errors.shape[1]], *[race.iteration] * between]]
    errors = [["hidden", "alpha", *marks, "verdict"]]
    for run, at_marks, verdict in lanes:
        figures = map(figure, [*at_marks, *[run.error] * between])
        errors.append([*_name(run), *figures, verdict.title if verdict else ""])
    ends = [["hidden", "alpha", "turns", "largest |w|", "what is measured"]]
    ends += [[*_name(run), *_measured(run), verdict.sentence if verdict else ""] for run, _, verdict in lanes]
    parts = [table(errors, left=[len(errors[0]) - 1]), table(ends, left=[4])]
    return "\n\n".join([*parts, *([_beside(race)] if posts else [])])


def document(race: Race) -> dict[str, Any]:
    """Return all that was found, fit for JSON but for numbers that are not finite."""
    lanes = zip(race.runs, race.errors.tolist(), race.verdicts, strict=True)
    passed = race.errors.shape[1]
    return {
        "experiment": race.recipes[0].experiment,
        "iteration": race.iteration,
        "iterations": race.iterations,
        "marks": race.marks[:passed],
        "lanes": [
            {
                "alpha": run.recipe.alpha,
                "hidden_size": run.hidden_sizes[0] if run.hidden_sizes else None,
                "seed": run.recipe.seed,
                "error": run.error,
                "errors": at_marks,
                "turns": [int(syn.sum()) for syn in run.direction_changes],
                "turns_each": [syn.tolist() for syn in run.direction_changes],
                "largest": [float(np.abs(syn).max()) for syn in run.weights],
                "verdict": verdict and vars(verdict),
                "posts": [
                    {"iteration": mark, "printed": text, "digits_agreed": digits_agreed(text, error)}
                    | ({"after_its_end": True} if mark > LAST else {})
                    for mark, error, text in _posts(race, run, at_marks)
                ],
            }
            for run, at_marks, verdict in lanes
        ],
    }


def _name(run: Run) -> list[str]:
    return [f"{run.hidden_sizes[0]:,}" if run.hidden_sizes else "none", f"{run.recipe.alpha:.12g}"]


def _measured(run: Run) -> list[str]:
    turns = " + ".join(f"{int(syn.sum()):,}" for syn in run.direction_changes)
    return [turns, ", ".join(f"{float(np.abs(syn).max()):.4g}" for syn in run.weights)]


def _beside(race: Race) -> str:
    """Return every error that the posts' program prints too, with that, and apart what it would print after its end."""
    rows = [["hidden", "alpha", "iteration", "here", "the posts' program", "the same?"]]
    during: list[bool] = []
    after: list[bool] = []
    for run, at_marks in zip(race.runs, race.errors.tolist(), strict=True):
        for mark, error, text in _posts(race, run, at_marks):
            digits = digits_agreed(text, error)
            (after if mark > LAST else during).append(digits == DIGITS)
            judged = "yes" if digits == DIGITS else f"to {digits} digits"
            judged += ", one print after its end" if mark > LAST else ""
            rows.append([*_name(run), f"{mark:,}", as_printed(error), text, judged])
    if len(rows) == 1:
        return "The posts print none of these: they have XOR with 4 or 32 hidden units and seed 1, each 10,000 updates."
    said = f"{sum(during)} of {len(during)} figures are what the posts' program prints, to its last digit."
    if after:
        said += (
            f"\nIts last print is at {LAST:,}; gone on, it prints {sum(after)} of {len(after)} figures"
            f" as they are here at {MARKS[-1]:,}."
        )
    return f"{table(rows, left=[3, 4, 5])}\n\n{said}"


def _posts(race: Race, run: Run, at_marks: list[float]) -> list[tuple[int, float, str]]:
    """Return the marks passed at which the posts' program prints this run's error, with both."""
    figures = dict(zip(MARKS, printed(run.recipe), strict=False))
    return [(mark, error, figures[mark]) for mark, error in zip(race.marks, at_marks, strict=False) if mark in figures]
