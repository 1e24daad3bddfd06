"""Numbers that a person types one after the other: .001 .01 .1 1 10."""

import re
from collections.abc import Callable
from math import inf, isfinite

from app.refusal import GROUPED, bad_value, typed_number

APART = re.compile(r"[\s;]+")

SEPARATORS = " \t\r\n;,"

DECIMAL_COMMA = re.compile(r"0,\d+")
"""Two numbers it can't be: none of ours is 0."""

LONGEST = 40
"""Characters of a number that are quoted in a refusal."""


def typed_alphas(text: str, most: int) -> tuple[float, ...]:
    """Return the positive numbers that were typed, each once, in ascending order; none of an empty text.

    Raises
    ------
    Refusal
        With one sentence, about the first thing that is no such number.
    """
    return _typed("alphas", text, most, "positive numbers, such as .01 .1 1 10", lambda alpha: alpha > 0)


def typed_sizes(text: str, largest: int, most: int) -> tuple[int, ...]:
    """Return the whole numbers up to `largest` that were typed, each once, in ascending order; none of an empty text.

    Raises
    ------
    Refusal
        With one sentence, about the first thing that is no such number.
    """
    allowed = f"whole numbers from 1 to {largest:,}, such as 2 4 8"
    sizes = _typed("hidden sizes", text, most, allowed, lambda size: size.is_integer() and 1 <= size <= largest)
    return tuple(map(int, sizes))


def _typed(field: str, text: str, most: int, allowed: str, fits: Callable[[float], bool]) -> tuple[float, ...]:
    """Return the numbers that were typed, each once, in ascending order."""
    found = set()
    for piece in _pieces(field, text, whole=field == "hidden sizes"):
        sentence = f"{field} must be {allowed}: {_quoted(piece)} is not one."
        number = typed_number(field, piece, sentence)
        if number == inf and re.search(r"\d", piece):
            raise bad_value(field, f"{_quoted(piece)} is too large a number: the largest is about 1.8e308.")
        if not (isfinite(number) and fits(number)):
            raise bad_value(field, sentence)
        found.add(number)
    if len(found) > most:
        raise bad_value(field, f"These are {len(found):,} {field}, and at most {most:,} can be tried at once.")
    return tuple(sorted(found))


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
    return f"“{piece[:LONGEST]}{'…' if len(piece) > LONGEST else ''}”"
