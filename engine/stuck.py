"""Findings about examples whose errors no longer reach the weights."""

import numpy as np
from numpy.typing import NDArray

from engine.autopsy import Autopsy, at_most, examples, of_all, smaller, written
from engine.evidence import FLAT, Array, Evidence

LARGE = 10
"""Inputs larger than this carry a sum to where the sigmoid is flat even with small weights."""

SCALE = "Scale the inputs to about 1, or reset and take a smaller alpha."

SILENT = 0.001
"""A hidden layer whose answers, and their sum in the output, are no larger than this has nothing to say."""

NEARLY_ALL = 0.95
"""Examples that make up this part of what is missed are what is wrong, even if a few others are missed as well."""

MANY = 20
"""Among so many examples a few may stray, be it for noise, where the others show what is wrong."""

LITTLE = 1e-4
"""A mean error that the next iteration changes by less than this is about where it was."""

JUMP = 0.01
"""A mean error that the next iteration changes by this much is not stuck, however small the pushes are."""


def saturated(evidence: Evidence) -> Autopsy | None:
    """Find that every output is where the sigmoid is flat."""
    steepest = evidence.steepest[-1]
    if steepest > FLAT or not _stays(evidence):
        return None
    output, rows = evidence.trace.output, tuple(evidence.wrong.tolist())
    right = len(output) - len(rows)
    judged = f"This is right for {right:,} of {len(output):,} examples" if right else "This is right for no example"
    change = evidence.error_next - evidence.error
    sentence = (
        f"{of_all(output.size, 'output')} {_sides(output)}, where the sigmoid is flat, with a slope of at most "
        f"{at_most(steepest)}. {judged} and wrong for {examples(rows)}, but an update is error × slope, so next to "
        f"nothing of that reaches a weight: the mean error is {written(evidence.error)}, and the next iteration "
        + (f"changes it by {written(change, 2, '+')}." if change else "does not change it.")
    )
    advice = SCALE if np.abs(evidence.X).max() > LARGE else _smaller(evidence)
    return Autopsy("saturated", sentence, advice, rows)


def _stays(evidence: Evidence) -> bool:
    """Tell whether the next iteration leaves the error about where it is: with a huge alpha a small push is enough."""
    return not evidence.is_step and abs(evidence.error_next - evidence.error) < JUMP


def _sides(output: Array) -> str:
    ones = int((output > 0.5).sum())
    zeros = output.size - ones
    if ones and zeros:
        return f"have gone to one end or the other ({zeros:,} to 0, {ones:,} to 1)"
    return f"{'has' if output.size == 1 else 'have'} gone to {1 if ones else 0}"


def stuck(evidence: Evidence) -> Autopsy | None:
    """Find that of the error of every example missed, or of nearly all of many, next to nothing reaches a weight."""
    wrong = evidence.wrong
    held = wrong[evidence.pushes[wrong] <= FLAT * evidence.missed[wrong]]
    if not _are_what_is_wrong(evidence, held) or not _stays(evidence):
        return None
    kind, why = _mechanism(evidence, held)
    if kind == "stuck-examples" and evidence.stands_still:
        return None  # it is not about examples only
    most, rows = float(evidence.pushes[held].max()), tuple(held.tolist())
    them = "it" if len(rows) == 1 else "them"
    push = (
        f"no weight gets a push of more than {at_most(most)} from {them}" if most else f"no weight is pushed by {them}"
    )
    sentence = f"{_missing(evidence, rows)}. {why}, so {push}.{_strays(evidence, held)} {_others(evidence)}"
    return Autopsy(kind, sentence, _smaller(evidence), rows)


def silent(evidence: Evidence) -> Autopsy | None:
    """Find that of many examples nearly all that are missed get about 0 from every hidden unit, and answer 0.5."""
    if not evidence.has_hidden or evidence.is_step or len(evidence.X) < MANY:
        return None
    wrong, change = evidence.wrong, evidence.error_next - evidence.error
    answers, sums = (np.abs(part).max(axis=1) for part in (evidence.trace.layers[-2], evidence.trace.sums[-1]))
    quiet = wrong[(answers[wrong] <= SILENT) & (sums[wrong] <= SILENT)]
    if not _are_what_is_wrong(evidence, quiet) or not abs(change) < LITTLE:
        return None
    before, apart = len(evidence.weights) - 1, float(np.abs(evidence.trace.output[quiet] - 0.5).max())
    sentence = (
        f"{len(quiet):,} of {len(evidence.X):,} examples are parked within {at_most(apart)} of 0.5, because every unit "
        f"of l{before} answers them at most {at_most(answers[quiet].max())}, their sum in l{before + 1} is about 0 "
        f"too, and the sigmoid of 0 is 0.5. {_silence(evidence)}.{_strays(evidence, quiet)} The mean error is "
        f"{written(evidence.error)}, and the next iteration "
        + (f"changes it by {written(change, 2, '+')}." if change else "does not change it.")
    )
    return Autopsy("silent-examples", sentence, _smaller(evidence), tuple(quiet.tolist()))


def _are_what_is_wrong(evidence: Evidence, rows: NDArray[np.intp]) -> bool:
    """Tell whether these are the examples missed, or among many nearly all, with a mean error that stands."""
    wrong = evidence.wrong
    if len(rows) == len(wrong):
        return True
    if len(evidence.X) < MANY or not abs(evidence.error_next - evidence.error) < LITTLE:
        return False
    return bool(evidence.missed[rows].sum() >= NEARLY_ALL * evidence.missed[wrong].sum())


def _strays(evidence: Evidence, rows: NDArray[np.intp]) -> str:
    """Return how many examples are missed beside these."""
    count = len(evidence.wrong) - len(rows)
    return f" Of the others {count:,} {'are' if count > 1 else 'is'} missed too." if count else ""


def _silence(evidence: Evidence) -> str:
    before = len(evidence.weights) - 1
    slopes = "" if before in evidence.slopeless else f", and with their slopes on its way to syn{before - 1}"
    return f"An error is multiplied with those answers to push syn{before}{slopes}"


def _smaller(evidence: Evidence) -> str:
    return smaller(evidence.alpha, len(evidence.X))


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
            f"the sum in l{before + 1} is about 0 too (within {at_most(total)}), and the sigmoid of 0 is 0.5. "
            f"{_silence(evidence)}"
        )
    errors = "Its error is" if one else "Their errors are"
    return "stuck-examples", f"{errors} multiplied with numbers near 0 on the way to every weight"


def _missing(evidence: Evidence, rows: tuple[int, ...]) -> str:
    name = examples(rows).capitalize()
    if len(rows) > 1 or evidence.y.shape[1] > 1:
        return f"{name} miss{'' if len(rows) > 1 else 'es'} by up to {at_most(evidence.missed[list(rows)].max())}"
    output, target = evidence.trace.output[rows[0], 0], evidence.y[rows[0], 0]
    return f"{name} is parked at {written(output)}, though its target is {written(target, 6)}"


def _others(evidence: Evidence) -> str:
    solved = np.delete(evidence.missed, evidence.wrong)
    rest = f"The rest is within {at_most(solved.max())} of the targets; the" if solved.size else "The"
    return f"{rest} mean error is {written(evidence.error)}."
