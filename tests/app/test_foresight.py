"""Looking ahead: the curves are what really deciding so would give, and the run itself is left alone."""

import pytest

from app.glance import POINTS, telling
from engine import Recipe, Run


def look_ahead(page, field, value):
    """The last answer: all its curves have come to where a run of 40 iterations is looked at, or further."""
    page.send("look_ahead", field=field, value=value)
    return page.read_until(lambda m: m["type"] == "ahead" and all(c["iterations"][-1] == 440 for c in m["curves"]))


def curve_of(ahead, value):
    return next(curve for curve in ahead["curves"] if curve["value"] == value)


@pytest.mark.parametrize(
    ("field", "verb", "value", "tried"),
    [("alpha", "set_alpha", 4, [1.33, 4, 12]), ("hidden_size", "set_hidden_size", "30", [10, 30, 64])],
)
def test_a_curve_is_that_of_the_run_once_it_is_so_decided(page, field, verb, value, tried):
    page.step(40)
    ahead = look_ahead(page, field, value)
    assert (ahead["iteration"], ahead["value"]) == (40, float(value))
    assert [curve["value"] for curve in ahead["curves"]] == tried
    for curve in ahead["curves"]:
        run = Run(Recipe.named("xor"))
        run.advance(40)
        run.set(**{field: curve["value"] if field == "alpha" else int(curve["value"])})
        run.advance(400)
        there = dict(zip(*run.curve.points(), strict=True)) | {440: run.error}
        assert [there[iteration] for iteration in curve["iterations"]] == curve["errors"]
    page.ask(verb, "edit_applied", **{field: value})
    assert page.step(400)["error"] == curve_of(ahead, float(value))["errors"][-1]


def test_before_the_first_iteration_it_is_the_recipe_that_would_be_another(page):
    page.send("look_ahead", field="hidden_size", value=2)
    ahead = page.read_until(lambda m: m["type"] == "ahead" and m["curves"][1]["iterations"][-1] == 400)
    run = Run(Recipe.named("xor", hidden_size=2))
    run.advance(400)
    assert curve_of(ahead, 2.0)["errors"][-1] == run.error
    page.send("set_hidden_size", hidden_size=2)
    assert page.step(400)["error"] == run.error


def test_looking_ahead_does_not_change_the_run(page):
    page.step(40)
    look_ahead(page, "alpha", 300)
    run = Run(Recipe.named("xor"))
    run.advance(41)
    frame = page.step()
    assert frame["weights"] == [syn.tolist() for syn in run.weights]


def test_it_looks_no_further_than_the_run_is_to_go(page):
    page.send("set_stop", iteration=100)
    page.step(40)
    page.send("look_ahead", field="alpha", value=2)
    ahead = page.read_until(lambda m: m["type"] == "ahead" and m["curves"][0]["iterations"][-1] == 100)
    assert {curve["iterations"][-1] for curve in ahead["curves"]} == {100}


def test_of_two_questions_only_the_newer_is_answered(page):
    page.step(40)
    page.send("look_ahead", field="alpha", value=2)
    ahead = look_ahead(page, "alpha", 5)
    assert ahead["value"] == 5


def test_a_question_is_forgotten_with_the_run_that_it_was_about(page):
    page.step(40)
    page.send("look_ahead", field="alpha", value=2)
    run = page.ask("reset", "snapshot")["run"]
    page.send("look_ahead", field="alpha", value=3)
    ahead = page.expect("ahead")
    assert (ahead["run"], ahead["iteration"], ahead["value"]) == (run, 0, 3)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("alpha", "fast", "alpha must be a positive number, such as 0.5 or 10."),
        ("alpha", -1, "alpha must be a positive number, such as 0.5 or 10."),
        ("hidden_size", 65, "hidden size must be a whole number from 1 to 64."),
    ],
)
def test_a_value_that_could_not_be_set_is_refused_in_words(page, field, value, sentence):
    assert page.ask("look_ahead", "error", field=field, value=value)["message"] == sentence


def test_a_network_without_a_hidden_layer_says_so(open_page):
    page = open_page(query={"experiment": "one-layer"})
    assert "no hidden layer" in page.ask("look_ahead", "error", field="hidden_size", value=4)["message"]


def test_a_spike_is_never_thinned_away():
    errors = [0.5] * 5000
    errors[1234], errors[4000] = 0.9, 0.1
    kept = telling(errors)
    assert {1234, 4000} <= set(kept)
    assert len(kept) <= POINTS + 2


def test_in_the_past_of_a_run_it_is_the_branch_that_is_looked_at(page):
    """What was decided later does not come about in it: it stays with the run."""
    page.step(20)
    page.ask("set_alpha", "edit_applied", alpha=9)
    page.step(20)
    page.send("go_to", iteration=10)
    page.read_until(lambda m: m.get("frame", m).get("iteration") == 10)
    page.send("look_ahead", field="alpha", value=4)
    ahead = page.read_until(lambda m: m["type"] == "ahead" and m["curves"][1]["iterations"][-1] == 410)
    run = Run(Recipe.named("xor"))
    run.advance(10)
    run.set(alpha=4)
    run.advance(400)
    assert (ahead["iteration"], curve_of(ahead, 4.0)["errors"][-1]) == (10, run.error)
