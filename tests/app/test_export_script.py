"""The script that somebody takes home: numpy alone, and the same error."""

import ast
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from app.export.parts import program_of
from app.export.script import script
from app.export.taken import Taken
from engine import Recipe, Run
from engine.backend import BACKEND
from engine.changes import AddColumn, AddRow, Copies, RemoveColumn, RemoveRow, Replace, SetCell, Shuffle
from engine.rules import Rules

SECONDS = 20
"""A slow machine may take long to find out how a run is best written."""


@pytest.fixture(autouse=True, scope="module")
def compiled():
    BACKEND.load()


def trained(recipe, *changes, iterations=300):
    """A run with these changes, some iterations after each other."""
    run = Run(recipe)
    run.advance(iterations)
    for change in changes:
        run.set(**change)
        run.advance(iterations)
    return run


def program(run, **options):
    return program_of(Taken.of(run), SECONDS, **options)


def carried_out(run, folder=None, monkeypatch=None):
    """What the names of the script stand for when it has ended."""
    made = program(run)
    if made.tables:
        monkeypatch.chdir(folder)
        for table in made.tables:
            (folder / table.name).write_text(table.text)
    names = {}
    exec(script(made), names)  # that is what it is for
    return made, names


def assert_same_error(run, *place):
    made, names = carried_out(run, *place)
    assert names["error"] == pytest.approx(run.error, abs=1e-9, rel=0, nan_ok=True)
    return made, names


def test_a_person_runs_it_with_numpy_alone(tmp_path):
    run = trained(Recipe.named("xor"), {"alpha": 4.0}, {"hidden_size": 6})
    (tmp_path / "mine.py").write_text(script(program(run)))
    command = [sys.executable, "-I", "mine.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert float(done.stdout.split()[-1]) == pytest.approx(run.error, abs=1e-9, rel=0)
    assert done.stderr == ""


def test_it_imports_nothing_but_numpy():
    tree = ast.parse(script(program(trained(Recipe.named("xor", alpha=1000.0), {"rules": Rules(flipped=(0,))}))))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imports] == ["import numpy as np"]


@pytest.mark.parametrize("name", ["one-layer", "xor", "two-weights"])
def test_each_experiment_ends_as_the_lab_does(name):
    made, _ = assert_same_error(trained(Recipe.named(name), iterations=10_000))
    assert not made.exact


def test_sixty_thousand_iterations_end_at_the_posts_figure():
    assert_same_error(trained(Recipe.named("xor"), iterations=60_000))


def test_a_chaotic_run_ends_with_the_same_bits():
    run = trained(Recipe.named("xor", hidden_size=32, alpha=10.0), iterations=20_000)
    made, names = assert_same_error(run)
    assert made.exact
    for i, syn in enumerate(run.weights):
        np.testing.assert_array_equal(names[f"syn{i}"], syn)


def test_a_run_that_overflows_ends_at_the_same_error():
    assert_same_error(trained(Recipe.named("xor", alpha=1e300), {"alpha": 1e308}, iterations=20))


@pytest.mark.parametrize(
    "change",
    [
        {"alpha": 0.25},
        {"hidden_size": 9},
        {"hidden_size": 2},
        {"weights": [0.5] * 16},
        {"rules": Rules("step")},
        {"rules": Rules(slopeless=(1, 2))},
        {"rules": Rules(flipped=(1,))},
        {"data": SetCell(1, 3, 0.3)},
        {"data": AddRow((1.0, 0.5, 1.0, 0.25), 2)},
        {"data": RemoveRow(0)},
        {"data": AddColumn(1.0, "ones", 1)},
        {"data": RemoveColumn(2)},
        {"data": Replace(((0.0,), (1.0,)), ((0.0, 1.0), (1.0, 0.0)))},
        {"data": Replace(((0.0, 1.0, 0.0, 1.0), (1.0, 0.0, 0.5, 0.5)), ((0.0, 1.0, 0.5), (1.0, 0.0, 0.5)))},
        {"data": Shuffle(3)},
        {"data": Copies(17, 0.1, 5)},
    ],
    ids=str,
)
def test_every_kind_of_edit_is_done_where_it_was_made(change):
    assert_same_error(trained(Recipe.named("xor"), change))


@pytest.mark.parametrize(
    "change",
    [{"data": AddColumn()}, {"data": Replace(((0.0,), (1.0,)), ((0.0, 1.0), (1.0, 0.0)))}, {"weights": [1.0, -1.0]}],
    ids=str,
)
def test_so_it_is_without_a_hidden_layer(change):
    assert_same_error(trained(Recipe.named("two-weights"), change))


