"""Pictures of experiments: the curves of a race, the spread of a trial, the map of a sweep."""

from dataclasses import replace
from html import escape
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from engine.picture import DIM, ERROR, Picture, curve_of, curves, svg
from engine.telling import lane_name, percent

if TYPE_CHECKING:
    from engine.races import Race
    from engine.sweeps import Sweep
    from engine.trials import Trial

BARS = 40
"""Of a histogram."""

WIDTH, LEAST = 640, 260
"""px of a picture, and how high it is at least."""

LINE = 13
"""px of a line of names."""

INK = "#10151d"
"""What is written on a light colour, whatever is around it."""

_LETTERS = 'font-family="ui-monospace,monospace" font-size="10"'


def race_picture(race: "Race") -> Picture:
    """Return the error curves of all lanes over each other, on logarithmic axes."""
    height = max(LEAST, 60 + LINE * len(race.runs))
    names = [lane_name(recipe) for recipe in race.recipes]
    hues = [f"hsl({round(330 * place / len(names))},70%,45%)" for place in range(len(names))]
    lines = [replace(curve_of(run), colour=hue) for run, hue in zip(race.runs, hues, strict=True)]
    top = height - 30 - LINE * (len(names) - 1)  # at the left below, where hardly a curve comes
    legend = "".join(
        _text(54, top + LINE * row, name, "start", hue) for row, (name, hue) in enumerate(zip(names, hues, strict=True))
    )
    label = f"The error curves of {'; '.join(names)}, on logarithmic axes"
    return svg(WIDTH, height, curves(lines, WIDTH, height) + legend, label)


def trial_picture(trial: "Trial") -> Picture:
    """Return how many seeds came to which error, on a logarithmic axis; errors that have no place there are named."""
    errors = trial.errors[trial.known]
    drawn = np.log10(errors[np.isfinite(errors) & (errors > 0)])
    low, high = (floor(drawn.min()), floor(drawn.max()) + 1) if len(drawn) else (-1, 0)
    counts, _ = np.histogram(drawn, BARS, (low, high))
    bottom, wide = LEAST - 34, (WIDTH - 20) / BARS
    heights = (bottom - 20) * counts / max(1, counts.max(initial=0))
    bars = "".join(
        f'<rect x="{10 + wide * place:.1f}" y="{bottom - tall:.1f}" width="{wide - 1:.1f}" height="{tall:.1f}"/>'
        for place, tall in enumerate(heights.tolist())
        if tall
    )
    marks = "".join(
        _text(10 + (WIDTH - 20) * (power - low) / (high - low), bottom + 14, f"{10.0**power:g}", "middle")
        for power in range(low + 1, high, max(1, (high - low) // 8))
    )
    left_out = len(errors) - len(drawn)
    others = f", {left_out:,} at 0 or no number" if left_out else ""
    said = f"{len(errors):,} seeds by their error after {trial.iterations:,} iterations; the highest bar is "
    said += f"{int(counts.max(initial=0)):,}{others}"
    content = f'<g fill="{ERROR}">{bars}</g><path d="M10 {bottom}H{WIDTH - 10}" stroke="{DIM}"/>{marks}'
    return svg(WIDTH, LEAST, content + _text(10, LEAST - 4, said, "start"), said)


def sweep_picture(sweep: "Sweep") -> Picture:
    """Return the share of seeds solved, hidden sizes down and alphas across; the fuller a cell, the more are."""
    n_sizes, n_alphas, _ = sweep.errors.shape
    wide, tall, left, top = min(90.0, (WIDTH - 100) / n_alphas), 24, 90, 22
    parts = [_text(left - 8, 14, "alpha", "end")]
    parts += [
        _text(left + wide * (place + 0.5), 14, f"{alpha:.6g}", "middle") for place, alpha in enumerate(sweep.alphas)
    ]
    for size, units in enumerate(sweep.hidden_sizes):
        y = top + tall * size
        parts.append(_text(left - 8, y + 16, "no hidden" if units is None else f"{units:,} units", "end"))
        for alpha in range(n_alphas):
            known = int(sweep.known[size, alpha].sum())
            share = int(sweep.solved[size, alpha].sum()) / known if known else 0.0
            x = left + wide * alpha
            place = f'x="{x:.1f}" y="{y}" width="{wide - 2:.1f}" height="{tall - 2}"'
            parts.append(f'<rect {place} fill="{_blue(share)}"/>')
            parts.append(_text(x + wide / 2 - 1, y + 15, percent(share) if known else "…", "middle", INK))
    label = "The share of seeds solved, by hidden size and alpha"
    return svg(round(left + wide * n_alphas + 10), top + tall * n_sizes + 4, "".join(parts), label)


def _blue(share: float) -> str:
    """Return a blue that is the deeper the larger a share is, and light enough to be written on."""
    return f"hsl(217,80%,{96 - 32 * share:.0f}%)"


def _text(x: float, y: float, text: str, anchor: str, colour: str = DIM) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{colour}" {_LETTERS}>{escape(text)}</text>'
