"""Numbers that a person types one after the other: .001 .01 .1 1 10."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, isfinite
from typing import Generic, TypeVar

from app.refusal import GROUPED, bad_value, typed_number

APART = re.compile(r"[\s;]+")

SEPARATORS = " \t\r\n;,"

DECIMAL_COMMA = re.compile(r"0,\d+")
"""Two numbers it can't be: none of ours is 0."""

LONGEST = 40
"""Characters of a number that are quoted in a sentence."""

MOST_NAMED = 5
"""Numbers that are named in a sentence, before it counts the others."""

Number = TypeVar("Number")


@dataclass(frozen=True)
class Listed(Generic[Number]):
    """What was read of a list.

    Parameters
    ----------
    numbers : each once, in ascending order
    repeated : those that were there more than once, as they were first typed and in that order
    """

    numbers: tuple[Number, ...]
    repeated: tuple[str, ...]


def typed_alphas(text: str, most: int) -> Listed[float]:
    """Return the positive numbers that were typed; none of an empty text.

    Raises
    ------
    Refusal
        With one sentence, about the first thing that is no such number.
    """
    return _typed("alphas", text, most, "positive numbers, such as .01 .1 1 10", lambda alpha: alpha > 0)


def typed_sizes(text: str, largest: int, most: int) -> Listed[int]:
    """Return the whole numbers up to `largest` that were typed; none of an empty text.

    Raises
    ------
    Refusal
        With one sentence, about the first thing that is no such number.
    """
    allowed = f"whole numbers from 1 to {largest:,}, such as 2 4 8"
    sizes = _typed("hidden sizes", text, most, allowed, lambda size: size.is_integer() and 1 <= size <= largest)
    return Listed(tuple(map(int, sizes.numbers)), sizes.repeated)


def once_each(repeated: Sequence[str]) -> str:
    """Return a sentence about numbers that were typed more than once, or nothing if there are none."""
    if not repeated:
        return ""
    if len(repeated) == 1:
        return f"{_short(repeated[0])} was typed more than once, and is taken once."
    *named, last = map(_short, repeated[:MOST_NAMED])
    if len(repeated) > MOST_NAMED:
        named, last = [*named, last], f"{len(repeated) - MOST_NAMED:,} more"
    return f"{', '.join(named)} and {last} were typed more than once, and are taken once each."


def _typed(field: str, text: str, most: int, allowed: str, fits: Callable[[float], bool]) -> Listed[float]:
    """Return the numbers that were typed."""
    found: dict[float, str] = {}  # as first typed
    again: set[float] = set()
    for piece in _pieces(field, text, whole=field == "hidden sizes"):
        sentence = f"{field} must be {allowed}: {_quoted(piece)} is not one."
        number = typed_number(field, piece, sentence)
        if number == inf and re.search(r"\d", piece):
            raise bad_value(field, f"{_quoted(piece)} is too large a number: the largest is about 1.8e308.")
        if not (isfinite(number) and fits(number)):
            raise bad_value(field, sentence)
        if number in found:
            again.add(number)
        else:
            found[number] = piece
    if len(found) > most:
        raise bad_value(field, f"These are {len(found):,} {field}, and at most {most:,} can be tried at once.")
    return Listed(tuple(sorted(found)), tuple(piece for number, piece in found.items() if number in again))


def _pieces(field: str, text: str, whole: bool) -> list[str]:
    """Divide a text at spaces, semicolons and commas, but for commas with which numbers are written.

    They are so written where one of them begins with "0,", and none where there are points. A comma that may be either
    is refused: 1,5 is two numbers to some people and one to others.
    """
    if text.strip() and not text.strip(SEPARATORS):
        raise bad_value(field, f"There is no number in this list of {field}.")
    chunks = [chunk.strip(",") for chunk in APART.split(text)]
    has_points = any("." in chunk for chunk in chunks)
    has_commas = not whole and not has_points and any(DECIMAL_COMMA.fullmatch(chunk) for chunk in chunks)
    pieces: list[str] = []
    for chunk in filter(None, chunks):
        may_be_one = not whole and not has_points and chunk.count(",") == 1
        if has_commas and may_be_one:
            pieces.append(chunk)
        elif may_be_one or GROUPED.fullmatch(chunk):
            raise bad_value(
                field, f"{field} need spaces between them: {_quoted(chunk)} could be one number or several."
            )
        else:
            pieces += filter(None, chunk.split(","))
    return pieces


def _quoted(piece: str) -> str:
    return f"“{_short(piece)}”"


def _short(piece: str) -> str:
    return f"{piece[:LONGEST]}{'…' if len(piece) > LONGEST else ''}"