@pytest.mark.parametrize("start", ["zeros", "equal"])
def test_it_starts_where_the_run_started(start):
    assert_same_error(trained(Recipe.named("xor", start=start)))


def test_weights_moved_before_the_first_iteration_and_after_the_last_are_in_it():
    run = Run(Recipe.named("xor"))
    run.set(weights=[0.1 * i for i in range(16)])
    run.advance(50)
    run.set(weights=[0.2] * 16)
    assert_same_error(run)


def test_edits_that_wait_are_not_in_it():
    run = trained(Recipe.named("xor"), {"alpha": 5.0}).at(100)
    assert "5" not in script(program(run)).split("alpha = ")[-1].splitlines()[0]
    assert_same_error(run)


def test_many_edits_of_a_kind_become_a_table():
    run = Run(Recipe.named("xor"))
    for i in range(300):
        run.advance(1 + i % 3)
        run.set(alpha=1 + i / 100)
    for i in range(40):
        run.advance(2)
        run.set(hidden_size=1 + i % 7)
    run.advance(100)
    made, _ = assert_same_error(run)
    assert len(script(made).splitlines()) < 150


def test_one_moved_weight_is_one_line():
    run = trained(Recipe.named("xor"))
    weights = np.concatenate([syn.ravel() for syn in run.weights])
    weights[5] = 0.75
    run.set(weights=weights)
    run.advance(10)
    made, _ = assert_same_error(run)
    assert "syn0[1, 1] = 0.75\n" in script(made)


def test_deep_networks_are_written_out_too():
    recipe = Recipe.named("xor", hidden_sizes=(4, 3))
    assert_same_error(trained(recipe, {"hidden_sizes": (5, 2)}, {"hidden_sizes": (2, 6)}, {"rules": Rules("step")}))


def test_a_large_table_lies_beside_it(tmp_path, monkeypatch):
    run = trained(Recipe.named("xor"), {"data": Copies(2000, 0.2, 1)}, iterations=20)
    other = trained(Recipe.named("xor").with_data(run.data), iterations=20)
    made, _ = assert_same_error(other, tmp_path, monkeypatch)
    assert [table.name for table in made.tables] == ["data-1.csv"]


def test_a_name_of_a_column_is_never_code(tmp_path, monkeypatch):
    evil = '"""\nraise SystemExit\n#'
    rows = tuple((float(i % 2), 1.0) for i in range(300))
    recipe = Recipe("xor", rows, tuple((row[0],) for row in rows), (2,), columns=(evil, "\u2028x"))
    assert_same_error(trained(recipe, iterations=10), tmp_path, monkeypatch)


def test_where_there_is_no_time_to_find_out_it_is_written_in_the_labs_order():
    run = trained(Recipe.named("xor"), {"weights": [0.5] * 16})
    made = program_of(Taken.of(run), 0)
    names = {}
    exec(script(made), names)
    assert made.exact
    assert names["error"] == pytest.approx(run.error, abs=1e-15, rel=0)


@pytest.mark.parametrize("case", range(12))
def test_runs_drawn_by_chance_end_with_the_same_error(case):
    chance = np.random.default_rng(case)
    inputs, outputs, rows = chance.integers(1, 5), chance.integers(1, 4), chance.integers(1, 20)
    hidden = tuple(chance.integers(1, 20, chance.integers(0, 3)).tolist())
    table = chance.integers(0, 3, (rows, inputs + outputs)) / 2
    recipe = Recipe(
        "xor",
        tuple(map(tuple, table[:, :inputs].tolist())),
        tuple(map(tuple, table[:, inputs:].tolist())),
        hidden,
        seed=case,
        alpha=float(10 ** chance.uniform(-2, 3)),
    )
    run = Run(recipe)
    for _ in range(chance.integers(0, 8)):
        run.advance(int(chance.integers(0, 200)))
        kinds = [
            {"alpha": float(10 ** chance.uniform(-2, 3))},
            {"hidden_sizes": tuple(chance.integers(1, 20, len(hidden)).tolist())},
            {"weights": chance.uniform(-3, 3, sum(a * b for a, b in pairwise(run.sizes)))},
            {"rules": Rules(chance.choice(["sigmoid", "step"]), (1,), (0,))},
            {"data": AddColumn(0.5, "", 0)},
            {"data": Shuffle(case)},
        ]
        run.set(**kinds[chance.integers(len(kinds))])
    run.advance(300)
    made, names = assert_same_error(run)
    if made.exact and not made.wide:
        for i, syn in enumerate(run.weights):
            np.testing.assert_array_equal(names[f"syn{i}"], syn)
