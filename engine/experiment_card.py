"""What a race, a trial and a sweep are, as HTML: what a notebook shows of them; see `engine.card`."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from engine.card import CARD, CELL, TABLE
from engine.drawing import race_picture, sweep_picture, trial_picture
from engine.telling import FIRST, LAST, lane_name

if TYPE_CHECKING:
    from engine.races import Race
    from engine.sweeps import Sweep
    from engine.trials import Trial


def race_card(race: "Race") -> str:
    """Return the curves, the errors at the marks, and what has become of every lane."""
    marks = race.marks[: race.errors.shape[1]]
    places = range(len(marks))
    shown = [*places] if len(marks) <= FIRST + LAST else [*places[:FIRST], *places[-LAST:]]
    rows = [["", *(f"{marks[place]:,}" for place in shown), ""]]
    for run, errors, verdict in zip(race.runs, race.errors.tolist(), race.verdicts, strict=True):
        figures = [f"{errors[place]:.6g}" for place in shown]
        rows.append([lane_name(run.recipe), *figures, verdict.title if verdict else ""])
    return _card(repr(race), race_picture(race)._repr_html_(), _rows(rows))


def trial_card(trial: "Trial") -> str:
    """Return how many seeds were solved, and how their errors are spread."""
    return _card(repr(trial), trial_picture(trial)._repr_html_())


def sweep_card(sweep: "Sweep") -> str:
    """Return the map of shares solved."""
    return _card(repr(sweep), sweep_picture(sweep)._repr_html_())


def _card(head: str, *parts: str) -> str:
    return f'<div style="{CARD}"><div>{escape(head)}</div>{"".join(parts)}</div>'


def _rows(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of numbers with words in the first and in the last column."""
    words = f"{CELL};text-align:left"
    body = ""
    for first, *figures, last in rows:
        numbers = "".join(f'<td style="{CELL}">{escape(figure)}</td>' for figure in figures)
        body += f'<tr><td style="{words}">{escape(first)}</td>{numbers}<td style="{words}">{escape(last)}</td></tr>'
    return f'<div style="overflow-x:auto"><table style="{TABLE}"><tbody>{body}</tbody></table></div>'
