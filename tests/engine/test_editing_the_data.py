"""Changing the data while it trains."""

import json

import numpy as np
import pytest

from engine import (
    AddColumn,
    AddRow,
    Copies,
    Edit,
    Recipe,
    RemoveColumn,
    RemoveRow,
    Replace,
    Rules,
    Run,
    SetCell,
    Shuffle,
    keyframe,
)


def trained(iterations=50, name="xor", **overrides):
    run = Run(Recipe.named(name, **overrides))
    run.advance(iterations)
    return run


def eventful_run():
    run = trained(30)
    for change in [SetCell(0, 3, 1.0), AddRow((0.5, 0.5, 1, 0)), AddColumn(-1), RemoveColumn(0), Shuffle(2)]:
        run.set(data=change)
        run.advance(17)
    run.set(data=Copies(40, 0.1, 3), rules=Rules(slopeless=(2,)))
    run.set(data=RemoveRow(1), hidden_size=6)
    run.advance(23)
    run.set(rules=Rules(), data=Replace(((1, 2, 3, 4), (2, 1, 0, 3)), ((0, 1), (1, 0)), ("a", "b", "c", "d")))
    run.advance(40)
    return run


def assert_the_same(one, other):
    assert one.digest == other.digest
    assert (one.data, one.rules, one.alpha) == (other.data, other.rules, other.alpha)
    assert one.curve.points() == other.curve.points()
    for mine, theirs in zip(one.direction_changes, other.direction_changes, strict=True):
        assert (mine == theirs).all()


def test_live_and_replayed_runs_have_the_same_bits():
    live = eventful_run()
    timeline = [Edit.from_dict(json.loads(json.dumps(edit.to_dict()))) for edit in live.timeline]
    assert timeline == live.timeline
    replayed = Run(live.recipe, timeline)
    replayed.advance(live.iteration)
    assert_the_same(replayed, live)


def test_a_resumed_run_goes_on_as_if_never_interrupted():
    live = eventful_run()
    resumed = keyframe.load(live.recipe, live.timeline, keyframe.save(live))
    assert_the_same(resumed, live)
    for run in (live, resumed):
        run.set(data=SetCell(0, 0, 9))
        run.advance(50)
    assert_the_same(resumed, live)


def test_a_row_more_or_less_leaves_the_weights_and_changes_what_they_learn():
    run, alone = trained(), trained()
    run.set(data=AddRow((1, 0, 1, 0)))
    assert run.digest == alone.digest
    assert run.look().l2.shape == (5, 1)
    run.advance(1)
    assert run.digest != alone.digest
    run.set(data=RemoveRow(4))
    assert run.data == alone.data


def test_a_changed_target_changes_the_error_at_once():
    run = trained(5000)
    before = run.error
    run.set(data=SetCell(0, 3, 1))
    assert run.error > before + 0.2
    assert run.look().error == pytest.approx(run.error)


def test_a_column_that_goes_takes_its_weights_only():
    run = trained()
    syn0, syn1 = run.weights
    run.set(data=RemoveColumn(1))
    assert run.sizes == (2, 4, 1)
    assert (run.weights[0] == syn0[[0, 2]]).all()
    assert (run.weights[1] == syn1).all()
    assert run.predict([[1, 1]]).shape == (1, 1)


def test_a_column_that_comes_gets_fresh_weights_from_the_seed():
    run = trained(2000)
    syn0, turns = run.weights[0], run.direction_changes[0]
    run.set(data=AddColumn(at=1))
    drawn = 2 * np.random.default_rng([1, 2, 2000, 1]).random(4) - 1
    assert (run.weights[0][1] == drawn).all()
    assert (run.weights[0][[0, 2, 3]] == syn0).all()
    assert (run.direction_changes[0][[0, 2, 3]] == turns).all()
    assert not run.direction_changes[0][1].any()
    run.advance(1)
    assert not run.direction_changes[0][1].any()


