"""Helpers that tests of every part share."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def golden() -> dict[str, Any]:
    """The figures that must come out, at full precision: see tests/golden.json."""
    figures: dict[str, Any] = json.loads((Path(__file__).parent / "golden.json").read_text())
    return figures
