"""The code panel shows what really runs."""

from types import SimpleNamespace

import numpy as np
import pytest

from app.listing import filled, is_broken, listing
from engine import Data, Recipe, Rules, Run
from engine.changes import Copies, RemoveColumn, SetCell

SETTINGS = {"alpha": 1, "seed": 1, "hidden_size": 4, "iterations": 2}


def executed(recipe, iterations):
    """The variables of the shown script after it ran."""
    hidden = recipe.hidden_sizes[0] if recipe.hidden_sizes else None
    text = filled(listing(Run(recipe)), alpha=recipe.alpha, seed=recipe.seed, hidden_size=hidden, iterations=iterations)
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
        Recipe.named("xor", rules=Rules(slopeless=(2,))),
        Recipe.named("xor", rules=Rules(slopeless=(1,), flipped=(0, 1))),
        Recipe.named("one-layer", rules=Rules(activation="step", slopeless=(1,))),
        Recipe.named("xor", start="zeros"),
        Recipe.named("xor", start="equal"),
        Recipe.named("xor").with_data(Data(((0.1, -2.5e-7), (1 / 3, 4)), ((0.5, 0), (1, 0.25)))),
    ],
    ids=lambda recipe: f"{recipe.experiment} {recipe.hidden_sizes} {recipe.start} {recipe.rules.to_dict()}",
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
    text = "\n".join(line.text for line in listing(Run(Recipe.named("xor"))))
    for name in ("X", "y", "syn0", "syn1", "l0", "l1", "l2", "l2_error", "l2_delta", "l1_error", "l1_delta", "alpha"):
        assert name in text
    assert np.array_equal(Recipe.named("xor").sizes, (3, 4, 1))


def test_every_choice_of_a_line_runs_too():
    lines = listing(Run(Recipe.named("xor")))
    for i, line in enumerate(lines):
        for choice in line.choices if line.key != "X" else []:  # without its ones the shape of syn0 changes with X
            text = filled([*lines[:i], line.model_copy(update={"text": choice.text}), *lines[i + 1 :]], **SETTINGS)
            exec(text, {})  # our own text


def test_the_right_way_is_the_first_choice():
    assert not is_broken(listing(Run(Recipe.named("xor"))))
    assert is_broken(listing(Run(Recipe.named("xor", start="zeros"))))


def test_a_long_table_is_read_from_a_file():
    run = Run(Recipe.named("xor"))
    run.set(data=Copies(200, 0.1, 1))
    text = "\n".join(line.text for line in listing(run))
    assert 'X = np.loadtxt("data.csv", delimiter=",", skiprows=1)[:, :3]' in text
    assert 'y = np.loadtxt("data.csv", delimiter=",", skiprows=1)[:, 3:]' in text


def test_only_an_experiment_without_its_ones_counts_as_broken():
    run = Run(Recipe.named("xor"))
    run.set(data=RemoveColumn(2))
    assert is_broken(listing(run))
    run.set(data=SetCell(0, 0, 5))
    assert not is_broken(listing(run))
