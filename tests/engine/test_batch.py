"""Many runs trained together are the runs that each would be alone."""

from concurrent.futures import wait
from dataclasses import replace

import numpy as np
import pytest

from engine import Batch, Recipe, Rules, Run, error_slice, error_surface
from engine.backend import BACKEND
from engine.measure import mean_errors


class Code:
    """Stands in for the backend's answer to whether there is code for a shape: always, never, or from some time on."""

    def __init__(self, answers):
        BACKEND.load()
        self.made = BACKEND.machine().training.made
        self.answers = answers

    def __call__(self, sizes, rows):
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return self.made(sizes, rows) if answer else 0


@pytest.fixture(params=[[True], [False], [False, False, False, True]], ids=["in lanes", "one by one", "taken over"])
def code(request, monkeypatch):
    monkeypatch.setattr(BACKEND, "lanes_training", Code(list(request.param)))


def alone(recipe, iterations):
    run = Run(recipe)
    run.advance(iterations)
    return run


def assert_the_same(batch, iterations):
    errors = batch.errors
    for index, recipe in enumerate(batch.recipes):
        run = alone(recipe, iterations)
        assert errors[index] == run.error
        for mine, theirs in zip(batch.weights(index), run.weights, strict=True):
            assert (mine == theirs).all()
        for mine, theirs in zip(batch.direction_changes(index), run.direction_changes, strict=True):
            assert (mine == theirs).all()


@pytest.mark.usefixtures("code")
def test_runs_with_other_seeds_and_alphas_have_the_bits_they_have_alone():
    recipes = [Recipe.named("xor", seed=seed, alpha=0.5 + seed) for seed in range(21)]
    batch = Batch(recipes)
    batch.advance(170)
    batch.advance(130)
    assert_the_same(batch, 300)


@pytest.mark.usefixtures("code")
def test_first_directions_are_no_changes():
    batch = Batch([Recipe.named("xor", seed=seed) for seed in range(8)])
    batch.advance(1)
    assert all(changes.max() == 0 for run in range(8) for changes in batch.direction_changes(run))


@pytest.mark.parametrize("rows", [1, 8, 9, 21])
@pytest.mark.parametrize("sizes", [(3, 1), (3, 2), (3, 4, 1), (3, 1, 1), (3, 9, 3), (2, 3, 2, 1)])
def test_lanes_have_the_bits_of_the_loops_for_any_shape(monkeypatch, sizes, rows):
    monkeypatch.setattr(BACKEND, "lanes_training", Code([True]))
    random = np.random.default_rng(rows)
    data = random.random((rows, sizes[0])).tolist(), random.random((rows, sizes[-1])).tolist()
    batch = Batch([Recipe("custom", *data, sizes[1:-1], seed=seed) for seed in range(6)])
    batch.advance(40)
    assert_the_same(batch, 40)


def test_a_batch_may_mix_what_it_likes():
    recipes = [Recipe.named("xor", hidden_size=size, seed=seed) for seed in range(6) for size in (1, 4, 48)]
    recipes.insert(5, Recipe.named("one-layer"))
    recipes.insert(9, Recipe.named("two-weights", alpha=3))
    batch = Batch(recipes, threads=2)
    batch.advance(0)
    batch.advance(1)
    batch.advance(99)
    assert_the_same(batch, 100)


def test_runs_by_broken_rules_train_alone():
    recipes = [Recipe.named("xor", seed=seed, rules=Rules("step", (1, 2), (0,))) for seed in range(6)]
    batch = Batch([*recipes, *(replace(recipe, rules=Rules()) for recipe in recipes)])
    batch.advance(60)
    assert_the_same(batch, 60)


def test_the_alpha_experiment_of_the_post(golden):
    figures = [row for row in golden["xor"] if row["hidden_size"] == 4 and row["alpha"] <= 10]
    batch = Batch([Recipe.named("xor", alpha=row["alpha"], seed=row["seed"]) for row in figures])
    batch.advance(60_000)
    assert batch.errors == pytest.approx([row["mean_abs_error_at_iteration"]["60000"] for row in figures], rel=1e-9)


