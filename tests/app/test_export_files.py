"""What a page gets when it takes its run home: tables, a notebook, the run itself, over the wire."""

import csv
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO, StringIO
from pathlib import Path
from threading import Event
from types import ModuleType
from zipfile import ZipFile

import nbformat
import numpy as np
import pytest

from app.export import tables, workbench
from app.export.bundle import File
from app.export.files import FILES
from app.export.notebook import WEIGHTS, notebook
from app.export.parts import program_of
from app.export.taken import Taken
from engine import Recipe, Run
from engine.backend import BACKEND
from engine.changes import Copies
from engine.edit import Edit

NAMES = ["script.py", "notebook.ipynb", "weights.csv", "curve.csv", "run.npz", "run.json"]
SECONDS = 20


@pytest.fixture(autouse=True, scope="module")
def compiled():
    BACKEND.load()


def taken(recipe, *changes, iterations=100):
    run = Run(recipe)
    run.advance(iterations)
    for change in changes:
        run.set(**change)
        run.advance(iterations)
    return Taken.of(run)


def export(client, page, name):
    return client.get(f"/-/export/{name}", headers={"Eleven-Lines-Session": page.welcome["session"]})


class Charts(ModuleType):
    """What a notebook asks of matplotlib, where that is not installed: it notes what was called."""

    def __init__(self, name):
        super().__init__(name)
        self.called = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **options: self._called(name, args)

    def _called(self, name, args):
        self.called.append((name, args))
        if name == "subplots":
            return self, np.array([[self] * args[1]], dtype=object)
        return self


@pytest.fixture
def charts(monkeypatch):
    pyplot, colours, package = Charts("matplotlib.pyplot"), ModuleType("matplotlib.colors"), ModuleType("matplotlib")
    package.pyplot, package.colors = pyplot, colours
    colours.LinearSegmentedColormap = Charts("LinearSegmentedColormap")
    monkeypatch.setitem(sys.modules, "matplotlib.colors", colours)
    monkeypatch.setitem(sys.modules, "matplotlib", package)
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", pyplot)
    return pyplot


def test_a_notebook_paints_the_weights_in_the_colours_of_the_lab():
    styles = (Path(__file__).parents[2] / "static/base.css").read_text()
    positive, negative = (re.search(rf"--{name}: (#\w+);", styles)[1] for name in ("pos", "neg"))
    assert f'["{negative}", "#ffffff", "{positive}"]' in WEIGHTS


def carried_out(of, charts):
    """Run the cells of a notebook from top to bottom; return what its names stand for."""
    document = nbformat.reads(notebook(program_of(of, SECONDS, recording=True)), as_version=4)
    nbformat.validate(document)
    names = {}
    for cell in document.cells:
        if cell.cell_type == "code":
            exec(cell.source, names)
    return names


# Over the wire


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_of_the_run_in_view(client, page, name):
    page.step(3)
    answer = export(client, page, name)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="eleven-lines-xor')
    assert answer.headers["cache-control"] == "no-store"
    assert len(answer.content) > 100


def test_text_has_the_line_ends_and_the_letters_that_every_program_reads(client, page):
    page.step(3)
    for name in NAMES[:4]:
        text = export(client, page, name).content.decode("utf-8")
        assert "\r" not in text
        assert text.endswith("\n")


def test_the_same_run_gives_the_same_bytes(client, page):
    page.step(3)
    for name in NAMES:
        assert export(client, page, name).content == export(client, page, name).content


def test_without_a_session_there_is_nothing_to_take_home(client):
    answer = client.get("/-/export/script.py", headers={"Eleven-Lines-Session": "gone"})
    assert answer.status_code == 404
    assert answer.json()["message"]


def test_what_a_run_cannot_be_is_said(client, page):
    answer = export(client, page, "run.exe")
    assert (answer.status_code, answer.json()["message"]) == (404, "A run can't be taken home as 'run.exe'.")


def test_when_too_much_is_asked_for_at_once_that_is_said(client, page, monkeypatch):
    monkeypatch.setattr(workbench, "MOST_WAITING", 0)
    answer = export(client, page, "run.json")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "try again" in answer.json()["message"]


def test_one_session_does_not_take_the_places_of_all(client, page, open_page, monkeypatch):
    monkeypatch.setattr(workbench, "MOST_OF_ONE", 1)
    begun, go_on = Event(), Event()

    def slow(taken, seconds):
        begun.set()
        assert go_on.wait(30)
        return File("run.json", b"{}")

    monkeypatch.setitem(FILES, "run.json", slow)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(export, client, page, "run.json")
        assert begun.wait(30)
        assert export(client, page, "weights.csv").status_code == 503
        assert export(client, open_page(), "weights.csv").status_code == 200
        go_on.set()
        assert first.result().status_code == 200
    assert export(client, page, "weights.csv").status_code == 200


def test_a_program_with_large_tables_comes_as_an_archive(client, page):
    page.send("copy_rows", rows=1000, noise="0.1")
    page.step(2)
    answer = export(client, page, "script.py")
    assert answer.headers["content-disposition"] == 'attachment; filename="eleven-lines-xor.zip"'
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["eleven-lines-xor/eleven-lines-xor.py", "eleven-lines-xor/data-1.csv"]


def test_the_run_goes_on_while_it_is_taken_home(client, page):
    page.send("play")
    page.read_until(lambda message: message["type"] == "frame" and message["iteration"] > 0)
    answer = export(client, page, "run.json")
    assert answer.status_code == 200
    page.read_until(lambda message: message["type"] == "frame" and message["iteration"] > answer.json()["iteration"])


