"""The error surface and the path over it."""

from math import isnan

import numpy as np
import pytest

from engine import Recipe, Run, error_surface


def test_the_surface_is_what_a_run_at_that_point_says():
    run = Run(Recipe.named("two-weights"))
    w0, w1 = [-3.0, 0.5], [-1.0, 2.0, 7.5]
    surface = error_surface(run.recipe, w0, w1)
    assert surface.shape == (3, 2)
    for j, first in enumerate(w0):
        for i, second in enumerate(w1):
            run.set(weights=(first, second))
            assert surface[i, j] == pytest.approx(run.error, rel=1e-15)


def test_other_networks_have_no_surface():
    with pytest.raises(ValueError, match="two weights; this one has 16"):
        error_surface(Recipe.named("xor"), [0.0], [0.0])


def test_the_path_begins_where_the_weights_began_and_follows_them():
    run = Run(Recipe.named("two-weights"))
    expected = []
    for _ in range(10):
        expected.append(tuple(run.weights[0].ravel()))
        run.advance()
    assert run.path.points() == (list(range(10)), expected)


def test_dropping_the_weights_breaks_the_path_and_training_goes_on_from_there():
    run = Run(Recipe.named("two-weights"))
    run.advance(5)
    run.set(weights=(-8.0, 8.0))
    assert run.weights[0].ravel().tolist() == [-8.0, 8.0]
    before = run.error
    run.advance(2000)
    assert run.error < before
    iterations, positions = run.path.points()
    broken = [i for i, (w0, _) in zip(iterations, positions, strict=True) if isnan(w0)]
    assert broken == [5]
    replayed = Run(run.recipe, run.timeline)
    replayed.advance(run.iteration)
    assert replayed.digest == run.digest
    assert np.array_equal(replayed.path.points()[1], positions, equal_nan=True)


def test_dropping_twice_at_one_iteration_is_dropping_once():
    run = Run(Recipe.named("two-weights"))
    run.advance(3)
    run.set(weights=(1.0, 1.0))
    run.set(weights=(2.0, 2.0))
    replayed = Run(run.recipe, run.timeline)
    replayed.advance(3)
    assert len(run.timeline) == 1
    assert np.array_equal(replayed.path.points()[1], run.path.points()[1], equal_nan=True)


def test_a_run_of_many_weights_keeps_no_path():
    run = Run(Recipe.named("xor"))
    run.advance(5)
    assert run.path.points() == ([], [])
