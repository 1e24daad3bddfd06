"""What a study has found so far, as the page gets it: see `app.studies.results`."""

import gzip

import numpy as np

from app.studies.asked import Asked
from app.studies.results import Lane, RaceResult, SweepResult, Verdict
from app.studies.thin import thinned
from app.studies.work import RaceWork, SweepWork, Work
from engine import Run, posts
from engine import verdict as verdicts
from engine.evidence import WRONG

MOST_CELLS = 400
"""Weights of a network up to which each has its own count of direction changes."""

QUICK, SMALL = 1, 6
"""How hard to compress: what will be asked for again in an instant, and what stays."""


def packed(asked: Asked, work: Work, number: int, version: int) -> bytes:
    """Return the answer as it is sent and kept: JSON, by gzip. Nothing may be done for the study meanwhile."""
    found = _race(work, number, version) if isinstance(work, RaceWork) else _sweep(asked, work, number, version)
    level = SMALL if work.is_finished else QUICK
    return gzip.compress(found.model_dump_json().encode(), level, mtime=0)


def _race(work: RaceWork, number: int, version: int) -> RaceResult:
    race = work.race
    errors = race.errors.tolist()
    told = [verdict and _verdict(verdict) for verdict in race.verdicts]
    return RaceResult(
        number=number,
        version=version,
        iteration=race.iteration,
        iterations=race.iterations,
        marks=list(race.marks),
        lanes=[_lane(run, tuple(race.marks), *facts) for run, *facts in zip(race.runs, errors, told, strict=True)],
    )


def _lane(run: Run, marks: tuple[int, ...], errors: list[float], verdict: Verdict | None) -> Lane:
    recipe, weights, changes = run.recipe, run.weights, run.direction_changes
    curve_iterations, curve_errors = thinned(run, marks[-1])
    printed = posts.printed(recipe) if marks[:2] == posts.MARKS[:2] else ()
    post = [figure for mark, of, figure in zip(marks, posts.MARKS, printed, strict=False) if mark == of]
    small = sum(syn.size for syn in weights) <= MOST_CELLS
    return Lane(
        alpha=recipe.alpha,
        hidden_size=recipe.hidden_sizes[0] if recipe.hidden_sizes else None,
        seed=recipe.seed,
        error=run.error,
        errors=errors,
        curve_iterations=curve_iterations,
        curve_errors=curve_errors,
        turns=[int(syn.sum()) for syn in changes],
        turns_each=[syn.tolist() for syn in changes] if small else [],
        largest=[float(np.abs(syn).max()) for syn in weights],
        verdict=verdict,
        printed=post,
        matched=[posts.as_printed(error) == figure for error, figure in zip(errors, post, strict=False)],
    )


def _verdict(verdict: verdicts.Verdict) -> Verdict:
    return Verdict(kind=verdict.kind, title=verdict.title, sentence=verdict.sentence)


def _sweep(asked: Asked, work: SweepWork, number: int, version: int) -> SweepResult:
    sweep = work.sweep
    errors = sweep.errors.astype(object)
    errors[~sweep.known] = None
    return SweepResult(
        number=number,
        version=version,
        iterations=sweep.iterations,
        alphas=list(sweep.alphas),
        hidden_sizes=list(sweep.hidden_sizes),
        seeds=asked.seeds,
        errors=errors.tolist(),
        solved=(sweep.solved & sweep.known).sum(axis=2).tolist(),
        known=sweep.known.sum(axis=2).tolist(),
        solved_within=WRONG,
        own_seed=asked.recipe.seed,
        own_error=work.own_error,
    )
