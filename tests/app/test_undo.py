"""Taking back what was done to the timeline and to the list of runs, and doing it again."""

import pytest

from app.undo import MOST_STEPS
from engine import Edit, Recipe, Run
from tests.app.test_timeline import frame_at, shown_at, weights_of

XOR = Recipe.named("xor")


def undone(page):
    return page.ask("undo", "snapshot")


def redone(page):
    return page.ask("redo", "snapshot")


def labels(snapshot):
    return snapshot["controls"]["undo"], snapshot["controls"]["redo"]


@pytest.fixture
def together(monkeypatch):
    """Says for how long changes of one thing are one step: for ever, or not at all."""
    return lambda seconds: monkeypatch.setattr("app.undo.TOGETHER", seconds)


def test_an_edit_is_taken_back_and_done_again(page):
    page.step(50)
    page.ask("set_alpha", "edit_applied", alpha=4)
    page.step(50)
    snapshot = undone(page)
    assert labels(snapshot) == (None, "alpha 1 → 4")
    assert (snapshot["frame"]["iteration"], snapshot["marks"]) == (100, [])
    assert snapshot["frame"]["weights"] == weights_of([], 100)
    snapshot = redone(page)
    assert labels(snapshot) == ("alpha 1 → 4", None)
    assert snapshot["frame"]["weights"] == weights_of([(50, "alpha", 4)], 100)


def test_a_change_of_the_recipe_is_taken_back_where_the_run_is(page):
    page.ask("set_alpha", "controls", alpha=7)
    page.step(50)
    assert undone(page)["frame"]["weights"] == weights_of([], 50)
    assert redone(page)["frame"]["weights"] == weights_of([], 50, Recipe.named("xor", alpha=7))


def test_one_drag_of_a_slider_is_one_step(page, together):
    page.step(5)
    together(1000)
    for alpha in (2, 3, 4):
        page.ask("set_alpha", "edit_applied", alpha=alpha)
    together(0)
    page.ask("set_alpha", "edit_applied", alpha=5)
    assert labels(undone(page)) == ("alpha 1 → 4", "alpha 4 → 5")
    assert labels(undone(page)) == (None, "alpha 1 → 4")


def test_a_drag_while_the_run_plays_is_one_step_too(page, together):
    together(1000)
    for alpha in (2, 3, 4):
        page.step(5)
        page.ask("set_alpha", "edit_applied", alpha=alpha)
    snapshot = undone(page)
    assert (snapshot["marks"], labels(snapshot)) == ([], (None, "alpha 1 → 4"))


def test_a_reset_is_taken_back(page):
    page.step(40)
    page.ask("reset", "snapshot")
    page.step(3)
    snapshot = undone(page)
    assert (snapshot["run"], snapshot["frame"]["iteration"]) == (page.snapshot["run"], 40)
    assert (snapshot["others"], labels(snapshot)) == ([], (None, "Reset"))
    snapshot = redone(page)
    assert snapshot["frame"]["iteration"] == 3
    assert [other["run"] for other in snapshot["others"]] == [page.snapshot["run"]]


def test_another_seed_is_taken_back_though_nothing_was_trained(page):
    page.ask("set_seed", "snapshot", seed=7)
    snapshot = undone(page)
    assert (snapshot["controls"]["seed"], labels(snapshot)[1]) == (1, "seed 1 → 7")
    assert snapshot["frame"]["weights"] == weights_of([], 0)


def test_a_branch_is_taken_back_by_turning_to_the_run_it_came_from(page):
    page.step(100)
    frame_at(page, 60)
    branch = page.ask("set_alpha", "snapshot", alpha=9)
    page.step(5)
    snapshot = undone(page)
    assert (snapshot["run"], snapshot["frame"]["iteration"], snapshot["controls"]["reach"]) == (1, 60, 100)
    assert (snapshot["others"], labels(snapshot)) == ([], (None, "alpha 1 → 9"))
    snapshot = redone(page)
    assert (snapshot["run"], snapshot["frame"]["iteration"]) == (branch["run"], 65)
    assert snapshot["frame"]["weights"] == weights_of([(60, "alpha", 9)], 65)


