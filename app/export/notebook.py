"""A run as a Jupyter notebook: the same program in cells, with charts."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from app.export.program import Program, ending
from app.export.script import QUIET

IMPORTS = """\
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap"""

CURVE = """\
plt.figure(figsize=(8, 4))
plt.plot(errors, color="#c2255c", linewidth=1.5)
plt.yscale("log")
plt.xlabel("iteration")
plt.ylabel("mean |error|")
plt.grid(color="#e2e6ec")
plt.show()"""

WEIGHTS = """\
colours = LinearSegmentedColormap.from_list("weights", ["#e8710a", "#ffffff", "#1f6feb"])
synapses = [{synapses}]
figure, axes = plt.subplots(1, len(synapses), figsize=(5 * len(synapses), 3), squeeze=False)
for i, (syn, axis) in enumerate(zip(synapses, axes[0])):
    limit = np.abs(syn).max() or 1  # white is 0
    image = axis.imshow(syn, cmap=colours, vmin=-limit, vmax=limit, aspect="auto")
    rows, columns = (range(0, count, count // 10 + 1) for count in syn.shape)
    axis.set(title=f"syn{{i}}", xticks=columns, yticks=rows)
    axis.set(xlabel=f"unit of layer {{i + 1}}", ylabel=f"unit of layer {{i}}")
    figure.colorbar(image, ax=axis)
plt.tight_layout()
plt.show()"""

SURFACE = """\
path = np.array(path + [syn0.flatten()])
reach = max(10, np.abs(path).max() * 1.1)
side = np.linspace(-reach, reach, 121)
w0, w1 = np.meshgrid(side, side)
every_pair = np.stack([w0.ravel(), w1.ravel()])  # shape (2, pairs): a network in each column
height = np.abs(y - {squash}).mean(axis=0).reshape(w0.shape)

plt.figure(figsize=(6.5, 5.5))
plt.contourf(w0, w1, height, levels=np.linspace(0, 1, 20), cmap="RdPu")
plt.colorbar(label="mean |error|")
plt.plot(path[:, 0], path[:, 1], color="#1b2330", linewidth=1.5)
plt.plot(*path[-1], "o", color="#1b2330", markeredgecolor="white", markersize=9)
plt.xlabel("syn0[0, 0]")
plt.ylabel("syn0[1, 0]")
plt.show()"""


def notebook(program: Program) -> str:
    """Return the text of the notebook, of a program that records; it runs from top to bottom."""
    document = {
        "cells": [{"id": f"part-{i}", **cell} for i, cell in enumerate(_cells(program))],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _cells(program: Program) -> Iterator[dict[str, Any]]:
    taken = program.taken
    beside = ", ".join(table.name for table in program.tables)
    yield _markdown(
        f"# {taken.title}",
        "A run of Eleven Lines, trained again here with numpy alone. Run the cells from top to bottom.",
        f"*{taken.label}*",
        f"The lab showed a mean error of `{taken.error!r}` after {taken.iteration:,} iterations. {program.arithmetic}",
        *([f"It reads {beside}: keep it in the same folder."] if beside else []),
    )
    yield _code([*IMPORTS.splitlines(), "", QUIET])
    for part in program.parts:
        yield _markdown(f"## {part.title}", part.words)
        yield _code(part.lines)
    yield _markdown("## Where it ends", "The mean error over all examples, as the lab counts it.")
    yield _code([*ending(program), f'print("mean error after {taken.iteration:,} iterations:", error)'])
    yield _markdown(
        "## The error", "After every iteration, on a logarithmic axis, where a step down is ten times less."
    )
    yield _code(CURVE.splitlines())
    yield _markdown("## The weights", "All that was learned: blue is positive, orange negative, white 0.")
    yield _code(WEIGHTS.format(synapses=", ".join(f"syn{i}" for i in range(taken.synapses))).splitlines())
    if all(stage.sizes == (2, 1) for stage in program.stages):
        words = (
            "Every pair of weights has an error. The line is the way that training took, the ball is where it ended."
        )
        yield _markdown("## The error surface", words)
        total = "dot(X, every_pair)" if program.exact else "np.dot(X, every_pair)"
        step = program.stages[-1].rules.activation == "step"
        yield _code(SURFACE.format(squash=f"np.heaviside({total}, 0)" if step else f"nonlin({total})").splitlines())


def _markdown(*paragraphs: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": _source("\n\n".join(paragraphs).split("\n"))}


def _code(lines: Iterable[str]) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": _source(list(lines))}


def _source(lines: list[str]) -> list[str]:
    """Return lines as the format has them: each but the last with its end."""
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:]
