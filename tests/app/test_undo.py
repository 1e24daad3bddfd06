"""Taking back what was done to the timeline and to the list of runs, and doing it again."""

import gc
import weakref

import pytest

from app.kept import Numbers
from app.messages import Arrival
from app.settings import Settings
from app.undo import MOST_STEPS
from app.workspace import Workspace
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


def weight(page, value, answer="edit_applied", **more):
    return page.ask("set_weight", answer, synapse=1, row=0, column=0, value=value, **more)


@pytest.mark.parametrize(("field", "before"), [("alpha", 1), ("hidden_size", 4)])
def test_a_hand_that_rests_in_a_drag_of_a_slider_makes_one_step_still(page, together, field, before):
    page.step(5)
    together(0)
    for value in (2, 3, 6):
        page.ask(f"set_{field}", "edit_applied", gesture=7, **{field: value})
    snapshot = undone(page)
    assert (snapshot["controls"][field], labels(snapshot)[0]) == (before, None)


def test_a_hand_that_rests_in_a_drag_of_a_weight_makes_one_step_still(page, together):
    page.step(5)
    together(0)
    for value in (2, 3, 6):
        weight(page, value, gesture=7)
        page.step(1)
    snapshot = undone(page)
    assert (snapshot["marks"], labels(snapshot)[0]) == ([], None)
    assert snapshot["frame"]["weights"] == weights_of([], 8)


def test_two_gestures_are_two_steps_however_close_they_are(page, together):
    page.step(5)
    together(1000)
    for value, gesture in ((2, 7), (3, 8), (4, 8), (5, None)):
        weight(page, value, gesture=gesture)
    assert [undone(page)["frame"]["weights"][1][0][0] for _ in range(2)] == [4, 2]
    assert labels(undone(page))[0] is None


@pytest.mark.parametrize("hands", [(7, 8), (7, 8, 9), (7, None)])
def test_hands_that_move_one_thing_by_turns_are_a_step_each(page, together, hands):
    page.step(5)
    page.ask("set_alpha", "edit_applied", alpha=9)
    together(1000)
    for value in range(20):
        for hand, gesture in enumerate(hands, start=1):
            weight(page, value + hand / 10, gesture=gesture)
    for _ in hands:
        snapshot = undone(page)
    assert labels(snapshot) == ("alpha 1 → 9", "weights moved")
    assert snapshot["frame"]["weights"] == weights_of([(5, "alpha", 9)], 5)


def test_a_key_long_after_another_is_no_part_of_a_drag_in_between(page, together):
    page.step(5)
    together(0)
    for value, gesture in ((2, None), (3, 7), (4, None)):
        weight(page, value, gesture=gesture)
    assert [undone(page)["frame"]["weights"][1][0][0] for _ in range(2)] == [3, 2]


def test_what_is_changed_in_mid_drag_parts_it_into_two_steps(page, together):
    page.step(5)
    together(0)
    weight(page, 2, gesture=7)
    page.ask("set_alpha", "edit_applied", alpha=4)
    weight(page, 3, gesture=7)
    undone(page)
    weight(page, 5, gesture=7)
    assert labels(undone(page)) == ("alpha 1 → 4", "weights moved")


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


def still_catching_up(page, monkeypatch):
    """Remove an edit of a run in a lab that gets round to nothing."""
    monkeypatch.setattr("app.session.Session.turn", lambda session: None)
    monkeypatch.setattr("app.rerun.INSTANT", 0)
    page.step(1000)
    page.ask("set_alpha", "edit_applied", alpha=2)
    page.step(100)
    assert page.ask("remove_edit", "snapshot", iteration=1000, field="alpha")["controls"]["catching_up"] == 1100


def test_what_was_known_before_a_paused_catching_up_is_known_again(page, monkeypatch):
    still_catching_up(page, monkeypatch)
    page.send("pause")
    assert undone(page)["controls"]["catching_up"] == 1100


@pytest.mark.parametrize(
    ("away", "back"),
    [
        ({"type_": "reset"}, {"type_": "undo"}),
        (
            {"type_": "choose_experiment", "experiment": "one-layer"},
            {"type_": "choose_experiment", "experiment": "xor"},
        ),
    ],
)
def test_catching_up_goes_on_in_a_run_that_is_turned_to_again(page, monkeypatch, away, back):
    still_catching_up(page, monkeypatch)
    page.send(**away)
    assert page.expect("snapshot")["controls"]["catching_up"] is None
    page.send(**back)
    assert page.expect("snapshot")["controls"]["catching_up"] == 1100


def test_another_run_is_not_trained_again_before_it_is_in_view(page, monkeypatch):
    page.step(1000)
    page.step(100)
    page.ask("branch", "snapshot")
    page.ask("choose_run", "snapshot", run=1)
    page.ask("set_alpha", "edit_applied", alpha=2)
    page.ask("choose_run", "snapshot", run=2)
    page.ask("set_alpha", "edit_applied", alpha=3)
    undone(page), undone(page)
    monkeypatch.setattr("app.rerun.INSTANT", 0)
    snapshot = redone(page)  # run 1 gets its edit while run 2 is in view
    first = next(row for row in snapshot["runs"] if row["run"] == 1)
    assert (snapshot["run"], first["iteration"] < 1100) == (2, True)
    page.ask("choose_run", "snapshot", run=1)
    assert shown_at(page, 1100)["weights"] == weights_of([(1100, "alpha", 2)], 1100)


def test_a_run_that_is_as_it_was_stays_compared_with_its_link(client, page):
    page.step(5)
    session = client.app.state.hub.sessions[page.welcome["session"]]
    kept = session.workspace.kept
    kept.arrival, kept.digest = Arrival(iteration=5, same=None), kept.known.digest
    page.ask("rename_run", "runs", run=1, name="mine")
    kept.compare()
    assert undone(page)["arrival"] == {"iteration": 5, "same": True}


def test_nothing_is_kept_of_runs_that_no_step_brings_back():
    workspace = Workspace.fresh(Settings(database=""), Numbers(), XOR)
    workspace.layout()
    described = weakref.ref(workspace.kept.described)
    for _ in range(40):
        workspace.run.advance(1)
        workspace.reset()
    gc.collect()
    assert described() is None
