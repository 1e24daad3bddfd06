"""How much work the past of a run was."""

from engine import Run

BROKEN_RULES = 6.0
"""How many times longer an iteration takes whose rules are not the posts': no machine code is made for them."""


def heaviest(run: Run) -> float:
    """Return how many times the work of a present iteration one of the run's past may have been."""
    past = run.history.samples
    most = max(sample.data.n_rows * len(sample.weights) for sample in past)
    broken = run.rules.lawful and not all(sample.rules.lawful for sample in past)
    return max(1.0, most / run.multiplications) * (BROKEN_RULES if broken else 1.0)
