"""Play, pause, step, reset, speed and stop conditions."""

import pytest

from engine import Recipe, Run


def reached(iteration):
    return lambda message: message.get("type") == "frame" and message["iteration"] >= iteration


def test_play_trains_and_pause_keeps_everything(page):
    page.send("play")
    page.read_until(reached(10))
    page.send("pause")
    assert not page.read_until(lambda m: m["type"] == "controls" and not m["playing"])["playing"]
    page.expect("frame")
    page.step()


def test_what_is_streamed_is_what_the_engine_computes(page):
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=2000)
    page.send("play")
    frame = page.read_until(reached(2000))
    run = Run(Recipe.named("xor"))
    run.advance(2000)
    assert frame["error"] == run.error
    assert frame["weights"] == [syn.tolist() for syn in run.weights]
    assert frame["layers"][-1] == run.look().l2.tolist()
    assert frame["sums"][0] == run.look().l1_sum.tolist()


def test_credits_that_come_late_never_change_a_bit(page):
    """A look at a run in the middle of a burst would leave a stale trace behind, and the next update would use it."""
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=20_000)
    page.send("play")
    frame = page.expect("frame")
    while frame["iteration"] < 20_000:
        for number in (0, frame["number"] - 1, frame["number"]):
            page.send("painted", frame=number)
        frame = page.expect("frame")
    run = Run(Recipe.named("xor"))
    run.advance(20_000)
    assert frame["weights"] == [syn.tolist() for syn in run.weights]


def test_the_pieces_of_the_curve_add_up_to_all_of_it(page):
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=5000)
    page.send("play")
    iterations, errors = [], []
    while not iterations or iterations[-1] < 5000:
        curve = page.expect("frame")["curve"]
        kept = sum(iteration < curve["since"] for iteration in iterations)
        iterations, errors = iterations[:kept] + curve["iterations"], errors[:kept] + curve["errors"]
    run = Run(Recipe.named("xor"))
    run.advance(5000)
    expected = run.curve.points()
    assert (iterations[:-1], errors[:-1]) == expected
    assert (iterations[-1], errors[-1]) == (5000, run.error)


def test_it_stops_at_the_iteration_set_and_says_so(page):
    page.send("set_stop", iteration=50)
    page.send("play")
    assert "iteration 50, as set" in page.expect("notice")["message"]
    assert page.expect("frame")["iteration"] == 50


def test_play_goes_on_beyond_a_stop(page):
    page.send("set_stop", iteration=50)
    page.send("play")
    page.expect("notice")
    page.send("play")
    assert "60,050" in page.expect("notice")["message"]
    page.read_until(reached(51))


def test_it_stops_when_the_error_has_come_down(page):
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=60_000, error="0,1")
    page.send("play")
    assert "come down to 0.1" in page.expect("notice")["message"]
    frame = page.expect("frame")
    run = Run(Recipe.named("xor"))
    assert run.advance(60_000, stop_error=0.1) == frame["iteration"]


def test_an_error_to_stop_at_can_be_set_where_the_run_has_stopped(page):
    page.send("set_stop", iteration=50)
    page.send("play")
    page.expect("notice")
    assert page.ask("set_stop", "controls", iteration=50, error=0.2)["stop_error"] == 0.2


def test_reset_starts_again_with_the_present_settings_and_keeps_the_old_curve(page):
    page.step(30)
    page.ask("set_alpha", "edit_applied", alpha=10)
    page.ask("set_hidden_size", "edit_applied", hidden_size=32)
    snapshot = page.ask("reset", "snapshot")
    assert snapshot["frame"]["iteration"] == 0
    assert snapshot["marks"] == []
    expected = Run(Recipe.named("xor", alpha=10, hidden_size=32, seed=1))
    assert snapshot["frame"]["weights"] == [syn.tolist() for syn in expected.weights]
    (other,) = snapshot["others"]
    assert other["iterations"][-1] == 30
    assert other["label"] == "alpha 1 → 10, hidden size 4 → 32, seed 1, 30 iterations"
    assert page.ask("clear_older", "snapshot")["others"] == []


def test_a_run_that_never_began_is_not_kept(page):
    assert page.ask("reset", "snapshot")["others"] == []


def test_a_seed_starts_again_from_its_own_weights(page):
    snapshot = page.ask("set_seed", "snapshot", seed="7")
    assert snapshot["controls"]["seed"] == 7
    assert snapshot["frame"]["weights"][0] == Run(Recipe.named("xor", seed=7)).weights[0].tolist()


def test_each_experiment_keeps_its_own_run(page):
    page.step(12)
    assert page.ask("choose_experiment", "snapshot", experiment="two-weights")["frame"]["iteration"] == 0
    page.step(3)
    assert page.ask("choose_experiment", "snapshot", experiment="xor")["frame"]["iteration"] == 12
    assert page.ask("choose_experiment", "snapshot", experiment="two-weights")["frame"]["iteration"] == 3