def test_a_table_of_another_width_keeps_what_has_the_same_place():
    run = trained(10)
    syn0, syn1 = run.weights
    run.set(data=Replace(((1, 2, 3, 4),), ((0, 1),)))
    assert run.sizes == (4, 4, 2)
    assert (run.weights[0][:3] == syn0).all()
    assert (run.weights[1][:, :1] == syn1).all()
    assert (run.weights[1][:, 1] == 2 * np.random.default_rng([1, 3, 10, 1]).random(4) - 1).all()
    run.set(data=Replace(((1,),), ((0,),)))
    assert (run.weights[0] == syn0[:1]).all()
    run.advance(5)


def test_one_layer_may_get_columns_and_outputs_at_once():
    run = trained(10, "one-layer")
    syn0 = run.weights[0]
    run.set(data=Replace(((1, 2, 3, 4),), ((0, 1),)))
    assert (run.weights[0][:3, :1] == syn0).all()
    assert np.abs(run.weights[0]).min() > 0
    run.advance(5)


def test_the_order_of_rows_is_nothing_to_the_network():
    run, shuffled = Run(Recipe.named("xor")), Run(Recipe.named("xor"))
    shuffled.set(data=Shuffle(3))
    assert shuffled.data != run.data
    for one in (run, shuffled):
        one.advance(1000)
    for mine, theirs in zip(run.weights, shuffled.weights, strict=True):
        assert np.abs(mine - theirs).max() < 1e-9


@pytest.mark.parametrize("rows", [1000, 10_000])
def test_many_copies_train_like_the_few(rows):
    run = Run(Recipe.named("xor", alpha=4 / rows))
    run.set(data=Copies(rows, 0.02, 1))
    assert run.multiplications == rows * 16
    run.advance(5)
    single = trained(5)
    for mine, theirs in zip(run.weights, single.weights, strict=True):
        assert mine == pytest.approx(theirs, abs=0.05)


def test_an_edit_that_does_not_fit_leaves_the_run_untouched():
    run = trained()
    digest = run.digest
    with pytest.raises(ValueError, match="There is no row 8"):
        run.set(alpha=3, data=SetCell(7, 0, 1))
    with pytest.raises(ValueError, match="nothing that can be edited"):
        run.set(data="more")
    assert (run.digest, run.timeline, run.alpha) == (digest, [], 1.0)


def test_a_change_that_changes_nothing_is_no_edit():
    run = trained()
    assert run.set(data=SetCell(0, 2, 1)) == []
    assert run.set(data=Copies(4, 0.5, 1)) == []


def test_changes_of_data_never_replace_each_other():
    run = trained()
    run.set(data=SetCell(0, 0, 5))
    run.set(data=SetCell(0, 0, 6))
    assert [edit.value.value for edit in run.timeline] == [5.0, 6.0]


def test_the_path_goes_on_over_other_data_and_breaks_where_weights_come_and_go():
    run = trained(3, "two-weights")
    run.set(data=SetCell(0, 0, 1))
    run.advance(2)
    assert run.path.points()[0] == [0, 1, 2, 3, 4]
    run.set(data=AddColumn())
    run.advance(4)
    run.set(data=RemoveColumn(2))
    run.advance(1)
    iterations, positions = run.path.points()
    assert iterations == [0, 1, 2, 3, 4, 5, 5, 9, 9]
    assert [bool(np.isnan(place[0])) for place in positions] == [False] * 6 + [True, False, False]
    replayed = Run(run.recipe, run.timeline)
    replayed.advance(run.iteration)
    assert repr(replayed.path.points()) == repr(run.path.points())


def test_the_present_recipe_begins_with_what_the_run_has_come_to():
    run = eventful_run()
    run.set(alpha=3)
    recipe = run.present
    assert (recipe.data, recipe.rules, recipe.sizes, recipe.alpha) == (run.data, run.rules, run.sizes, 3.0)
    assert recipe.data.names == ("a", "b", "c", "d")
    assert recipe == Recipe.from_dict(json.loads(json.dumps(recipe.to_dict())))
