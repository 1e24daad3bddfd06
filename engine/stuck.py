"""Findings about examples whose errors no longer reach the weights."""

import numpy as np
from numpy.typing import NDArray

from engine.autopsy import SMALLER, Autopsy, at_most, examples, of_all
from engine.evidence import FLAT, Array, Evidence

LARGE = 10
"""Inputs larger than this carry a sum to where the sigmoid is flat even with small weights."""

SCALE = "Scale the inputs to about 1, or reset and take a smaller alpha."

SILENT = 0.001
"""A hidden layer whose answers, and their sum in the output, are no larger than this has nothing to say."""

JUMP = 0.01
"""A mean error that the next iteration changes by this much is not stuck, however small the pushes are."""


def saturated(evidence: Evidence) -> Autopsy | None:
    """Find that every output is where the sigmoid is flat."""
    steepest = evidence.steepest[-1]
    if steepest > FLAT or not _stays(evidence):
        return None
    output, rows = evidence.trace.output, tuple(evidence.wrong.tolist())
    right = len(output) - len(rows)
    judged = f"This is right for {right} of {len(output)} examples" if right else "This is right for no example"
    change = evidence.error_next - evidence.error
    sentence = (
        f"{of_all(output.size, 'output')} {_sides(output)}, where the sigmoid is flat, with a slope of at most "
        f"{at_most(steepest)}. {judged} and wrong for {examples(rows)}, but an update is error × slope, so next to "
        f"nothing of that reaches a weight: the mean error is {evidence.error:.3g}, and the next iteration "
        + (f"changes it by {change:.1g}." if change else "does not change it.")
    )
    return Autopsy("saturated", sentence, SCALE if np.abs(evidence.X).max() > LARGE else SMALLER, rows)


def _stays(evidence: Evidence) -> bool:
    """Tell whether the next iteration leaves the error about where it is: with a huge alpha a small push is enough."""
    return not evidence.is_step and abs(evidence.error_next - evidence.error) < JUMP


def _sides(output: Array) -> str:
    ones = int((output > 0.5).sum())
    zeros = output.size - ones
    if ones and zeros:
        return f"have gone to one end or the other ({zeros} to 0, {ones} to 1)"
    return f"{'has' if output.size == 1 else 'have'} gone to {1 if ones else 0}"


def stuck(evidence: Evidence) -> Autopsy | None:
    """Find that of the error of every example missed next to nothing reaches a weight."""
    wrong = evidence.wrong
    if (evidence.pushes[wrong] > FLAT * evidence.missed[wrong]).any() or not _stays(evidence):
        return None
    kind, why = _mechanism(evidence, wrong)
    if kind == "stuck-examples" and evidence.stands_still:
        return None  # it is not about examples only
    most, rows = float(evidence.pushes[wrong].max()), tuple(wrong.tolist())
    them = "it" if len(rows) == 1 else "them"
    push = (
        f"no weight gets a push of more than {at_most(most)} from {them}" if most else f"no weight is pushed by {them}"
    )
    return Autopsy(kind, f"{_missing(evidence, rows)}. {why}, so {push}. {_others(evidence)}", SMALLER, rows)


def _mechanism(evidence: Evidence, wrong: NDArray[np.intp]) -> tuple[str, str]:
    """Return the kind, and what keeps the errors of these examples from the weights."""
    one, slope = len(wrong) == 1, float(evidence.slopes[-1][wrong].max())
    if slope <= FLAT:
        where = "Its output is" if one else "Their outputs are"
        return "flat-examples", f"{where} where the sigmoid is flat, with a slope of at most {at_most(slope)}"
    answers, total = (float(np.abs(part[wrong]).max()) for part in (evidence.trace.layers[-2], evidence.trace.sums[-1]))
    if evidence.has_hidden and max(answers, total) <= SILENT:
        before = len(evidence.weights) - 1
        return "silent-examples", (
            f"Every unit of l{before} answers about 0 to {'it' if one else 'them'} (at most {at_most(answers)}), so "
            f"the sum in l{before + 1} is about 0 too (within {at_most(total)}), and the sigmoid of 0 is 0.5. An error "
            f"is multiplied with those answers to push syn{before}, and with their slopes on its way to syn{before - 1}"
        )
    errors = "Its error is" if one else "Their errors are"
    return "stuck-examples", f"{errors} multiplied with numbers near 0 on the way to every weight"


def _missing(evidence: Evidence, rows: tuple[int, ...]) -> str:
    name = examples(rows).capitalize()
    if len(rows) > 1 or evidence.y.shape[1] > 1:
        return f"{name} miss{'' if len(rows) > 1 else 'es'} by up to {at_most(evidence.missed[list(rows)].max())}"
    output, target = evidence.trace.output[rows[0], 0], evidence.y[rows[0], 0]
    return f"{name} is parked at {output:.3g}, though its target is {target:g}"


def _others(evidence: Evidence) -> str:
    solved = np.delete(evidence.missed, evidence.wrong)
    rest = f"The rest is within {at_most(solved.max())} of the targets; the" if solved.size else "The"
    return f"{rest} mean error is {evidence.error:.3g}."