# The tables


def test_weights_are_told_to_the_last_bit():
    of = taken(Recipe.named("xor"))
    rows = list(csv.DictReader(StringIO(tables.weights_csv(of))))
    told = {row["name"]: float(row["value"]) for row in rows}
    assert list(rows[0]) == ["synapse", "row", "column", "name", "value"]
    assert len(rows) == 16
    assert told["syn0[2,3]"] == of.weights[0][2, 3]
    assert told["syn1[1,0]"] == of.weights[1][1, 0]


def test_a_curve_has_the_error_of_every_iteration():
    of = taken(Recipe.named("xor"), {"alpha": 4.0}, {"hidden_size": 6})
    curve = tables.curve_of(of, SECONDS)
    assert curve.step == 1
    assert curve.iterations == list(range(301))
    again = of.again()
    assert curve.errors[0] == again.error
    again.advance(137)
    assert curve.errors[137] == again.error
    assert curve.errors[-1] == of.error
    assert np.loadtxt(StringIO(tables.curve_csv(curve)), delimiter=",", skiprows=1).T.tolist() == [
        curve.iterations,
        curve.errors,
    ]


@pytest.mark.parametrize(("iterations", "step"), [(0, 1), (99_999, 1), (100_000, 2), (1_000_000, 20), (10**9, 20_000)])
def test_a_long_curve_has_every_so_many_iterations(iterations, step):
    assert tables.step_of(iterations) == step


def test_a_curve_with_steps_ends_where_the_run_ends(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 50)
    of = taken(Recipe.named("xor"), iterations=203)
    curve = tables.curve_of(of, SECONDS)
    assert curve.iterations == [*range(0, 203, 5), 203]
    assert curve.errors[-1] == of.error
    assert curve.suffix == "-every-5"


def test_a_run_too_long_to_train_again_has_the_curve_that_the_lab_keeps():
    of = taken(Recipe.named("xor"), iterations=5000)
    curve = tables.curve_of(of, 0)
    assert curve.suffix == "-kept"
    assert curve.iterations == [*of.kept[0], 5000]
    assert curve.errors[-1] == of.error


def test_numpy_opens_all_of_it_without_pickle():
    of = taken(Recipe.named("xor"), {"alpha": 4.0}, {"hidden_size": 6})
    with np.load(BytesIO(tables.run_npz(of, tables.curve_of(of, SECONDS))), allow_pickle=False) as arrays:
        np.testing.assert_array_equal(arrays["syn0"], of.weights[0])
        np.testing.assert_array_equal(arrays["X"], of.data.X)
        assert arrays["curve_errors"].shape == (301,)
        assert arrays["edit_iterations"].tolist() == [100, 200]
        assert arrays["edit_fields"].tolist() == ["alpha", "hidden_sizes"]
        assert json.loads(str(arrays["run"]))["digest"] == of.digest


def test_the_run_itself_can_be_read_back_and_its_link_leads_to_it(client, page):
    page.step(5)
    page.send("set_alpha", alpha=3)
    page.step(4)
    document = export(client, page, "run.json").json()
    run = Run(Recipe.from_dict(document["recipe"]), [Edit.from_dict(edit) for edit in document["timeline"]])
    run.advance(document["iteration"])
    assert run.digest == document["digest"]
    assert Run.from_link(document["link"]).digest == document["digest"]


def test_a_run_without_a_number_for_an_error_is_still_json():
    of = taken(Recipe.named("xor", alpha=1e308), iterations=3)
    assert not np.isfinite(of.error) or of.error >= 0
    json.loads(tables.run_json(of), parse_constant=pytest.fail)


# The notebook


@pytest.mark.parametrize("name", ["one-layer", "xor", "two-weights"])
def test_a_notebook_trains_the_run_again_and_draws(name, charts):
    of = taken(Recipe.named(name), {"alpha": 4.0})
    names = carried_out(of, charts)
    assert names["error"] == pytest.approx(of.error, abs=1e-9, rel=0)
    assert len(names["errors"]) == of.iteration
    drawn = [called for called, _ in charts.called]
    assert drawn.count("show") == (3 if name == "two-weights" else 2)
    assert ("contourf" in drawn) == (name == "two-weights")


def test_the_surface_of_a_notebook_has_the_way_of_the_weights(charts):
    of = taken(Recipe.named("two-weights"), {"weights": [3.0, 3.0]})
    names = carried_out(of, charts)
    assert names["path"].shape == (of.iteration + 1, 2)
    np.testing.assert_allclose(names["path"][-1], of.weights[0].ravel(), atol=1e-9)
    assert names["path"][100].tolist() == [3.0, 3.0]
    height = names["height"][60, 60]  # both weights 0: every answer is 0.5
    assert height == pytest.approx(0.5)


def test_a_notebook_of_a_chaotic_run_ends_with_the_same_bits(charts):
    of = taken(Recipe.named("xor", hidden_size=32, alpha=10.0), iterations=5000)
    names = carried_out(of, charts)
    np.testing.assert_array_equal(names["syn0"], of.weights[0])


def test_a_notebook_with_large_tables_says_where_they_are(charts):
    program = program_of(
        taken(Recipe.named("xor").with_data(Copies(500, 0.1, 1).apply(Recipe.named("xor").data))), 9, True
    )
    document = nbformat.reads(notebook(program), as_version=4)
    assert "data-1.csv" in document.cells[0].source