def test_an_experiment_left_behind_pauses(page):
    page.send("play")
    page.read_until(reached(1))
    page.ask("choose_experiment", "snapshot", experiment="one-layer")
    assert not page.ask("choose_experiment", "snapshot", experiment="xor")["controls"]["playing"]


def test_before_the_first_iteration_the_settings_are_part_of_the_recipe(page):
    """So that 32 units, alpha 10 and Play give the post's run, and the code panel is true."""
    page.ask("set_alpha", "controls", alpha=10)
    page.send("set_hidden_size", hidden_size=32)
    shown = page.read_until(lambda m: m["type"] == "frame" and len(m["weights"][1]) == 32)
    expected = Run(Recipe.named("xor", alpha=10, hidden_size=32))
    assert shown["weights"] == [syn.tolist() for syn in expected.weights]
    assert page.ask("clear_older", "snapshot")["marks"] == []


def test_a_stop_that_was_passed_is_back_after_a_reset(page):
    page.send("set_stop", iteration=50, error=0.4)
    page.send("play")
    page.expect("notice")
    page.ask("play", "notice")
    assert page.ask("reset", "snapshot")["controls"]["stop_iteration"] == 50
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=5000, error=0.4)
    page.ask("play", "notice")
    page.send("play")
    assert "does not stop this run again" in page.expect("notice")["message"]
    assert page.ask("reset", "snapshot")["controls"]["stop_error"] == 0.4


def test_choosing_one_stop_leaves_the_other_as_it_was_chosen(page):
    page.send("set_stop", iteration=50)
    page.send("play")
    page.expect("notice")
    page.ask("play", "notice")
    beyond = page.ask("pause", "controls")["stop_iteration"]
    assert page.ask("set_stop", "controls", iteration=beyond, error=0.001)["stop_iteration"] == beyond
    controls = page.ask("reset", "snapshot")["controls"]
    assert (controls["stop_iteration"], controls["stop_error"]) == (50, 0.001)


def test_sizes_dragged_through_at_one_iteration_are_one_mark(page):
    page.step()
    for size in (5, 6, 7):
        mark = page.ask("set_hidden_size", "edit_applied", hidden_size=size)["mark"]
    assert mark["label"] == "hidden size 4 → 7"
    page.step()
    page.ask("set_hidden_size", "edit_applied", hidden_size=2)
    snapshot = page.ask("clear_older", "snapshot")
    assert [mark["label"] for mark in snapshot["marks"]] == ["hidden size 4 → 7", "hidden size 7 → 2"]


def test_the_slowest_speed_is_one_iteration_a_second(page):
    page.send("set_speed", speed=1)
    page.send("play")
    assert page.read_until(reached(1))["iteration"] == 1


def test_dropping_the_ball_moves_the_weights_and_training_goes_on(page):
    page.ask("choose_experiment", "snapshot", experiment="two-weights")
    page.step(5)
    page.send("drop_weights", weights=[-6.5, "7"])
    assert page.expect("edit_applied")["mark"] == {"iteration": 5, "field": "weights", "label": "weights moved"}
    frame = page.expect("frame")
    assert frame["weights"] == [[[-6.5], [7.0]]]
    assert frame["path"]["w0"][-1] == -6.5
    assert "NaN" in frame["path"]["w0"]
    assert page.step()["iteration"] == 6


def test_the_selected_example_is_remembered(page):
    assert page.ask("select_row", "controls", row=3)["row"] == 3
    assert page.ask("reset", "snapshot")["controls"]["row"] == 3


def test_an_edit_while_it_trains_is_a_mark_and_the_run_goes_on(page):
    page.send("play")
    page.read_until(reached(5))
    mark = page.ask("set_alpha", "edit_applied", alpha=4)["mark"]
    assert mark["label"] == "alpha 1 → 4"
    frame = page.read_until(reached(mark["iteration"] + 10))
    run = Run(Recipe.named("xor"))
    run.advance(mark["iteration"])
    run.set(alpha=4)
    run.advance(frame["iteration"] - mark["iteration"])
    assert frame["error"] == run.error


def test_a_huge_alpha_is_explained(page):
    page.ask("set_alpha", "controls", alpha="1e3")
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=3000)
    page.send("play")
    assert "flat" in page.read_until(reached(3000))["why"]["sentence"]


@pytest.mark.parametrize("name", ["one-layer", "xor", "two-weights"])
def test_every_experiment_trains(open_page, name):
    page = open_page(query={"experiment": name})
    assert page.step(100)["error"] < page.snapshot["frame"]["error"]
