"""The code panel shows what really runs."""

from types import SimpleNamespace

import numpy as np
import pytest

from app.listing import filled, listing
from engine import Recipe, Run


def executed(recipe, iterations):
    """The variables of the shown script after it ran."""
    hidden = recipe.hidden_sizes[0] if recipe.hidden_sizes else None
    text = filled(listing(recipe), alpha=recipe.alpha, seed=recipe.seed, hidden_size=hidden, iterations=iterations)
    variables: dict = {}
    exec(text, variables)  # our own text, filled with our own numbers
    return SimpleNamespace(**variables)


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe.named("one-layer"),
        Recipe.named("xor", alpha=3, hidden_size=7, seed=5),
        Recipe.named("xor", hidden_sizes=(4, 3)),
        Recipe.named("two-weights", alpha=0.5),
    ],
    ids=lambda recipe: f"{recipe.experiment} {recipe.hidden_sizes}",
)
def test_the_shown_script_trains_the_very_same_network(recipe):
    script = executed(recipe, 300)
    run = Run(recipe)
    run.advance(299)
    assert run.look().output == pytest.approx(getattr(script, f"l{len(run.sizes) - 1}"), rel=1e-9)
    run.advance(1)
    for index, syn in enumerate(run.weights):
        assert syn == pytest.approx(getattr(script, f"syn{index}"), rel=1e-9)


def test_the_listing_has_the_names_of_the_posts():
    text = "\n".join(line.text for line in listing(Recipe.named("xor")))
    for name in ("X", "y", "syn0", "syn1", "l0", "l1", "l2", "l2_error", "l2_delta", "l1_error", "l1_delta", "alpha"):
        assert name in text
    assert np.array_equal(Recipe.named("xor").sizes, (3, 4, 1))
