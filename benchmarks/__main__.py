"""Every figure that we claim, beside its peers.

`python -m benchmarks [--only engine|stream|page] [--rounds N] [--json FILE]`. What is printed is true of this machine,
and no test. Let nothing else work meanwhile: the load before and after is printed too.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from benchmarks.goals import GOALS
from benchmarks.peers.machine import machine
from benchmarks.table import Goal, Row, Table

GIVEN = {"rounds", "learners", "watchers"}
"""What comes back with the figures and is none."""

NO_GOALS: Mapping[str, Goal] = {}

Measured = tuple[list[Row], dict[str, str]]
Figures = dict[str, dict[str, float]]


def engine(rounds: int) -> Measured:
    """Return the figures of the engine, and its peers' versions."""
    rows, versions = import_module("benchmarks.engine").measure(rounds)
    return rows, versions


def stream(rounds: int) -> Measured:
    """Return the figures of the server, room by room; every round has a server of its own."""
    measure = import_module("benchmarks.stream").measure
    return rows_of("stream", [measure(rounds=1) for _ in range(rounds)]), {}


def page(rounds: int) -> Measured:
    """Return the figures of the page; every round has a browser of its own."""
    measure = import_module("benchmarks.page").measure
    return rows_of("page", [measure(rounds=1) for _ in range(rounds)]), {}


PARTS: dict[str, Callable[[int], Measured]] = {"engine": engine, "stream": stream, "page": page}


def rows_of(part: str, rounds: list[Figures]) -> list[Row]:
    """Return a row for each figure of each case, out of those of every round."""
    if not rounds[0]:
        return [Row(part, "everything", note="not measured: what it needs is missing here")]
    return [
        Row(
            f"{part}: {case}",
            words_of(name)[0],
            words_of(name)[1],
            [figures[case][name] for figures in rounds],
            goal=GOALS.get(case, NO_GOALS).get(name),
        )
        for case, first in rounds[0].items()
        for name in first
        if name not in GIVEN
    ]


def words_of(name: str) -> tuple[str, str]:
    """Split the name of a figure into what it is and its unit: "gap_p50_ms", "first frame, ms", "KB"."""
    words = name.replace("_", " ").replace(", ", " ").replace("percent", "%").split()
    unit = next((word for word in reversed(words) if word.lower() in ("ms", "us", "kb", "mb", "%")), "")
    what = " ".join(word for word in words if word != unit)
    return what or "size", {"us": "µs", "kb": "KB", "mb": "MB"}.get(unit, unit)


def measured(name: str, rounds: int) -> Measured:
    """Measure a part; say why if that does not work."""
    try:
        return PARTS[name](rounds)
    except Exception as error:  # the other parts have figures all the same
        print(f"{name}: {error!r}", file=sys.stderr)
        return [Row(name, "everything", note=f"not measured: {error!r}")], {}


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="one part")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure of every round there as well")
    given = parser.parse_args()
    table = Table({**machine(), "rounds": str(given.rounds)})
    for name in PARTS:
        if given.only in (None, name):
            rows, versions = measured(name, given.rounds)
            table.rows += rows
            table.about |= versions
    table.about["load after"] = " ".join(f"{load:.2f}" for load in os.getloadavg())
    print("\n".join(table.lines()))
    if given.json:
        given.json.write_text(json.dumps(table.to_dict(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
