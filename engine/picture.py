"""Pictures of a network and of error curves, as SVG, in colours for light and for dark backgrounds."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.axes import Axes, fullness, strength

if TYPE_CHECKING:
    from engine.run import Run

POSITIVE, NEGATIVE, ERROR, ACTIVATION, DIM = "#1f6feb", "#e8710a", "#d6336c", "#6166d8", "#6b7789"
"""Those of the page, where need be between its light and its dark ones."""

COLOURS = (ERROR, "#1f6feb", "#12805c", "#e8710a", "#8a3ffc", "#0e7490")
"""Of several curves, one after the other."""

MOST_UNITS = 12
"""Of a larger layer so many are drawn."""

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
    last = max([10, *(line.iterations[-1] for line, _ in drawn if len(line.iterations))])
    axes = Axes((46, 8, width - 8, height - 20), last, (error for line, _ in drawn for error in line.errors))
    paths = [f'<path d="{_path(axes, line)}" stroke="{escape(colour)}"/>' for line, colour in drawn]
    names = [
        _text(width - 12, 20 + 13 * row, line.name, "end", colour)
        for row, (line, colour) in enumerate((line, colour) for line, colour in drawn if line.name)
    ]
    style = 'fill="none" stroke-width="1.6" stroke-linejoin="round"'
    ends = [_end(axes, line, colour) for line, colour in drawn]
    return f"{_grid(axes, width, height)}<g {style}>{''.join(paths)}</g>{''.join(ends)}{_texts(names)}"


def _path(axes: Axes, line: Curve) -> str:
    parts = axes.parts(line.iterations, line.errors, apart=1)
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in part)}" for part in parts)


def _end(axes: Axes, line: Curve, colour: str) -> str:
    """Return a dot where a curve is now; nothing where that can't be drawn."""
    place = axes.end(line.iterations, line.errors)
    return f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="3" fill="{escape(colour)}"/>' if place else ""


def _grid(axes: Axes, width: int, height: int) -> str:
    rules = "".join(f"M46 {y:.1f}H{width - 8}" for _, y in axes.heights())
    labels = [_text(40, y + 3.5, text, "end") for text, y in axes.heights()]
    labels += [_text(x, height - 6, text, "middle") for text, x in axes.marks()]
    return f'<path d="{rules}" stroke="{DIM}" stroke-opacity=".25"/>{_texts(labels)}'


def _column(units: int, place: int, layers: int, width: int, height: int) -> list[tuple[float, float, float]]:
    """Return x, y and radius of every unit that is drawn."""
    shown = min(units, MOST_UNITS)
    gap = min(height / shown, 46)
    radius = min(gap * 0.36, 14)
    x = 24 + (width - 48) * place / max(1, layers - 1)
    return [(x, height / 2 + (unit - (shown - 1) / 2) * gap, radius) for unit in range(shown)]


def _edge(start: tuple[float, float, float], end: tuple[float, float, float], weight: float) -> str:
    strong = strength(weight)
    colour = DIM if not isfinite(weight) else POSITIVE if weight >= 0 else NEGATIVE
    x1, x2 = start[0] + start[2], end[0] - end[2]
    bend = (x2 - x1) * 0.45
    way = f"M{x1:.0f} {start[1]:.0f}C{x1 + bend:.0f} {start[1]:.0f} {x2 - bend:.0f} {end[1]:.0f} {x2:.0f} {end[1]:.0f}"
    look = f'stroke-width="{0.6 + 4 * strong:.1f}" opacity="{0.25 + 0.65 * strong:.2f}"'
    return f'<path d="{way}" stroke="{colour}" {look}/>'


def _disc(x: float, y: float, radius: float, value: float) -> str:
    place = f'cx="{x:.0f}" cy="{y:.1f}" r="{radius:.1f}"'
    return f'<circle {place} fill="{ACTIVATION}" fill-opacity="{fullness(value):.2f}" stroke="{ACTIVATION}"/>'


def _caption(place: int, units: int, shown: int) -> str:
    return f"l{place}: {units}" if units == shown else f"l{place}: {shown} of {units:,}"


def _texts(texts: Iterable[str]) -> str:
    return f'<g font-family="ui-monospace,monospace" font-size="10">{"".join(texts)}</g>'


def _text(x: float, y: float, text: str, anchor: str, colour: str = DIM) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{escape(colour)}">{escape(text)}</text>'
