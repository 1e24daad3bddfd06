"""The file of a run trains it again, in the bits that the engine comes to."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.export import alone
from app.export import unfolded as unfolding
from app.export.modules import together, without_comments
from app.export.taken import Taken
from app.export.unfolded import unfolded
from engine import Edit, Recipe, Rules, Run, changes

ROOT = Path(__file__).parents[2]
XOR = Recipe.named("xor")
CHAOS = Recipe.named("xor", hidden_size=32, alpha=10)
TABLE = Recipe.named(
    "xor",
    inputs=tuple((row / 7, row % 5 - 2.5, 1.0) for row in range(30)),
    targets=tuple((row % 2, row / 30) for row in range(30)),
)


def edited(recipe, *stretches):
    """Train a stretch, edit, train a stretch, and so on."""
    run = Run(recipe)
    for stretch in stretches:
        if isinstance(stretch, int):
            run.advance(stretch)
        else:
            run.set(**stretch)
    return run


RUNS = {
    "the post's XOR": lambda: edited(XOR, 60_000),
    "one layer": lambda: edited(Recipe.named("one-layer"), 10_000),
    "two weights": lambda: edited(Recipe.named("two-weights", alpha=10), 3_000),
    "one that jumps": lambda: edited(Recipe.named("xor", alpha=1000), 60_000),
    "a chaotic one": lambda: edited(CHAOS, 60_000),
    "another seed and all weights equal": lambda: edited(Recipe.named("xor", seed=7, start="equal"), 500),
    "no iteration at all": lambda: edited(XOR, 0),
    "several layers and outputs": lambda: edited(replace(TABLE, hidden_sizes=(5, 1, 9)), 300),
    "many rows": lambda: edited(TABLE, 2_000),
    "alpha raised and lowered": lambda: edited(XOR, 600, {"alpha": 4}, 1_000, {"alpha": 0.25}, 5_000),
    "units that come and go": lambda: edited(
        XOR, 100, {"hidden_size": 2}, 700, {"hidden_size": 11}, 1, {"hidden_size": 4}, 3_000
    ),
    "weights moved": lambda: edited(XOR, 700, {"weights": np.linspace(-3, 3, 16)}, 20, {"weights": np.zeros(16)}, 900),
    "a program broken and mended": lambda: edited(
        XOR, 700, {"rules": Rules("step", (1, 2), (0,))}, 30, {"rules": Rules(slopeless=(2,), flipped=(1,))}, 600,
        {"rules": Rules()}, 1_000,
    ),
    "numbers past the largest": lambda: edited(XOR, 10, {"rules": Rules(slopeless=(1, 2)), "alpha": 1e300}, 200),
    "a cell, rows and columns": lambda: edited(
        XOR, 50, {"data": changes.SetCell(1, 0, 0.3)}, 60, {"data": changes.AddRow((0.5, -0.0, 1.0, 1.0), 2)}, 70,
        {"data": changes.RemoveRow(0)}, 1_000, {"data": changes.AddColumn(2.0, "two", 1)}, 90,
        {"data": changes.RemoveColumn(0)}, 800,
    ),
    "copies, shuffled": lambda: edited(
        XOR, 50, {"data": changes.Copies(41, 0.3, 5)}, 600, {"data": changes.Shuffle(3)}, 500, {"hidden_size": 6}, 100
    ),
    "another table": lambda: edited(XOR, 50, {"data": changes.Replace(TABLE.inputs, TABLE.targets)}, 1_300),
    "edits before anything": lambda: edited(XOR, {"hidden_size": 3, "alpha": 2}, {"data": changes.Shuffle(1)}, 1_100),
    "an edit where it stands": lambda: edited(XOR, 900, {"hidden_size": 7, "alpha": 3}),
}  # fmt: skip


@pytest.fixture(scope="module")
def ends():
    """What the engine and what the file comes to, by the names of the runs."""
    runs = {name: make() for name, make in RUNS.items()}
    documents = [unfolded(Taken.of(run)) for run in runs.values()]
    command = [sys.executable, "-m", "tools.node", "tests/js/alone_trained.js"]
    answer = subprocess.run(command, cwd=ROOT, input=json.dumps(documents), capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    trained = dict(zip(runs, json.loads(answer.stdout), strict=True))
    return {name: (runs[name], document, trained[name]) for name, document in zip(runs, documents, strict=True)}


@pytest.mark.parametrize("name", RUNS)
def test_a_run_trained_again_elsewhere_ends_in_the_same_bits(ends, name):
    run, document, trained = ends[name]
    assert document["exact"]
    assert trained["digest"] == document["digest"] == run.digest
    assert float(trained["error"]) == run.error or np.isnan(run.error)


@pytest.mark.parametrize("name", RUNS)
def test_its_error_curve_has_the_same_points(ends, name):
    run, _, trained = ends[name]
    iterations, errors = run.curve.points()
    assert trained["curve"][0] == iterations
    assert np.array_equal([float(error) for error in trained["curve"][1]], errors, equal_nan=True)


def test_a_network_that_blas_trains_promises_no_bits():
    run = edited(Recipe.named("xor", hidden_size=64), 10, {"data": changes.Copies(100, 0.1, 1)}, 10)
    assert not unfolded(Taken.of(run))["exact"]


def test_a_network_that_blas_would_train_next_has_its_bits_so_far():
    run = edited(Recipe.named("xor", hidden_size=64), 10, {"data": changes.Copies(100, 0.1, 1)})
    assert unfolded(Taken.of(run))["exact"]


def test_an_edit_of_a_cell_is_one_row_and_not_the_table():
    run = edited(TABLE, {"data": changes.SetCell(12, 0, 5.0)})
    (edit,) = unfolded(Taken.of(run))["edits"]
    assert (edit["from"], edit["gone"]) == (12, 1)
    assert edit["rows"] == [(5.0, *TABLE.inputs[12][1:], *TABLE.targets[12])]


@pytest.fixture
def fetch(client, page):
    return lambda: client.get("/-/export/run.html", headers={"Eleven-Lines-Session": page.welcome["session"]})


def inline(text, tag):
    return re.search(rf"<{tag}>(.*?)</{tag.split()[0]}>", text, re.DOTALL)[1]


def test_the_file_is_a_download_that_needs_nothing_else(fetch, page):
    page.step(40)
    answer = fetch()
    assert 'filename="eleven-lines-xor.html"' in answer.headers["content-disposition"]
    assert not re.search(
        r"""(?:src|href)=["'](?!data:)|url\(|@import|fetch\(|XMLHttpRequest|https?://(?!www\.w3\.org/)""", answer.text
    )
    assert json.loads(inline(answer.text, 'script type="application/json" id="run"'))["iteration"] == 40
    assert len(answer.content) < 160_000