def test_a_removed_and_a_moved_edit_come_back(page):
    page.step(20)
    page.ask("set_hidden_size", "edit_applied", hidden_size=6)
    page.step(20)
    page.ask("remove_edit", "snapshot", iteration=20, field="hidden_size")
    assert labels(undone(page)) == ("hidden size 4 → 6", "hidden size 4 → 6 removed")
    page.ask("move_edit", "snapshot", iteration=20, field="hidden_size", to=30)
    snapshot = undone(page)
    assert labels(snapshot) == ("hidden size 4 → 6", "hidden size 4 → 6 moved")
    run = Run(XOR, [Edit(20, "hidden_sizes", (6,))])
    run.advance(40)
    assert snapshot["frame"]["error"] == run.error


def test_names_and_what_is_hidden_come_back(page):
    page.step(1)
    page.ask("rename_run", "runs", run=1, name="first")
    page.ask("hide_run", "runs", run=1, hidden=True)
    (row,) = undone(page)["runs"]
    assert (row["name"], row["hidden"]) == ("first", False)
    (row,) = undone(page)["runs"]
    assert row["name"] == ""


def test_deleted_runs_come_back(page):
    for iteration in (10, 20, 30):
        page.step(iteration)
        page.ask("reset", "snapshot")
    page.ask("delete_run", "snapshot", run=2)
    page.ask("clear_older", "snapshot")
    assert labels(undone(page)) == ("run deleted", "2 runs deleted")
    snapshot = undone(page)
    assert [(other["run"], other["iterations"][-1]) for other in snapshot["others"]] == [(1, 10), (2, 20), (3, 30)]


def test_a_new_change_forgets_what_was_taken_back(page):
    page.step(1)
    page.ask("set_alpha", "edit_applied", alpha=2)
    undone(page)
    page.ask("set_alpha", "edit_applied", alpha=3)
    assert page.ask("redo", "error")["message"] == "There is nothing to redo."


def test_what_was_refused_or_changed_nothing_is_no_step(page):
    page.step(10)
    page.ask("set_alpha", "error", alpha=-1)
    page.ask("set_alpha", "controls", alpha="1.00")
    frame_at(page, 5)
    page.ask("set_weights", "error", values=["a"])
    page.ask("set_alpha", "controls", alpha=1)
    assert page.ask("undo", "error")["message"] == "There is nothing to undo."


def test_there_is_an_end_to_what_can_be_taken_back(page, together):
    page.step(1)
    together(0)
    for alpha in range(2, MOST_STEPS + 10):
        page.ask("set_alpha", "edit_applied", alpha=alpha)
    for _ in range(MOST_STEPS):
        snapshot = undone(page)
    assert labels(snapshot)[0] is None


def test_there_is_an_end_to_the_tables_that_can_come_back(page, together, monkeypatch):
    together(0)
    monkeypatch.setattr("app.undo.MOST_CELLS", 10_000)
    table = "\n".join(f"{i},{i % 2}" for i in range(1000))
    for step in range(9):
        page.ask("load_data", "snapshot", text=f"{step},1\n{table}")
        page.ask("use_data", "snapshot", name="xor")
    taken = 0
    while labels(undone(page))[0] is not None:
        taken += 1
    assert 2 <= taken < 12


def test_a_run_that_plays_goes_on_after_an_edit_was_taken_back(page):
    page.step(5)
    page.ask("set_alpha", "edit_applied", alpha=2)
    page.send("play")
    page.read_until(lambda message: message["type"] == "frame" and message["iteration"] > 8)
    snapshot = undone(page)
    assert snapshot["controls"]["playing"]
    frame = page.read_until(lambda m: m["type"] == "frame" and m["iteration"] > snapshot["frame"]["iteration"])
    assert frame["weights"] == weights_of([], frame["iteration"])


def test_what_can_be_taken_back_survives_a_reload(page, open_page):
    page.step(5)
    page.ask("set_alpha", "edit_applied", alpha=2)
    again = open_page(session=page.welcome["session"])
    assert labels(again.snapshot) == ("alpha 1 → 2", None)
    undone(again)
    assert shown_at(page, 5)["weights"] == weights_of([], 5)


def test_pins_stay_what_they_were(page):
    page.step(10)
    page.ask("set_alpha", "edit_applied", alpha=2)
    page.step(10)
    page.ask("pin", "pins", iteration=15)
    snapshot = undone(page)
    assert snapshot["pins"][1]["weights"] == weights_of([(10, "alpha", 2)], 15)
