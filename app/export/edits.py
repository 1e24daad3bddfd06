"""Edits as the lines of a program."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.export.beside import Table, data_lines
from app.export.spelling import array, number, row
from app.export.stages import Step
from engine import changes
from engine.changes import COPIES, SHUFFLES
from engine.rules import Rules
from engine.weights import NEW_COLUMNS, NEW_OUTPUTS, matrices

Matrix = NDArray[np.float64]

FEW = 4
"""Weights that were moved together are named one by one up to here."""


class EditWriter:
    """Writes what edits do, in the names of the program.

    Parameters
    ----------
    seed : of the run, which names the streams that new weights are drawn from
    before : the weights before an edit that moved them, by its place on the timeline, where they are known
    tables : takes the tables that are too large to stand in the program
    """

    def __init__(self, seed: int, before: Mapping[int, Sequence[Matrix]], tables: list[Table]) -> None:
        self._seed, self._before, self._tables = seed, before, tables

    def lines(self, step: Step) -> Iterator[str]:
        """Give the lines of an edit; none for rules, which the loop is written by."""
        edit, value = step.edit, step.edit.value
        if edit.field == "alpha":
            assert isinstance(value, float)  # noqa: S101  # as Edit has checked
            yield f"alpha = {number(value)}"
        elif edit.field == "hidden_sizes":
            yield from self._resized(step)
        elif edit.field == "weights":
            yield from self._moved(step)
        elif not isinstance(value, Rules | tuple | float):
            yield from self._data(step, value)

    def _resized(self, step: Step) -> Iterator[str]:
        hidden = range(1, len(step.sizes) - 1)
        for layer in hidden:
            if step.sizes[layer] != step.new_sizes[layer]:
                name = "resize" if len(hidden) == 1 else f"resize_l{layer}"
                yield f"{name}({step.new_sizes[layer]}, {step.edit.iteration})"

    def _moved(self, step: Step) -> Iterator[str]:
        after = matrices(np.array(step.edit.value, dtype=np.float64), step.new_sizes)
        before = self._before.get(step.place)
        for i, syn in enumerate(after):
            changed = np.argwhere(syn != before[i]) if before else None
            if changed is not None and len(changed) <= FEW:
                for r, c in changed.tolist():
                    yield f"syn{i}[{r}, {c}] = {number(syn[r, c])}"
            else:
                yield from array(f"syn{i}", syn.tolist())

    def _data(self, step: Step, change: changes.Change) -> Iterator[str]:
        n_inputs, iteration = step.sizes[0], step.edit.iteration
        match change:
            case changes.SetCell(row=at, column=column, value=value):
                name, place = ("X", column) if column < n_inputs else ("y", column - n_inputs)
                yield f"{name}[{at}, {place}] = {number(value)}"
            case changes.AddRow(values=values, at=at):
                place = step.data.n_rows if at is None else at
                yield f"X = np.insert(X, {place}, {row(values[:n_inputs])}, axis=0)"
                yield f"y = np.insert(y, {place}, {row(values[n_inputs:])}, axis=0)"
            case changes.RemoveRow(row=at):
                yield f"X, y = np.delete(X, {at}, axis=0), np.delete(y, {at}, axis=0)"
            case changes.AddColumn(value=value, at=at):
                place = n_inputs if at is None else at
                yield f"X = np.insert(X, {place}, {number(value)}, axis=1)"
                drawn = self._drawn(NEW_COLUMNS, iteration, place, "syn0.shape[1]")
                yield f"syn0 = np.insert(syn0, {place}, {drawn}, axis=0)"
            case changes.RemoveColumn(column=column):
                yield f"X, syn0 = np.delete(X, {column}, axis=1), np.delete(syn0, {column}, axis=0)"
            case changes.Shuffle(seed=seed):
                yield f"order = np.random.default_rng([{seed}, {SHUFFLES}]).permutation(len(X))"
                yield "X, y = X[order], y[order]"
            case changes.Copies(rows=rows, noise=noise, seed=seed):
                yield from _copies(rows, noise, seed)
            case changes.Replace():
                yield from data_lines(step.new_data, self._tables)
                yield from self._fitted(step)

    def _fitted(self, step: Step) -> Iterator[str]:
        """Give weights to the inputs and outputs that a new table has more of; take away those that it has no more."""
        iteration, last = step.edit.iteration, f"syn{len(step.sizes) - 2}"
        inputs, new_inputs = step.sizes[0], step.new_sizes[0]
        outputs, new_outputs = step.sizes[-1], step.new_sizes[-1]
        if new_outputs < outputs:
            yield f"{last} = {last}[:, :{new_outputs}]"
        if new_inputs < inputs:
            yield f"syn0 = syn0[:{new_inputs}]"
        for column in range(inputs, new_inputs):
            yield f"syn0 = np.vstack([syn0, {self._drawn(NEW_COLUMNS, iteration, column, 'syn0.shape[1]')}])"
        for output in range(outputs, new_outputs):
            yield f"{last} = np.column_stack([{last}, {self._drawn(NEW_OUTPUTS, iteration, output, f'len({last})')}])"

    def _drawn(self, stream: int, iteration: int, place: int, count: str) -> str:
        return f"2 * np.random.default_rng([{self._seed}, {stream}, {iteration}, {place}]).random({count}) - 1"


def _copies(rows: int, noise: float, seed: int) -> Iterator[str]:
    yield f"copied = np.arange({rows} - len(X)) % len(X)"
    yield f"noise = np.random.default_rng([{seed}, {COPIES}]).standard_normal((len(copied), X.shape[1])).round(6)"
    yield "noise[:, (X[0] == X).all(axis=0)] = 0  # a column that is the same in every row stays so"
    yield f"X, y = np.vstack([X, X[copied] + {number(noise)} * noise]), np.vstack([y, y[copied]])"


def resizing(synapses: int, seed: int, stream: int) -> Iterator[str]:
    """Give the functions that change the number of units of the hidden layers."""
    for layer, (into, out) in enumerate(pairwise(f"syn{i}" for i in range(synapses)), start=1):
        name = "resize" if synapses == 2 else f"resize_l{layer}"
        yield from (
            f"def {name}(units, iteration):",
            f'    """Cut layer {layer} to so many units, or give it new ones, whose weights are drawn anew."""',
            f"    global {into}, {out}",
            f"    {into}, {out} = {into}[:, :units], {out}[:units]",
            f"    for unit in range(len({out}), units):",
            f"        stream = np.random.default_rng([{seed}, {stream}, iteration, {layer}, unit])",
            f"        {into} = np.column_stack([{into}, 2 * stream.random(len({into})) - 1])",
            f"        {out} = np.vstack([{out}, 2 * stream.random({out}.shape[1]) - 1])",
            "",
            "",
        )
