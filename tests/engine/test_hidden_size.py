"""Changing the hidden size while it trains."""

import numpy as np
import pytest

from engine import Recipe, Run


def trained(iterations=50):
    run = Run(Recipe.named("xor"))
    run.advance(iterations)
    return run


def test_surviving_units_keep_their_weights():
    run = trained()
    syn0, syn1 = run.weights
    run.set(hidden_size=7)
    assert (run.weights[0][:, :4] == syn0).all()
    assert (run.weights[1][:4] == syn1).all()
    run.set(hidden_size=2)
    assert (run.weights[0] == syn0[:, :2]).all()
    assert (run.weights[1] == syn1[:2]).all()


def test_new_units_are_drawn_between_minus_one_and_one_from_the_seed():
    run = trained()
    run.set(hidden_size=64)
    new = run.weights[0][:, 4:]
    assert np.abs(new).max() <= 1
    assert np.unique(new).size == new.size
    again = trained()
    again.set(hidden_size=64)
    assert again.digest == run.digest


def test_a_new_unit_does_not_depend_on_how_many_come_with_it():
    few, many = trained(), trained()
    few.set(hidden_size=5)
    many.set(hidden_size=9)
    assert (many.weights[0][:, 4] == few.weights[0][:, 4]).all()


def test_a_unit_that_went_comes_back_as_another():
    run = trained()
    before = run.weights[0][:, 3]
    run.set(hidden_size=3)
    run.set(hidden_size=4)
    assert (run.weights[0][:, 3] != before).all()


def test_direction_changes_of_new_weights_begin_at_zero():
    run = trained(2000)
    before = run.direction_changes[0]
    assert before.any()
    run.set(hidden_size=6)
    assert (run.direction_changes[0][:, :4] == before).all()
    assert not run.direction_changes[0][:, 4:].any()


def test_deeper_networks_change_too():
    run = Run(Recipe.named("xor", hidden_sizes=(4, 3)))
    run.advance(10)
    kept = run.weights[1][:4, :2]
    run.set(hidden_sizes=(6, 2))
    assert [syn.shape for syn in run.weights] == [(3, 6), (6, 2), (2, 1)]
    assert (run.weights[1][:4, :2] == kept).all()
    run.advance(10)


def test_a_network_without_hidden_units_refuses_in_words():
    with pytest.raises(ValueError, match="no hidden layer"):
        Run(Recipe.named("one-layer")).set(hidden_size=3)
    with pytest.raises(ValueError, match="no hidden layer"):
        Recipe.named("two-weights", hidden_size=3)
