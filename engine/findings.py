"""The findings: each a function that looks at the evidence, and returns an autopsy where the numbers show it.

Where the sentences say error they mean what the code does: the target minus the output.
"""

import numpy as np

from engine.autopsy import SMALLER, Autopsy, at_least, at_most, examples
from engine.evidence import FLAT, WRONG, Evidence
from engine.standstill import standstill
from engine.stuck import saturated, stuck


def overflow(evidence: Evidence) -> Autopsy:
    """Tell that numbers are no longer finite."""
    return Autopsy(
        "overflow",
        f"With alpha {evidence.alpha:g} the numbers have grown past the largest one that a computer can hold, and what "
        "is computed from them is no number any more (NaN).",
        SMALLER,
    )


def step(evidence: Evidence) -> Autopsy | None:
    """Find that a step's slope, which is 0, keeps weights from learning."""
    deltas = evidence.trace.deltas
    if not evidence.is_step or deltas[0].any():
        return None
    flat = "a step is flat: out × (1 - out) is exactly 0"
    if not deltas[-1].any():
        why = f"On either side {flat}, so no error gets past it and no weight moves, though "
        rows = tuple(evidence.wrong.tolist())
        rest = f"{examples(rows)} {_verb(rows)} wrong and the mean error is {evidence.error:.3g}."
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
    """Find that an update is subtracted, and that the error grows for it or stands at its worst."""
    if not evidence.flipped or evidence.is_step:
        return None
    now, names = evidence.error, " and ".join(f"syn{i}" for i in evidence.flipped)
    rule = f"The update of {names} is subtracted instead of added"
    rows = tuple(evidence.wrong.tolist())
    advice = "Put the sign right, and reset."
    if evidence.steepest[-1] <= FLAT and now >= 0.5:
        why = f"the outputs are where the sigmoid is flat, with slopes of at most {at_most(evidence.steepest[-1])}"
        return Autopsy(
            "wrong-sign", f"{rule}, away from the targets. Now {why}, at a mean error of {now:.3g}.", advice, rows
        )
    wrong, right = evidence.error_next, evidence.error_after()
    if not right < now < wrong:
        return None
    change = f"the next iteration changes the mean error of {now:.3g} by {wrong - now:+.2g}"
    return Autopsy("wrong-sign", f"{rule}: {change}. Added, it would change it by {right - now:+.2g}.", advice, rows)


def out_of_reach(evidence: Evidence) -> Autopsy | None:
    """Find that what is left of the error comes from targets that no sigmoid reaches."""
    beyond = np.maximum(np.maximum(evidence.y - 1, -evidence.y), 0)
    least = float(beyond.mean())
    if evidence.error - least >= WRONG:
        return None
    rows = tuple(np.flatnonzero(beyond.any(axis=1)).tolist())
    worst = evidence.y.flat[int(np.argmax(beyond))]
    return Autopsy(
        "out-of-reach",
        f"An output lies between 0 and 1, and the target of {examples(rows)} does not: one is {worst:g}. So the mean "
        f"error, now {evidence.error:.3g}, can't fall below {at_least(least)}.",
        "Scale the targets to lie between 0 and 1.",
        rows,
    )


def columns(evidence: Evidence) -> Autopsy | None:
    """Find that no column helps on its own, and that there is no hidden layer to combine them."""
    if evidence.has_hidden or not evidence.unrelated or not (evidence.cancels or evidence.is_step):
        return None
    most = max(float(gross.max()) for gross in evidence.gross)
    left = f"no more than {at_most(evidence.update)}" if evidence.update else "nothing"
    pushes = f" The examples' pushes on a weight add up to {most:.2g} in size, but they cancel out: {left} is left."
    cancelled = pushes if evidence.cancels else ""
    return Autopsy(
        "columns",
        f"No column goes with the target: {evidence.relation}. Without a hidden layer each can only count for itself."
        f"{cancelled} The mean error is {evidence.error:.3g}.",
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
        f"not the target. So the mean error, now {evidence.error:.3g}, can't fall below {at_least(least)}.",
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
            f"stays at {evidence.error:.3g}."
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
        f"the same updates and act as one unit.{enough} The mean error is {evidence.error:.3g}.",
        advice,
        rows,
    )


def _verb(rows: tuple[int, ...]) -> str:
    return "are" if len(rows) > 1 else "is"


IN_ORDER = (step, wrong_sign, out_of_reach, alike, columns, zero_row, saturated, stuck, standstill)
"""The most specific first."""
