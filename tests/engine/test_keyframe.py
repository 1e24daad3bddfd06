"""A keyframe is a cache of a run's state: with it or without, the run is the same."""

import pytest

from engine import Recipe, Run, keyframe


def eventful_run():
    run = Run(Recipe.named("two-weights"))
    run.advance(700)
    run.set(alpha=3)
    run.set(weights=(4.0, -2.0))
    run.advance(900)
    return run


def test_a_run_goes_on_from_its_keyframe_as_if_never_interrupted():
    run = eventful_run()
    again = keyframe.load(run.recipe, run.timeline, keyframe.save(run))
    run.advance(500)
    again.advance(500)
    assert again.digest == run.digest
    assert again.curve.points() == run.curve.points()
    assert repr(again.path.points()) == repr(run.path.points())
    assert (again.direction_changes[0] == run.direction_changes[0]).all()


def test_edits_made_after_the_keyframe_are_applied():
    run = eventful_run()
    saved = keyframe.save(run)
    run.set(alpha=0.25)
    run.advance(10)
    again = keyframe.load(run.recipe, run.timeline, saved)
    again.advance(10)
    assert again.digest == run.digest


def test_a_keyframe_of_another_past_is_refused():
    run = Run(Recipe.named("xor"))
    run.set(alpha=2)
    saved = keyframe.save(run)
    run.set(alpha=3)  # takes the place of the edit that the keyframe includes
    with pytest.raises(ValueError, match="another past"):
        keyframe.load(run.recipe, run.timeline, saved)


def test_what_numpy_trained_is_not_carried_on_by_the_kernel(monkeypatch):
    run = eventful_run()
    saved = keyframe.save(run)
    monkeypatch.setattr("engine.keyframe.ORDER", 0)
    with pytest.raises(ValueError, match="another past"):
        keyframe.load(run.recipe, run.timeline, saved)


def test_a_keyframe_keeps_the_hidden_size(monkeypatch):
    run = Run(Recipe.named("xor"))
    run.advance(50)
    run.set(hidden_size=7)
    run.advance(50)
    again = keyframe.load(run.recipe, run.timeline, keyframe.save(run))
    again.advance(30)
    run.advance(30)
    assert again.digest == run.digest


@pytest.mark.parametrize("data", [b"", b"no keyframe", b"PK\x03\x04 broken"])
def test_damaged_bytes_are_refused(data):
    with pytest.raises(ValueError):
        keyframe.load(Recipe.named("xor"), [], data)
