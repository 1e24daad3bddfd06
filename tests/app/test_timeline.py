"""Going to any iteration of a run, and changing its timeline afterwards."""

import pytest

from engine import Edit, Recipe, Run

XOR = Recipe.named("xor")


def weights_of(edits, iteration, recipe=XOR):
    """What a run that was trained afresh has there."""
    run = Run(recipe, [Edit(*edit) for edit in edits])
    run.advance(iteration)
    return [syn.tolist() for syn in run.weights]


def frame_at(page, iteration):
    page.send("go_to", iteration=iteration)
    return shown_at(page, iteration)


def shown_at(page, iteration):
    """The frame, alone or in a snapshot, that shows an iteration; what else was told is kept."""
    page.told = []
    while True:
        message = page.read()
        page.told.append(message["type"])
        if message["type"] == "snapshot":
            page.snapshot = message
        frame = message["frame"] if message["type"] == "snapshot" else message
        if frame["type"] == "frame" and frame["iteration"] == iteration:
            return frame


def curve_after(curve, piece):
    kept = sum(iteration < piece["since"] for iteration in curve[0])
    return curve[0][:kept] + piece["iterations"], curve[1][:kept] + piece["errors"]


def edited(page, at=600, alpha=4, more=400):
    page.step(at)
    page.ask("set_alpha", "edit_applied", alpha=alpha)
    page.step(more)


# Scrubbing


def test_any_iteration_is_shown_as_it_was(page):
    page.step(1000)
    for iteration in (999, 1, 500, 0, 1000):
        assert frame_at(page, iteration)["weights"] == weights_of([], iteration)


def test_all_that_follows_is_told_once_and_then_only_frames_come(page):
    page.step(1000)
    frame_at(page, 700)
    assert page.snapshot["known"]["iterations"][-1] == 1000
    assert page.snapshot["controls"]["reach"] == 1000
    for iteration in (300, 900, 1000, 20):
        frame_at(page, iteration)
        assert "snapshot" not in page.told


def test_the_curve_ends_where_the_page_stands_wherever_it_came_from(page):
    page.step(1000)
    page.step(1000)
    page.step(1000)
    curve = ([], [])
    for iteration in (2999, 2000, 1100, 5, 2500, 2600, 3000):
        curve = curve_after(curve, frame_at(page, iteration)["curve"])
        run = Run(XOR)
        run.advance(iteration)
        iterations, errors = run.curve.points()
        assert curve == ([*iterations, iteration], [*errors, run.error])


def test_a_run_goes_no_further_than_it_has_come(page):
    page.step(10)
    assert page.ask("go_to", "error", iteration=11)["message"] == (
        "This run has come to iteration 10: choose one from 0 to 10."
    )


def test_scrubbing_pauses_and_leaves_the_line(page):
    page.step(10)
    page.ask("step_line", "controls")
    page.send("play")
    page.read_until(lambda message: message["type"] == "frame" and message["iteration"] > 10)
    frame_at(page, 4)
    controls = page.snapshot["controls"]
    assert (controls["playing"], controls["line"]) == (False, None)


def test_another_alpha_on_the_way_needs_no_snapshot(page):
    edited(page)
    frame_at(page, 700)
    frame_at(page, 500)
    assert (page.told[0], "snapshot" in page.told) == ("controls", False)
    assert frame_at(page, 800)["weights"] == weights_of([(600, "alpha", 4)], 800)


def test_other_data_on_the_way_come_with_a_snapshot(page):
    page.step(5)
    page.ask("set_cell", "snapshot", row=0, column=0, value=0.5)
    page.step(5)
    frame_at(page, 2)
    assert page.snapshot["inputs"][0][0] == 0
    frame_at(page, 8)
    assert page.snapshot["inputs"][0][0] == 0.5


def test_play_in_the_past_trains_the_same_numbers_and_goes_on_beyond(page):
    edited(page, 60, 4, 40)
    frame_at(page, 50)
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=500)
    page.send("play")
    assert shown_at(page, 500)["weights"] == weights_of([(60, "alpha", 4)], 500)
    assert page.ask("set_speed", "controls", speed=60)["reach"] == 500


def test_of_many_jumps_at_once_the_last_one_counts(page):
    page.step(1000)
    for iteration in range(0, 1000, 10):
        page.send("go_to", iteration=iteration)
    page.send("go_to", iteration=123)
    assert shown_at(page, 123)["weights"] == weights_of([], 123)
    page.send("step")
    assert shown_at(page, 124)["weights"] == weights_of([], 124)


def test_a_jump_that_would_take_too_long_is_refused_in_words(page, monkeypatch):
    page.step(1000)
    monkeypatch.setattr("app.arriving.PATIENCE", 0)
    assert "takes too long" in page.ask("go_to", "error", iteration=900)["message"]
    assert page.step(1)["iteration"] == 1001


def test_every_page_of_a_session_follows_the_thumb(open_page):
    page = open_page()
    page.step(100)
    other = open_page(session=page.welcome["session"])
    page.send("go_to", iteration=40)
    assert shown_at(other, 40)["weights"] == weights_of([], 40)


def test_a_later_iteration_can_be_pinned_from_the_past(page):
    page.step(30)
    frame_at(page, 10)
    pins = page.ask("pin", "pins", iteration=25)["pins"]
    assert pins[-1]["weights"] == weights_of([], 25)


