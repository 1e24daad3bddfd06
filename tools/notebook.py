"""Run the worked notebook in docs again, and write its outputs into it: `python -m tools.notebook`."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client import KernelManager
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook" / "first-steps.ipynb"


def executed(path: Path) -> nbformat.NotebookNode:
    """Return a notebook as a fresh kernel on this machine runs it; raise `CellExecutionError` where a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as scratch:
        # What the kernel keeps for itself goes elsewhere than into the home folder; it finds the engine here.
        paths = {"PYTHONPATH": str(ROOT), "IPYTHONDIR": scratch, "JUPYTER_RUNTIME_DIR": scratch}
        kernel = KernelManager(kernel_name="python3", transport="ipc", ip=f"{scratch}/kernel")
        client = NotebookClient(notebook, kernel, timeout=300, record_timing=False)
        client.execute(cwd=scratch, env=os.environ | paths, cleanup_kc=True)
    return notebook


def write(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook down without anything that differs from machine to machine."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(notebook, path)


if __name__ == "__main__":
    write(executed(NOTEBOOK), NOTEBOOK)
    sys.stdout.write(f"{NOTEBOOK.relative_to(ROOT)}: {NOTEBOOK.stat().st_size:,} bytes\n")
