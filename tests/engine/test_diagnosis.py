"""The sentence on what has gone wrong is there when it has, and true."""

import pytest

from engine import Recipe, Run
from engine.diagnosis import diagnosis


def sentence(iterations, name="xor", **overrides):
    run = Run(Recipe.named(name, **overrides))
    run.advance(iterations)
    return diagnosis(run.look(), run.weights, run.alpha)


@pytest.mark.parametrize("iterations", [5, 50, 1000, 10_000])
def test_alpha_1000_leaves_every_output_where_the_sigmoid_is_flat(iterations):
    said = sentence(iterations, alpha=1000)
    assert "all 4 examples the output sits where the sigmoid is flat" in said
    assert "hardly moves from 0.5" in said


@pytest.mark.parametrize("iterations", [20, 100, 300])
def test_a_run_that_is_going_to_recover_is_not_given_up(iterations):
    """32 units at alpha 10 spend hundreds of iterations at 0.5 with slopes of 1e-4, and end at 0.0009."""
    assert sentence(iterations, alpha=10, hidden_size=32) is None


def test_an_overflow_is_called_one():
    """The two huge weights cancel, so the slope is steep and one of them is pushed beyond what a float holds."""
    run = Run(Recipe("own", inputs=((1.0,),), targets=((1.0,),), hidden_sizes=(2,), alpha=1.79e308))
    run.set(weights=(0.0, 0.0, 1.79e308, -1.79e308))
    assert diagnosis(run.look(), run.weights, run.alpha) is None
    run.advance(1)
    assert "NaN" in diagnosis(run.look(), run.weights, run.alpha)
    run.advance(2)
    assert run.error != run.error


def test_a_flat_hidden_layer_is_named():
    assert "Every unit of l1" in sentence(300, alpha=1e307)


def test_xor_without_a_hidden_layer_cancels_out():
    assert "cancel out" in sentence(20_000, hidden_sizes=())


def test_an_alpha_too_small_to_move_anything_is_named():
    assert "take a larger alpha" in sentence(3, alpha=1e-12)


@pytest.mark.parametrize("iterations", [0, 10, 5000])
def test_nothing_is_said_while_it_learns(iterations):
    assert sentence(iterations) is None


def test_a_solved_task_is_not_called_stuck():
    assert sentence(10, name="two-weights", alpha=1000) is None
