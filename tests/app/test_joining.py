"""Joining is always a snapshot, and a session outlives its sockets."""

import pytest

from engine import Recipe, Run


def test_a_fresh_page_gets_xor_as_in_the_post(page, golden):
    assert page.welcome["fresh"]
    assert page.snapshot["experiment"] == "xor"
    assert page.snapshot["controls"]["stop_iteration"] == 60_000
    xor = next(row for row in golden["xor"] if (row["hidden_size"], row["alpha"]) == (4, 1))
    assert page.snapshot["frame"]["error"] == pytest.approx(xor["mean_abs_error_at_iteration"]["0"], rel=1e-12)


def test_a_page_that_comes_back_finds_its_run(open_page):
    first = open_page()
    first.step(20)
    first.ask("set_alpha", "edit_applied", alpha=7)
    first.socket.close()
    again = open_page(session=first.welcome["session"])
    assert not again.welcome["fresh"]
    assert again.snapshot["frame"]["iteration"] == 20
    assert again.snapshot["frame"]["curve"]["iterations"] == list(range(21))
    assert [mark["label"] for mark in again.snapshot["marks"]] == ["alpha 1 → 7"]


def test_a_run_that_played_plays_on_for_a_page_that_comes_back(open_page):
    first = open_page()
    first.send("play")
    first.read_until(lambda message: message.get("iteration", 0) > 0)
    first.socket.close()
    again = open_page(session=first.welcome["session"])
    assert again.snapshot["controls"]["playing"]
    reached = again.snapshot["frame"]["iteration"]
    again.read_until(lambda message: message.get("iteration", 0) > reached)


def test_an_unknown_session_is_answered_with_a_fresh_one(open_page):
    page = open_page(session="never-heard-of")
    assert page.welcome["fresh"]
    assert page.welcome["session"] != "never-heard-of"


def test_an_address_opens_its_recipe_in_a_fresh_session(open_page):
    query = {"experiment": "xor", "alpha": "10", "hidden_size": "32", "seed": "2", "utm_source": "mail"}
    page = open_page(query=query)
    controls = page.snapshot["controls"]
    assert (controls["alpha"], controls["hidden_size"], controls["seed"]) == (10, 32, 2)
    assert not controls["playing"]


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ({"experiment": "cifar"}, "experiment", "choose one of one-layer, xor, two-weights"),
        ({"alpha": "0"}, "alpha", "positive number"),
        ({"alpha": "abc"}, "alpha", "positive number"),
        ({"hidden_size": "65"}, "hidden size", "from 1 to 64"),
        ({"experiment": "one-layer", "hidden_size": "4"}, "hidden size", "no hidden layer"),
        ({"seed": "1.5"}, "seed", "whole number"),
    ],
)
def test_a_wrong_address_is_refused_in_words_and_the_tab_keeps_its_run(open_page, query, field, words):
    first = open_page()
    first.step(5)
    page = open_page(session=first.welcome["session"], query=query)
    error = page.expect("error")
    assert error["field"] == field
    assert words in error["message"]
    assert page.snapshot["frame"]["iteration"] == 5


def test_sessions_do_not_disturb_each_other(open_page):
    mine, yours = open_page(), open_page()
    mine.ask("set_alpha", "controls", alpha=10)
    mine.step(100)
    frame = yours.step(1)
    assert frame["iteration"] == 1
    assert yours.ask("pause", "controls")["alpha"] == 1


def test_two_sessions_that_train_at_once_give_each_its_own_numbers(open_page):
    pages = {alpha: open_page() for alpha in (1, 10)}
    for alpha, page in pages.items():
        page.send("set_alpha", alpha=alpha)
        page.send("set_speed", speed=None)
        page.send("set_stop", iteration=3000)
        page.send("play")
    for alpha, page in pages.items():
        frame = page.read_until(lambda message: message.get("iteration") == 3000)
        run = Run(Recipe.named("xor", alpha=alpha))
        run.advance(3000)
        assert frame["error"] == run.error


def test_two_pages_of_one_session_see_the_same(open_page):
    first = open_page()
    second = open_page(session=first.welcome["session"])
    first.send("step", iterations=3)
    assert first.expect("frame")["weights"] == second.expect("frame")["weights"]
