"""The rules of training, and what becomes of a run that breaks them."""

import json
from math import exp, isnan

import numpy as np
import pytest

from engine import Edit, Recipe, Rules, Run
from engine.network import step


def worked_by_hand(w, v, slope1, slope2, sign0, sign1):
    """One update of a 1 -> 1 -> 1 network with input 1, target 0 and alpha 2, in plain arithmetic."""
    l1 = 1 / (1 + exp(-1 * w))
    l2 = 1 / (1 + exp(-l1 * v))
    l2_delta = (0 - l2) * (l2 * (1 - l2) if slope2 else 1)
    l1_delta = l2_delta * v * (l1 * (1 - l1) if slope1 else 1)
    return w + sign0 * 2 * 1 * l1_delta, v + sign1 * 2 * l1 * l2_delta


@pytest.mark.parametrize("slopeless", [(), (1,), (2,), (1, 2)])
@pytest.mark.parametrize("flipped", [(), (0,), (1,), (0, 1)])
def test_a_step_worked_by_hand(slopeless, flipped):
    rules = Rules(slopeless=slopeless, flipped=flipped)
    run = Run(Recipe("by hand", ((1.0,),), ((0.0,),), (1,), alpha=2.0, rules=rules))
    run.set(weights=(0.5, -1.0))
    expected = worked_by_hand(
        0.5, -1.0, 1 not in slopeless, 2 not in slopeless, -1 if 0 in flipped else 1, -1 if 1 in flipped else 1
    )
    looked = [0.5 + 2 * run.look().update[0], -1.0 + 2 * run.look().update[1]]
    run.advance()
    assert looked == pytest.approx(expected, rel=1e-14)
    assert [syn.item() for syn in run.weights] == pytest.approx(expected, rel=1e-14)


def test_without_the_slope_one_layer_ends_surer_still():
    """The post's outputs are .0097 and .9936 after as many iterations."""
    run = Run(Recipe.named("one-layer", rules=Rules(slopeless=(1,))))
    run.advance(10_000)
    assert run.look().output.ravel() == pytest.approx([0.0002, 0.0001, 0.9999, 0.9999], abs=5e-5)


def test_a_step_has_no_slope_and_never_learns():
    run = Run(Recipe.named("xor", rules=Rules("step")))
    before = run.weights
    run.advance(500)
    for mine, theirs in zip(run.weights, before, strict=True):
        assert (mine == theirs).all()
    assert set(run.look().l1.ravel()) <= {0.0, 1.0}
    assert set(run.predict([[1, 1, 0]]).ravel()) <= {0.0, 1.0}


def test_a_step_without_the_slope_learns_as_the_perceptron_did():
    run = Run(Recipe.named("one-layer", rules=Rules("step", slopeless=(1,))))
    run.advance(100)
    assert run.error == 0


def test_a_step_of_no_number_is_none():
    assert step(np.array([-1.0, -0.0, 0.0, 1e-300])).tolist() == [0, 0, 0, 1]
    assert isnan(step(np.array([np.nan]))[0])


def test_a_wrong_sign_makes_the_error_grow():
    run = Run(Recipe.named("one-layer", rules=Rules(flipped=(0,))))
    errors = [run.error]
    for _ in range(4):
        run.advance(50)
        errors.append(run.error)
    assert errors == sorted(errors)
    assert errors[-1] > 0.98


def test_zeros_leave_xor_at_a_half():
    run = Run(Recipe.named("xor", start="zeros"))
    run.advance(1000)
    assert run.predict(run.data.X).ravel().tolist() == [0.5] * 4


def test_units_that_start_equal_stay_equal():
    run = Run(Recipe.named("xor", start="equal"))
    assert {float(weight) for syn in run.weights for weight in syn.ravel()} == {0.5}
    run.advance(1000)
    syn0, syn1 = run.weights
    assert (syn0 == syn0[:, :1]).all()
    assert (syn1 == syn1[0]).all()
    assert syn0[0, 0] != 0.5


def test_rules_change_while_it_trains_and_are_replayed():
    run = Run(Recipe.named("xor"))
    run.advance(40)
    run.set(rules=Rules("step"))
    run.set(rules=Rules(slopeless=(2,), flipped=(0,)))
    run.advance(40)
    run.set(rules=Rules())
    run.advance(40)
    assert [edit.value.lawful for edit in run.timeline] == [False, True]
    assert run.set(rules=Rules()) == []
    timeline = [Edit.from_dict(json.loads(json.dumps(edit.to_dict()))) for edit in run.timeline]
    replayed = Run(run.recipe, timeline)
    replayed.advance(120)
    assert (replayed.digest, replayed.rules) == (run.digest, Rules())


def test_rules_are_sorted_and_each_is_named_once():
    assert Rules(slopeless=[2, 1, 2], flipped=[1, 0]) == Rules(slopeless=(1, 2), flipped=(0, 1))
    assert Rules().lawful
    assert not Rules(flipped=(0,)).lawful
    assert Rules.from_dict(json.loads(json.dumps(Rules("step", (1,), (0,)).to_dict()))) == Rules("step", (1,), (0,))


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"activation": "tanh"}, "activation must be one of sigmoid, step"),
        ({"slopeless": [0]}, "layers, counted from 1"),
        ({"flipped": [-1]}, "synapses, counted from 0"),
        ({"flipped": [True]}, "synapses, counted from 0"),
        ({"slopeless": 2}, "layers, counted from 1"),
    ],
)
def test_what_is_no_rule_is_refused(rules, sentence):
    with pytest.raises(ValueError, match=sentence):
        Rules.from_dict(rules)


def test_rules_for_layers_that_are_not_there_are_refused():
    run = Run(Recipe.named("xor"))
    with pytest.raises(ValueError, match="last layer is l2, so there is no l3_delta"):
        run.set(rules=Rules(slopeless=(1, 3)))
    with pytest.raises(ValueError, match="last synapse is syn1, so there is no syn2"):
        Recipe.named("xor", rules=Rules(flipped=(2,)))
    assert run.timeline == []
