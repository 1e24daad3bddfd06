"""A run is a fold over its recipe and its timeline, and over nothing else."""

import numpy as np
import pytest

from engine import Edit, Recipe, Run


def eventful_run():
    """A run that was slowed, sped up, grown, shrunk and moved about, in bursts of odd lengths."""
    run = Run(Recipe.named("xor", seed=2))
    run.advance(100)
    run.set(alpha=4)
    run.advance(37)
    run.set(hidden_size=9)
    run.set(hidden_size=3)
    run.set(hidden_size=6, alpha=0.5)
    run.advance(1)
    run.set(weights=np.linspace(-1, 1, 6 * 4))
    run.advance(211)
    return run


def test_replaying_recipe_and_timeline_gives_the_same_bits():
    live = eventful_run()
    replayed = Run(live.recipe, live.timeline)
    replayed.advance(live.iteration)
    assert replayed.digest == live.digest
    assert replayed.alpha == live.alpha
    assert replayed.curve.points() == live.curve.points()
    for mine, theirs in zip(replayed.direction_changes, live.direction_changes, strict=True):
        assert (mine == theirs).all()


def test_pace_never_changes_a_bit():
    one_by_one, at_once = Run(Recipe.named("xor", alpha=10)), Run(Recipe.named("xor", alpha=10))
    for _ in range(700):
        one_by_one.advance()
    at_once.advance(700)
    assert one_by_one.digest == at_once.digest


def test_looking_never_changes_a_bit():
    watched, alone = Run(Recipe.named("xor")), Run(Recipe.named("xor"))
    for _ in range(200):
        watched.look()
        watched.predict([[1, 1, 0]])
        _ = watched.error, watched.weights, watched.digest
        watched.advance()
    alone.advance(200)
    assert watched.digest == alone.digest
    assert watched.curve.points() == alone.curve.points()


def test_what_a_look_returned_stays_as_it_was():
    run = Run(Recipe.named("xor"))
    trace = run.look()
    before = trace.l2.copy(), trace.update.copy()
    run.advance(50)
    assert (trace.l2 == before[0]).all()
    assert (trace.update == before[1]).all()


def test_an_edit_takes_effect_for_the_update_of_its_iteration():
    edited = Run(Recipe.named("xor"), [Edit(10, "alpha", 5.0)])
    edited.advance(10)
    before, update = edited.weights[0], edited.look().syn0_update
    assert edited.alpha == 5.0
    edited.advance(1)
    assert edited.weights[0] == pytest.approx(before + 5.0 * update, rel=1e-12)


def test_edits_survive_a_journey_through_json():
    run = eventful_run()
    copies = [Edit.from_dict(edit.to_dict()) for edit in run.timeline]
    assert copies == run.timeline
    assert Recipe.from_dict(run.recipe.to_dict()) == run.recipe


def test_alpha_set_twice_at_one_iteration_leaves_one_edit():
    run = Run(Recipe.named("xor"))
    run.set(alpha=2)
    run.set(alpha=3)
    assert run.timeline == [Edit(0, "alpha", 3.0)]


def test_setting_what_is_so_already_is_no_edit():
    run = Run(Recipe.named("xor"))
    assert run.set(alpha=1, hidden_size=4) == []
    assert run.timeline == []
