"""The past of a run: samples of its weights, and going back."""

import numpy as np
import pytest

from engine import AddColumn, Copies, Recipe, RemoveColumn, RemoveRow, Rules, Run, SetCell, keyframe
from engine.history import next_sample
from engine.stepper import Stepper


def grid(end):
    iterations = [0]
    while (after := next_sample(iterations[-1])) <= end:
        iterations.append(after)
    return iterations


def numbers(history):
    return [
        (sample.iteration, sample.weights.tolist(), sample.sizes, sample.data, sample.rules, sample.error)
        for sample in history.samples
    ]


def test_samples_are_at_every_iteration_then_sixteen_a_doubling_and_where_the_posts_print():
    assert grid(40) == [*range(33), 34, 36, 38, 40]
    assert len([i for i in grid(1 << 20) if 1 << 19 <= i < 1 << 20]) == 16
    assert {10_000 * i for i in range(11)} <= set(grid(200_000))
    assert 110_000 not in grid(200_000)
    assert len(grid(10**9)) < 600


def test_a_sample_is_what_the_run_was():
    run, again = Run(Recipe.named("xor")), Run(Recipe.named("xor"))
    run.advance(20_011)
    assert [sample.iteration for sample in run.history.samples] == grid(20_011)
    for sample in run.history.samples:
        again.advance(sample.iteration - again.iteration)
        assert sample.weights.tolist() == np.concatenate([syn.ravel() for syn in again.weights]).tolist()
        assert sample.error == again.error
        assert (sample.sizes, sample.data, sample.rules) == ((3, 4, 1), again.data, again.rules)


def test_a_sample_cannot_be_written_to():
    run = Run(Recipe.named("xor"))
    run.advance(5)
    with pytest.raises(ValueError):
        run.history.samples[3].weights[0] = 1.0


@pytest.mark.parametrize("recipe", [Recipe.named("xor"), Recipe.named("two-weights"), Recipe.named("xor", alpha=1e308)])
def test_pace_is_nothing_to_the_history(recipe):
    at_once, bit_by_bit = Run(recipe), Run(recipe)
    at_once.advance(1500)
    for iterations in [1] * 40 + [7] * 30 + [250] * 5:
        bit_by_bit.advance(iterations)
    assert repr(numbers(at_once.history)) == repr(numbers(bit_by_bit.history))
    assert at_once.digest == bit_by_bit.digest
    assert repr(at_once.curve.points()) == repr(bit_by_bit.curve.points())
    assert repr(at_once.path.points()) == repr(bit_by_bit.path.points())


def test_a_stop_at_an_error_leaves_the_history_of_a_run_without():
    stopped, whole = Run(Recipe.named("xor")), Run(Recipe.named("xor"))
    for error in (0.5, 0.49, 0.4, 0.3, 0.2, 0.1):
        stopped.advance(100_000, stop_error=error)
        stopped.advance(100_000, stop_error=error)
    whole.advance(stopped.iteration)
    assert numbers(stopped.history) == numbers(whole.history)
    assert stopped.curve.points() == whole.curve.points()


def test_a_sample_is_older_than_the_edits_of_its_iteration_live_and_replayed():
    run = Run(Recipe.named("xor"))
    run.set(data=SetCell(0, 3, 1))
    run.advance(8)
    run.set(data=AddColumn(), hidden_size=5)
    run.advance(9)
    run.set(rules=Rules(slopeless=(1,)), data=RemoveColumn(0))
    run.advance(9)
    samples = {sample.iteration: sample for sample in run.history.samples}
    assert samples[0].data == run.recipe.data != samples[1].data
    assert [samples[i].sizes for i in (8, 9, 17, 18)] == [(3, 4, 1), (4, 5, 1), (4, 5, 1), (3, 5, 1)]
    assert (samples[17].rules.lawful, samples[18].rules.lawful) == (True, False)
    replayed = Run(run.recipe, run.timeline)
    replayed.advance(run.iteration)
    assert numbers(replayed.history) == numbers(run.history)
    resumed = keyframe.load(run.recipe, run.timeline, keyframe.save(run))
    assert numbers(resumed.history) == numbers(run.history)


def test_since_gives_what_is_new():
    run = Run(Recipe.named("xor"))
    run.advance(100)
    seen = run.history.samples
    run.advance(100)
    assert [sample.iteration for sample in run.history.since(seen[-1].iteration + 1)] == grid(200)[len(seen) :]
    assert len(run.history.since(0)) == len(grid(200))


def test_every_trainer_keeps_the_same_samples(monkeypatch):
    wide = Run(Recipe.named("xor", hidden_size=700))
    wide.advance(40)
    assert [sample.iteration for sample in wide.history.samples] == grid(40)
    kernel = Run(Recipe.named("xor"))
    kernel.advance(40)
    monkeypatch.setattr("engine.run.trainer_for", Stepper)
    numpy = Run(Recipe.named("xor"))
    numpy.advance(40)
    for mine, theirs in zip(kernel.history.samples, numpy.history.samples, strict=True):
        assert mine.iteration == theirs.iteration
        assert mine.weights == pytest.approx(theirs.weights, rel=1e-9)
        assert mine.error == pytest.approx(theirs.error, rel=1e-9)


def test_going_back_leads_to_the_run_as_it_was_then():
    run, then = Run(Recipe.named("two-weights")), Run(Recipe.named("two-weights"))
    run.advance(30)
    run.set(data=Copies(8, 0.1, 1))
    run.advance(70)
    run.set(alpha=5, weights=(1.0, 2.0))
    run.advance(50)
    back = run.at(20)
    then.advance(20)
    assert (back.digest, back.timeline) == (then.digest, run.timeline)
    assert back.curve.points() == then.curve.points()
    back.advance(130)
    assert back.digest == run.digest
    assert repr(back.path.points()) == repr(run.path.points())
    assert numbers(back.history) == numbers(run.history)


@pytest.mark.parametrize("iteration", [-1, 11])
def test_a_run_goes_back_only(iteration):
    run = Run(Recipe.named("xor"))
    run.advance(10)
    with pytest.raises(ValueError, match="from 0 to 10"):
        run.at(iteration)


def test_an_edit_is_refused_if_a_later_one_would_not_fit_any_more():
    run = Run(Recipe.named("xor"))
    run.advance(10)
    run.set(data=SetCell(3, 0, 5))
    back = run.at(4)
    with pytest.raises(ValueError, match="Then the edit at iteration 10 would not fit any more: There is no row 4"):
        back.set(data=RemoveRow(0))
    assert back.timeline == run.timeline
    back.advance(6)
    assert back.digest == run.digest
