"""Pictures of a network and of error curves, as SVG, in colours for light and for dark backgrounds."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, exp, floor, isfinite, log10
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.run import Run

POSITIVE, NEGATIVE, ERROR, ACTIVATION, DIM = "#1f6feb", "#e8710a", "#d6336c", "#6166d8", "#6b7789"
"""Those of the page, where need be between its light and its dark ones."""

COLOURS = (ERROR, "#1f6feb", "#12805c", "#e8710a", "#8a3ffc", "#0e7490")
"""Of several curves, one after the other."""

MOST_UNITS = 12
"""Of a larger layer so many are drawn."""

ZERO = 0.5
"""Where iteration 0 stands on the logarithmic axis."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Curve:
    """An error curve to draw, with what it is called; an empty name is not shown."""

    iterations: Sequence[int]
    errors: Sequence[float]
    name: str = ""
    colour: str = ""


@dataclass(frozen=True, repr=False)
class Picture:
    """An SVG: `str(picture)` is its text, ready for a file; `label` is what is read out in its place."""

    text: str
    label: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Picture({self.label})"

    def _repr_html_(self) -> str:
        """Return it as an image: of elements, a page that takes them away for safety would leave the letters."""
        address = f"data:image/svg+xml;base64,{b64encode(self.text.encode()).decode()}"
        return f'<img src="{address}" alt="{escape(self.label)}" style="max-width:100%;height:auto"/>'


def svg(width: int, height: int, content: str, label: str) -> Picture:
    """Return a picture of so many px."""
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(label)}">'
    return Picture(f"{head}{content}</svg>", label)


def error_curves(runs: Mapping[str, "Run"], width: int = 640, height: int = 260) -> Picture:
    """Return the error curves of some runs over each other, by name: `error_curves({"alpha 1": slow, "10": fast})`."""
    lines = [curve_of(run, name) for name, run in runs.items()]
    label = f"The error curves of {', '.join(runs)}, on logarithmic axes"
    return svg(width, height, curves(lines, width, height), label)


def curve_of(run: "Run", name: str = "") -> Curve:
    """Return the error curve of a run up to its present iteration."""
    iterations, errors = run.curve.points()
    return Curve([*iterations, run.iteration], [*errors, run.error], name)


def network(synapses: Sequence[Array], layers: Sequence[Array], width: int = 280, height: int = 190) -> str:
    """Return a network as the contents of an SVG: lines for weights, discs filled as far as the units are on.

    Parameters
    ----------
    synapses : syn0, syn1, …, each of shape (units before, units after)
    layers : what each unit gives for one row, l0 first, each of shape (units,)
    """
    columns = [_column(len(layer), place, len(layers), width, height - 18) for place, layer in enumerate(layers)]
    edges = [
        _edge(columns[i][before], columns[i + 1][after], float(syn[before, after]))
        for i, syn in enumerate(synapses)
        for before in range(len(columns[i]))
        for after in range(len(columns[i + 1]))
    ]
    discs = [
        _disc(*spot, float(value))
        for column, layer in zip(columns, layers, strict=True)
        for spot, value in zip(column, layer, strict=False)
    ]
    captions = [
        _text(column[0][0], height - 3, _caption(place, len(layer), len(column)), "middle")
        for place, (column, layer) in enumerate(zip(columns, layers, strict=True))
    ]
    return f'<g fill="none">{"".join(edges)}</g><g>{"".join(discs)}</g>{_texts(captions)}'


def curves(lines: Iterable[Curve], width: int = 340, height: int = 190) -> str:
    """Return error curves as the contents of an SVG, on logarithmic axes; what is not above 0 is left out."""
    drawn = [(line, line.colour or COLOURS[i % len(COLOURS)]) for i, line in enumerate(lines)]
    known = [error for line, _ in drawn for error in line.errors if isfinite(error) and error > 0]
    last = max([10, *(line.iterations[-1] for line, _ in drawn if len(line.iterations))])
    axes = _Axes(46, 8, width - 8, height - 20, last, min(known, default=0.1), max(known, default=1.0))
    paths = [f'<path d="{axes.path(line)}" stroke="{escape(colour)}"/>' for line, colour in drawn]
    names = [
        _text(width - 12, 20 + 13 * row, line.name, "end", colour)
        for row, (line, colour) in enumerate((line, colour) for line, colour in drawn if line.name)
    ]
    style = 'fill="none" stroke-width="1.6" stroke-linejoin="round"'
    ends = [axes.end(line, colour) for line, colour in drawn]
    return f"{axes.grid()}<g {style}>{''.join(paths)}</g>{''.join(ends)}{_texts(names)}"


