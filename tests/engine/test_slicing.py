"""Both errors along one weight are those of the network with the weight there; their slopes are the update's."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine import Recipe, Rules, Run, error_slice
from engine.data import Data
from engine.slicing import slice_through

PLACES = np.linspace(-10, 10, 101)


def vector_of(run):
    return np.concatenate([syn.ravel() for syn in run.weights])


@pytest.fixture(params=["one-layer", "xor", "two-weights"])
def run(request):
    run = Run(Recipe.named(request.param))
    run.advance(321)
    return run


def test_the_mean_error_along_any_weight_is_that_of_the_engine(run):
    vector = vector_of(run)
    for index in range(len(vector)):
        errors = slice_through(run.data, run.sizes, vector, index, PLACES).errors
        np.testing.assert_allclose(errors, error_slice(run.present, vector, index, PLACES), rtol=0, atol=1e-14)


def test_an_iteration_adds_what_makes_half_the_squared_error_fall(run):
    vector = vector_of(run)
    found = [slice_through(run.data, run.sizes, vector, index, []).slopes[1] for index in range(len(vector))]
    np.testing.assert_allclose(found, -run.look().update, rtol=1e-12, atol=1e-18)


def test_both_slopes_are_those_of_the_curves(run):
    vector, near = vector_of(run), 1e-5
    found = slice_through(run.data, run.sizes, vector, 1, vector[1] + near * np.array([-1, 1]))
    rise = [np.diff(heights)[0] / (2 * near) for heights in (found.errors, found.squares)]
    np.testing.assert_allclose(found.slopes, rise, atol=1e-9)


def test_where_the_weight_is_both_errors_are_those_of_the_run(run):
    found = slice_through(run.data, run.sizes, vector_of(run), 0, [])
    trace = run.look()
    assert found.here == pytest.approx((run.error, np.sum(trace.errors[-1] ** 2) / 2), rel=1e-14)


def test_a_step_has_no_slope():
    run = Run(Recipe.named("xor", rules=Rules(activation="step")))
    found = slice_through(run.data, run.sizes, vector_of(run), 0, PLACES, run.rules)
    assert found.slopes == (0.0, 0.0)
    assert set(found.errors) <= {0.0, 0.25, 0.5, 0.75, 1.0}


def test_along_every_weight_of_the_posts_xor_the_squared_error_has_one_dip_or_none():
    run = Run(Recipe.named("xor", seed=1))
    for index in range(16):
        heights = slice_through(run.data, run.sizes, vector_of(run), index, PLACES).squares
        turns = np.diff(np.sign(np.diff(heights)))
        assert np.count_nonzero(turns > 0) <= 1


def test_a_slice_of_no_weight_is_refused():
    with pytest.raises(ValueError, match="16 weights"):
        slice_through(Recipe.named("xor").data, (3, 4, 1), np.zeros(16), 16, [0.0])


def test_what_the_page_is_held_to_is_what_the_engine_says():
    for case in json.loads((Path(__file__).parents[1] / "slices.json").read_text()):
        recipe = Recipe.named("xor").with_data(Data(case["inputs"], case["targets"]))
        recipe = replace(recipe, hidden_sizes=tuple(case["sizes"][1:-1]))
        vector = np.concatenate([np.ravel(matrix) for matrix in case["weights"]])
        places = np.linspace(*case["range"], 101)[::10]
        np.testing.assert_allclose(case["errors"], error_slice(recipe, vector, case["index"], places), atol=1e-14)
