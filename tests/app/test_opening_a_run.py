"""A run that comes from elsewhere: a link, another session, a program."""

import pytest

from app.refusal import Refusal
from engine import Edit, Recipe, Run

XOR = Recipe.named("xor")
TIMELINE = [Edit(300, "alpha", 5.0), Edit(500, "hidden_sizes", (6,))]


def trained(iteration, recipe=XOR, timeline=TIMELINE):
    run = Run(recipe, timeline)
    run.advance(iteration)
    return run


@pytest.fixture
def open_run(client, page):
    """Opens a run in the session of the page."""
    session = client.app.state.hub.sessions[page.welcome["session"]]
    return lambda *run, **more: client.portal.call(lambda: session.open_run(*run, **more))


def arrived(page):
    """The frame of the run at rest, where it was taken to."""
    page.read_until(lambda m: m["type"] == "controls" and m["catching_up"] is None)
    return page.ask("pause", "frame")


def test_it_is_trained_to_where_it_was(page, open_run):
    open_run(XOR, TIMELINE, 700, name="a run")
    snapshot = page.expect("snapshot")
    assert (snapshot["controls"]["catching_up"], snapshot["arrival"]) == (700, None)
    assert [mark["iteration"] for mark in snapshot["marks"]] == [300, 500]
    assert snapshot["runs"][-1]["name"] == "a run"
    assert arrived(page)["error"] == trained(700).error


def test_it_can_be_known_further_than_it_stands(page, open_run):
    open_run(XOR, TIMELINE, 400, reach=900)
    snapshot = page.read_until(lambda m: m["type"] == "snapshot" and m["controls"]["catching_up"] is None)
    assert (snapshot["frame"]["iteration"], snapshot["controls"]["reach"]) == (400, 900)
    assert snapshot["frame"]["error"] == trained(400).error


def test_it_stops_no_earlier_than_where_it_was(page, open_run):
    open_run(XOR, [], 120_000)
    assert page.expect("snapshot")["controls"]["stop_iteration"] == 120_000
    arrived(page)
    number = page.snapshot["run"]
    open_run(XOR, [], 10)
    assert page.expect("snapshot")["controls"]["stop_iteration"] == 60_000
    arrived(page)
    back = page.ask("choose_run", "snapshot", run=number + 1)
    assert back["controls"]["stop_iteration"] == 120_000


@pytest.mark.parametrize(("digits", "same"), [(64, True), (16, True), (0, False)])
def test_it_is_compared_with_what_it_is_said_to_be(page, open_run, digits, same):
    digest = trained(700).digest[:digits] or "0123456789abcdef"
    open_run(XOR, TIMELINE, 700, digest=digest)
    assert page.expect("snapshot")["arrival"] == {"iteration": 700, "same": None}
    assert page.expect("arrived")["arrival"] == {"iteration": 700, "same": same}


def test_a_run_at_its_beginning_is_compared_too(page, open_run):
    open_run(XOR, [], 0, digest=Run(XOR).digest)
    assert page.expect("arrived")["arrival"] == {"iteration": 0, "same": True}


def test_one_that_was_paused_on_its_way_is_compared_when_it_gets_there(page, open_run):
    digest = trained(40_000, timeline=[]).digest
    open_run(XOR, [], 40_000, digest=digest)
    page.send("pause")
    page.send("set_speed", speed=None)
    page.send("play")
    assert page.expect("arrived")["arrival"] == {"iteration": 40_000, "same": True}


def test_one_that_is_changed_on_its_way_is_no_longer_what_came(page, open_run, open_page):
    open_run(XOR, [], 100_000_000, digest="0" * 16)
    page.expect("snapshot")
    page.send("pause")
    page.ask("set_alpha", "edit_applied", alpha=3)
    assert open_page(session=page.welcome["session"]).snapshot["arrival"] is None


def test_the_run_that_was_there_is_kept_and_opening_can_be_taken_back(page, open_run):
    page.step(30)
    open_run(XOR, TIMELINE, 700)
    page.expect("snapshot")
    arrived(page)
    snapshot = page.ask("undo", "snapshot")
    assert (snapshot["run"], snapshot["frame"]["iteration"], snapshot["controls"]["redo"]) == (1, 30, "run opened")


@pytest.mark.parametrize(
    ("recipe", "experiment"),
    [
        (Recipe("mine", ((0, 1), (1, 0)), ((0,), (1,)), (3,)), "xor"),
        (Recipe("mine", ((0, 1), (1, 0)), ((0,), (1,))), "two-weights"),
        (Recipe("mine", ((0, 1, 1), (1, 0, 1)), ((0,), (1,))), "one-layer"),
    ],
)
def test_a_recipe_of_ones_own_belongs_to_the_nearest_experiment(page, open_run, recipe, experiment):
    digest = trained(20, recipe, []).digest
    open_run(recipe, [], 20, digest=digest)
    assert page.expect("snapshot")["experiment"] == experiment
    assert page.expect("arrived")["arrival"]["same"]


@pytest.mark.parametrize(
    ("recipe", "timeline", "iteration", "words"),
    [
        (XOR, [], 10**10, "this lab trains one for 1,000,000,000 at the most"),
        (Recipe.named("xor", hidden_size=65), [], 5, "65 hidden units, and this lab takes up to 64"),
        (XOR, [Edit(3, "hidden_sizes", (99,))], 5, "99 hidden units"),
        (XOR, [Edit(3, "weights", (1.0, 2.0))], 5, "This run can't be opened: This network has 16 weights, not 2."),
        (Recipe("mine", ((1.0,) * 40,), ((1.0,),)), [], 5, "40 input columns"),
        (XOR, [Edit(i, "alpha", 1.0) for i in range(10_001)], 5, "changed 10,001 times"),
    ],
)
def test_what_is_too_large_is_refused_and_nothing_has_changed(page, open_run, recipe, timeline, iteration, words):
    page.step(3)
    with pytest.raises(Refusal) as refusal:
        open_run(recipe, timeline, iteration)
    assert words in refusal.value.message
    assert page.step(1)["iteration"] == 4
