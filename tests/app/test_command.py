"""The command does the experiments: a table or JSON on stdout, one sentence on stderr for what can't be done."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.command import experiments
from app.command.progress import Progress
from app.command.table import figure, table

ROOT = Path(__file__).parents[2]


def printed(capsys, *words):
    assert main(list(words)) == 0
    out, err = capsys.readouterr()
    assert err == ""  # no terminal, no progress
    return out


def test_a_race_is_a_table_with_verdicts(capsys):
    out = printed(capsys, "race", "--alphas", ".1 10", "--hidden", "4, 8", "--iterations", "2,000", "--every", "1000")
    head, *lanes = out.splitlines()[:5]
    assert head.split() == ["hidden", "alpha", "0", "1,000", "2,000", "verdict"]
    assert [line.split()[:2] for line in lanes] == [["4", "0.1"], ["4", "10"], ["8", "0.1"], ["8", "10"]]
    assert lanes[1].endswith("solved")
    assert {line.index("0.49") for line in lanes} == {head.index("0") - 7}  # numbers stand under each other
    assert "Every example is within" in out


def test_a_race_without_hidden_layer_says_so(capsys):
    assert "  none      1  " in printed(
        capsys, "race", "--experiment", "one-layer", "--alphas", "1", "--iterations", "9"
    )


def test_the_posts_figures_stand_beside_ours(capsys):
    lines = printed(capsys, "race", "--posts", "--alphas", "1", "--iterations", "10000").splitlines()
    assert lines[-3].split() == ["4", "1", "10,000", "0.00858452565325", "0.00858452565325", "yes"]
    assert lines[-1] == "2 of 2 figures are what the posts' program prints, to its last digit."
    assert "print none of these" in printed(capsys, "race", "--posts", "--seed", "2", "--iterations", "5")


def test_what_the_posts_program_would_print_after_its_end_is_said_so_and_counted_apart(capsys):
    lines = printed(capsys, "race", "--posts", "--alphas", "10").splitlines()
    assert lines[-4].endswith("yes, one print after its end")
    assert lines[-5].endswith("yes")
    assert lines[-2] == "6 of 6 figures are what the posts' program prints, to its last digit."
    assert lines[-1] == "Its last print is at 50,000; gone on, it prints 1 of 1 figures as they are here at 60,000."
    found = json.loads(printed(capsys, "race", "--alphas", "10", "--json"))
    assert ["after_its_end" in figure for figure in found["lanes"][0]["posts"]] == [False] * 6 + [True]


def test_a_race_in_json(capsys):
    found = json.loads(printed(capsys, "race", "--alphas", "1", "1000", "--iterations", "10000", "--json"))
    assert found["marks"] == [0, 10_000]
    one, dead = found["lanes"]
    assert (one["alpha"], one["hidden_size"], one["seed"], one["turns"]) == (1, 4, 1, [14, 4])
    assert one["posts"][1] == {"iteration": 10_000, "printed": "0.00858452565325", "digits_agreed": 12}
    assert dead["verdict"]["kind"] == "dead"


def test_numbers_that_are_not_finite_are_strings_in_json():
    spelt = experiments.spelt({"errors": [float("nan"), float("inf"), -float("inf"), 1.5], "n": 3})
    assert spelt == {"errors": ["NaN", "Infinity", "-Infinity", 1.5], "n": 3}


def test_a_trial_tells_how_much_is_luck(capsys):
    out = printed(capsys, "trial", "--seeds", "40", "--iterations", "3000", "--alpha", "10", "--hidden", "3")
    assert out.startswith("xor, 3 hidden units, alpha 10: after 3,000 iterations ")
    found = json.loads(printed(capsys, "trial", "--seeds", "3", "--iterations", "50", "--json"))
    assert found["seeds"] == [1, 2, 3]
    assert len(found["errors"]) == 3
    assert found["share_solved"] == 0


def test_a_sweep_has_hidden_sizes_down_and_alphas_across(capsys):
    out = printed(capsys, "sweep", "--alphas", "1 10", "--hidden", "2 4", "--seeds", "5", "--iterations", "4000")
    lines = out.splitlines()
    assert lines[2] == "hidden  alpha 1  alpha 10"
    assert lines[4].split() == ["4", "100%", "100%"]
    words = ["sweep", "--alphas", "1", "--hidden", "2", "4", "--seeds", "3", "--iterations", "20", "--json"]
    assert [cell["known"] for cell in json.loads(printed(capsys, *words))["cells"]] == [3, 3]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["race", "--alphas", ""], "There are no alphas: at least one is needed."),
        (["race", "--alphas", ".1 -1"], "alpha must be a positive number, such as 0.5 or 10, and -1 is not."),
        (["race", "--alphas", "nan"], "alpha must be a positive number, such as 0.5 or 10, and nan is not."),
        (["race", "--alphas", "1 1e400"], "argument --alphas: '1e400' is too large a number."),
        (["race", "--alphas", "fast"], "argument --alphas: 'fast' is not a number."),
        (["race", "--alphas", *map(str, range(1, 3000))], "A race has from 1 to 200 lanes, and these are more."),
        (["race", "--hidden", "0"], "hidden size must be a whole number of units, at least 1, and 0 is not."),
        (["race", "--hidden", "4 99999"], "argument --hidden: '99999' is too many hidden units: 1,024 are the limit."),
        (["trial", "--hidden", "1025"], "argument --hidden: '1025' is too many hidden units: 1,024 are the limit."),
        (["race", "--hidden", "2.5"], "argument --hidden: '2.5' is not a whole number."),
        (["race", "--hidden", "4", "--experiment", "one-layer"], "one-layer has no hidden layer, "),
        (["race", "--iterations", "0"], "iterations must be a whole number, at least 1."),
        (["race", "--threads", "0"], "threads must be a whole number, at least 1."),
        (["race", "--seed", "-1"], "seed must be a whole number from 0 to "),
        (["race", "--colour", "red"], "unrecognized arguments: --colour red"),
        (["trial", "--seeds", "1,000,000"], "These are 1,000,000 seeds, and the limit is 200,000."),
        (["trial", "--alpha", "inf"], "alpha must be a positive number, such as 0.5 or 10."),
        (["sweep", "--alphas", "0,5"], "alpha must be a positive number, such as 0.5 or 10, and 0 is not."),
        (["sweep", "--seeds", "0"], "seeds must be a whole number, at least 1."),
        (["--port", "abc"], "argument --port: "),
        (["rally"], "unrecognized arguments: rally"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(capsys, words, sentence):
    with pytest.raises(SystemExit) as end:
        main(words)
    out, err = capsys.readouterr()
    assert (end.value.code, out) == (2, "")
    assert err.startswith(f"eleven-lines: {sentence}")
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [["race", "--alphas", "1"], ["sweep", "--hidden", "4"], ["trial", "--json"]])
def test_ctrl_c_tells_what_was_found_so_far(capsys, monkeypatch, words):
    def interrupted(study, threads, progress):
        study.advance(study.work // 4)
        raise KeyboardInterrupt

    monkeypatch.setattr(experiments, "drive", interrupted)
    assert main([*words, "--iterations", "200"]) == 130
    out, err = capsys.readouterr()
    assert err.startswith("eleven-lines: stopped at ")
    assert err.count("\n") == 1
    assert json.loads(out)["errors"] if "--json" in words else "0.4" in out


class Terminal:
    def __init__(self, is_one):
        self.written, self.isatty = "", lambda: is_one

    def write(self, text):
        self.written += text

    def flush(self):
        pass


@pytest.mark.parametrize("is_one", [True, False])
def test_progress_is_one_line_of_a_terminal_and_nothing_elsewhere(monkeypatch, is_one):
    monkeypatch.setattr("app.command.progress.APART", 0)
    terminal = Terminal(is_one)
    with Progress(terminal) as progress:
        progress(0.0)
        progress(0.5)
    assert ("50%" in terminal.written) is is_one
    assert "\n" not in terminal.written
    assert terminal.written.endswith("\r\033[K") is is_one


def test_what_is_not_a_number_has_its_place_in_a_table():
    assert table([["alpha", "error"], ["1", figure(float("nan"))], ["10", figure(1e-7)]]).splitlines() == [
        "alpha     error",
        "    1       NaN",
        "   10  1.00e-07",
    ]


def test_an_experiment_does_not_wait_for_what_serves_pages():
    code = (
        "import sys; from app.__main__ import main; main(['race', '--iterations', '5']);"
        "assert not {'fastapi', 'uvicorn', 'pydantic', 'sqlalchemy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


def test_help_names_the_experiments(capsys):
    for words in (["--help"], ["race", "--help"]):
        with pytest.raises(SystemExit) as end:
            main(words)
        assert end.value.code == 0
    assert "eleven-lines sweep" in capsys.readouterr().out
