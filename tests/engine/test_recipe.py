"""What a recipe takes and refuses."""

import json

import numpy as np
import pytest

from engine import Recipe, Rules, Run


@pytest.mark.parametrize("alpha", [0, -1, float("nan"), float("inf"), "abc", None, True])
def test_alpha_must_be_a_positive_number(alpha):
    with pytest.raises(ValueError, match="alpha must be a positive number"):
        Recipe.named("xor", alpha=alpha)
    run = Run(Recipe.named("xor"))
    with pytest.raises(ValueError, match="alpha must be a positive number"):
        run.set(alpha=alpha)
    assert run.timeline == []


@pytest.mark.parametrize("size", [0, -3, 2.5, "4", True])
def test_hidden_size_must_be_a_whole_number_of_units(size):
    with pytest.raises(ValueError, match="whole number"):
        Recipe.named("xor", hidden_size=size)


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "1"])
def test_seed_must_be_a_whole_number(seed):
    with pytest.raises(ValueError, match="seed must be a whole number"):
        Recipe.named("xor", seed=seed)


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match="one-layer, xor, two-weights"):
        Recipe.named("cifar")


@pytest.mark.parametrize(
    ("inputs", "targets"),
    [((), ()), (((),), ((1.0,),)), (((1.0,), (2.0, 3.0)), ((1.0,), (1.0,))), (((1.0,),), ((1.0,), (2.0,)))],
)
def test_ragged_or_missing_rows_are_refused(inputs, targets):
    with pytest.raises(ValueError):
        Recipe("own", inputs=inputs, targets=targets)


def test_values_that_are_no_numbers_are_refused():
    with pytest.raises(ValueError, match="finite"):
        Recipe("own", inputs=((float("nan"),),), targets=((0.0,),))


def test_rows_may_come_as_lists_or_arrays():
    recipe = Recipe("own", inputs=np.eye(2), targets=[[1], [0]], seed=np.int64(3), alpha=np.float32(2))
    assert recipe.inputs == ((1.0, 0.0), (0.0, 1.0))
    assert recipe == Recipe.from_dict(json.loads(json.dumps(recipe.to_dict())))


def test_a_recipe_from_before_there_were_rules_is_read():
    recipe = Recipe.named("xor")
    old = json.loads(json.dumps(recipe.to_dict()))
    for field in ("columns", "rules", "start"):
        del old[field]
    assert Recipe.from_dict(old) == recipe


def test_columns_rules_and_start_survive_a_journey_through_json():
    recipe = Recipe.named("xor", columns=["a", "", "ones"], rules=Rules("step", flipped=[1]), start="equal")
    assert recipe.data.names == ("a", "x2", "ones")
    again = Recipe.from_dict(json.loads(json.dumps(recipe.to_dict())))
    assert again == recipe
    assert again.fingerprint == recipe.fingerprint != Recipe.named("xor").fingerprint


def test_a_recipe_may_get_other_data():
    data = Recipe.named("two-weights").data
    recipe = Recipe.named("xor", seed=4).with_data(data)
    assert (recipe.data, recipe.sizes, recipe.seed) == (data, (2, 4, 1), 4)


def test_an_unknown_start_is_refused():
    with pytest.raises(ValueError, match="random, zeros, equal"):
        Recipe.named("xor", start="ones")


def test_an_edit_that_fails_leaves_the_run_untouched():
    run = Run(Recipe.named("xor"))
    digest = run.digest
    with pytest.raises(ValueError, match="16 weights, not 2"):
        run.set(alpha=3, weights=(1.0, 2.0))
    with pytest.raises(ValueError, match="nothing that can be edited"):
        run.set(momentum=0.9)
    assert (run.digest, run.timeline) == (digest, [])


def test_an_edit_that_does_not_fit_the_network_leaves_the_run_untouched():
    run = Run(Recipe.named("xor"))
    with pytest.raises(ValueError, match="1 hidden layers, not 2"):
        run.set(hidden_sizes=(4, 3))
    with pytest.raises(ValueError, match="20 weights, not 16"):
        run.set(hidden_size=5, weights=[0.0] * 16)
    assert run.timeline == []
    run.advance(5)


def test_a_run_only_goes_forward():
    with pytest.raises(ValueError, match="forward"):
        Run(Recipe.named("xor")).advance(-1)


def test_it_goes_by_whole_iterations():
    with pytest.raises(ValueError, match="iterations must be a whole number"):
        Run(Recipe.named("xor")).advance("x")


def test_a_name_that_no_field_has_is_refused_with_the_one_that_may_be_meant():
    with pytest.raises(TypeError, match=r"A recipe has no 'hiden_size': 'hidden_size' is meant\?"):
        Recipe.named("xor", hiden_size=3)


def test_inputs_of_the_wrong_width_are_refused():
    with pytest.raises(ValueError, match="3 columns"):
        Run(Recipe.named("xor")).predict([[1, 0]])


def test_other_settings_share_the_rows_and_are_checked():
    recipe = Recipe.named("xor", columns=("a", "b", ""))
    other = recipe.with_settings(alpha=10, hidden_sizes=(32,), seed=7)
    assert other == Recipe.named("xor", columns=("a", "b", ""), alpha=10, hidden_size=32, seed=7)
    assert other.data is recipe.data
    assert (recipe.alpha, recipe.sizes) == (1, (3, 4, 1))
    for wrong in ({"alpha": 0}, {"hidden_sizes": (0,)}, {"seed": -1}, {"start": "twos"}):
        with pytest.raises(ValueError, match="must be"):
            recipe.with_settings(**wrong)
    with pytest.raises(TypeError, match="'alpha' is meant"):
        recipe.with_settings(alfa=2)
    for rows in ("inputs", "targets", "columns"):
        with pytest.raises(TypeError, match="with_data"):
            recipe.with_settings(**{rows: ()})
