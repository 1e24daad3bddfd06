"""Numbers that a person types one after the other: .001 .01 .1 1 10."""

import re
from math import isfinite
from typing import TypeVar

from app.refusal import GROUPED, bad_value, typed_number

Number = TypeVar("Number", int, float)

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
        With one sentence, about the first thing that is none.
    """
    found = set()
    for piece in _pieces("alphas", text, whole=False):
        allowed = f"alphas must be positive numbers with spaces between, such as .01 .1 1 10: {_quoted(piece)} is none."
        alpha = typed_number("alphas", piece, allowed)
        if not (isfinite(alpha) and alpha > 0):
            raise bad_value("alphas", allowed)
        found.add(alpha)
    return _bounded("alphas", found, most)


def typed_sizes(text: str, largest: int, most: int) -> tuple[int, ...]:
    """Return the whole numbers up to `largest` that were typed, each once, in ascending order; none of an empty text.

    Raises
    ------
    Refusal
        With one sentence, about the first thing that is none.
    """
    found = set()
    for piece in _pieces("hidden sizes", text, whole=True):
        allowed = f"hidden sizes must be whole numbers from 1 to {largest:,}, such as 2 4 8: {_quoted(piece)} is none."
        size = typed_number("hidden sizes", piece, allowed)
        if not (isfinite(size) and size.is_integer() and 1 <= size <= largest):
            raise bad_value("hidden sizes", allowed)
        found.add(int(size))
    return _bounded("hidden sizes", found, most)


def _bounded(field: str, found: set[Number], most: int) -> tuple[Number, ...]:
    if len(found) > most:
        raise bad_value(field, f"There may be up to {most:,} {field} in one study, and these are {len(found):,}.")
    return tuple(sorted(found))


def _pieces(field: str, text: str, whole: bool) -> list[str]:
    """Divide a text at spaces, semicolons and commas, but for commas with which numbers are written.

    They are so written where one of them begins with "0,", and none where there are points. A comma that may be either
    is refused: 1,5 is two numbers to some people and one to others.
    """
    if text.strip() and not text.strip(SEPARATORS):
        raise bad_value(field, f"There is no number among the {field}.")
    chunks = [chunk.strip(",") for chunk in APART.split(text)]
    has_points = any("." in chunk for chunk in chunks)
    has_commas = not whole and not has_points and any(DECIMAL_COMMA.fullmatch(chunk) for chunk in chunks)
    pieces: list[str] = []
    for chunk in filter(None, chunks):
        may_be_one = not whole and not has_points and chunk.count(",") == 1
        if has_commas and may_be_one:
            pieces.append(chunk)
        elif may_be_one or GROUPED.fullmatch(chunk):
            raise bad_value(field, f"{field} need spaces between them: {_quoted(chunk)} may be one number or more.")
        else:
            pieces += filter(None, chunk.split(","))
    return pieces


def _quoted(piece: str) -> str:
    return f"“{piece[:LONGEST]}{'…' if len(piece) > LONGEST else ''}”"
