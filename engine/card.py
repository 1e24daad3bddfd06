"""What a run, a look and a recipe are, as HTML: what a notebook shows of them.

No style sheet and no script: styles stand in the elements, text has the colour of the page around it, and what people
named is escaped.
"""

from html import escape
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.picture import DIM, ERROR, curve_of, curves, network, svg
from engine.telling import edit_line, hidden, matrices_of, rows_of, shape_of, shown_of, sizes_of, texts_of

if TYPE_CHECKING:
    from engine.recipe import Recipe
    from engine.run import Run
    from engine.trace import Trace

MOST_EDITS = 8
"""Of a longer timeline the first and the last are told."""

CARD = (
    "display:inline-block;max-width:100%;box-sizing:border-box;padding:10px 14px;margin:2px 0;"
    "border:1px solid rgba(128,128,128,.4);border-radius:10px;font:13px/1.45 Inter,system-ui,sans-serif"
)
MONO = "font-family:JetBrains Mono,ui-monospace,monospace;font-variant-numeric:tabular-nums"
ROW = "display:flex;flex-wrap:wrap;gap:6px 18px"
TABLE = f"border-collapse:collapse;margin:2px 0;{MONO};font-size:12px;white-space:nowrap"
CELL = "text-align:right;padding:1px 6px;border:0"


def run_card(run: "Run") -> str:
    """Return a run as one card: its network on the first row of the data, its error curve, its settings, its edits."""
    trace = run.look()
    layers = [layer[0] for layer in trace.layers]
    drawn = svg(280, 190, network(run.weights, layers), f"The network, {shape_of(run.sizes)} units, on the first row")
    curve = svg(340, 190, curves([curve_of(run)]), "The error at every iteration, on logarithmic axes")
    settings = [*sizes_of(run), f"alpha {run.alpha:g}", f"seed {run.recipe.seed}", rows_of(run.data.n_rows)]
    settings += [] if run.rules.lawful else [str(run.rules)]
    error = f'<b style="{MONO};color:{ERROR}">{run.error:.6g}</b> mean |error|'
    head = f"<b>{escape(run.recipe.experiment)}</b><span>iteration <b style='{MONO}'>{run.iteration:,}</b></span>"
    return (
        f'<div style="{CARD}"><div style="{ROW};align-items:baseline">{head}<span>{error}</span></div>'
        f'<div style="{ROW};margin:6px 0">{drawn._repr_html_()}{curve._repr_html_()}</div>'
        f"<div>{escape(', '.join(settings))}</div>{_timeline(run)}</div>"
    )


def recipe_card(recipe: "Recipe") -> str:
    """Return a recipe as a card: its settings, and the rows it learns from."""
    settings = [f"{shape_of(recipe.sizes)} units", f"alpha {recipe.alpha:g}", f"seed {recipe.seed}"]
    settings += [] if recipe.rules.lawful else [str(recipe.rules)]
    settings += [] if recipe.start == "random" else [f"weights {recipe.start} at first"]
    data = recipe.data
    names = [*data.names, *_targets(data.n_outputs)]
    table = _table(np.hstack([data.X, data.y]), names)
    return (
        f'<div style="{CARD}"><b>{escape(recipe.experiment)}</b><div>{escape(", ".join(settings))}</div>{table}</div>'
    )


def look_card(trace: "Trace") -> str:
    """Return every matrix of a look as a table, in the order in which they are computed."""
    tables = "".join(
        f"<div><div><b style='{MONO}'>{name}</b> <span style='color:{DIM}'>{_shape(array)}</span></div>"
        f"{_table(array)}</div>"
        for name, array in matrices_of(trace)
    )
    shape = shape_of([layer.shape[1] for layer in trace.layers])
    head = f'{shape} units, <b style="{MONO};color:{ERROR}">{trace.error:.6g}</b> mean |error|'
    return f'<div style="{CARD}"><div>{head}</div><div style="{ROW};margin-top:8px">{tables}</div></div>'


def _targets(count: int) -> list[str]:
    return ["y"] if count == 1 else [f"y{column}" for column in range(1, count + 1)]


def _shape(matrix: NDArray[np.float64]) -> str:
    return f"{matrix.shape[0]:,} × {matrix.shape[1]:,}"


def _timeline(run: "Run") -> str:
    """Return the edits in words; those that wait for later are told from those that have come about."""
    if not run.timeline:
        return ""
    lines = [
        f"<li>at {edit.iteration:,}: {escape(edit_line(edit))}{'' if i < run.edits_done else ' (waits)'}</li>"
        for i, edit in enumerate(run.timeline)
    ]
    if len(lines) > MOST_EDITS:
        half = MOST_EDITS // 2
        lines[half:-half] = [f"<li style='color:{DIM}'>… {len(lines) - 2 * half:,} edits more</li>"]
    return f'<ul style="margin:4px 0 0;padding-left:18px">{"".join(lines)}</ul>'


def _table(matrix: NDArray[np.float64], names: list[str] | None = None) -> str:
    """Return a table with a tint behind each number, blue above zero and orange below, the deeper the larger."""
    rows, columns = shown_of(matrix.shape[0]), shown_of(matrix.shape[1])
    known = np.abs(matrix[np.isfinite(matrix)])
    largest = float(known.max(initial=0.0))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{CELL}{_tint(matrix, row, column, largest)}">{text}</td>'
            for text, column in zip(texts, columns, strict=True)
        )
        + "</tr>"
        for texts, row in zip(texts_of(matrix, rows, columns), rows, strict=True)
    )
    head = "".join(
        f'<th style="{CELL}">{"…" if column is None else escape(names[column])}</th>' for column in columns if names
    )
    more = hidden(matrix.shape)
    note = f"<div style='color:{DIM}'>… {more}</div>" if more else ""
    head = f"<tr>{head}</tr>" if head else ""
    return f'<table style="{TABLE}"><tbody>{head}{body}</tbody></table>{note}'


def _tint(matrix: NDArray[np.float64], row: int | None, column: int | None, largest: float) -> str:
    if row is None or column is None or not largest:
        return ""
    value = float(matrix[row, column])
    share = abs(value) / largest if np.isfinite(value) else 0.0
    colour = "31,111,235" if value >= 0 else "232,113,10"
    return f";background:rgba({colour},{0.4 * share:.2f})" if share >= 0.02 else ""
