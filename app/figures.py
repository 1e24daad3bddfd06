"""The charts of the page, as Plotly figures.

A figure holds everything that is the same for every run: axes, words, the sigmoid, the error surface. The page fills
in the run. A colour is the name of a token, such as "var(--err)", which the page replaces by the theme's.
"""

from collections.abc import Callable
from functools import cache, partial

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from app.figure_parts import GRID, compact, layout, title
from app.surface_figures import error_contour, error_mesh
from engine import Recipe, network

INK = {"color": "var(--ink)", "width": 1.75, "simplify": False}


def error_curve() -> go.Figure:
    """Mean error against iteration: how another run is drawn, and the present one over it.

    The page writes what is under the pointer itself, over everything it draws.
    """
    common = {"x": [], "y": [], "mode": "lines", "hoverinfo": "none"}
    other = go.Scatter(**common, opacity=0.9, line={"color": "var(--dim)", "width": 1.5, "simplify": False})
    newest = go.Scatter(**common, name="this run", line={"color": "var(--err)", "width": 1.75, "simplify": False})
    whole = layout(hovermode="closest", hoverdistance=-1, dragmode="zoom")
    whole["xaxis"] = {**GRID, **_spike(), "title": title("iteration")}
    whole["yaxis"] = {**GRID, **_spike(), "title": title("mean |error|")}
    return go.Figure([other, newest], whole)


def sigmoid() -> go.Figure:
    """The sigmoid, and below it its slope, over the same sums."""
    z = _reaching_far()
    with network.quietly():
        out = network.sigmoid(z)
    curve = go.Scatter(x=compact(z), y=compact(out), mode="lines", hoverinfo="skip", line=INK)
    slope = go.Scatter(
        x=compact(z),
        y=compact(network.slope(out)),
        yaxis="y2",
        mode="lines",
        hoverinfo="skip",
        fill="tozeroy",
        fillcolor="var(--act-wash)",
        line={"color": "var(--act)", "width": 1, "simplify": False},
    )
    still = {**GRID, "fixedrange": True}
    whole = layout(dragmode=False, hovermode=False)
    whole["xaxis"] = {**still, "range": [-6, 6], "anchor": "y2", "title": title("sum before the sigmoid")}
    whole["yaxis"] = {**still, "range": [-0.06, 1.06], "domain": [0.38, 1], "tickvals": [0, 0.5, 1]}
    whole["yaxis2"] = {**still, "range": [0, 0.275], "domain": [0, 0.28], "tickvals": [0, 0.25]}
    return go.Figure([curve, slope], whole)


SURFACES: dict[str, Callable[[Recipe], go.Figure]] = {"error-contour": error_contour, "error-mesh": error_mesh}
"""The figures that are of a run's data and rules."""

FIGURES: dict[str, Callable[[], go.Figure]] = {
    "error-curve": error_curve,
    "sigmoid": sigmoid,
    **{name: partial(make, Recipe.named("two-weights")) for name, make in SURFACES.items()},
}
"""Every figure, by the name in its address; the surfaces as the post has them."""


@cache
def figure(name: str) -> str:
    """Return a figure as the JSON that plotly.js reads.

    Raises
    ------
    KeyError
        If there is no figure of that name.
    """
    return str(FIGURES[name]().to_json())


def surface(name: str, recipe: Recipe) -> str:
    """Return the figure of another error surface than the post's.

    Raises
    ------
    KeyError
        If no surface has that name.
    ValueError
        If the recipe's network has more or fewer than two weights.
    """
    return str(SURFACES[name](recipe).to_json())


def _spike() -> dict[str, object]:
    return {
        "showspikes": True,
        "spikemode": "across",
        "spikesnap": "hovered data",
        "spikethickness": -1,  # negative: without a white border
        "spikedash": "solid",
        "spikecolor": "var(--dim)",
    }


def _reaching_far() -> NDArray[np.float64]:
    """Return sums that lie densely around zero, where the sigmoid bends, and reach as far as any run may go."""
    far = np.geomspace(12, 1e9, 60)[1:]
    return np.concatenate([-far[::-1], np.linspace(-12, 12, 241), far])
