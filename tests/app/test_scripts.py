"""The programs that the page offers are those of the posts: they run, and do what the engine does."""

import io
import json
import re
from contextlib import redirect_stdout

import numpy as np
import pytest

from app.assets import folder
from engine import Recipe, Run

SHELF = folder("static") / "scripts"
PROGRAMS = json.loads((SHELF / "programs.json").read_text())["programs"]
ALPHAS = [0.001, 0.01, 0.1, 1, 10, 100, 1000]
NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
FEWER = ("range(60_000)", "range(1_001)"), ("j % 10_000", "j % 1_000")
"""Enough for a sweep to print two errors of each alpha."""


def source(name):
    return (SHELF / f"{name}.py.txt").read_text()


def run(program, *changes):
    """Run a program as somebody would who pasted it; return its variables and what it printed."""
    for old, new in changes:
        assert program.count(old) == 1
        program = program.replace(old, new)
    names, printed = {}, io.StringIO()
    with redirect_stdout(printed), np.errstate(over="ignore"):
        exec(compile(program, "program", "exec"), names)
    return names, printed.getvalue()


def numbers_in(text):
    return [float(number) for number in NUMBER.findall(text)]


def trained(**settings):
    run = Run(Recipe.named("xor", seed=1, **settings))
    run.advance(60_000)
    return run


@pytest.fixture(scope="module")
def eleven():
    return run(source("eleven"))


@pytest.fixture(scope="module")
def thirteen():
    return run(source("thirteen"))


def test_the_eleven_lines_end_where_a_run_does(eleven):
    names, _ = eleven
    assert_ends_as(trained(alpha=1), names["syn0"], names["syn1"])


def test_the_thirteen_lines_end_where_a_run_with_their_alpha_does(thirteen):
    names, _ = thirteen
    assert_ends_as(trained(alpha=0.5), names["synapse_0"], names["synapse_1"])


def assert_ends_as(run, *weights):
    for mine, theirs in zip(weights, run.weights, strict=True):
        assert mine == pytest.approx(theirs, rel=1e-6)
    hidden = 1 / (1 + np.exp(-(run.data.X @ weights[0])))
    error = np.abs(run.data.y - 1 / (1 + np.exp(-(hidden @ weights[1])))).mean()
    assert error == pytest.approx(run.error, abs=1e-9)


def test_the_thirteen_with_alpha_1_are_the_eleven_to_the_last_bit():
    shorter = ("range(60_000)", "range(5_000)")
    names, _ = run(source("eleven"), shorter)
    others, _ = run(source("thirteen"), shorter, ("alpha, hidden_dim = 0.5, 4", "alpha, hidden_dim = 1, 4"))
    assert (others["synapse_0"] == names["syn0"]).all()
    assert (others["synapse_1"] == names["syn1"]).all()


def test_the_panel_says_what_the_two_print_and_where_they_end(eleven, thirteen):
    for name, (_, printed), alpha in (("eleven", eleven, 1), ("thirteen", thirteen, 0.5)):
        *answers, error = numbers_in(entry(name)["prints"])
        assert numbers_in(printed) == pytest.approx(answers, abs=5e-6)
        assert error == pytest.approx(trained(alpha=alpha).error, abs=5e-7)


def test_the_numbers_of_the_panel_are_those_of_the_first_step():
    told = (SHELF / "pairs.js").read_text().replace("−", "-")
    once = ("range(60_000)", "range(1)")
    (one, _), (other, _) = run(source("eleven"), once), run(source("thirteen"), once)
    first = one["syn1"][0, 0] - (one["l1"].T @ one["l2_delta"])[0, 0]
    step = (other["layer_1"].T @ other["layer_2_delta"])[0, 0]
    assert f"{first:.5f} + {-step:.5f} = {one['syn1'][0, 0]:.5f}" in told
    assert f"{first:.5f} - 0.5 × {step:.5f} = {other['synapse_1'][0, 0]:.5f}" in told
    assert f"1 - {one['l2'][1, 0]:.3f} = +{1 - one['l2'][1, 0]:.3f}" in told


