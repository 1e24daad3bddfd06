"""The findings: each a function that looks at the evidence, and returns an autopsy where the numbers show it.

Where the sentences say error they mean what the code does: the target minus the output.
"""

from collections.abc import Sequence

import numpy as np

from engine.autopsy import SMALLER, Autopsy, at_least, at_most, examples, written
from engine.evidence import FLAT, WRONG, Evidence
from engine.standstill import standstill
from engine.stuck import LITTLE, saturated, silent, stuck

UNSEEN = 1e-14
"""A change of the error that is no larger may be rounding."""

GENTLE = 0.02
"""A slope at or below this makes little of an error; the steepest is 0.25."""

NEARLY_CANCELLED = 0.02
"""Pushes on syn0 that leave no more than this part of them move it next to nowhere."""


def overflow(evidence: Evidence) -> Autopsy:
    """Tell that numbers are no longer finite."""
    return Autopsy(
        "overflow",
        f"With alpha {written(evidence.alpha, 6)} the numbers have grown past the largest one that a computer can "
        "hold, and what is computed from them is no number any more (NaN).",
        SMALLER,
    )


def step(evidence: Evidence) -> Autopsy | None:
    """Find that a step's slope, which is 0, keeps weights from learning."""
    deltas = evidence.trace.deltas
    subtracted = any(evidence.trace.updates[i].any() for i in evidence.flipped)
    if not evidence.is_step or deltas[0].any() or subtracted:
        return None
    flat = "a step is flat: out × (1 - out) is exactly 0"
    if not deltas[-1].any():
        why = f"On either side {flat}, so no error gets past it and no weight moves, though "
        rows = tuple(evidence.wrong.tolist())
        rest = f"{examples(rows)} {_verb(rows)} wrong and the mean error is {written(evidence.error)}."
    else:
        rows = _twins(evidence)
        if not rows:
            return None
        why = f"On either side {flat}, so l1 lets no error through and syn0 never moves. "
        rest = f"In l1 {examples(rows)} look the same for good, and yet they have different targets."
    return Autopsy("step", why + rest, "Put the sigmoid back: it has a slope everywhere.", rows)


def _twins(evidence: Evidence) -> tuple[int, ...]:
    """Return two examples that are the same in l1, with different targets."""
    hidden, y = evidence.trace.layers[1], evidence.y
    _, first, group = np.unique(hidden, axis=0, return_index=True, return_inverse=True)
    firsts = first[group.reshape(-1)]
    different = np.flatnonzero((y != y[firsts]).any(axis=1))
    return (int(firsts[different[0]]), int(different[0])) if different.size else ()


def wrong_sign(evidence: Evidence) -> Autopsy | None:
    """Find that an update is subtracted while the task is not solved; tell what that does, as far as it shows."""
    if not evidence.flipped:
        return None
    names = " and ".join(f"syn{i}" for i in evidence.flipped)
    rule = f"The update of {names} is subtracted instead of added"
    rows = tuple(evidence.wrong.tolist())
    return Autopsy("wrong-sign", rule + _effect(evidence), "Put the sign right, and reset.", rows)


def _effect(evidence: Evidence) -> str:
    """Return what an update with the wrong sign does to the error, as the rest of a sentence."""
    now, present = written(evidence.error), evidence.trace.errors[-1]
    errors = [evidence.errors_after(evidence.flipped), evidence.errors_after()]
    subtracted, added = (float((np.abs(after) - np.abs(present)).mean()) for after in errors)
    if not np.isfinite([subtracted, added]).all():
        return f". The mean error is {now}."
    if evidence.steepest[-1] <= FLAT and not evidence.is_step:
        flat = f"the outputs are where the sigmoid is flat, with slopes of at most {at_most(evidence.steepest[-1])}"
        return f". Now {flat}, at a mean error of {now}. {_compared('it', subtracted, added)}"
    if added < -UNSEEN and subtracted > UNSEEN:
        change = f"the next iteration changes the mean error of {now} by {_change(subtracted)}"
        return f": {change}. Added, it would change it by {_change(added)}."
    squares = [float((after * after - present * present).mean()) for after in errors]
    if squares[1] < -UNSEEN and squares[0] > UNSEEN:
        square = f"the mean squared error of {written(float((present * present).mean()))}"
        return f". {_compared(square, *squares)} The mean error is {now}."
    return f". {_compared(f'the mean error of {now}', subtracted, added)}{_damped(evidence, subtracted, added)}"


def _compared(what: str, subtracted: float, added: float) -> str:
    return f"The next iteration changes {what} by {_change(subtracted)}; added, it would change it by {_change(added)}."


def _change(number: float) -> str:
    return written(number if abs(number) > UNSEEN else 0.0, 2, "+")


def _damped(evidence: Evidence, *changes: float) -> str:
    """Return which slopes make next to nothing of the errors on their way back, if any do."""
    least = min(evidence.steepest[:-1], default=1.0)
    if evidence.is_step or least > GENTLE or max(map(abs, changes)) > LITTLE:
        return ""
    layer = evidence.steepest.index(least) + 1
    return (
        f" Either is next to nothing: on the way to syn{layer - 1} errors are multiplied with slopes of l{layer}, "
        f"which are at most {at_most(least)}."
    )


