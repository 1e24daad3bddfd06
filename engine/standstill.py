"""Findings about training that moves no weight visibly."""

from engine.autopsy import Autopsy, at_most, numbers, smaller, written
from engine.evidence import FLAT, STILL, Evidence


def standstill(evidence: Evidence) -> Autopsy | None:
    """Find why an iteration moves no weight visibly."""
    if not evidence.stands_still:
        return None
    kind, why, advice = _why(evidence)
    return Autopsy(
        kind, f"{why}: the mean error stays at {written(evidence.error)}.", advice, tuple(evidence.wrong.tolist())
    )


def _why(evidence: Evidence) -> tuple[str, str, str]:
    """Return the kind, the sentence and the advice."""
    moved = f"an iteration moves no weight by more than {at_most(evidence.alpha * evidence.update)}"
    for layer, steepest in enumerate(evidence.steepest[:-1], start=1):
        if steepest <= FLAT and not evidence.is_step:
            why = f"Every unit of l{layer} sits where the sigmoid is flat for every example, with a slope of at most "
            return (
                "flat-layer",
                f"{why}{at_most(steepest)}, and lets no error through; {moved}",
                smaller(evidence.alpha, len(evidence.X)),
            )
    advice = "Reset and try another seed." if evidence.has_hidden else "Add a hidden layer."
    most = max(float(gross.max()) for gross in evidence.gross)
    if evidence.alpha * most > STILL * evidence.largest:
        flat = _flat_units(evidence)
        why = f"The examples' pushes on a weight add up to {written(most, 2)} in size, but they cancel out"
        return "flat-units" if flat else "cancel", f"{flat}{why}, and {moved}", advice
    if evidence.update > FLAT:
        return "tiny-alpha", f"With alpha {written(evidence.alpha, 6)} {moved}", "Take a larger alpha."
    return "faint", f"No update is larger than {at_most(evidence.update)}, and {moved}", advice


def _flat_units(evidence: Evidence) -> str:
    """Name the flat units of the first layer that has any, as the beginning of a sentence."""
    if not evidence.flat_units:
        return ""
    layer = evidence.flat_units[0][0]
    units = [unit for place, unit in evidence.flat_units if place == layer]
    name, verb = ("units", "are") if len(units) > 1 else ("unit", "is")
    return f"In l{layer} {name} {numbers(units)} {verb} flat for every example. "
