"""The edits of a run as marks on its timeline, in words."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from app.messages import Mark, MarkField
from engine import Run, changes
from engine.edit import Edit, Field, Value
from engine.rules import Rules

if TYPE_CHECKING:
    from app.undo import Described


def marks_of(run: Run) -> list[Mark]:
    """Return the marks of all edits, those that wait too: one for each field and iteration."""
    values = _first_values(run)
    marks = []
    for edits in _marked(run.timeline):
        field = edits[0].field
        marks.append(_mark(edits, values[field]))
        values[field] = edits[-1].value
    return marks


def edits_of(run: Run, iteration: int, field: str) -> list[Edit]:
    """Return the edits that one mark stands for; none where there is no such mark."""
    return [edit for edit in run.timeline if edit.iteration == iteration and name_of(edit.field) == field]


def name_of(field: Field) -> MarkField:
    """Return what the protocol calls a field."""
    return "hidden_size" if field == "hidden_sizes" else field


def change_label(name: str, before: "Described", run: Run) -> str:
    """Return in words how a run was changed, compared with what it was where the page stood."""
    if name == "start":
        return "first weights"
    field: Field = "hidden_sizes" if name == "hidden_size" else name  # type: ignore[assignment]  # what a verb changes
    newest = [edit for edit in run.timeline if edit.field == field and edit.iteration == run.iteration]
    if field == "data":
        return _change_label(newest[-1].value) if newest else "another table"
    if field == "weights":
        return _labels(newest, ())
    present: dict[Field, Value] = {"alpha": run.alpha, "hidden_sizes": run.hidden_sizes, "rules": run.rules}
    earlier = [edit.value for edit in before.timeline if edit.field == field and edit.iteration <= before.iteration]
    return _labels([Edit(run.iteration, field, present[field])], [_first_values(before)[field], *earlier][-1])


def newest_mark(run: Run, field: Field) -> Mark:
    """Return the mark of the newest edit of a field, without a walk over all of them."""
    edits = (edit for edit in reversed(run.timeline) if edit.field == field and edit.iteration <= run.iteration)
    newest = next(edits)
    before = next((edit.value for edit in edits if edit.iteration < newest.iteration), _first_values(run)[field])
    return _mark([newest], before)


def label_of(run: Run) -> str:
    """Return what a run was, every setting with the values it went through: "alpha 1 → 10, hidden size 4, seed 1"."""
    past = _past(run)
    alphas = [run.recipe.alpha, *(edit.value for edit in past if edit.field == "alpha")]
    sizes = [run.recipe.hidden_sizes, *(edit.value for edit in past if edit.field == "hidden_sizes")]
    parts = [f"alpha {_history([_text(alpha) for alpha in alphas])}"]
    if run.recipe.hidden_sizes:
        parts.append(f"hidden size {_history([_text(size[:1]) for size in sizes if isinstance(size, tuple)])}")
    fields = {edit.field for edit in past}
    parts += ["weights moved"] if "weights" in fields else []
    parts += ["data changed"] if "data" in fields else []
    parts += _broken(run)
    return ", ".join([*parts, f"seed {run.recipe.seed}", f"{run.iteration:,} iterations"])


def _broken(run: Run) -> list[str]:
    """Return in words which lines of the program are other than the post's."""
    rules = run.rules
    return [
        *(["a step"] if rules.activation == "step" else []),
        *(f"l{layer}_delta without slope" for layer in rules.slopeless),
        *(f"syn{synapse} -=" for synapse in rules.flipped),
        *([] if run.recipe.start == "random" else [f"{run.recipe.start} at first"]),
        *(["program changed for a time"] if rules.lawful and any(edit.field == "rules" for edit in _past(run)) else []),
    ]


def _past(run: Run) -> list[Edit]:
    """Return the edits that have come about."""
    return [edit for edit in run.timeline if edit.iteration <= run.iteration]


def _marked(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Give edits mark by mark: those of a field at an iteration together."""
    for _, together in groupby(sorted(edits, key=_place), key=_place):
        yield list(together)


def _place(edit: Edit) -> tuple[int, str]:
    return edit.iteration, edit.field


def _first_values(run: "Run | Described") -> dict[Field, Value]:
    recipe = run.recipe
    return {
        "alpha": recipe.alpha, "hidden_sizes": recipe.hidden_sizes, "weights": (), "rules": recipe.rules, "data": (),
    }  # fmt: skip


def _mark(edits: list[Edit], before: Value) -> Mark:
    edit = edits[-1]
    label = _labels(edits, before)
    return Mark(iteration=edit.iteration, field=name_of(edit.field), label=label)


def _labels(edits: list[Edit], before: Value) -> str:
    field, value = edits[-1].field, edits[-1].value
    if field == "weights":
        return "weights moved"
    if field == "data":
        return _change_label(value) if len(edits) == 1 else f"{len(edits)} changes of the data"
    if field == "rules":
        return "program mended" if isinstance(value, Rules) and value.lawful else "program changed"
    name = "alpha" if field == "alpha" else "hidden size"
    old, new = _text(before), _text(value)
    return f"{name} back to {new}" if old == new else f"{name} {old} → {new}"


def _change_label(change: Value) -> str:
    match change:
        case changes.SetCell(row=row, column=column, value=value):
            return f"row {row + 1}, column {column + 1} = {value:g}"
        case changes.AddRow():
            return "a row added"
        case changes.RemoveRow(row=row):
            return f"row {row + 1} removed"
        case changes.AddColumn():
            return "a column added"
        case changes.RemoveColumn(column=column):
            return f"column {column + 1} removed"
        case changes.Shuffle():
            return "rows shuffled"
        case changes.Copies(rows=rows):
            return f"{rows:,} rows"
        case _:
            return "another table"


def _text(value: Value) -> str:
    return ", ".join(f"{size:g}" for size in value) if isinstance(value, tuple) else f"{value:g}"


def _history(values: list[str]) -> str:
    """Join values by arrows; of many only the ends."""
    return " → ".join(values if len(values) <= 3 else [values[0], "…", values[-1]])