def test_its_policy_lets_its_own_script_run_and_nothing_else(fetch):
    text = fetch().text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    for tag in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(inline(text, tag).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_same_run_makes_the_same_file(fetch, page):
    page.step(3)
    assert fetch().content == fetch().content


def test_its_program_is_that_of_the_beginning_and_its_changes_are_beside_it(fetch, page):
    page.step(40)
    page.ask("set_alpha", "edit_applied", alpha=7)
    page.step(2)
    run = json.loads(inline(fetch().text, 'script type="application/json" id="run"'))
    assert "alpha = 1\n" in run["program"]
    assert "range(42)" in run["program"]
    assert [mark["iteration"] for mark in run["marks"]] == [40]


def test_what_people_write_ends_no_script(fetch, page):
    page.ask("load_data", "snapshot", text="</script><b>,<!--,y\n0,1,0\n1,0,1\n")
    text = fetch().text
    assert text.count("</script>") == 2
    run = json.loads(inline(text, 'script type="application/json" id="run"'))
    assert run["begin"]["columns"] == ["</script><b>", "<!--"]


def test_a_table_that_would_be_too_large_is_refused_in_words(fetch, monkeypatch):
    monkeypatch.setattr(alone, "MOST_BYTES", 100)
    answer = fetch()
    assert answer.status_code == 409
    assert "take the tables home instead" in answer.json()["message"]


def test_a_run_that_would_be_too_large_is_given_up_while_it_is_written_out(monkeypatch):
    monkeypatch.setattr(alone, "MOST_BYTES", 10_000)
    written = []
    changed = unfolding._changed
    monkeypatch.setattr(unfolding, "_changed", lambda *given: written.append(1) or changed(*given))
    run = Run(TABLE, [Edit(0, "data", changes.Shuffle(seed)) for seed in range(200)])
    with pytest.raises(ValueError, match="take the tables home instead"):
        alone.page(Taken.of(run), [], "", None, None)
    assert 0 < len(written) < 20


def test_an_error_past_the_largest_number_is_written_as_every_program_reads_it():
    taken = Taken.of(edited(XOR, 1))
    command = [sys.executable, "-m", "tools.node", "-e", "console.log(Number(process.argv[1]))"]
    for error in (np.inf, np.nan):
        text = unfolded(replace(taken, error=error))["error"]
        read = subprocess.run([*command, text], cwd=ROOT, capture_output=True, text=True).stdout.strip()
        assert np.array_equal(float(read), error, equal_nan=True)


def test_a_session_that_is_not_there_is_not_found(client):
    assert client.get("/-/export/run.html").status_code == 404


def test_modules_become_one_script():
    modules = {
        "a/main.js": '// @ts-check\nimport { two as deux } from "../two.js";\nimport {\n  one,\n} from "./one.js";\n'
        "/** Adds. */\nexport const three = one() + deux; // at last\n",
        "a/one.js": 'import { two } from "../two.js";\nexport function one() {\n  return two - 1;\n}\n',
        "two.js": "export const two = 2;\nconst three = 7;\nvoid three;\n",
    }
    script = together("a/main.js", modules.__getitem__)
    command = [sys.executable, "-m", "tools.node", "-e", f"console.log(({script.rstrip().rstrip(';')}).three)"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout == "3\n"
    assert "Adds" not in script
    assert script.count("const two = 2") == 1


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./b.js";\n',
        'export * from "./b.js";\n',
        "export default 1;\n",
        'const late = import("./b.js");\n',
        'import { a } from "./main.js";\n',
        'const end = "</script>";\n',
    ],
)
def test_a_module_that_could_not_stand_in_the_script_is_refused(text):
    with pytest.raises(ValueError, match=r"main\.js"):
        together("main.js", {"main.js": text, "b.js": ""}.__getitem__)


def test_two_modules_that_would_have_one_name_are_refused():
    modules = {"main.js": 'import { a } from "./a/b.js";\nimport { c } from "./a_b.js";\n', "a/b.js": "", "a_b.js": ""}
    with pytest.raises(ValueError, match=r"a_b\.js and a/b\.js would have the same name"):
        together("main.js", modules.__getitem__)


def test_comments_go_and_what_looks_like_one_stays():
    kept = 'const a = "/* no */"; // yes\n  call("// no");\n'
    assert without_comments(f"/* one */\n/**\n * two * /\n */\n  // three\n{kept}") == kept
