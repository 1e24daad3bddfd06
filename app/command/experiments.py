"""Does what `eleven-lines race`, `trial` and `sweep` are asked for, and tells it."""

import json
import sys
from math import isfinite, isnan
from types import ModuleType
from typing import Any

from app.command import races, sweeps, trials
from app.command.arguments import parser_of
from app.command.progress import Progress
from engine.choices import at_least_one
from engine.driving import drive

MODULES: dict[str, ModuleType] = {"race": races, "trial": trials, "sweep": sweeps}
"""By the command's name: begun, reached, tables and document of each."""

INTERRUPTED = 130


def run(name: str, arguments: list[str]) -> int:
    """Do one of the experiments; return the exit status.

    Ctrl+C ends it, and what was found so far is told.
    """
    parser, module = parser_of(name), MODULES[name]
    given = parser.parse_args(arguments)
    try:
        study = module.begun(given)
        threads = None if given.threads is None else at_least_one("threads", given.threads)
    except ValueError as error:
        parser.error(str(error))
    status = 0
    try:
        with Progress() as progress:
            drive(study, threads, progress)
    except KeyboardInterrupt:
        status = INTERRUPTED
        print(f"eleven-lines: stopped at {module.reached(study)}; this was found so far.", file=sys.stderr)  # noqa: T201
    found = module.document(study) if given.json else module.tables(study, getattr(given, "posts", False))
    print(json.dumps(spelt(found), indent=2) if given.json else found)  # noqa: T201
    return status


def spelt(value: Any) -> Any:
    """Return a document with the numbers that JSON has not as "NaN", "Infinity" and "-Infinity"."""
    if isinstance(value, dict):
        return {name: spelt(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [spelt(part) for part in value]
    if isinstance(value, float) and not isfinite(value):
        return "NaN" if isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
