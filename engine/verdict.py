"""What has become of a run, from measured facts."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.autopsy import Autopsy, at_most, examples, of_all, written
from engine.course import Course
from engine.diagnosis import diagnosis
from engine.evidence import FLAT, WRONG, Evidence
from engine.network import quietly, slope
from engine.run import Run
from engine.stuck import stuck

Kind = Literal["descending", "settled", "dead", "parked", "jumping", "overflow", "stuck"]

DEAD = ("saturated", "flat-layer", "step")
PARKED = ("flat-examples", "silent-examples", "stuck-examples", "zero-row")
STUCK = {
    "wrong-sign": "wrong sign",
    "no-slope": "slope missing",
    "out-of-reach": "targets out of reach",
    "zeros": "all weights 0",
    "alike": "units alike",
    "columns": "no column helps",
    "tiny-alpha": "alpha too small",
    "faint": "pushes too faint",
    "flat-units": "pushes cancel out",
    "cancel": "pushes cancel out",
}
"""What a run is called that these autopsies (`engine.autopsy`) are of, while its error hardly falls."""

HALVED = 0.5
"""An error that has fallen by more than this part over the last half of the iterations has not settled."""

HARDLY = 0.01
"""An error that has changed by less than this part over the last half hardly moves."""

STANDS = 1e-5
"""An error that has fallen by no more than this part over the last tenth stands."""

JUMP, JUMP_PART = 0.01, 0.05
"""An error jumps if it has climbed and dropped by so much, and by this part of itself, over the last tenth."""

NEAR = 1e-4
"""An error has been where it is while it was within this of it."""


@dataclass(frozen=True)
class Verdict:
    """What has become of a run.

    Attributes
    ----------
    kind : a short name, from this table

        ========== ===============================================================================================
        overflow   numbers are no longer finite
        dead       every slope on the way of the errors is about 0, and examples are missed
        parked     examples are missed that hardly push any weight
        jumping    the error goes up and down
        settled    every example is within `engine.evidence.WRONG` of its target, and the error has not halved of late
        descending the error falls
        stuck      examples are missed, and the error stands or rises
        ========== ===============================================================================================

    title : two or three words
    sentence : the measured facts that say so
    """

    kind: Kind
    title: str
    sentence: str


def verdict(run: Run) -> Verdict | None:
    """Return what has become of a run; None before its first iteration."""
    if run.iteration == 0:
        return None
    with quietly():
        course = Course.of(run, NEAR)
        trace, weights, data = run.look(), run.weights, run.data
        if course.no_number is not None or not all(np.isfinite(syn).all() for syn in weights):
            return _overflow(run, course)
        evidence = Evidence(trace, weights, run.alpha, data.X, data.y, run.rules)
        found = diagnosis(trace, weights, run.alpha, data.X, data.y, run.rules)
        if not found and evidence.wrong.size:  # a diagnosis is about the mean, and a few of many may be held
            found = stuck(evidence)
        return _of(run, course, evidence, found)


def _of(run: Run, course: Course, evidence: Evidence, found: Autopsy | None) -> Verdict:
    kind = found.kind if found else ""
    if kind in DEAD:
        return _dead(run, course, evidence)
    if found and kind in PARKED:
        return _parked(evidence, found)
    if min(course.climb, course.drop) >= max(JUMP, JUMP_PART * course.highest):
        stretch = f"Over the last {course.stretch:,} iterations" if course.stretch > 1 else "In the last iteration"
        between = f"between {written(course.lowest)} and {written(course.highest)}"
        return Verdict("jumping", "jumping about", f"{stretch} the mean error went up and down {between}.")
    half, tenth = _moved(course.half), _moved(course.tenth)
    tenth = tenth.removeprefix(f"{half.split()[0]} ")  # the verb, if it is the same
    now, missed = f"The mean error is {written(course.now)}", _missed(evidence)
    if not evidence.wrong.size and course.half < HALVED:
        return Verdict("settled", "solved", f"{missed.capitalize()}; the mean error {half} over the last half.")
    sentence = f"{now}: over the last half it {half}, over the last tenth {tenth}; {missed}."
    if course.tenth > STANDS and not (kind in STUCK and course.half < HARDLY):
        return Verdict(
            "descending", f"{'still' if max(course.half, course.tenth) >= HARDLY else 'hardly'} descending", sentence
        )
    return Verdict("stuck", STUCK.get(kind) or ("error rises" if course.tenth < -STANDS else "stands still"), sentence)


def _overflow(run: Run, course: Course) -> Verdict:
    what = "A weight is infinite"
    if course.no_number is not None:
        what = f"Since iteration {course.no_number:,} the mean error is no number (NaN)"
    why = f"with alpha {written(run.alpha, 6)} the numbers have grown past the largest that a computer can hold"
    return Verdict("overflow", "numbers overflow", f"{what}: {why}.")


def _dead(run: Run, course: Course, evidence: Evidence) -> Verdict:
    what = "A step has no slope, so that nothing, or not enough, of the errors reaches the weights"
    if not evidence.is_step:
        layer = next(i for i in reversed(range(len(evidence.slopes))) if evidence.steepest[i] <= FLAT)
        at_first = Run(run.recipe).look().layers[layer + 1 :][:1]
        steepest = max((float(slope(units).max()) for units in at_first), default=0.0)
        cause = f", at first up to {written(steepest)}: the steps were too large" if steepest > FLAT else ""
        most = f"at most {at_most(evidence.steepest[layer])}" if evidence.steepest[layer] else "0"
        what = f"{_ends(evidence, layer)}, with slopes of {most}{cause}"
    stays = f"the mean error has been {written(course.now)} since iteration {course.since:,}"
    return Verdict("dead", "dead slopes", f"{what}; {stays}.")


def _ends(evidence: Evidence, layer: int) -> str:
    """Return at which end of the sigmoid the units of a layer are, which is 0 for l1."""
    if layer < len(evidence.slopes) - 1:
        return f"Every unit of l{layer + 1} answers about 0 or 1 to every example"
    output = evidence.trace.output
    ones = int((output > 0.5).sum())
    end = "0 or 1" if 0 < ones < output.size else "1" if ones else "0"
    return f"{of_all(output.size, 'output')} {'is' if output.size == 1 else 'are'} at about {end}"


def _parked(evidence: Evidence, found: Autopsy) -> Verdict:
    rows = list(found.rows)
    name, one, most = examples(rows).capitalize(), len(rows) == 1, float(evidence.pushes[rows].max())
    push = f"no weight by more than {at_most(most)}" if most else "no weight"
    if one and evidence.y.shape[1] == 1:
        output, target = float(evidence.trace.output[rows[0], 0]), float(evidence.y[rows[0], 0])
        where = f"is parked at {written(output)}, though its target is {written(target, 6)}, and pushes"
    else:
        miss = f"miss{'es' if one else ''} by up to {at_most(evidence.missed[rows].max())}"
        where = f"{miss} and push{'es' if one else ''}"
    title = f"{'one row' if one else f'{len(rows):,} rows'} parked"
    return Verdict("parked", title, f"{name} {where} {push}; the mean error is {written(evidence.error)}.")


def _moved(part: float) -> str:
    """Return how the error has moved, from the part of itself by which it has fallen."""
    if abs(part) <= STANDS:
        return "stood"
    percent = "more than 99%" if 0.99 < part < 1 else f"{written(100 * abs(part), 2)}%"
    return f"{'fell' if part > 0 else 'rose'} by {percent}"


def _missed(evidence: Evidence) -> str:
    wrong, count = len(evidence.wrong), len(evidence.missed)
    if not wrong:
        return f"every example is within {at_most(evidence.missed.max())} of its target"
    examples_are = f"example{'' if count == 1 else 's'} {'is' if wrong == 1 else 'are'}"
    return f"{wrong:,} of {count:,} {examples_are} still {WRONG} or more off"
