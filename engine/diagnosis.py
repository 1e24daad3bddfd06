"""Why training has broken down or stands still: the most specific finding that the numbers bear out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine import findings
from engine.autopsy import Autopsy, Rules
from engine.evidence import WRONG, Evidence
from engine.network import quietly
from engine.trace import Trace

Array = NDArray[np.float64]


def diagnosis(
    trace: Trace, weights: Sequence[Array], alpha: float, X: Array, y: Array, rules: Rules | None = None
) -> Autopsy | None:
    """Return what has gone wrong, or None while nothing has.

    Parameters
    ----------
    trace : what the next iteration computes
    weights : syn0, syn1, …
    X : ndarray of shape (n_rows, n_inputs)
    y : ndarray of shape (n_rows, n_outputs)
    rules : what is switched; None for the rules of the posts
    """
    with quietly():
        evidence = Evidence(trace, weights, alpha, X, y, rules)
        if not np.isfinite(trace.output).all() or not np.isfinite(evidence.largest):
            return findings.overflow(evidence)
        if evidence.error < WRONG:
            return None
        found = next((finding for look in findings.IN_ORDER if (finding := look(evidence))), None)
        return found and replace(found, units=evidence.flat_units, slopes=evidence.steepest)
