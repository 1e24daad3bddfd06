"""The benchmarks compare what is the same, and say of every figure whether it is as wanted."""

import json

import pytest

from benchmarks import __main__ as command
from benchmarks.peers.contender import Missing
from benchmarks.peers.contest import Contest, agree
from benchmarks.peers.nets import nets
from benchmarks.peers.peer import Peer
from benchmarks.peers.scripts import plainly
from benchmarks.table import Goal, Row, Table
from engine import Recipe

RECIPES = [
    Recipe.named("one-layer", seed=2),
    Recipe.named("xor", alpha=3),
    Recipe("two answers", ((0.1, 0.9), (0.4, 0.2), (0.8, 0.3)), ((0.2, 0.9), (0.7, 0.1), (0.5, 0.5)), (3,)),
]


def error_of_the_plain_script(recipe, iterations):
    run = plainly(recipe)()
    run.train(iterations)
    return run.error()


@pytest.mark.parametrize("name", ["out", "engine", "kernel", "c any", "c one", "node", "torch", "jax"])
def test_a_contender_ends_with_the_error_of_the_plain_script(name):
    try:
        with Peer(name) as peer:
            for recipe in RECIPES:
                peer.load(recipe)
                assert peer.error(30) == pytest.approx(error_of_the_plain_script(recipe, 30), rel=1e-9)
                assert peer.time(2) > 0 < peer.calls(2)
    except Missing as missing:
        pytest.skip(str(missing))


def test_the_engine_does_every_task_with_the_errors_of_the_plain_script():
    with Contest(["plain", "engine", "out", "c one"], rounds=1) as contest:
        for task in ("surface", "thousand"):
            _, out = contest.admit(lambda peer, task=task: peer.prepare(task) or peer.run()[2])
            assert out.keys() <= {"out", "c one"}
            assert not any("left out" in why for why in out.values())


def test_the_nets_are_those_that_are_spoken_of():
    shapes = {letter: (len(net.recipe.X), net.recipe.sizes) for letter, net in nets().items()}
    assert shapes == {
        "A": (4, (3, 1)), "B": (4, (3, 4, 1)), "C": (4, (3, 32, 1)), "D": (200, (3, 8, 1)), "E": (1000, (64, 256, 10)),
    }  # fmt: skip
    assert [net.recipe.alpha for net in nets().values()] == [1, 1, 1, 0.05, 0.001]


def test_who_gets_other_errors_is_left_out():
    with Contest([], rounds=1) as contest:
        contest.peers = {"plain": [0.25], "right": [0.25 + 1e-11], "wrong": [0.25 + 1e-6], "c one": [0.25 + 1e-8]}
        admitted, out = contest.admit(lambda errors: errors)
    assert list(admitted) == ["plain", "right", "c one"]
    assert out["wrong"].startswith("left out: its errors are [0.250001]")


def test_nothing_agrees_with_nothing():
    assert not agree([0.1], [], 1e-9)
    assert not agree([0.1], [float("nan")], 1e-9)


def test_contenders_take_turns():
    with Contest([], rounds=3) as contest:
        turns = []
        contest.take_turns({name: lambda name=name: turns.append(name) for name in "ab"})
    assert turns == list("ababab")


@pytest.mark.parametrize(
    ("goal", "own", "peer", "reached"),
    [
        (Goal("ratio", 60, 100), 1.0, 59, "no"),
        (Goal("ratio", 60, 100), 1.0, 60, "yes"),
        (Goal("ratio", 60, 100), 1.0, 100, "yes, both"),
        (Goal("ratio", 60), 1.0, 1000, "yes"),
        (Goal("most", 2.0), 2.1, 9, "no"),
        (Goal("most", 2.0, 1.0), 2.0, 9, "yes"),
        (Goal("most", 2.0, 1.0), 0.9, 9, "yes, both"),
        (Goal("least", 30), 29, 0, "no"),
        (Goal("least", 30), 31, 0, "yes"),
        (None, 1.0, 9, ""),
    ],
)
def test_a_goal_is_reached_on_its_right_side(goal, own, peer, reached):
    row = Row("group", "what", values=[own] * 3, peer="peer", peer_values=[peer] * 3, goal=goal)
    assert row.reached == reached


def test_a_goal_without_a_figure_is_not_reached():
    assert Row("group", "what", goal=Goal("most", 1.0), note="missing").reached == "no"


def test_a_row_has_medians_of_its_rounds():
    row = Row("group", "what", values=[2.0, 1.0, 4.0], peer="peer", peer_values=[4.0, 4.0, 4.0])
    assert (row.measured, row.ratio, row.spread) == (2.0, 2.0, 1.5)


def test_a_row_says_all_in_one_line():
    goal = Goal("ratio", 60, 100)
    row = Row("XOR", "engine", values=[85e-9, 86e-9, 84e-9], peer="plain", peer_values=[9.9e-6] * 3, goal=goal)
    line = Table({}, [row]).lines()[-1]
    assert " ".join(line.split()) == "engine 85 ns 2% plain 9.9 µs 116× ≥ 60× ≥ 100× yes, both"


@pytest.fixture
def figures(monkeypatch, tmp_path):
    """Run the command with parts of no work; return the JSON it writes."""
    path = tmp_path / "figures.json"

    def fails(rounds):
        raise RuntimeError("not finished")

    rows = [Row("g", "fast", values=[1.0] * 3), Row("g", "gone", note="missing")]
    parts = {
        "engine": lambda rounds: (rows, {"C": "12"}),
        "stream": fails,
        "page": lambda rounds: (command.rows_of("page", [{"visit": {"first frame, ms": 9.0, "KB": 5.0}}] * rounds), {}),
    }  # fmt: skip
    monkeypatch.setattr(command, "PARTS", parts)
    monkeypatch.setattr("sys.argv", ["benchmarks", "--rounds", "3", "--json", str(path)])
    command.main()
    return json.loads(path.read_text(encoding="utf-8"))


def test_json_has_every_row(figures, capsys):
    assert [(row["what"], row["unit"]) for row in figures["rows"]] == [
        ("fast", "s"), ("gone", "s"), ("everything", "s"), ("first frame", "ms"), ("size", "KB"),
    ]  # fmt: skip
    assert figures["rows"][0]["values"] == [1.0, 1.0, 1.0]
    assert figures["rows"][1]["note"] == "missing"


def test_a_part_that_fails_leaves_the_others_their_figures(figures):
    assert "not finished" in figures["rows"][2]["note"]
    assert figures["rows"][3]["measured"] == 9.0


def test_versions_and_processor_are_named(figures):
    assert {"processor", "cores", "numpy", "Python", "rounds", "C"} <= figures["about"].keys()
