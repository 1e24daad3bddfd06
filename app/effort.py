"""How much work a run is, and its past was."""

from engine import Run
from engine.rules import Rules

BROKEN_RULES = 6.0
"""How many times longer an iteration takes whose rules are not the posts': no machine code is made for them."""


def work(run: Run) -> float:
    """Return how much work a present iteration is, in multiplications by the posts' rules."""
    return _work(run.multiplications, run.rules)


def heaviest(run: Run) -> float:
    """Return how much work an iteration of the run's past was, at about the most."""
    past = run.history.samples
    return max([work(run), *(_work(sample.data.n_rows * len(sample.weights), sample.rules) for sample in past)])


def _work(multiplications: int, rules: Rules) -> float:
    return multiplications * (1.0 if rules.lawful else BROKEN_RULES)
