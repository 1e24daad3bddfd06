"""A correlation says how closely a column goes with the target."""

import numpy as np
import pytest

from engine import Recipe, Run
from engine.statistics import correlations

COLUMNS = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=float)
XOR = np.array([0.0, 1, 1, 0])
STRATEGY = np.array([[0.1, 0.2, 0.5, 0.2], [0.2, 0.6, 0.7, 0.1], [0.3, 0.2, 0.3, 0.9], [0.2, 0.1, 0.3, 0.8]])


def test_the_first_part_s_left_column_is_the_target_and_the_ones_say_nothing():
    assert correlations(COLUMNS, np.array([0.0, 0, 1, 1])) == pytest.approx([1, 0, np.nan], nan_ok=True)


def test_no_column_of_xor_goes_with_the_target():
    np.testing.assert_array_equal(correlations(COLUMNS, XOR), [0, 0, np.nan])


def test_in_the_post_s_table_of_hidden_units_the_first_goes_closest_with_the_target():
    assert correlations(STRATEGY, XOR).round(2).tolist() == [0.71, 0.65, 0.3, 0.0]


def test_the_hidden_units_of_xor_begin_unrelated_and_end_related():
    run = Run(Recipe.named("xor"))
    assert correlations(run.look().l1, XOR) == pytest.approx([-0.02, 0.01, -0.11, 0.0], abs=0.005)
    run.advance(60_000)
    sizes = np.abs(correlations(run.look().l1, XOR))
    assert sizes.min() == pytest.approx(0.39, abs=0.005)
    assert sizes.max() == pytest.approx(0.56, abs=0.005)


@pytest.mark.parametrize(("scale", "offset"), [(1e-300, 0), (1e307, 0), (5e-324, 0), (1, 1e13), (2.0**-30, 4096.0)])
def test_neither_huge_nor_tiny_nor_shifted_columns_lose_their_correlation(scale, offset):
    column = np.array([1.0, 2, 3, 5, 8])
    target = np.array([2.0, 1, 4, 3, 9])
    expected = np.corrcoef(column, target)[0, 1]
    assert correlations((column * scale + offset)[:, None], target)[0] == pytest.approx(expected, rel=1e-12)


def test_a_spread_across_the_whole_range_of_floats_does_not_overflow():
    assert correlations(np.array([[-1.7e308], [1.7e308]]), np.array([-1e308, 1e308])) == pytest.approx([1])


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf])
def test_a_number_that_is_not_finite_spoils_its_own_column_only(strange):
    columns = COLUMNS.copy()
    columns[2, 1] = strange
    np.testing.assert_array_equal(np.isnan(correlations(columns, np.array([0.0, 0, 1, 1]))), [False, True, True])
    assert np.isnan(correlations(COLUMNS, np.array([0, 0, 1, strange]))).all()


def test_a_constant_target_or_a_single_row_has_no_correlation():
    assert np.isnan(correlations(COLUMNS, np.full(4, 0.1))).all()
    assert np.isnan(correlations(COLUMNS[:1], XOR[:1])).all()


@pytest.mark.parametrize("size", [1e-300, 0.5, 1e15])
def test_a_column_that_is_constant_but_for_rounding_has_no_correlation(size):
    column = size * (1 + np.finfo(float).eps * np.array([0.0, 1, -1, 2]))
    assert np.ptp(column) > 0
    assert np.isnan(correlations(column[:, None], XOR)).all()
    assert np.isnan(correlations(COLUMNS, column)).all()


def test_the_outputs_of_one_layer_on_xor_end_as_good_as_constant():
    run = Run(Recipe.named("xor", hidden_sizes=()))
    run.advance(2000)
    assert run.look().output[:, 0] == pytest.approx(0.5, abs=1e-14)
    assert np.isnan(correlations(run.look().output, XOR)).all()


def test_it_agrees_with_numpy_on_any_columns():
    stream = np.random.default_rng(3)
    columns, target = stream.normal(size=(500, 7)) * 100, stream.normal(size=500)
    expected = [np.corrcoef(column, target)[0, 1] for column in columns.T]
    assert correlations(columns, target) == pytest.approx(expected, abs=1e-14)
