"""Networks too large to be written out train by BLAS, and learn the same."""

import numpy as np
import pytest

from engine import Recipe, Rules, Run
from engine.backend import BACKEND
from engine.kernel import Kernel
from engine.stepper import Stepper
from engine.trainer import trainer_for
from engine.wide import Wide


def recipe_of(rows, *sizes, alpha=0.01):
    random = np.random.default_rng(5)
    return Recipe("custom", random.random((rows, sizes[0])), random.random((rows, sizes[-1])), sizes[1:-1], alpha=alpha)


LARGE = {"many rows": recipe_of(300, 20, 64, 5), "wide": recipe_of(4, 3, 700, 1), "deep": recipe_of(30, 9, 40, 30, 2)}


@pytest.mark.parametrize("name", LARGE)
def test_large_networks_train_by_blas_and_small_ones_do_not(name):
    assert isinstance(trainer_for(LARGE[name].data, LARGE[name].sizes), Wide)
    assert isinstance(trainer_for(Recipe.named("xor").data, (3, 64, 1)), Kernel)


@pytest.mark.parametrize("name", LARGE)
def test_they_learn_what_numpy_learns(monkeypatch, name):
    wide = Run(LARGE[name])
    wide.advance(60)
    monkeypatch.setattr("engine.run.trainer_for", Stepper)
    numpy = Run(LARGE[name])
    numpy.advance(60)
    for mine, theirs in zip(wide.weights, numpy.weights, strict=True):
        assert mine == pytest.approx(theirs, rel=1e-9)
    for mine, theirs in zip(wide.direction_changes, numpy.direction_changes, strict=True):
        assert (mine == theirs).all()
    assert wide.error == pytest.approx(numpy.error, rel=1e-12)
    assert wide.curve.points()[1] == pytest.approx(numpy.curve.points()[1], rel=1e-12)


@pytest.mark.parametrize("name", LARGE)
def test_pace_and_looking_never_change_a_bit_of_them(name):
    at_once, watched = Run(LARGE[name]), Run(LARGE[name])
    at_once.advance(25)
    for _ in range(25):
        watched.advance()
        watched.look()
        assert watched.error >= 0
    assert watched.digest == at_once.digest


def test_by_broken_rules_the_loops_train_them():
    recipe = LARGE["wide"]
    run = Run(recipe)
    run.advance(3)
    run.set(rules=Rules(slopeless=(1,)))
    assert isinstance(trainer_for(recipe.data, recipe.sizes, run.rules), Kernel)
    run.advance(3)
    assert run.look().error == pytest.approx(run.error)


def test_they_stop_at_an_error_and_break_down_in_silence():
    run = Run(recipe_of(300, 20, 64, 1, alpha=0.001))
    low_enough = 0.97 * run.error
    assert 0 < run.advance(2_000, stop_error=low_enough) < 2_000
    assert run.error <= low_enough
    broken = Run(recipe_of(300, 20, 64, 1, alpha=1e308))
    broken.advance(20)
    assert broken.iteration == 20


def test_where_nothing_is_compiled_the_loops_train_them_too(monkeypatch):
    monkeypatch.setattr(BACKEND, "wide_parts", lambda: None)
    assert isinstance(trainer_for(LARGE["wide"].data, LARGE["wide"].sizes), Kernel)
