"""The error surface of the two-weight network as Plotly figures: from above, and in three dimensions."""

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from app.figure_parts import GRID, compact, layout, title
from engine import Recipe
from engine.surface import error_surface

FLOOR, CEILING = -10.0, 10.0
"""Where the error surface begins and ends, for both weights: as in the post."""

CONTOUR_POINTS = 101
MESH_POINTS = 41
"""Along each weight. A mesh of this size turns smoothly without a graphics card, a surface does not."""

ROOF, HEIGHT = 1.12, 0.62
"""Of the 3-D scene: the highest error it has room for, and how high that stands in lengths of the other axes."""

HEIGHTS = [[step / 5, f"var(--surface-{step})"] for step in range(6)]


def error_contour(recipe: Recipe) -> go.Figure:
    """The error surface of a network with two weights from above."""
    w = np.linspace(FLOOR, CEILING, CONTOUR_POINTS)
    heights = go.Contour(
        x=compact(w),
        y=compact(w),
        z=compact(error_surface(recipe, w, w)),
        zmin=0,
        zmax=1,
        colorscale=HEIGHTS,
        # Half a step beside the round numbers, so that the plateau at 0.5 is one colour and not a line.
        contours={"start": 0.025, "end": 0.975, "size": 0.05, "coloring": "fill"},
        line={"color": "var(--contour)", "width": 0.5},
        hoverinfo="skip",
        colorbar=_colorbar(),
    )
    whole = layout(dragmode=False, hovermode=False)
    still = {**GRID, "range": [FLOOR, CEILING], "fixedrange": True, "dtick": 5, "ticks": "outside", "ticklen": 3}
    whole["xaxis"] = {**still, "title": title("syn0[0]")}
    whole["yaxis"] = {**still, "title": title("syn0[1]")}
    return go.Figure([heights], whole)


def error_mesh(recipe: Recipe) -> go.Figure:
    """The error surface of a network with two weights in three dimensions; the page draws what rolls over it."""
    w = np.linspace(FLOOR, CEILING, MESH_POINTS)
    heights = error_surface(recipe, w, w)
    surface = go.Mesh3d(
        x=compact(np.tile(w, MESH_POINTS)),
        y=compact(np.repeat(w, MESH_POINTS)),
        z=compact(heights.ravel()),
        **_triangles(MESH_POINTS, MESH_POINTS),
        intensity=compact(heights.ravel()),
        cmin=0,
        cmax=1,
        colorscale=HEIGHTS,
        showscale=False,
        hoverinfo="skip",
        lighting={"ambient": 0.62, "diffuse": 0.65, "specular": 0.18, "roughness": 0.6, "fresnel": 0.1},
        lightposition={"x": -8000, "y": 6000, "z": 14000},
    )
    whole = layout(uirevision="kept")
    whole["scene"] = _scene()
    return go.Figure([surface], whole)


def _colorbar() -> dict[str, object]:
    return {
        "title": {"text": "mean |error|", "side": "right", "font": {"size": 11}},
        "thickness": 10,
        "len": 1,
        "lenmode": "fraction",
        "xpad": 8,
        "ypad": 0,
        "outlinewidth": 0,
        "tickvals": [0, 0.25, 0.5, 0.75, 1],
    }


def _scene() -> dict[str, object]:
    weight = {"range": [FLOOR, CEILING], "tickvals": [-5, 0, 5]}
    axis = {
        "gridcolor": "var(--line)",
        "zeroline": False,
        "showbackground": False,
        "showspikes": False,
        "color": "var(--dim)",
        "tickfont": {"size": 10},
    }
    return {
        "xaxis": {**axis, **weight, "title": {"text": "syn0[0]", "font": {"size": 11}}},
        "yaxis": {**axis, **weight, "title": {"text": "syn0[1]", "font": {"size": 11}}},
        "zaxis": {
            **axis,
            "range": [0, ROOF],
            "tickvals": [0.25, 0.5, 0.75, 1],
            "title": {"text": ""},
        },
        "aspectmode": "manual",
        "aspectratio": {"x": 1, "y": 1, "z": HEIGHT},
        "camera": {"eye": {"x": 1.2, "y": -1.33, "z": 1.0}, "center": {"x": 0, "y": 0, "z": -0.16}},
        "dragmode": "turntable",
    }


def _triangles(rows: int, columns: int) -> dict[str, NDArray[np.int16]]:
    """Return the corners i, j, k of the two triangles of every cell of a grid whose points are counted row by row."""
    low = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    first = np.stack([low, low + 1, low + columns])
    second = np.stack([low + 1, low + columns + 1, low + columns])
    return dict(zip("ijk", np.concatenate([first, second], axis=1).astype(np.int16), strict=True))
