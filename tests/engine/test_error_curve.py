"""The error curve keeps every spike in little room."""

from math import isnan, nan

import numpy as np
import pytest

from engine import Recipe, Run
from engine.curve import EXACT, ErrorCurve, bucket_start


def curve_of(errors):
    curve = ErrorCurve()
    for iteration, error in enumerate(errors):
        curve.add(iteration, error)
    return curve


def test_the_first_iterations_are_kept_one_by_one():
    errors = list(np.random.default_rng(0).random(EXACT))
    assert curve_of(errors).points() == (list(range(EXACT)), errors)


def test_a_spike_of_one_iteration_is_never_lost():
    errors = np.full(50_000, 0.1)
    errors[33_333], errors[44_444] = 0.9, 0.001
    iterations, kept = curve_of(errors).points()
    assert len(kept) < 6_000
    assert (33_333, 0.9) in zip(iterations, kept, strict=True)
    assert (44_444, 0.001) in zip(iterations, kept, strict=True)


def test_points_come_in_the_order_in_which_they_occurred():
    iterations, _ = curve_of(np.random.default_rng(1).random(5_000)).points()
    assert iterations == sorted(set(iterations))


def test_a_nan_is_never_hidden_by_a_number():
    errors = np.full(3_000, 0.2)
    errors[2_001] = nan
    iterations, kept = curve_of(errors).points()
    assert isnan(dict(zip(iterations, kept, strict=True))[2_001])


def test_room_grows_with_the_logarithm_of_the_length():
    starts = {bucket_start(iteration) for iteration in range(1 << 17)}
    assert len(starts) == EXACT + 8 * EXACT // 2
    assert all(bucket_start(start) == start for start in starts)


def test_a_part_and_what_follows_make_the_whole():
    curve = curve_of(np.random.default_rng(2).random(4_000))
    since = bucket_start(2_345)
    whole, part = curve.points(), curve.points(since)
    before = [i for i in whole[0] if i < since]
    assert before + part[0] == whole[0]


def test_a_curve_made_of_its_points_goes_on_as_if_never_interrupted():
    errors = np.random.default_rng(3).random(4_000)
    errors[[1_500, 2_222]] = nan
    whole, first = curve_of(errors), curve_of(errors[:2_800])
    again = ErrorCurve.from_points(*first.points())
    for iteration in range(2_800, 4_000):
        again.add(iteration, errors[iteration])
    assert repr(again.points()) == repr(whole.points())


def test_a_run_records_the_error_before_each_update():
    run = Run(Recipe.named("xor"))
    expected = []
    for _ in range(20):
        expected.append(run.error)
        run.advance()
    assert run.curve.points() == (list(range(20)), pytest.approx(expected, rel=0))
