"""A recipe and its timeline give the same bits on every machine."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BITS = json.loads((ROOT / "tests/bits.json").read_text())

PROGRAM = """
import hashlib, json, sys
import numpy as np
from engine import Recipe, Run
from engine.backend import BACKEND
for case in json.loads(sys.argv[1]):
    run = Run(Recipe.named("xor", hidden_size=case["hidden_size"], alpha=case["alpha"]))
    run.advance(case["iterations"])
    weights = np.concatenate([syn.ravel() for syn in run.weights])
    print(BACKEND.kind, hashlib.sha256(weights.astype("<f8").tobytes()).hexdigest())
"""

MACHINES = {
    "this processor": {},
    "a processor without vectors": {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""},
    "an older processor": {
        "NUMBA_CPU_NAME": "haswell",
        "OPENBLAS_CORETYPE": "Haswell",
        "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX X86_V4",
    },
}


def output(program, folder, *arguments, **environment):
    command = [sys.executable, "-W", "ignore", "-c", program, *arguments]
    variables = {**os.environ, **environment}
    result = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return result.stdout


def digests(runs, **environment):
    return [line.split() for line in output(PROGRAM, ROOT, json.dumps(runs), **environment).splitlines()]


@pytest.mark.parametrize("name", MACHINES)
def test_every_machine_ends_in_the_same_bits(name, tmp_path):
    expected = [["compiled", run["digest"]] for run in BITS["runs"]]
    assert digests(BITS["runs"], NUMBA_CACHE_DIR=str(tmp_path), **MACHINES[name]) == expected


def test_plain_interpreted_python_ends_in_the_same_bits():
    runs = [{**run, "iterations": 2_000} for run in BITS["runs"]]
    compiled, interpreted = digests(runs), digests(runs, NUMBA_DISABLE_JIT="1")
    assert {kind for kind, _ in compiled} == {"compiled"}
    assert {kind for kind, _ in interpreted} == {"interpreted"}
    assert [bits for _, bits in interpreted] == [bits for _, bits in compiled]


def test_without_numba_numpy_trains_and_says_so(tmp_path):
    (tmp_path / "numba.py").write_text("raise ImportError('not here')\n")
    (run,) = digests([{"hidden_size": 4, "alpha": 1, "iterations": 100}], PYTHONPATH=str(tmp_path))
    assert run[0] == "numpy"


def test_a_kernel_compiled_from_other_sources_is_not_taken(tmp_path):
    shutil.copytree(ROOT / "engine", tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    folders = set()
    for _ in range(2):
        with (tmp_path / "engine/arithmetic.py").open("a") as file:
            file.write("# changed\n")
        folders.add(output("from engine import compiled; print(compiled._CACHE)", tmp_path, NUMBA_DISABLE_JIT="1"))
    assert len(folders) == 2


def test_a_damaged_cache_only_costs_time(tmp_path):
    digests(BITS["runs"][:1], NUMBA_CACHE_DIR=str(tmp_path))
    damaged = list(tmp_path.rglob("*.nbi"))
    for file in damaged:
        file.write_bytes(file.read_bytes()[:20])
    assert damaged
    assert digests(BITS["runs"][:1], NUMBA_CACHE_DIR=str(tmp_path)) == [["compiled", BITS["runs"][0]["digest"]]]


def test_a_folder_that_cannot_be_written_to_only_costs_the_cache(tmp_path):
    (tmp_path / "file").write_text("")
    nowhere = str(tmp_path / "file" / "below")
    (run,) = digests(BITS["runs"][:1], NUMBA_CACHE_DIR=nowhere, HOME=nowhere, XDG_CACHE_HOME=nowhere)
    assert run == ["compiled", BITS["runs"][0]["digest"]]
