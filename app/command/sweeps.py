"""`eleven-lines sweep`: how many seeds solve the task, for each hidden size and alpha."""

from argparse import Namespace
from typing import Any

import numpy as np

from app.command.table import figure, table
from engine import Recipe, Sweep
from engine.evidence import WRONG
from engine.telling import percent


def begun(given: Namespace) -> Sweep:
    """Return the sweep that was asked for, at its beginning."""
    return Sweep(Recipe.named(given.experiment), given.alphas, given.hidden, given.seeds, given.iterations)


def reached(sweep: Sweep) -> str:
    """Return how far it is."""
    return f"{int(sweep.known.sum()):,} of {sweep.known.size:,} runs"


def tables(sweep: Sweep, posts: bool = False) -> str:
    """Return the shares solved and the median errors, hidden sizes down, alphas across."""
    after = f"of {len(sweep.seeds):,} seeds after {sweep.iterations:,} iterations"
    solved = f"{sweep.recipe.experiment}: the share {after} with every example within {WRONG} of its target"
    middle = f"The median error {after}"
    shares = [[percent(cell["share_solved"]) if cell["known"] else "" for cell in row] for row in _cells(sweep)]
    errors = [[figure(cell["median_error"]) if cell["known"] else "" for cell in row] for row in _cells(sweep)]
    return f"{solved}\n\n{_grid(sweep, shares)}\n\n{middle}\n\n{_grid(sweep, errors)}"


def document(sweep: Sweep) -> dict[str, Any]:
    """Return all that was found, fit for JSON but for numbers that are not finite."""
    return {
        "experiment": sweep.recipe.experiment,
        "iterations": sweep.iterations,
        "seeds": sweep.seeds,
        "solved_within": WRONG,
        "cells": [cell for row in _cells(sweep) for cell in row],
    }


def _cells(sweep: Sweep) -> list[list[dict[str, Any]]]:
    return [
        [_cell(sweep, size, alpha) for alpha in range(len(sweep.alphas))] for size in range(len(sweep.hidden_sizes))
    ]


def _cell(sweep: Sweep, size: int, alpha: int) -> dict[str, Any]:
    known = sweep.known[size, alpha]
    count = int(known.sum())
    errors = np.sort(sweep.errors[size, alpha][known])  # what is no number counts as the highest
    return {
        "hidden_size": sweep.hidden_sizes[size],
        "alpha": sweep.alphas[alpha],
        "known": count,
        "solved": int(sweep.solved[size, alpha].sum()),
        "share_solved": int(sweep.solved[size, alpha].sum()) / count if count else None,
        "median_error": float(errors[(count - 1) // 2]) if count else None,
        "lowest_error": float(errors[0]) if count else None,
    }


def _grid(sweep: Sweep, cells: list[list[str]]) -> str:
    head = ["hidden", *(f"alpha {alpha:.12g}" for alpha in sweep.alphas)]
    names = ["none" if size is None else f"{size:,}" for size in sweep.hidden_sizes]
    return table([head, *([name, *row] for name, row in zip(names, cells, strict=True))])
