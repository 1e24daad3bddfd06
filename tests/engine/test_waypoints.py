"""Going to any iteration of a run, and to another timeline of it: always the run as it would be trained afresh."""

import pytest

from engine import AddRow, Edit, Recipe, Run, SetCell, keyframe
from engine.rules import Rules
from engine.state import State
from engine.waypoints import MOST

FAR = 300_000


def edited():
    """A run with an edit of every kind, some of them at a waypoint's own iteration."""
    run = Run(Recipe.named("xor", alpha=2))
    for iterations, change in [
        (700, {"alpha": 4}),
        (324, {"hidden_size": 6}),  # at 1,024
        (1024, {"data": SetCell(0, 0, 0.5)}),
        (2048, {"rules": Rules(slopeless=(1,))}),
        (104, {"data": AddRow((1, 1, 0, 1))}),
        (5000, {"weights": [0.5] * 24}),
        (20_000, {"alpha": 0.5}),
    ]:
        run.advance(iterations)
        run.set(**change)
    run.advance(FAR - run.iteration)
    return run


@pytest.fixture(scope="module")
def run():
    return edited()


def told(run):
    return [(s.iteration, s.error, s.weights.tolist(), s.data, s.rules) for s in run.history.samples]


def assert_the_same(mine, theirs):
    assert mine.digest == theirs.digest
    assert mine.curve.points() == theirs.curve.points()
    assert repr(mine.path.points()) == repr(theirs.path.points())
    assert [c.tolist() for c in mine.direction_changes] == [c.tolist() for c in theirs.direction_changes]
    assert told(mine) == told(theirs)
    assert mine.edits_done == theirs.edits_done


@pytest.mark.parametrize("iteration", [0, 1, 699, 700, 1023, 1024, 1025, 4096, 4097, 30_000, 131_072, 299_999, FAR])
def test_any_iteration_is_as_it_was(run, iteration):
    afresh = Run(run.recipe, run.timeline)
    afresh.advance(iteration)
    assert_the_same(run.at(iteration), afresh)


def test_from_any_iteration_the_run_comes_about_again(run):
    for iteration in (0, 1024, 77_777, FAR):
        back = run.at(iteration)
        back.advance(FAR - iteration)
        assert_the_same(back, run)


def test_a_path_with_moved_weights_is_as_it_was():
    run = Run(Recipe.named("two-weights"))
    run.advance(2048)
    run.set(weights=(1.0, -2.0))
    copy = run.at(2048)
    for one in (run, copy):
        one.advance(5000)
    assert_the_same(copy, run)
    back = run.at(2048)
    assert back.path.points()[0][-1] == 2048
    assert back.weights[0].ravel().tolist() == [1.0, -2.0]


def test_what_one_does_does_not_change_the_other(run):
    digest = run.at(50_000).digest
    back = run.at(40_000)
    back.forget_later()
    back.set(alpha=9)
    back.advance(60_000)
    afresh = Run(back.recipe, back.timeline)
    afresh.advance(100_000)
    assert_the_same(back, afresh)
    assert_the_same(back.at(70_000), afresh.at(70_000))
    assert run.at(50_000).digest == digest


def test_only_the_stretch_from_a_waypoint_on_is_trained(run, monkeypatch):
    """However far the run is: a 32nd of it at the most."""
    done = []
    advance = Run.advance
    monkeypatch.setattr(Run, "advance", lambda self, n, *rest: done.append(n) or advance(self, n, *rest))
    for iteration in range(1000, FAR, 23_456):
        run.at(iteration)
    assert max(done) <= FAR / (MOST // 2)
    done.clear()
    run.at(FAR)
    assert sum(done) == 0


def test_a_timeline_without_an_edit_shares_what_was_before_it(run):
    kept = [edit for edit in run.timeline if edit.iteration != 30_000 - 800 and edit.field != "alpha"]
    other = run.revised(kept)
    assert other.iteration == 700
    other.advance(FAR - 700)
    afresh = Run(run.recipe, kept)
    afresh.advance(FAR)
    assert_the_same(other, afresh)


def test_a_timeline_with_one_more_edit_begins_there(run):
    more = [*run.timeline, Edit(200_000, "alpha", 1.0)]
    other = run.revised(more)
    assert (other.iteration, other.alpha) == (200_000, 1.0)
    other.advance(1000)
    afresh = Run(run.recipe, more)
    afresh.advance(201_000)
    assert_the_same(other, afresh)


def test_the_same_timeline_is_the_same_run(run):
    assert_the_same(run.revised(run.timeline), run)


def test_a_keyframe_knows_the_waypoints_too(run):
    loaded = keyframe.load(run.recipe, run.timeline, keyframe.save(run))
    theirs = [(w.iteration, w.applied, w.alpha, w.sizes, w.data, w.rules, w.numbers.tolist()) for w in run._waypoints]
    mine = [(w.iteration, w.applied, w.alpha, w.sizes, w.data, w.rules, w.numbers.tolist()) for w in loaded._waypoints]
    assert mine == theirs
    for iteration in (1024, 5000, 123_456):
        assert_the_same(loaded.at(iteration), run.at(iteration))


def test_another_timeline_can_begin_at_the_waypoint_and_be_trained_from_there(run):
    more = [*run.timeline, Edit(200_000, "alpha", 1.0)]
    other = run.revised(more, most=0)
    assert run.same_until(more) == 200_000
    assert other.iteration == 200_000 - run.away(200_000) < 200_000
    other.advance(201_000 - other.iteration)
    afresh = Run(run.recipe, more)
    afresh.advance(201_000)
    assert_the_same(other, afresh)


def test_a_copy_goes_on_without_a_look_at_how_the_recipe_begins(run, monkeypatch):
    monkeypatch.setattr(State, "first", None)
    copy = run.fork()
    copy.advance(10)
    assert copy.iteration == FAR + 10


def test_the_error_is_that_of_the_present_weights_whatever_was_changed():
    run = Run(Recipe.named("xor"))
    for change in [{"weights": [0.5] * 16}, {"weights": [0.25] * 16}, {"rules": Rules(slopeless=(1,))}, {"alpha": 3}]:
        run.set(**change)
        assert run.error == Run(run.recipe, run.timeline).error
    run.set(data=SetCell(0, 0, 0.5))
    assert run.error == Run(run.recipe, run.timeline).error
    before = run.error
    run.advance(1)
    assert run.error != before


def test_the_error_is_measured_once_for_every_iteration(monkeypatch):
    run, measured = Run(Recipe.named("xor")), []
    run.advance(10)
    monkeypatch.setattr(type(run._trainer), "error", lambda self, weights: measured.append(1) or 0.5)
    assert (run.error, run.error, len(measured)) == (0.5, 0.5, 1)