def no_slope(evidence: Evidence) -> Autopsy | None:
    """Find that a hidden layer's delta goes without the slope, and that so the pushes on syn0 cancel out.

    For l1_delta is then l2_delta × syn1: one and the same for every unit, but for a factor. So the units are pushed in
    the direction that a network without a hidden layer is pushed in.
    """
    if len(evidence.weights) != 2 or 1 not in evidence.slopeless:
        return None
    inputs, delta = evidence.trace.layers[0], evidence.trace.deltas[1]
    left, gross = np.abs(inputs.T @ delta), np.abs(inputs).T @ np.abs(delta)
    change = evidence.error_next - evidence.error
    if not gross.any() or (left > NEARLY_CANCELLED * gross.max()).any() or not abs(change) < LITTLE:
        return None
    most, update = float(evidence.gross[0].max()), float(np.abs(evidence.trace.updates[0]).max())
    why = f" No column goes with the target: {evidence.relation}." if evidence.unrelated else ""
    next_one = f"changes it by {_change(change)}" if abs(change) > UNSEEN else "does not change it"
    return Autopsy(
        "no-slope",
        "l1_delta goes without the slope, so it is l2_delta × syn1: every unit of l1 weighs the examples alike, and is "
        f"pushed as if there were no hidden layer.{why} The pushes on a weight of syn0 add up to {written(most, 2)} in "
        f"size, but they cancel out: {f'no more than {at_most(update)}' if update else 'nothing'} is left. The mean "
        f"error is {written(evidence.error)}, and the next iteration {next_one}.",
        "Put the slope back into l1_delta, and reset.",
        tuple(evidence.wrong.tolist()),
    )


def out_of_reach(evidence: Evidence) -> Autopsy | None:
    """Find that the larger part of the error comes from targets that no output reaches."""
    beyond = np.maximum(np.maximum(evidence.y - 1, -evidence.y), 0)
    least = float(beyond.mean())
    if evidence.error >= 2 * least:
        return None
    rows = tuple(np.flatnonzero(beyond.max(axis=1)).tolist())
    worst = evidence.y.flat[int(np.argmax(beyond))]
    others = np.setdiff1d(evidence.wrong, rows).tolist()
    too = f" {examples(others).capitalize()} {_verb(others)} missed too." if others else ""
    does = "do" if len(rows) > 1 else "does"
    return Autopsy(
        "out-of-reach",
        f"An output lies between 0 and 1, and the target of {examples(rows)} {does} not: one is {written(worst, 6)}. "
        f"So the mean error, now {written(evidence.error)}, can't fall below {at_least(least)}.{too}",
        "Scale the targets to lie between 0 and 1.",
        rows,
    )


def columns(evidence: Evidence) -> Autopsy | None:
    """Find that no column helps on its own, and that there is no hidden layer to combine them."""
    if evidence.has_hidden or not evidence.unrelated or not (evidence.cancels or evidence.is_step):
        return None
    most = max(float(gross.max()) for gross in evidence.gross)
    left = f"no more than {at_most(evidence.update)}" if evidence.update else "nothing"
    pushes = (
        f" The examples' pushes on a weight add up to {written(most, 2)} in size, but they cancel out: {left} is left."
    )
    cancelled = pushes if evidence.cancels else ""
    return Autopsy(
        "columns",
        f"No column goes with the target: {evidence.relation}. Without a hidden layer each can only count for itself."
        f"{cancelled} The mean error is {written(evidence.error)}.",
        "Add a hidden layer: it can make new columns, of several old ones together.",
        tuple(evidence.wrong.tolist()),
    )


def zero_row(evidence: Evidence) -> Autopsy | None:
    """Find that the examples missed have inputs that are all 0, in a network that only weighs its inputs up."""
    if evidence.has_hidden or evidence.is_step:
        return None
    empty = ~evidence.X.any(axis=1)
    stuck_rows = np.flatnonzero(empty & (evidence.missed >= WRONG))
    others = evidence.missed[~empty]
    solved = not others.size or others.max() < WRONG
    if not stuck_rows.size or not (solved or evidence.stands_still):
        return None
    rows = tuple(stuck_rows.tolist())
    least = float(np.abs(evidence.y[empty] - 0.5).sum()) / evidence.y.size
    return Autopsy(
        "zero-row",
        f"All inputs of {examples(rows)} are 0, so whatever the weights are, the sum is 0 and the output 0.5, which is "
        f"not the target. So the mean error, now {written(evidence.error)}, can't fall below {at_least(least)}.",
        "Add a column of ones: its weight counts where all other inputs are 0.",
        rows,
    )


def alike(evidence: Evidence) -> Autopsy | None:
    """Find that the units of a hidden layer are all the same, or that nothing moves from weights of 0."""
    rows = tuple(evidence.wrong.tolist())
    advice = "Start from random weights: then the units differ, and each can learn something else."
    if evidence.has_hidden and not (evidence.largest or evidence.update or evidence.is_step):
        last, hidden = evidence.last, len(evidence.weights) - 1
        sentence = (
            f"Every weight is 0. So every unit answers 0.5 to every example, only 0 × {last}_delta comes back to "
            f"l{hidden}, and the examples' pushes on syn{hidden} cancel out: every update is 0, and the mean error "
            f"stays at {written(evidence.error)}."
        )
        return Autopsy("zeros", sentence, advice, rows)
    if not evidence.layers_alike:
        return None
    layer = evidence.layers_alike[0]
    units = evidence.weights[layer].shape[0]
    too_few = evidence.acts_as_chain and evidence.unrelated
    enough = f" One is too few, for no column goes with the target: {evidence.relation}." if too_few else ""
    return Autopsy(
        "alike",
        f"All {units} units of l{layer} have the same weights in syn{layer - 1} and in syn{layer}, so they get "
        f"the same updates and act as one unit.{enough} The mean error is {written(evidence.error)}.",
        advice,
        rows,
    )


def _verb(rows: Sequence[int]) -> str:
    return "are" if len(rows) > 1 else "is"


IN_ORDER = (step, wrong_sign, out_of_reach, alike, no_slope, columns, zero_row, saturated, silent, stuck, standstill)
"""The most specific first."""
