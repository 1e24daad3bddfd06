"""Runs beside each other: branches, their names and colours, and the table that compares them."""

import asyncio
from math import inf

import pytest
from starlette.testclient import TestClient

from app import goals
from app.kept import KeptRun
from app.main import create_app
from app.metrics import Metrics
from app.session import Session
from app.settings import Settings
from app.tempo import Tempo
from engine import Edit, Recipe, Run
from tests.app.conftest import Page
from tests.app.test_timeline import frame_at, weights_of

XOR = Recipe.named("xor")


def rows(message, *names):
    """These columns of the table in a message."""
    table = message["rows"] if message["type"] == "runs" else message["runs"]
    return [tuple(row[name] for name in names) for row in table]


def test_a_change_in_the_past_keeps_the_run_as_it_was(page):
    page.step(100)
    page.ask("set_alpha", "edit_applied", alpha=3)
    page.step(100)
    frame_at(page, 40)
    snapshot = page.ask("set_alpha", "snapshot", alpha=2)
    assert [mark["label"] for mark in snapshot["marks"]] == ["alpha 1 → 2"]
    assert (snapshot["frame"]["iteration"], snapshot["controls"]["reach"]) == (40, 40)
    assert rows(snapshot, "run", "iteration", "fork", "colour") == [
        (1, 200, None, 0),
        (2, 40, {"run": 1, "iteration": 40}, 1),
    ]
    (other,) = snapshot["others"]
    assert (other["run"], other["iterations"][-1]) == (1, 200)
    assert page.step(10)["weights"] == weights_of([(40, "alpha", 2)], 50)
    back = page.ask("choose_run", "snapshot", run=1)
    assert (back["frame"]["iteration"], back["controls"]["reach"]) == (40, 200)
    assert frame_at(page, 200)["weights"] == weights_of([(100, "alpha", 3)], 200)


def test_one_drag_of_a_slider_in_the_past_makes_one_branch(page):
    page.step(100)
    frame_at(page, 40)
    page.ask("set_alpha", "snapshot", alpha=2)
    for alpha in (3, 4, 5):
        page.ask("set_alpha", "edit_applied", alpha=alpha)
    snapshot = page.ask("undo", "snapshot")
    assert (snapshot["run"], snapshot["others"], snapshot["controls"]["redo"]) == (1, [], "alpha 1 → 5")


@pytest.mark.parametrize(
    ("verb", "fields", "recipe", "edits"),
    [
        ("set_alpha", {"alpha": 5}, Recipe.named("xor", alpha=5), []),
        ("set_hidden_size", {"hidden_size": 7}, Recipe.named("xor", hidden_size=7), []),
        ("set_weights", {"values": [0.5] * 16}, XOR, [(0, "weights", (0.5,) * 16)]),
    ],
)
def test_a_change_at_the_very_beginning_branches_there(page, verb, fields, recipe, edits):
    page.step(50)
    frame_at(page, 0)
    snapshot = page.ask(verb, "snapshot", **fields)
    assert rows(snapshot, "run", "fork") == [(1, None), (2, {"run": 1, "iteration": 0})]
    assert page.step(20)["weights"] == weights_of(edits, 20, recipe)


def test_a_change_where_the_run_ends_is_just_an_edit(page):
    page.step(50)
    frame_at(page, 20)
    frame_at(page, 50)
    page.ask("set_alpha", "edit_applied", alpha=2)
    assert rows(page.ask("hide_run", "runs", run=1, hidden=True), "run") == [(1,)]


def test_a_branch_goes_on_with_other_settings_and_the_run_stays(page):
    page.step(30)
    snapshot = page.ask("branch", "snapshot", alpha="10", hidden_size=6)
    assert {mark["label"] for mark in snapshot["marks"]} == {"alpha 1 → 10", "hidden size 4 → 6"}
    assert snapshot["runs"][1]["fork"] == {"run": 1, "iteration": 30}
    run = Run(XOR, [Edit(30, "alpha", 10), Edit(30, "hidden_sizes", (6,))])
    run.advance(50)
    assert page.step(20)["error"] == run.error
    page.ask("choose_run", "snapshot", run=1)
    assert page.step(20)["weights"] == weights_of([], 50)


def test_a_branch_without_a_change_is_the_same_run_again(page):
    page.step(30)
    page.ask("branch", "snapshot")
    assert page.step(20)["weights"] == weights_of([], 50)


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"alpha": "0"}, "positive number"), ({"hidden_size": 65}, "from 1 to 64"), ({"alpha": "x"}, "positive number")],
)
def test_a_branch_that_cannot_be_is_refused(page, fields, words):
    page.step(3)
    assert words in page.ask("branch", "error", **fields)["message"]
    assert rows(page.ask("hide_run", "runs", run=1, hidden=True), "run") == [(1,)]