def test_three_layers_print_the_errors_of_the_post(golden):
    _, printed = run(source("three-layers"), ("range(60_000)", "range(10_001)"))
    assert numbers_in(printed) == pytest.approx(errors_of(golden, 4, 1)[:2], rel=1e-9)
    assert numbers_in(entry("three-layers")["prints"]) == pytest.approx(errors_of(golden, 4, 1), abs=5e-6)


def test_one_layer_prints_the_outputs_of_the_post(golden):
    _, printed = run(source("one-layer"))
    expected = golden["one_layer"]["output_of_last_forward_pass"]
    assert numbers_in(printed) == pytest.approx(expected, abs=1e-7)
    assert numbers_in(entry("one-layer")["prints"]) == pytest.approx(expected, abs=5e-6)


def test_two_weights_end_where_the_post_has_them(golden):
    names, printed = run(source("two-weights"))
    assert names["synapse_0"] == pytest.approx(np.array(golden["two_weights"]["weights_after"]), rel=1e-9)
    assert numbers_in(entry("two-weights")["prints"]) == pytest.approx(numbers_in(printed), abs=5e-6)


@pytest.mark.parametrize(("name", "hidden_size"), [("alpha-sweep", 4), ("thirty-two-units", 32)])
def test_the_sweeps_print_the_errors_of_the_engine(name, hidden_size):
    _, printed = run(source(name), *FEWER)
    parts = by_alpha(printed)
    assert [alpha for alpha, _ in parts] == ALPHAS
    for alpha, text in parts:
        lab = Run(Recipe.named("xor", alpha=alpha, hidden_size=hidden_size, seed=1))
        expected = [lab.error]
        lab.advance(1_000)
        near = 1e-6 if alpha < 10 else 0.05  # chaotic: numpy itself differs between processors
        assert numbers_in(text) == pytest.approx([*expected, lab.error], rel=near)


def test_the_last_errors_that_the_panel_tells_are_the_golden_ones(golden):
    last = [errors_of(golden, 4, alpha)[-1] for alpha in ALPHAS]
    told = entry("alpha-sweep")["prints"].partition(":")[2]
    assert numbers_in(told) == pytest.approx(last, abs=1e-6)
    best = numbers_in(entry("thirty-two-units")["prints"])[0]
    assert best == pytest.approx(errors_of(golden, 32, 10)[-1], rel=0.01)


def test_the_counter_counts_as_the_engine_does():
    shorter = ("range(60_000)", "range(2_000)"), ("[0.001, 0.01, 0.1, 1, 10, 100, 1000]", "[1, 10]")
    _, printed = run(source("direction-changes"), *shorter)
    for alpha, text in by_alpha(printed):
        lab = Run(Recipe.named("xor", alpha=alpha, seed=1))
        lab.advance(2_000)
        tables = re.findall(r"changes:\n(\[\[.*?\]\])", text, re.DOTALL)
        counted = [[int(number) for number in re.findall(r"\d+", table)] for table in tables]
        assert counted == [changes.ravel().astype(int).tolist() for changes in lab.direction_changes]


def test_every_program_and_the_list_of_them_can_be_fetched(client):
    digest = re.search(r"/static/([0-9a-f]+)/", client.get("/").text)[1]
    for name in ["programs.json", *(f"{program['name']}.py.txt" for program in PROGRAMS)]:
        assert client.get(f"/static/{digest}/scripts/{name}").status_code == 200


def entry(name):
    return next(program for program in PROGRAMS if program["name"] == name)


def errors_of(golden, hidden_size, alpha):
    """The errors at 0, 10,000, … 50,000 iterations, as the posts print them."""
    figures = next(row for row in golden["xor"] if (row["hidden_size"], row["alpha"]) == (hidden_size, alpha))
    return [figures["mean_abs_error_at_iteration"][str(iteration)] for iteration in range(0, 60_000, 10_000)]


def by_alpha(printed):
    """What was printed of each alpha."""
    _, *parts = re.split(r"Training with alpha (\S+)\n", printed)
    return [(float(alpha), text) for alpha, text in zip(parts[::2], parts[1::2], strict=True)]
