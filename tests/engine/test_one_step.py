"""One iteration is right: by hand, by numeric gradients, and beside an independent implementation."""

from itertools import pairwise
from math import exp

import numpy as np
import pytest

from engine import Recipe, Run


def worked_by_hand(w, v, alpha):
    """One update of a 1 -> 1 -> 1 network with input 1 and target 0, in plain arithmetic."""
    l1 = 1 / (1 + exp(-1 * w))
    l2 = 1 / (1 + exp(-l1 * v))
    l2_delta = (0 - l2) * l2 * (1 - l2)
    l1_delta = l2_delta * v * l1 * (1 - l1)
    return w + alpha * 1 * l1_delta, v + alpha * l1 * l2_delta


def test_a_step_worked_by_hand():
    """w = 0.5, v = -1: l1 = 0.6225, l2 = 0.3492, so both weights must fall and rise as the arithmetic says."""
    run = Run(Recipe("by hand", inputs=((1.0,),), targets=((0.0,),), hidden_sizes=(1,), alpha=2.0))
    run.set(weights=(0.5, -1.0))
    run.advance()
    assert [syn.item() for syn in run.weights] == pytest.approx(worked_by_hand(0.5, -1.0, 2.0), rel=1e-14)


def squared_error(recipe, weights, sizes):
    layer, start = recipe.X, 0
    for before, after in pairwise(sizes):
        layer = 1 / (1 + np.exp(-layer.dot(weights[start : start + before * after].reshape(before, after))))
        start += before * after
    return 0.5 * ((recipe.y - layer) ** 2).sum()


@pytest.mark.parametrize("hidden_sizes", [(), (4,), (5, 3), (2, 4, 3)])
def test_the_update_is_the_downhill_gradient_of_the_squared_error(hidden_sizes):
    run = Run(Recipe.named("xor", hidden_sizes=hidden_sizes, seed=3))
    weights = np.concatenate([syn.ravel() for syn in run.weights])
    numeric, h = np.empty_like(weights), 1e-5
    for i in range(weights.size):
        up, down = weights.copy(), weights.copy()
        up[i] += h
        down[i] -= h
        rise = squared_error(run.recipe, up, run.sizes) - squared_error(run.recipe, down, run.sizes)
        numeric[i] = -rise / (2 * h)
    assert run.look().update == pytest.approx(numeric, rel=1e-6, abs=1e-9)


def plain_xor(alpha, hidden_size, seed, iterations):
    """The posts' network again, with nothing of the engine in it."""
    X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    y = np.array([[0], [1], [1], [0]])
    random = np.random.RandomState(seed)
    syn0, syn1 = 2 * random.random_sample((3, hidden_size)) - 1, 2 * random.random_sample((hidden_size, 1)) - 1
    for _ in range(iterations):
        l1 = 1 / (1 + np.exp(-X.dot(syn0)))
        l2 = 1 / (1 + np.exp(-l1.dot(syn1)))
        l2_delta = (l2 - y) * l2 * (1 - l2)
        l1_delta = l2_delta.dot(syn1.T) * l1 * (1 - l1)
        syn1 = syn1 - alpha * l1.T.dot(l2_delta)
        syn0 = syn0 - alpha * X.T.dot(l1_delta)
    return syn0, syn1


def test_it_agrees_with_an_independent_implementation():
    run = Run(Recipe.named("xor", hidden_size=5, alpha=3, seed=7))
    run.advance(500)
    for mine, theirs in zip(run.weights, plain_xor(3, 5, 7, 500), strict=True):
        assert mine == pytest.approx(theirs, rel=1e-9)


def test_a_trace_names_everything_as_the_posts_do():
    run = Run(Recipe.named("xor"))
    trace = run.look()
    assert (trace.l0 == run.recipe.X).all()
    assert trace.l2_error == pytest.approx(run.recipe.y - trace.l2)
    assert trace.l2_delta == pytest.approx(trace.l2_error * trace.l2 * (1 - trace.l2))
    assert trace.l1_error == pytest.approx(trace.l2_delta @ run.weights[1].T)
    assert trace.syn0_update == pytest.approx(trace.l0.T @ trace.l1_delta)
    assert trace.l1_sum == pytest.approx(trace.l0 @ run.weights[0])
    with pytest.raises(AttributeError, match="3 layers"):
        _ = trace.l3
    with pytest.raises(AttributeError):
        _ = trace.momentum