def test_before_anything_was_trained_there_is_nothing_to_branch_from(page):
    assert "train it first" in page.ask("branch", "error")["message"]


def test_runs_keep_their_colours_and_a_new_one_takes_one_that_is_free(page):
    for _ in range(3):
        page.step(5)
        snapshot = page.ask("branch", "snapshot")
    assert rows(snapshot, "run", "colour") == [(1, 0), (2, 1), (3, 2), (4, 3)]
    assert rows(page.ask("delete_run", "snapshot", run=2), "run", "colour") == [(1, 0), (3, 2), (4, 3)]
    assert rows(page.ask("branch", "snapshot"), "run", "colour") == [(1, 0), (3, 2), (4, 3), (5, 1)]
    assert rows(page.ask("choose_run", "snapshot", run=3), "run", "colour") == [(1, 0), (3, 2), (4, 3), (5, 1)]


def test_the_branches_of_a_deleted_run_are_branches_of_its_parent(page):
    page.step(20)
    page.ask("branch", "snapshot")
    page.step(10)
    page.ask("branch", "snapshot")
    page.step(10)
    frame_at(page, 15)
    snapshot = page.ask("branch", "snapshot")
    forks = rows(snapshot, "run", "fork")
    first, second, third, fourth = forks
    assert [fork for _, fork in (second, third, fourth)] == [
        {"run": 1, "iteration": 20},
        {"run": 2, "iteration": 30},
        {"run": 3, "iteration": 15},
    ]
    third = (3, {"run": 1, "iteration": 20})
    assert rows(page.ask("delete_run", "snapshot", run=2), "run", "fork") == [first, third, fourth]
    fourth = (4, {"run": 1, "iteration": 15})
    assert rows(page.ask("delete_run", "snapshot", run=3), "run", "fork") == [first, fourth]
    page.ask("undo", "snapshot")
    assert rows(page.ask("undo", "snapshot"), "run", "fork") == forks


def test_siblings_of_a_deleted_run_still_know_that_they_share_a_past(page):
    page.step(20)
    page.ask("branch", "snapshot")
    page.step(10)
    page.ask("branch", "snapshot")
    assert rows(page.ask("delete_run", "snapshot", run=1), "run", "fork") == [
        (2, {"run": 1, "iteration": 20}),
        (3, {"run": 2, "iteration": 30}),
    ]


def test_the_present_run_cannot_be_deleted(page):
    page.step(2)
    assert "choose another one first" in page.ask("delete_run", "error", run=1)["message"]


@pytest.mark.parametrize("verb", ["choose_run", "delete_run"])
def test_a_run_that_is_not_there_is_refused(page, verb):
    assert page.ask(verb, "error", run=77)["message"] == "There is no run 77 here."


def test_a_name_is_one_line_of_words(page):
    assert rows(page.ask("rename_run", "runs", run=1, name=" my \n run "), "name") == [("my run",)]


def test_when_there_is_no_room_the_oldest_without_a_name_goes_and_is_named(page, settings):
    page.step(1)
    page.ask("rename_run", "runs", run=1, name="dear")
    for _ in range(settings.max_other_runs):
        page.ask("branch", "snapshot")
    page.send("branch")
    assert page.expect("notice")["message"] == "There is no room for more runs, so run 2 has gone: Undo brings it back."
    numbers = [number for (number,) in rows(page.expect("snapshot"), "run")]
    assert (numbers[:2], len(numbers)) == ([1, 3], settings.max_other_runs + 1)
    assert (2,) in rows(page.ask("undo", "snapshot"), "run")


def test_a_removed_edit_shortens_the_past_that_branches_share(page):
    page.step(10)
    page.ask("set_alpha", "edit_applied", alpha=2)
    page.step(10)
    page.ask("branch", "snapshot")
    page.step(10)
    snapshot = page.ask("remove_edit", "snapshot", iteration=10, field="alpha")
    assert snapshot["runs"][1]["fork"] == {"run": 1, "iteration": 10}
    assert page.ask("undo", "snapshot")["runs"][1]["fork"] == {"run": 1, "iteration": 20}


def test_the_table_tells_how_runs_compare(page):
    (row,) = page.ask("step", "runs", iterations=300)["rows"]
    run = Run(XOR)
    run.advance(300)
    assert row["error"] == run.error
    assert row["largest_weight"] == max(abs(syn).max() for syn in run.weights)
    assert row["direction_changes"] == sum(changes.sum() for changes in run.direction_changes)
    assert row["label"] == "alpha 1, hidden size 4, seed 1, 300 iterations"


