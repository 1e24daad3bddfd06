"""A verdict says what has become of a run, and its facts are those of the run."""

import re

import numpy as np
import pytest

from engine import Recipe, Rules, Run
from engine.course import Course
from engine.evidence import FLAT, WRONG
from engine.verdict import Verdict, verdict

KINDS = {"descending", "settled", "dead", "parked", "jumping", "overflow", "stuck"}

POSTS = {
    (4, 0.001): "descending", (4, 0.01): "descending", (4, 0.1): "settled", (4, 1): "settled", (4, 10): "settled",
    (4, 100): "parked", (4, 1000): "dead", (32, 1): "settled", (32, 100): "dead", (32, 1000): "dead",
}  # fmt: skip


def trained(recipe, iterations):
    run = Run(recipe)
    run.advance(iterations)
    return run


def of(recipe, iterations) -> Verdict:
    found = verdict(trained(recipe, iterations))
    assert found is not None
    return found


@pytest.mark.parametrize(("hidden_size", "alpha"), POSTS)
def test_what_became_of_the_posts_runs(hidden_size, alpha):
    found = of(Recipe.named("xor", hidden_size=hidden_size, alpha=alpha), 60_000)
    assert found.kind == POSTS[hidden_size, alpha]


def test_a_solved_run_may_still_creep_down_and_the_verdict_says_so():
    found = of(Recipe.named("xor"), 60_000)
    assert found.title == "solved"
    assert found.sentence.startswith(
        "Every example is within 0.0039 of its target; the mean error fell by 31% over the"
    )


def test_the_row_that_alpha_100_parks_is_named():
    found = of(Recipe.named("xor", alpha=100), 60_000)
    assert found.title == "one row parked"
    assert found.sentence.startswith("Example 4 is parked at 0.5, though its target is 0, and pushes no weight by more")
    assert found.sentence.endswith("; the mean error is 0.125.")


def test_alpha_1000_is_dead_for_its_steps_were_too_large():
    found = of(Recipe.named("xor", alpha=1000), 60_000)
    assert found.title == "dead slopes"
    assert found.sentence.startswith("All 4 outputs are at about 0, with slopes of at most ")
    assert ", at first up to 0.25: the steps were too large; the mean error has been 0.5 since " in found.sentence


def test_before_its_first_iteration_there_is_nothing_to_judge():
    assert verdict(Run(Recipe.named("xor"))) is None


def test_an_error_that_is_no_number_is_told_with_its_iteration():
    rows = [[1, 0]] * 4 + [[0, 1]] * 4  # with an infinite weight, 0 × infinity is no number
    run = trained(Recipe("huge", rows, [[0]] * 8, alpha=1e308, rules=Rules(slopeless=(1,))), 9)
    assert np.isnan(run.error)
    found = verdict(run)
    assert (found.kind, found.title) == ("overflow", "numbers overflow")
    first = int(re.search(r"Since iteration (\d+) the mean error is no number", found.sentence)[1])
    assert [np.isnan(run.at(iteration).error) for iteration in (first - 1, first)] == [False, True]


def test_an_infinite_weight_overflows_though_the_error_is_0():
    run = trained(Recipe("huge", [[1]] * 8, [[0]] * 8, alpha=1e308, rules=Rules(slopeless=(1,))), 9)
    assert run.error == 0
    assert verdict(run).sentence.startswith("A weight is infinite: with alpha 1e308 ")


def test_weights_that_are_all_0_are_stuck_and_a_step_has_no_slope():
    assert of(Recipe.named("xor", start="zeros"), 100) == Verdict(
        "stuck",
        "all weights 0",
        "The mean error is 0.5: over the last half it stood, over the last tenth stood; "
        "4 of 4 examples are still 0.1 or more off.",
    )
    assert of(Recipe.named("xor", rules=Rules("step")), 100).kind == "dead"


def test_no_column_helps_xor_without_a_hidden_layer():
    recipe = Recipe("xor", Recipe.named("xor").inputs, Recipe.named("xor").targets)
    assert of(recipe, 5_000).title == "no column helps"


def noise(hidden_size, alpha):
    rows = np.random.default_rng(5).random((40, 3)).round(2)
    targets = (rows[:, :1] * rows[:, 1:2] > 0.25).astype(float)
    return Recipe("noise", rows.tolist(), targets.tolist(), (hidden_size,), alpha=alpha)


