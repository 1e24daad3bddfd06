"""A sweep knows the end of every run of a grid, as each would come to it alone."""

import numpy as np
import pytest

import engine
from engine import Recipe, Rules, Run, Sweep
from engine.backend import BACKEND
from engine.driving import drive
from engine.evidence import WRONG


def assert_the_same(sweep, cells):
    for cell in cells:
        run = Run(sweep.recipe_of(cell))
        run.advance(sweep.iterations)
        assert sweep.errors[cell] == run.error
        assert sweep.solved[cell] == (np.abs(run.look().errors[-1]).max() < WRONG)


def cells_of(sweep):
    return [tuple(cell) for cell in np.ndindex(sweep.errors.shape)]


@pytest.mark.parametrize("together", [True, False])
def test_every_cell_is_the_run_that_it_would_be_alone(monkeypatch, together):
    BACKEND.load()
    code = BACKEND.machine().training.made if together else lambda *shape: 0
    monkeypatch.setattr(BACKEND, "lanes_training", code)
    sweep = Sweep(Recipe.named("xor"), [0.5, 10], [2, 5], seeds=[3, 1, 7, 9, 4], iterations=120)
    while not sweep.is_finished:
        sweep.advance(20_000)
    assert sweep.known.all()
    assert_the_same(sweep, cells_of(sweep))


@pytest.mark.parametrize("rules", [Rules("step", (1, 2), (0,)), Rules(slopeless=(1,))])
def test_other_rules_train_too(rules):
    sweep = Sweep(Recipe.named("xor", rules=rules), [1, 2], [4], seeds=3, iterations=50)
    drive(sweep, 2)
    assert_the_same(sweep, cells_of(sweep))


@pytest.mark.parametrize("sizes", [(), (None,), None])
def test_a_recipe_without_hidden_layer_has_a_row_of_its_own(sizes):
    sweep = Sweep(Recipe.named("one-layer"), [1, 10, 100], sizes, seeds=4, iterations=300)
    drive(sweep)
    assert sweep.hidden_sizes == (None,)
    assert sweep.errors.shape == (1, 3, 4)
    assert_the_same(sweep, cells_of(sweep))


def test_of_several_hidden_layers_the_first_has_the_size():
    recipe = Recipe.named("xor", hidden_sizes=(4, 3))
    sweep = Sweep(recipe, [1], [2, 6], seeds=5, iterations=30)
    drive(sweep)
    assert sweep.recipe_of((1, 0, 0)).hidden_sizes == (6, 3)
    assert_the_same(sweep, cells_of(sweep))


def test_a_map_fills_in_evenly_and_work_is_counted_in_multiplications():
    sweep = Sweep(Recipe.named("xor"), [0.1, 1, 10], [2, 4, 8], seeds=40, iterations=10)
    assert sweep.work == 10 * 4 * (8 + 16 + 32) * 3 * 40
    spread = []
    while not sweep.is_finished:
        before = sweep.worked
        sweep.advance(1)
        assert 0 < sweep.worked - before <= 4 * 32 * 8  # an iteration of eight runs at the most
        counts = sweep.known.sum(axis=2)
        spread.append(counts.max() - counts.min())
        assert np.isnan(sweep.errors[~sweep.known]).all()
    assert max(spread) <= 4  # eight runs are three seeds of an alpha and two of another
    assert sweep.worked == sweep.work
    sweep.advance(10**6)
    assert sweep.worked == sweep.work


def test_many_threads_find_the_same():
    asked = Recipe.named("xor"), [1, 10], [3, 4], 20, 100
    one, four = Sweep(*asked), Sweep(*asked)
    drive(one, 1)
    drive(four, 4)
    assert (one.errors == four.errors).all()


def test_progress_comes_to_1_and_what_was_found_before_a_stop_stays(monkeypatch):
    monkeypatch.setattr("engine.driving.FIRST", 64 * 8 * 50)
    monkeypatch.setattr("engine.driving.SEGMENT", 64 * 8 * 50)
    sweep, told = Sweep(Recipe.named("xor"), [1], [4], 24, 100), []
    assert not drive(sweep, 1, told.append, cancelled=lambda: len(told) == 3)
    assert sweep.known.sum() == 8
    assert_the_same(sweep, [(0, 0, 0), (0, 0, 7)])
    assert drive(sweep, 1, told.append)
    assert told[-1] == 1.0
    assert sweep.known.all()


