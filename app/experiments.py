"""The experiments of the posts, as the page offers them."""

from dataclasses import dataclass

from app.refusal import Refusal


@dataclass(frozen=True)
class Experiment:
    """One tab: `iterations` is how long the post trains it."""

    title: str
    about: str
    iterations: int


EXPERIMENTS = {
    "one-layer": Experiment(
        "One layer",
        "Three inputs and one output: the first column gives the answer away, and the network finds that out.",
        10_000,
    ),
    "xor": Experiment(
        "Hidden layer (XOR)",
        "No single column gives the answer, only two of them together: it takes a hidden layer to combine them.",
        60_000,
    ),
    "two-weights": Experiment(
        "Two weights",
        "Only two weights, so the error is a landscape that can be drawn whole, with the network as a ball on it.",
        10_000,
    ),
}
"""By the names that the engine and the page's address use."""

DEFAULT = "xor"


def experiment(name: str) -> Experiment:
    """Return the experiment of that name, or refuse in words."""
    if name not in EXPERIMENTS:
        raise Refusal(
            "unknown_experiment",
            f"There is no experiment called {name[:64]!r}: choose one of {', '.join(EXPERIMENTS)}.",
            "experiment",
        )
    return EXPERIMENTS[name]