def test_an_error_that_goes_up_and_down_jumps():
    run = trained(noise(3, 40), 3_000)
    found, course = verdict(run), Course.of(run, 1e-4)
    assert found.kind == "jumping"
    assert found.sentence.startswith("Over the last 300 iterations the mean error went up and down between 0.")
    late = [run.at(iteration).error for iteration in range(2_712, 3_001)]  # the curve's first point within the tenth
    assert (course.lowest, course.highest) == (min(late), max(late))


def test_rows_that_are_parked_are_counted():
    assert of(noise(6, 40), 3_000).title == "20 rows parked"


def test_of_many_rows_one_that_is_parked_is_told_though_the_mean_is_low():
    inputs = [[0, 1], [1, 1]] * 10
    recipe = Recipe("odd", [*inputs, [0, 0]], [[row[0]] for row in inputs] + [[1]], alpha=1)  # no weight moves (0, 0)
    found = of(recipe, 5_000)
    assert trained(recipe, 5_000).error < WRONG
    assert found == Verdict(
        "parked",
        "one row parked",
        f"Example 21 is parked at 0.5, though its target is 1, and pushes no weight; the mean error is "
        f"{trained(recipe, 5_000).error:.3g}.",
    )


def random_recipes(count):
    random = np.random.default_rng(2026)
    for _ in range(count):
        rows, inputs, outputs = random.integers(1, 30), random.integers(1, 5), random.integers(1, 3)
        scale = 10 ** random.uniform(-1, 1.5)
        X = (random.normal(size=(rows, inputs)) * scale).round(3).tolist()
        y = random.choice([0.0, 0.5, 1.0, 1.5], p=[0.45, 0.08, 0.45, 0.02], size=(rows, outputs)).tolist()
        hidden = tuple(random.integers(1, 8, size=random.integers(0, 3)).tolist())
        rules = Rules("step") if random.random() < 0.08 else Rules(flipped=(0,)) if random.random() < 0.08 else Rules()
        alpha = 10 ** random.uniform(-4, 4)
        recipe = Recipe("random", X, y, hidden, int(random.integers(100)), alpha, rules=rules)
        yield recipe, int(10 ** random.uniform(0, 3.7))


def percents(sentence):
    return [(verb, float(number)) for verb, number in re.findall(r"(fell|rose) by ([\d.,e-]+)%", sentence)]


@pytest.mark.parametrize(("recipe", "iterations"), list(random_recipes(120)))
def test_the_facts_of_a_sentence_hold_whatever_the_run(recipe, iterations):
    run = trained(recipe, iterations)
    found, trace, data = verdict(run), run.look(), run.data
    assert found.kind in KINDS
    assert 1 <= len(found.title.split()) <= 4
    assert found.sentence.endswith(".")
    missed = np.abs(data.y - trace.output).max(axis=1)
    if told := re.search(r"mean error (?:is|has been) ([\d.e-]+\d)", found.sentence):
        assert float(told[1]) == pytest.approx(run.error, rel=5e-3)
    if told := re.search(r"every example is within ([\d.e-]+) of", found.sentence, re.IGNORECASE):
        assert missed.max() <= float(told[1])
        assert missed.max() < WRONG
    if told := re.search(r"([\d,]+) of ([\d,]+) examples? (?:is|are) still", found.sentence):
        assert [int(number) for number in told.groups()] == [int((missed >= WRONG).sum()), len(missed)]
    if told := re.search(r"slopes of at most ([\d.e-]+\d)", found.sentence):
        steepest = [float((layer * (1 - layer)).max()) for layer in trace.layers[1:]]
        assert any(slope <= float(told[1]) <= 1.2 * slope + 1e-300 for slope in steepest if slope <= FLAT)
    if told := re.search(r"since iteration ([\d,]+)", found.sentence):
        since = int(told[1].replace(",", ""))
        assert all(abs(run.at(at).error - run.error) <= 1e-4 for at in np.linspace(since, iterations, 9).astype(int))
    if found.kind == "jumping":
        low, high = map(float, re.search(r"between ([\d.e-]+) and ([\d.e-]+\d)", found.sentence).groups())
        late = [run.at(at).error for at in range(iterations - Course.of(run, 1e-4).stretch, iterations + 1, 7)]
        assert low <= min(late) * 1.005 + 1e-12
        assert max(late) <= high * 1.005
    for verb, percent in percents(found.sentence.split("over the last tenth")[0]):
        before = run.at(iterations - max(1, iterations // 2)).error
        change = (before - run.error) / before if verb == "fell" else (run.error - before) / before
        assert 100 * change == pytest.approx(percent, rel=0.1, abs=1.5)