class _Axes:
    """Both logarithmic, in a box of px."""

    def __init__(self, left: int, top: int, right: int, bottom: int, last: int, low: float, high: float) -> None:
        self._box = left, top, right, bottom
        self._floor, self._ceiling = floor(log10(low) - 0.02), ceil(log10(high) + 0.02)
        self._decades = log10(last / ZERO)

    def place(self, iteration: float, error: float) -> tuple[float, float]:
        left, top, right, bottom = self._box
        x = left + (right - left) * log10(max(iteration, ZERO) / ZERO) / self._decades
        return x, bottom - (bottom - top) * (log10(error) - self._floor) / (self._ceiling - self._floor)

    def path(self, line: Curve) -> str:
        """Return the way of a curve, broken where it is no number."""
        parts: list[list[tuple[float, float]]] = [[]]
        for iteration, error in zip(line.iterations, line.errors, strict=True):
            if isfinite(error) and error > 0:
                parts[-1].append(self.place(iteration, error))
            elif parts[-1]:
                parts.append([])
        return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in _thinned(part))}" for part in parts if part)

    def end(self, line: Curve, colour: str) -> str:
        """Return a dot where a curve is now; nothing where that can't be drawn."""
        if not (len(line.errors) and isfinite(line.errors[-1]) and line.errors[-1] > 0):
            return ""
        x, y = self.place(line.iterations[-1], line.errors[-1])
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{escape(colour)}"/>'

    def grid(self) -> str:
        left, _, right, bottom = self._box
        step = max(1, ceil((self._ceiling - self._floor) / 5))
        heights = {power: self.place(1, 10.0**power)[1] for power in range(self._floor, self._ceiling + 1, step)}
        rules = "".join(f"M{left} {y:.1f}H{right}" for y in heights.values())
        labels = [_text(left - 6, y + 3.5, f"{10.0**power:g}", "end") for power, y in heights.items()]
        step = max(1, ceil(self._decades / 6))
        marks = {
            0: left,
            **{10**power: self.place(10**power, 1)[0] for power in range(0, int(self._decades) + 1, step)},
        }
        labels += [_text(x, bottom + 14, _short(mark), "middle") for mark, x in marks.items() if x <= right - 4]
        return f'<path d="{rules}" stroke="{DIM}" stroke-opacity=".25"/>{_texts(labels)}'


def _thinned(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out what falls on the same px as the place before."""
    kept = places[:1]
    for place in places[1:]:
        if abs(place[0] - kept[-1][0]) >= 1 or abs(place[1] - kept[-1][1]) >= 1 or place is places[-1]:
            kept.append(place)
    return kept


def _column(units: int, place: int, layers: int, width: int, height: int) -> list[tuple[float, float, float]]:
    """Return x, y and radius of every unit that is drawn."""
    shown = min(units, MOST_UNITS)
    gap = min(height / shown, 46)
    radius = min(gap * 0.36, 14)
    x = 24 + (width - 48) * place / max(1, layers - 1)
    return [(x, height / 2 + (unit - (shown - 1) / 2) * gap, radius) for unit in range(shown)]


def _edge(start: tuple[float, float, float], end: tuple[float, float, float], weight: float) -> str:
    strong = 1 - exp(-abs(weight) / 4) if isfinite(weight) else 1.0
    colour = DIM if not isfinite(weight) else POSITIVE if weight >= 0 else NEGATIVE
    x1, x2 = start[0] + start[2], end[0] - end[2]
    bend = (x2 - x1) * 0.45
    way = f"M{x1:.0f} {start[1]:.0f}C{x1 + bend:.0f} {start[1]:.0f} {x2 - bend:.0f} {end[1]:.0f} {x2:.0f} {end[1]:.0f}"
    strength = f'stroke-width="{0.6 + 4 * strong:.1f}" opacity="{0.25 + 0.65 * strong:.2f}"'
    return f'<path d="{way}" stroke="{colour}" {strength}/>'


def _disc(x: float, y: float, radius: float, value: float) -> str:
    full = min(1.0, max(0.0, value)) if isfinite(value) else 0.0
    place = f'cx="{x:.0f}" cy="{y:.1f}" r="{radius:.1f}"'
    return f'<circle {place} fill="{ACTIVATION}" fill-opacity="{full:.2f}" stroke="{ACTIVATION}"/>'


def _caption(place: int, units: int, shown: int) -> str:
    return f"l{place}: {units}" if units == shown else f"l{place}: {shown} of {units:,}"


def _texts(texts: Iterable[str]) -> str:
    return f'<g font-family="ui-monospace,monospace" font-size="10">{"".join(texts)}</g>'


def _text(x: float, y: float, text: str, anchor: str, colour: str = DIM) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{escape(colour)}">{escape(text)}</text>'


def _short(iteration: int) -> str:
    for unit, letter in ((10**9, "G"), (10**6, "M"), (1000, "k")):
        if iteration >= unit:
            return f"{iteration // unit:,}{letter}"
    return str(iteration)
