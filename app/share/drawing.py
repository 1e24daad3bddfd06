"""A run as a picture of 1200 by 630 pixels, for those who show what a link leads to: Open Graph."""

from math import isfinite

from app.share.canvas import (
    ACTIVATION,
    CARD,
    DIM,
    ERROR,
    INK,
    LINE,
    NEGATIVE,
    NEGATIVE_TEXT,
    NUMBERS,
    POSITIVE,
    Box,
    Canvas,
    Place,
    mixed,
)
from engine import Run
from engine.axes import Axes, fullness, strength
from engine.picture import curve_of

WIDTH, HEIGHT = 1200, 630
NETWORK: Box = (40, 150, 590, 540)
CURVE: Box = (610, 150, 1160, 540)
MOST_UNITS = 24
"""More of a layer are drawn as so many: the first ones."""
LEGIBLE = 14
"""Circles smaller than this are so many that lines between them must be thin."""
BEYOND = 1.1
"""The axis goes on behind the last iteration, so that the dot there is whole."""


def drawn(run: Run, title: str, settings: str, remark: str) -> bytes:
    """Return the PNG of a run where it stands.

    Parameters
    ----------
    title : what the experiment or the run is called
    settings : in words, such as "alpha 10, hidden size 4, seed 1"
    remark : what else there is to say, such as that the run goes further than the picture; may be empty
    """
    canvas = Canvas(WIDTH, HEIGHT)
    end = canvas.text((40, 60), "eleven", 30, INK, weight=700)
    canvas.text((40 + end, 60), "lines", 30, NEGATIVE_TEXT, weight=700)
    canvas.text((40, 118), canvas.fitting(title, 700, 40, weight=650), 40, INK, weight=650)
    canvas.text((1160, 64), error_text(run.error), 40, ERROR, face=NUMBERS, weight=600, at="rs")
    canvas.text((1160, 110), f"mean |error| at iteration {run.iteration:,}", 24, DIM, at="rs")
    _network(canvas, run)
    _curve(canvas, run)
    canvas.text((40, 582 if remark else 596), canvas.fitting(settings, 1120, 27), 27, INK)
    canvas.text((40, 614), canvas.fitting(remark, 1120, 21), 21, DIM)
    return canvas.png()


def error_text(error: float) -> str:
    """Return an error as the page writes it, the smallest and the largest too."""
    if not isfinite(error):
        return "NaN" if error != error else "infinite"
    if error == 0 or 1e-6 <= error < 1e6:
        return f"{error:.6f}"
    digits, power = f"{error:.2e}".split("e")
    return f"{digits}e{int(power)}".replace("-", "−")


def _network(canvas: Canvas, run: Run) -> None:
    canvas.card(NETWORK)
    left, top, right, bottom = NETWORK
    shown = [min(size, MOST_UNITS) for size in run.sizes]
    columns = [
        [
            (left + 70 + (right - left - 140) * layer / (len(shown) - 1), y)
            for y in _spread(count, top + 34, bottom - 34)
        ]
        for layer, count in enumerate(shown)
    ]
    radius = [min(26.0, 0.36 * (bottom - top - 68) / max(count, 4)) for count in shown]
    thickest = 8.0 if min(radius) > LEGIBLE else 3.2
    for matrix, before, after in zip(run.weights, columns, columns[1:], strict=False):
        for start, row in zip(before, matrix.tolist(), strict=False):
            for end, weight in zip(after, row, strict=False):
                _edge(canvas, start, end, weight, thickest)
    trace = run.look()
    outputs = [trace.layers[0][0], *(layer[0] for layer in trace.layers[1:])]
    for column, values, size in zip(columns, outputs, radius, strict=False):
        for (x, y), value in zip(column, values.tolist(), strict=False):
            canvas.disc(x, y, size, mixed(ACTIVATION, fullness(value)), ACTIVATION)


def _edge(canvas: Canvas, start: Place, end: Place, weight: float, thickest: float) -> None:
    if not isfinite(weight):
        return
    strong = strength(weight)
    colour = mixed(POSITIVE if weight >= 0 else NEGATIVE, 0.22 + 0.7 * strong)
    bend = (end[0] - start[0]) * 0.45
    (x1, y1), (x2, y2) = start, end
    steps = [step / 16 for step in range(17)]
    curve = [
        (
            (1 - t) ** 3 * x1 + 3 * (1 - t) ** 2 * t * (x1 + bend) + 3 * (1 - t) * t**2 * (x2 - bend) + t**3 * x2,
            y1 + (y2 - y1) * (3 * t**2 - 2 * t**3),
        )
        for t in steps
    ]
    canvas.lines(curve, colour, 0.8 + strong * thickest)


def _spread(count: int, top: float, bottom: float) -> list[float]:
    gap = min((bottom - top) / count, 96.0)
    return [(top + bottom) / 2 + (i - (count - 1) / 2) * gap for i in range(count)]


def _curve(canvas: Canvas, run: Run) -> None:
    canvas.card(CURVE)
    left, top, right, bottom = CURVE[0] + 110, CURVE[1] + 40, CURVE[2] - 30, CURVE[3] - 54
    curve = curve_of(run)
    axes = Axes((left, top, right, bottom), BEYOND * max(run.iteration, 10), curve.errors)
    for label, y in axes.heights():
        canvas.lines([(left, y), (right, y)], LINE, 1)
        canvas.text((left - 14, y), label, 20, DIM, face=NUMBERS, at="rm")
    for label, x in axes.marks():
        canvas.text((x, bottom + 30), label, 20, DIM, face=NUMBERS, at="ms")
    for part in axes.parts(curve.iterations, curve.errors, apart=0.5):
        canvas.lines(part, ERROR, 3)
    end = axes.end(curve.iterations, curve.errors)
    if end:
        canvas.disc(*end, 13, mixed(ERROR, 0.25))
        canvas.disc(*end, 7, ERROR, CARD, 1.5)
    canvas.text((left, CURVE[1] + 26), "mean |error| by iteration", 18, DIM)
