"""What a page may change about a run: weights, data, and the lines of the program."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isfinite, isinf
from typing import Any

from app import messages as m
from app import sheet
from app.branches import farewell
from app.listing import is_without_its_ones, listing, ones_column, own_data
from app.refusal import bad_value, typed_number, typed_whole_number
from app.session import Session
from app.tables import table
from engine.changes import AddColumn, AddRow, Change, Copies, RemoveColumn, RemoveRow, Replace, SetCell, Shuffle
from engine.checks import MAX_SEED
from engine.rules import LAWFUL, Rules
from engine.weights import Start

SHUFFLES = 50
"""Orders that are tried until one differs from the present."""

# Weights


def set_weight(session: Session, verb: m.SetWeight) -> None:
    """Change one weight, of no other run than the one it is meant for."""
    if verb.run is not None and not session.workspace.is_meant(verb.run, "weights", verb.gesture):
        raise bad_value("run", f"Run {verb.run} is not in view any more, so its weights stay as they are.")
    weights = session.workspace.run.weights
    name = f"syn{verb.synapse}[{verb.row}, {verb.column}]"
    if not (
        0 <= verb.synapse < len(weights)
        and 0 <= verb.row < weights[verb.synapse].shape[0]
        and 0 <= verb.column < weights[verb.synapse].shape[1]
    ):
        raise bad_value("weight", f"There is no weight {name} in this network.")
    weights[verb.synapse][verb.row, verb.column] = ordinary_number(name, verb.value)
    edit(session, verb.gesture, weights=[weight for syn in weights for weight in syn.flat])


def set_weights(session: Session, verb: m.SetWeights) -> None:
    """Change all weights."""
    needed = sum(syn.size for syn in session.workspace.run.weights)
    if len(verb.values) != needed:
        raise bad_value("weights", f"This network has {needed} weights, and these are {len(verb.values)}.")
    edit(session, weights=tuple(ordinary_number(f"Weight {i + 1}", value) for i, value in enumerate(verb.values)))


def drop_weights(session: Session, verb: m.DropWeights) -> None:
    """Put two weights at a place of the error surface."""
    weights = tuple(
        ordinary_number(f"w{i}", weight, "Each weight must be an ordinary number, such as 2.5 or -4.")
        for i, weight in enumerate(verb.weights)
    )
    edit(session, weights=weights)


def ordinary_number(field: str, typed: float | int | str, sentence: str = "") -> float:
    """Read a finite number that was typed, or refuse in words."""
    allowed = sentence or f"{field} must be an ordinary number, such as 2.5 or -4."
    number = typed_number(field, typed, allowed)
    if isinf(number) and any(digit.isdigit() for digit in str(typed)):
        raise bad_value(field, f"{field} is larger than any number a computer can hold.")
    if not isfinite(number):
        raise bad_value(field, allowed)
    return number


# Data


def set_cell(session: Session, verb: m.SetCell) -> None:
    """Change one number of the data."""
    value = ordinary_number(f"Row {verb.row + 1}, column {verb.column + 1}", verb.value)
    _change(session, SetCell, verb.row, verb.column, value)


def add_row(session: Session, verb: m.AddRow) -> None:
    """Put an example behind the last."""
    data, most = session.workspace.run.data, session.settings.max_rows
    if data.n_rows >= most:
        raise bad_value("rows", f"This lab takes up to {most:,} rows, and so many there are.")
    row = data.n_rows + 1
    values = [ordinary_number(f"Row {row}, column {i}", value) for i, value in enumerate(verb.values, start=1)]
    _change(session, AddRow, tuple(values))


def remove_row(session: Session, verb: m.RemoveRow) -> None:
    """Take an example away."""
    _change(session, RemoveRow, verb.row)


def add_column(session: Session, verb: m.AddColumn) -> None:
    """Put an input column behind the last."""
    most = session.settings.max_columns
    if session.workspace.run.data.n_inputs >= most:
        raise bad_value("columns", f"This lab takes up to {most} input columns, and so many there are.")
    _change(session, AddColumn, ordinary_number("The new column's value", verb.value))


def remove_column(session: Session, verb: m.RemoveColumn) -> None:
    """Take an input column away."""
    _change(session, RemoveColumn, verb.column)


async def load_data(session: Session, verb: m.LoadData) -> None:
    """Put a pasted table in the place of the data."""
    data, settings = session.workspace.run.data, session.settings
    present = (data.n_inputs, data.n_outputs)
    change = await asyncio.to_thread(
        sheet.read, verb.text, present, (settings.max_rows, settings.max_columns, settings.max_targets)
    )
    edit(session, data=change)
    _warn_of_targets(session, change)


def use_data(session: Session, verb: m.UseData) -> None:
    """Put an offered table in the place of the data."""
    data = table(verb.name)
    _change(session, Replace, data.inputs, data.targets, data.columns)


def shuffle_rows(session: Session, verb: m.Verb) -> None:
    """Put the examples in another order."""
    data, seed = session.workspace.run.data, _fresh_seed(session)
    orders = (Shuffle((seed + i) % (MAX_SEED + 1)) for i in range(SHUFFLES))
    other = next((order for order in orders if order.apply(data) != data), None)
    if other is None:
        raise bad_value("rows", "In any order these rows are the same.")
    edit(session, data=other)


def copy_rows(session: Session, verb: m.CopyRows) -> None:
    """Repeat the examples, the copies with a little noise."""
    rows = typed_whole_number("rows", verb.rows, 1, session.settings.max_rows)
    noise = ordinary_number("noise", verb.noise, "noise must be a number of 0 or more, such as 0.1.")
    _change(session, Copies, rows, noise, _fresh_seed(session))


def _warn_of_targets(session: Session, change: Replace) -> None:
    values = [value for row in change.targets for value in row]
    low, high = min(values), max(values)
    if low < 0 or high > 1:
        session.tell(f"The targets go from {low:g} to {high:g}, but the sigmoid answers only between 0 and 1.")


def _fresh_seed(session: Session) -> int:
    run = session.workspace.run
    return (run.recipe.seed + len(run.timeline)) % (MAX_SEED + 1)


def _change(session: Session, kind: Callable[..., Change], *arguments: Any) -> None:
    try:
        change = kind(*arguments)
    except ValueError as error:
        raise bad_value("data", str(error)) from None
    edit(session, data=change)


# The program


def switch_line(session: Session, verb: m.SwitchLine) -> None:
    """Have a line do something else, or the right thing again."""
    lines = listing(session.workspace.run)
    if not 0 <= verb.line < len(lines) or not lines[verb.line].choices:
        raise bad_value("line", f"Line {verb.line + 1} has nothing that could be switched.")
    line = lines[verb.line]
    if verb.choice not in (names := [choice.name for choice in line.choices]):
        raise bad_value("line", f"Line {verb.line + 1} can be one of {', '.join(names)}.")
    if verb.choice == line.chosen:
        return
    if line.key == "X":
        _switch_ones(session, verb.choice == "ones")
    elif line.key.removeprefix("syn").isdigit():
        _start(session, verb.choice)  # type: ignore[arg-type]  # one of the names of STARTS
    else:
        edit(session, rules=_switched(session.workspace.run.rules, line.key, verb.choice))


def mend(session: Session, verb: m.Verb) -> None:
    """Have every line do the right thing again."""
    run = session.workspace.run
    if is_without_its_ones(run.data, own_data(run)):
        _switch_ones(session, True)
    if not session.workspace.run.rules.lawful:
        edit(session, rules=LAWFUL)
    if run.recipe.start != "random":
        _start(session, "random")


def _switched(rules: Rules, key: str, choice: str) -> Rules:
    if key == "sigmoid":
        return replace(rules, activation="step" if choice == "step" else "sigmoid")
    if key.endswith("_delta"):
        layer = int(key.removeprefix("l").removesuffix("_delta"))
        return replace(rules, slopeless=_with(rules.slopeless, layer, choice == "no-slope"))
    synapse = int(key.removeprefix("syn").removesuffix("_update"))
    return replace(rules, flipped=_with(rules.flipped, synapse, choice == "minus"))


def _with(numbers: Sequence[int], number: int, included: bool) -> tuple[int, ...]:
    others = [other for other in numbers if other != number]
    return (*others, number) if included else tuple(others)


def _switch_ones(session: Session, wanted: bool) -> None:
    run = session.workspace.run
    ones = ones_column(run.data)
    if wanted and ones is None:
        own = own_data(run)
        at = ones_column(own) if is_without_its_ones(run.data, own) else None
        edit(session, data=AddColumn(1.0, at=at))
    elif not wanted and ones is not None:
        edit(session, data=RemoveColumn(ones))


def _start(session: Session, start: Start) -> None:
    """Begin the run anew from other first weights."""
    if session.workspace.run.iteration == 0 and not session.workspace.run.timeline:
        edit(session, start=start)
        return
    reset(session, start=start)


# All of them


def reset(session: Session, seed: int | None = None, start: Start | None = None) -> None:
    """Begin the run anew, with another seed or other first weights if they are given."""
    session.workspace.pace.pause()
    session.tell(farewell(session.workspace.reset(seed, start)))
    session.start_over()


def edit(session: Session, gesture: int | None = None, **changes: object) -> None:
    """Edit the run in view, in its past as a branch, and tell every page; a gesture is one step of undo."""
    kept, later = session.workspace.kept, session.workspace.later_edits
    fields, gone = session.workspace.edit(gesture, **changes)
    branched = session.workspace.kept is not kept
    if session.workspace.later_edits < later and not branched:
        session.tell("Later edits would not fit any more, so they are gone from the timeline.")
    session.tell(farewell(gone))
    if branched or {"data", "rules", "start"} & set(changes):
        session.start_over()
        return
    for field in fields:
        session.changed_run(field)
    if not fields:
        session.changed_recipe()  # or nothing has: a field in which 1 was typed as 1.00 shows 1 again


def try_inputs(session: Session, verb: m.TryInputs) -> None:
    """Ask the network about inputs that it is not taught."""
    pace, most = session.workspace.pace, session.settings.max_tried
    needed = session.workspace.run.data.n_inputs
    if len(verb.values) != needed:
        raise bad_value("inputs", f"This network has {needed} inputs, and these are {len(verb.values)}.")
    if len(pace.tried) >= most:
        raise bad_value("inputs", f"This lab keeps {most} rows of inputs: forget one first.")
    values = [ordinary_number(f"Input {i}", value) for i, value in enumerate(verb.values, start=1)]
    pace.tried = [*pace.tried, values]
    session.changed_controls()


def forget_inputs(session: Session, verb: m.ForgetInputs) -> None:
    """Ask about these inputs no more."""
    pace = session.workspace.pace
    if not 0 <= verb.index < len(pace.tried):
        raise bad_value("inputs", "These inputs are not asked about any more.")
    pace.tried = [values for i, values in enumerate(pace.tried) if i != verb.index]
    session.changed_controls()