def test_progress_is_told_and_a_batch_can_be_cancelled_between_two_segments(monkeypatch):
    monkeypatch.setattr("engine.batch.SEGMENT", 64 * 10 * 100)
    batch = Batch([Recipe.named("xor", seed=seed) for seed in range(10)], threads=1)
    told = []
    assert not batch.advance(10_000, progress=told.append, cancelled=lambda: len(told) == 3)
    assert told == [100, 200, 300]
    assert batch.iteration == 300
    assert_the_same(batch, 300)
    assert batch.advance(50)
    assert batch.iteration == 350


def test_a_batch_that_is_interrupted_knows_where_it_is(monkeypatch):
    batch = Batch([Recipe.named("xor", seed=seed) for seed in range(3)], threads=1)
    waits = []

    def interrupted(futures):
        waits.append(wait(futures))
        if len(waits) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("engine.batch.wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        batch.advance(70)
    assert batch.iteration == 70
    assert_the_same(batch, 70)


def test_wide_networks_too_have_the_bits_they_have_alone():
    recipes = [Recipe.named("xor", hidden_size=700, seed=seed) for seed in range(6)]
    batch = Batch(recipes)
    batch.advance(5)
    assert_the_same(batch, 5)


def test_a_batch_of_nothing_and_backwards():
    batch = Batch([])
    assert batch.advance(10)
    assert batch.errors.shape == (0,)
    with pytest.raises(ValueError, match="forward"):
        batch.advance(-1)


def test_a_batch_without_machine_code_is_only_slower(monkeypatch):
    monkeypatch.setattr(BACKEND, "lanes_training", lambda *shape: 0)
    monkeypatch.setattr(BACKEND, "lanes_measuring", lambda *shape: 0)
    batch = Batch([Recipe.named("xor", seed=seed) for seed in range(9)])
    batch.advance(50)
    assert_the_same(batch, 50)


@pytest.mark.parametrize("sizes", [(2, 1), (2, 3, 1), (2, 4, 9, 1), (2, 3, 3)])
def test_errors_of_many_networks_have_the_bits_of_a_runs_error(sizes):
    random = np.random.default_rng(3)
    data = random.random((13, 2)).tolist(), random.random((13, sizes[-1])).tolist()
    recipe = Recipe("custom", *data, sizes[1:-1])
    runs = [alone(Recipe("custom", *data, sizes[1:-1], seed=seed), 20) for seed in range(11)]
    weights = np.stack([np.concatenate([syn.ravel() for syn in run.weights]) for run in runs], axis=1)
    assert mean_errors(recipe.data, sizes, weights).tolist() == [run.error for run in runs]


def test_a_slice_is_the_error_with_one_weight_moved():
    recipe = Recipe.named("xor")
    run = alone(recipe, 500)
    vector = np.concatenate([syn.ravel() for syn in run.weights])
    heights = error_slice(recipe, vector, 3, [vector[3], 0.0, 7.5])
    assert heights[0] == run.error
    run.set(weights=[*vector[:3], 7.5, *vector[4:]])
    assert heights[2] == run.error


def test_a_slice_of_no_weight_is_refused():
    with pytest.raises(ValueError, match="16 weights"):
        error_slice(Recipe.named("xor"), np.zeros(16), 16, [0.0])


def test_the_surface_is_as_numpy_has_it(monkeypatch):
    recipe, w0, w1 = Recipe.named("two-weights"), np.linspace(-9, 9, 31), np.linspace(-5, 5, 22)
    surface = error_surface(recipe, w0, w1)
    assert surface.shape == (22, 31)
    monkeypatch.setattr(BACKEND, "lanes_measuring", lambda *shape: 0)
    assert (surface == error_surface(recipe, w0, w1)).all()
    monkeypatch.setattr(BACKEND, "_machine", None)
    monkeypatch.setattr(BACKEND, "_missing", True)
    assert surface == pytest.approx(error_surface(recipe, w0, w1), rel=1e-14)


@pytest.mark.parametrize("kind", ["compiled", "numpy"])
def test_the_surface_of_a_step_is_a_step(monkeypatch, kind):
    if kind == "numpy":
        monkeypatch.setattr(BACKEND, "_machine", None)
        monkeypatch.setattr(BACKEND, "_missing", True)
    recipe = Recipe.named("two-weights", rules=Rules("step"))
    assert error_surface(recipe, [-2.0, 0.0, 1e-9], [-3.0, 5.0]).tolist() == [[0.5, 0.5, 0.0], [1.0, 1.0, 0.5]]