# Removing and moving


def test_an_edit_that_is_removed_never_was(page):
    edited(page)
    page.send("remove_edit", iteration=600, field="alpha")
    assert shown_at(page, 1000)["weights"] == weights_of([], 1000)
    assert page.expect("timeline")["marks"] == []


def test_an_edit_is_removed_while_the_page_stands_elsewhere(page):
    edited(page)
    frame_at(page, 800)
    page.send("remove_edit", iteration=600, field="alpha")
    assert shown_at(page, 800)["weights"] == weights_of([], 800)
    assert page.snapshot["controls"]["reach"] == 1000
    assert frame_at(page, 1000)["weights"] == weights_of([], 1000)


def test_a_mark_of_several_edits_is_removed_whole(page):
    page.step(5)
    for column in (0, 1):
        page.ask("set_cell", "snapshot", row=0, column=column, value=0.5)
    page.step(5)
    snapshot = page.ask("remove_edit", "snapshot", iteration=5, field="data")
    assert (snapshot["marks"], snapshot["inputs"][0]) == ([], [0, 0, 1])


def test_an_edit_that_is_moved_comes_about_there(page):
    edited(page)
    page.send("move_edit", iteration=600, field="alpha", to="200")
    assert shown_at(page, 1000)["weights"] == weights_of([(200, "alpha", 4)], 1000)
    (mark,) = page.expect("timeline")["marks"]
    assert mark == {"iteration": 200, "field": "alpha", "label": "alpha 1 → 4"}


@pytest.mark.parametrize(
    ("to", "words"),
    [("2000", "from 0 to 1,000"), ("soon", "whole number"), ("300", "same kind at iteration 300")],
)
def test_an_edit_cannot_be_moved_just_anywhere(page, to, words):
    page.step(300)
    page.ask("set_alpha", "edit_applied", alpha=2)
    edited(page, 300)
    assert words in page.ask("move_edit", "error", iteration=600, field="alpha", to=to)["message"]
    assert page.step(1)["iteration"] == 1001


def test_edits_that_build_on_each_other_stay_in_order(page):
    page.step(5)
    page.ask("add_column", "snapshot", value=2)
    page.step(5)
    page.ask("set_cell", "snapshot", row=0, column=3, value=9)
    message = page.ask("move_edit", "error", iteration=5, field="data", to=10)["message"]
    assert "same kind at iteration 10" in message
    page.step(5)
    page.send("set_weights", values=[0] * 20)
    page.expect("edit_applied")
    assert "would not fit" in page.ask("remove_edit", "error", iteration=5, field="data")["message"]


def test_an_edit_that_is_not_there_is_not_removed(page):
    page.step(3)
    refusal = page.ask("remove_edit", "error", iteration=2, field="hidden_size")["message"]
    assert refusal == "There is no change of hidden size at iteration 2 on this timeline."


def catching_up(page, monkeypatch):
    """Remove an edit of a run that takes its time to train again, and wait until that is under way."""
    monkeypatch.setattr("app.rerun.INSTANT", 0)
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=300_000)
    page.step(10)
    page.ask("set_alpha", "edit_applied", alpha=0.5)
    page.ask("play", "notice")
    page.send("remove_edit", iteration=10, field="alpha")
    return page.expect("snapshot")


def test_no_more_is_trained_than_the_page_can_wait_for(page, monkeypatch):
    """Not even up to the edit, where the states in memory are far from it."""
    page.step(1000)
    edited(page, 1, 4, 10)
    monkeypatch.setattr("app.rerun.INSTANT", 0)
    snapshot = page.ask("remove_edit", "snapshot", iteration=1001, field="alpha")
    assert (snapshot["frame"]["iteration"], snapshot["controls"]["catching_up"]) == (0, 1011)
    assert page.read_until(lambda m: m["type"] == "controls")["catching_up"] is None
    page.send("step")
    assert shown_at(page, 1012)["weights"] == weights_of([], 1012)


def test_where_it_would_take_too_long_the_page_stays_at_the_end(page, monkeypatch):
    edited(page, 100)
    frame_at(page, 450)
    monkeypatch.setattr("app.rerun.INSTANT", 0)
    monkeypatch.setattr("app.arriving.PATIENCE", 0)
    page.send("remove_edit", iteration=100, field="alpha")
    assert "not taken back to iteration 450" in page.expect("notice")["message"]
    assert shown_at(page, 500)["weights"] == weights_of([], 500)


def test_what_takes_longer_is_trained_again_before_ones_eyes(page, monkeypatch):
    snapshot = catching_up(page, monkeypatch)
    assert snapshot["controls"]["catching_up"] == 300_000
    assert snapshot["frame"]["iteration"] < 300_000
    assert page.read_until(lambda m: m["type"] == "controls")["catching_up"] is None
    page.expect("timeline")
    page.send("step")
    assert shown_at(page, 300_001)["weights"] == weights_of([], 300_001)


def test_pause_stays_where_catching_up_has_come(page, monkeypatch):
    catching_up(page, monkeypatch)
    page.send("pause")
    controls = page.read_until(lambda m: m["type"] == "controls" and m["catching_up"] is None)
    if controls["reach"] < 300_000:  # else it was done before the word came
        page.send("step")
        shown_at(page, controls["reach"] + 1)