@pytest.mark.parametrize("goal", [0.499, 0.42, 0.1, 0.02])
def test_the_table_tells_the_first_iteration_that_came_down_to_the_goal(page, goal):
    page.send("set_speed", speed=None)
    page.send("set_stop", iteration=30_000)
    page.ask("play", "notice")
    run = Run(XOR)
    run.advance(30_000, stop_error=goal)
    page.send("set_goal", error=str(goal))
    message = page.read_until(lambda m: m["type"] == "runs" and m["rows"][0]["goal_reached"] is not None)
    assert message["rows"][0]["goal_reached"] == run.iteration


def test_a_goal_that_was_never_reached_is_none_until_it_is(page):
    page.step(20)
    page.send("set_goal", error=0.3)
    assert page.expect("runs")["rows"][0]["goal_reached"] is None
    page.send("set_speed", speed=None)
    page.send("play")
    page.expect("notice")
    run = Run(XOR)
    run.advance(60_000, stop_error=0.3)
    message = page.read_until(lambda m: m["type"] == "runs" and m["rows"][0]["goal_reached"] is not None)
    assert message["rows"][0]["goal_reached"] == run.iteration


@pytest.mark.parametrize("error", ["2", "0", "soon"])
def test_a_goal_is_an_error(page, error):
    assert "above 0 and below 1" in page.ask("set_goal", "error", error=error)["message"]
    assert page.ask("set_goal", "controls", error="")["goal"] is None


@pytest.mark.parametrize("iterations", [10, 0], ids=["under way", "not yet begun"])
def test_the_row_of_a_paused_run_tells_its_settings_as_soon_as_they_change(page, iterations):
    if iterations:
        page.step(iterations)
    page.send("set_alpha", alpha=4)
    page.send("step")
    told = []
    page.read_until(lambda message: told.append(message) or message.get("iteration") == iterations + 1)
    before = next(message for message in told if message["type"] == "runs")
    ((label, iteration),) = rows(before, "label", "iteration")
    assert ("4" in label, iteration) == (True, iterations)


def in_no_time(run, iterations):
    return 0.0


def for_ever(run, iterations):
    return inf


def test_a_search_that_gave_up_begins_again_where_it_did():
    run, exact = Run(XOR), Run(XOR)
    run.advance(60_000)
    exact.advance(60_000, stop_error=0.01)
    kept = KeptRun.of(1, run)
    goals.look_for(kept, 0.01, for_ever)
    assert kept.row(0.01).goal_reached is None
    run.advance(5)
    assert goals.is_unknown(kept, 0.01)
    goals.look_for(kept, 0.01, in_no_time)
    assert kept.row(0.01).goal_reached == exact.iteration


def test_a_run_with_another_past_has_not_come_down_to_a_goal_yet():
    run = Run(XOR)
    run.advance(60_000)
    kept = KeptRun.of(1, run)
    goals.look_for(kept, 0.1, in_no_time)
    assert kept.row(0.1).goal_reached
    kept.become(run.at(10))
    assert kept.row(0.1).goal_reached is None


def test_a_goal_is_sought_in_the_experiment_that_is_turned_to_meanwhile():
    async def story():
        session = Session("s", Settings(database=""), lambda _: None, Tempo(60), Metrics())
        session.open(XOR)
        session.workspace.run.advance(20)
        async with session.lock:
            session.workspace.goal = 0.3
            session.changed_runs()
            await asyncio.sleep(0)  # the search has begun, and waits for the lock
            session.choose("one-layer")
            session.workspace.run.advance(300)
            session.workspace.goal = 0.3
            session.changed_runs()
        while session._looking:
            await asyncio.sleep(0)
        return session.workspace.kept.row(0.3).goal_reached

    run = Run(Recipe.named("one-layer"))
    run.advance(300, stop_error=0.3)
    assert asyncio.run(story()) == run.iteration < 300


def test_a_branch_holds_no_more_changes_than_any_run():
    with (
        TestClient(create_app(Settings(database="", max_edits=2))) as client,
        client.websocket_connect("/ws") as socket,
    ):
        page = Page(socket)
        page.join()
        for alpha in (2, 3):
            page.step(1)
            page.ask("branch", "snapshot", alpha=alpha)
        page.step(1)
        assert page.ask("branch", "error", alpha=4)["code"] == "too_many_edits"
        page.ask("branch", "snapshot")
