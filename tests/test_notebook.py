"""The worked notebook and the examples in the documentation do what they say."""

import doctest
import json
import re
from pathlib import Path

import pytest

import engine.recipe
import engine.run
from tools.notebook import NOTEBOOK, ROOT, executed


def test_no_cell_of_the_notebook_fails():
    cells = [cell for cell in executed(NOTEBOOK).cells if cell.cell_type == "code"]  # raises where one fails
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))


def test_the_notebook_is_kept_with_its_outputs_and_without_traces_of_a_machine():
    notebook = json.loads(NOTEBOOK.read_text())
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert all(cell["outputs"] for cell in cells)
    assert str(Path.home()) not in NOTEBOOK.read_text()
    assert str(ROOT) not in NOTEBOOK.read_text()
    assert NOTEBOOK.stat().st_size < 200_000


def test_the_examples_on_the_page_about_python_run(capsys):
    text = (ROOT / "docs" / "python.md").read_text()
    names = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(block, names)
    promised = re.search(r"print\(run\)  # (.*)", text)[1]
    assert capsys.readouterr().out.startswith(promised + "\n")


@pytest.mark.parametrize("module", [engine.run, engine.recipe])
def test_the_examples_in_docstrings_are_true(module):
    failed, attempted = doctest.testmod(module)
    assert (failed, attempted > 0) == (0, True)
