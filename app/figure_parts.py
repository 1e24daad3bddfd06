"""What the figures of the page have in common."""

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

GRID = {
    "gridcolor": "var(--line)",
    "zeroline": False,
    "showline": True,
    "linecolor": "var(--edge)",
    "automargin": False,
}


def layout(**more: object) -> dict[str, object]:
    """Return a bare layout: the page's card shines through, and no template of Plotly has a say."""
    return {
        "template": go.layout.Template(),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Inter, system-ui, sans-serif", "size": 11, "color": "var(--dim)"},
        "showlegend": False,
        **more,
    }


def title(text: str) -> dict[str, object]:
    return {"text": text, "standoff": 4, "font": {"size": 11}}


def compact(values: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the values in half the bytes: far finer than a pixel still."""
    return values.astype(np.float32)
