"""Saying no in one sentence, and reading what a person typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.messages import Error

GROUPED = re.compile(r"[1-9]\d{0,2}(?:[, _'\u00a0\u202f]\d{3})+")
"""60,000 is a whole number to all who write it so; to others 1,500 is one and a half."""


@dataclass
class Refusal(Exception):
    """What was asked is not done, and nothing has changed."""

    code: str
    message: str
    field: str | None = None

    def to_message(self, request: int | None = None) -> Error:
        """Return the refusal as it is sent to the page."""
        return Error(code=self.code, message=self.message, field=self.field, request=request)


def bad_value(field: str, message: str) -> Refusal:
    """Return the refusal of a value that was typed into `field`."""
    return Refusal("bad_value", message, field)


def misread(errors: Sequence[Any]) -> str:
    """Return a sentence about the first thing in an address that can't be read, of what pydantic says of all."""
    kind, name = errors[0]["type"], errors[0]["loc"][-1]
    if kind == "missing":
        return f"The address has no “{name}”, and needs one."
    wanted = {"int": "a whole number", "float": "a number"}.get(kind.partition("_")[0], "of the right form")
    return f"“{name}” in the address is not {wanted}."


def typed_number(field: str, typed: float | int | str, allowed: str) -> float:
    """Read a number as people write it, with a point or a comma; `allowed` is the sentence for what is none."""
    text = str(typed).strip().replace("\u2212", "-")  # the minus sign with which the page writes numbers
    if GROUPED.fullmatch(text):
        raise bad_value(field, allowed)
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError:
        raise bad_value(field, allowed) from None


def typed_whole_number(field: str, typed: float | int | str, least: int, most: int) -> int:
    """Read a whole number within bounds; its digits may be in groups of three, such as 60,000."""
    allowed = f"{field} must be a whole number from {least:,} to {most:,}."
    text = str(typed).strip()
    if GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    try:
        number = int(text)
    except ValueError:
        value = typed_number(field, text, allowed)
        if not value.is_integer() or re.fullmatch(r"\d+[.,]\d{3}", text):  # 60.000 may mean 60 or 60,000
            raise bad_value(field, allowed) from None
        number = int(value)
    if not least <= number <= most:
        raise bad_value(field, allowed)
    return number