def test_an_interrupted_sweep_can_be_driven_on():
    sweep = Sweep(Recipe.named("xor"), [1], [4], 24, 100)

    def interrupted(do, shares):
        do(shares[0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep.advance(sweep.work, interrupted, at_once=3)
    assert sweep.known.sum() == 8
    drive(sweep, 2)
    assert_the_same(sweep, cells_of(sweep)[::5])


def test_how_many_seeds_solve_xor_by_hidden_size():
    sweep = engine.sweep(alphas=[1], hidden_sizes=[2, 3, 4, 8], seeds=200)
    assert sweep.solved.mean(axis=2).ravel().tolist() == pytest.approx([0.26, 0.89, 1, 1], abs=0.011)


def test_a_huge_alpha_is_less_lucky_with_many_units():
    sweep = engine.sweep(alphas=[10], hidden_sizes=[32], seeds=200)
    assert sweep.solved.mean() == pytest.approx(0.7, abs=0.02)


def test_a_trial_is_one_cell_of_a_sweep():
    trial = engine.trial(Recipe.named("xor", alpha=10, hidden_size=3), seeds=60, iterations=1_000)
    sweep = engine.sweep("xor", alphas=[10], hidden_sizes=[3], seeds=60, iterations=1_000)
    assert (trial.errors == sweep.errors[0, 0]).all()
    assert trial.errors.shape == (60,)
    assert trial.share == sweep.solved.mean()
    assert trial.best.seed == trial.seeds[int(trial.errors.argmin())]
    assert trial.worst.seed == trial.seeds[int(trial.errors.argmax())]
    run = Run(trial.worst)
    run.advance(1_000)
    assert run.error == trial.errors.max()


def test_a_trial_of_certain_seeds_keeps_their_order():
    assert engine.trial(seeds=[9, 3, 9, 5], iterations=5).seeds == (9, 3, 5)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("1,000,000 seeds, and the limit is 200,000", {"seeds": 1_000_000}),
        ("more than 200,000 seeds", {"seeds": range(10**9)}),
        ("at least 1", {"seeds": 0}),
        ("There are no seeds", {"seeds": []}),
        ("seed must be", {"seeds": [-1]}),
        ("400,000 runs", {"seeds": 100_000, "alphas": [1, 2, 3, 4]}),
        ("There are no alphas", {"alphas": []}),
        ("positive number", {"alphas": [0]}),
        ("at least 1", {"hidden_sizes": [0]}),
        ("no hidden layer", {"recipe": "two-weights", "hidden_sizes": [4]}),
        ("weights together", {"hidden_sizes": [10**9]}),
        ("iterations must be", {"iterations": 0}),
    ],
)
def test_what_no_sweep_can_be_is_refused_in_a_sentence(words, asked):
    with pytest.raises(ValueError, match=words):
        engine.sweep(**{"seeds": 2, "iterations": 10, **asked})


def test_nothing_known_is_no_share():
    trial = engine.trial(seeds=3, iterations=5, cancelled=lambda: True)
    assert np.isnan(trial.share)
    with pytest.raises(ValueError, match="No error is known"):
        trial.best  # noqa: B018


def test_sweeps_and_trials_show_themselves():
    sweep = engine.sweep(alphas=[1, 10], hidden_sizes=[2, 4], seeds=5, iterations=10)
    assert repr(sweep) == "Sweep(xor, 2 hidden sizes × 2 alphas × 5 seeds, 20 of 20 runs)"
    assert str(sweep.plot()).count(">0%<") == 4
    trial = engine.trial(seeds=5, iterations=10)
    assert repr(trial) == "Trial(xor, hidden size 4, alpha 1, 5 of 5 seeds, 0% solved)"
    assert "5 seeds by their error after 10 iterations" in str(trial.plot())
    assert "<img" in trial._repr_html_()
    assert "<img" in sweep._repr_html_()
