"""Figures beside their peers: as a table for people, and as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Literal

Figure = Literal["ratio", "most", "least"]

UNITS = {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1.0}


@dataclass(frozen=True)
class Goal:
    """What is wanted.

    Parameters
    ----------
    of : what is judged: the "ratio", which is to be at least so high, or the measured figure, which is to be the
        "most" or the "least" there is
    wanted : good enough
    go_for : better still, None if there is nothing more to wish for
    """

    of: Figure
    wanted: float
    go_for: float | None = None

    def reached(self, value: float, limit: float) -> bool:
        """Return whether a value is on the right side of a limit."""
        return value <= limit if self.of == "most" else value >= limit


@dataclass(frozen=True)
class Row:
    """One figure.

    Parameters
    ----------
    group, what : what was measured
    unit : "s" for seconds, which are printed in the unit that suits them, or any other
    values : one a round; none if it could not be measured
    peer, peer_values : beside what it stands, and what that took in the same rounds
    goal : what is wanted, if anything is
    note : why there is no figure, or what else must be known
    """

    group: str
    what: str
    unit: str = "s"
    values: Sequence[float] = ()
    peer: str = ""
    peer_values: Sequence[float] = ()
    goal: Goal | None = None
    note: str = ""

    @property
    def measured(self) -> float | None:
        """The median of the rounds."""
        return median(self.values) if self.values else None

    @property
    def ratios(self) -> list[float]:
        """How many times less than the peer it took, round by round."""
        return [peer / own for peer, own in zip(self.peer_values, self.values, strict=False)]

    @property
    def ratio(self) -> float | None:
        """The median of the rounds' ratios."""
        return median(self.ratios) if self.ratios else None

    @property
    def spread(self) -> float | None:
        """How far the worst round is from the best, as a part of the median; None of a single round."""
        if len(self.values) < 2 or not self.measured:
            return None
        return (max(self.values) - min(self.values)) / abs(self.measured)

    @property
    def reached(self) -> Literal["", "no", "yes", "yes, both"]:
        """Whether it is as wanted; "yes, both" if it is also what we go for."""
        if not self.goal:
            return ""
        value = self.ratio if self.goal.of == "ratio" else self.measured
        if value is None or not self.goal.reached(value, self.goal.wanted):
            return "no"
        return "yes, both" if self.goal.go_for and self.goal.reached(value, self.goal.go_for) else "yes"

    def to_dict(self) -> dict[str, Any]:
        """Return all of it, fit for JSON."""
        return {
            "group": self.group, "what": self.what, "unit": self.unit, "measured": self.measured,
            "spread": self.spread, "values": list(self.values), "peer": self.peer,
            "peer_values": list(self.peer_values), "ratio": self.ratio, "ratios": self.ratios,
            "wanted_of": self.goal and self.goal.of, "wanted": self.goal and self.goal.wanted,
            "go_for": self.goal and self.goal.go_for, "reached": self.reached, "note": self.note,
        }  # fmt: skip


@dataclass
class Table:
    """All figures of one run, and on what they were taken."""

    about: dict[str, str]
    rows: list[Row] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return all of it, fit for JSON."""
        return {"about": self.about, "rows": [row.to_dict() for row in self.rows]}

    def lines(self) -> list[str]:
        """Return the table as text."""
        heads = ("", "median", "spread", "beside", "ratio", "wanted", "go for", "reached")
        cells = [heads, *(cells_of(row) for row in self.rows)]
        widths = [max(len(line[column]) for line in cells) for column in range(len(heads))]
        margin = max(map(len, self.about), default=0)
        lines = [f"{name:{margin}}  {words}" for name, words in self.about.items()]
        lines += ["", laid_out(heads, widths)]
        group = None
        for row, line in zip(self.rows, cells[1:], strict=True):
            if row.group != group:
                group = row.group
                lines += ["", group]
            lines.append(laid_out(line, widths) + (f"  {row.note}" if row.note else ""))
        return lines


def cells_of(row: Row) -> tuple[str, ...]:
    """Return the words of a row, column by column."""
    goal, ratio = row.goal, row.ratio

    def limit(value: float | None) -> str:
        if goal is None or value is None:
            return ""
        sign = "≤" if goal.of == "most" else "≥"
        return f"{sign} {f'{value:g}×' if goal.of == 'ratio' else amount(value, row.unit)}"

    return (
        f"  {row.what}",
        "–" if row.measured is None else amount(row.measured, row.unit),
        "" if row.spread is None else f"{row.spread:.0%}",
        f"{row.peer} {amount(median(row.peer_values), row.unit)}" if row.peer_values else row.peer,
        "" if ratio is None else f"{ratio:.3g}×" if ratio < 100 else f"{ratio:.0f}×",
        limit(goal.wanted if goal else None),
        limit(goal.go_for if goal else None),
        row.reached,
    )


def laid_out(words: Iterable[str], widths: Sequence[int]) -> str:
    """Return a line of the table: names to the left, figures to the right."""
    left = {0, 3, 7}
    cells = [f"{w:{'<' if i in left else '>'}{widths[i]}}" for i, w in enumerate(words)]
    return "  ".join(cells).rstrip()


def amount(value: float, unit: str) -> str:
    """Return a figure with its unit, as a person would write it down."""
    if unit == "s":
        unit = next((name for name, size in reversed(UNITS.items()) if abs(value) >= size), "ns")
        value /= UNITS[unit]
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    number = f"{value:,.{digits}f}"
    return f"{number.rstrip('0').rstrip('.') if '.' in number else number} {unit}".rstrip()
