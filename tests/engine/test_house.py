"""The engine knows no web, no clock and no logging."""

import subprocess
import sys
from pathlib import Path

FORBIDDEN = {"fastapi", "starlette", "asyncio", "logging", "time", "sqlalchemy", "pydantic", "app", "socket"}


def test_importing_the_engine_imports_nothing_of_the_web():
    code = "import sys, engine; print(*{name.split('.')[0] for name in sys.modules})"
    root = Path(__file__).parents[2]
    loaded = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert {"fastapi", "starlette", "sqlalchemy", "pydantic", "app", "uvicorn"}.isdisjoint(loaded.stdout.split())


def test_no_file_of_the_engine_names_what_it_must_not_know():
    for path in (Path(__file__).parents[2] / "engine").glob("*.py"):
        lines = [line.split() for line in path.read_text().splitlines()]
        imported = {words[1].split(".")[0] for words in lines if words[:1] in (["import"], ["from"]) and len(words) > 1}
        assert imported.isdisjoint(FORBIDDEN), path.name


def test_only_one_file_imports_numba():
    engine = Path(__file__).parents[2] / "engine"
    assert [path.name for path in engine.glob("*.py") if "numba import" in path.read_text()] == ["compiled.py"]


def test_importing_the_engine_does_not_wait_for_numba():
    code = "import sys, engine; assert 'numba' not in sys.modules and 'llvmlite' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True)
