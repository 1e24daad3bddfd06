"""The ranges of what a person may set, and the sentences that say so."""

from collections.abc import Sequence
from math import isfinite
from numbers import Integral, Real

MAX_SEED = 2**32 - 1

LONGEST_NAME = 200
"""Characters of a column's name."""


def positive_number(name: str, value: float) -> float:
    """Return `value` as a float if it is finite and above zero; raise ValueError if not."""
    if not (isinstance(value, Real) and not isinstance(value, bool) and isfinite(value) and value > 0):
        raise ValueError(f"{name} must be a positive number, such as 0.5 or 10.")
    return float(value)


def unit_count(value: int) -> int:
    """Return `value` if it is a whole number of units, at least one; raise ValueError if not."""
    if not isinstance(value, Integral) or isinstance(value, bool) or value < 1:
        raise ValueError("hidden size must be a whole number of units, at least 1.")
    return int(value)


def seed_number(value: int) -> int:
    """Return `value` if the generator takes it as a seed; raise ValueError if not."""
    if not isinstance(value, Integral) or isinstance(value, bool) or not 0 <= value <= MAX_SEED:
        raise ValueError(f"seed must be a whole number from 0 to {MAX_SEED}.")
    return int(value)


def finite_numbers(name: str, values: Sequence[float]) -> tuple[float, ...]:
    """Return `values` as a tuple of floats if all are finite; raise ValueError if not."""
    numbers = tuple(float(value) + 0.0 for value in values)  # -0.0 becomes 0.0: a kernel may not tell them apart
    if not all(isfinite(number) for number in numbers):
        raise ValueError(f"{name} must be ordinary numbers, such as 2.5 or -4.")
    return numbers


def whole_number(name: str, value: int) -> int:
    """Return `value` as an int if it is one; raise ValueError if not."""
    if not isinstance(value, Integral) or isinstance(value, bool):
        raise ValueError(f"{name} must be a whole number.")
    return int(value)


def finite_number(name: str, value: float) -> float:
    """Return `value` as a float if it is finite, 0.0 for -0.0; raise ValueError if it is not."""
    if not (isinstance(value, Real) and not isinstance(value, bool) and isfinite(value)):
        raise ValueError(f"{name} must be a finite number, such as 0.5 or -4.")
    return float(value) + 0.0


def column_name(name: str) -> str:
    """Return `name` if it is a text that a column may be called, and that UTF-8 can hold; raise ValueError if not."""
    if not isinstance(name, str):
        raise ValueError("The name of a column must be a text, such as height.")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"The name of a column may have up to {LONGEST_NAME} characters.")
    try:
        name.encode()
    except UnicodeEncodeError:
        raise ValueError("The name of a column has half a character in it, which can't be written down.") from None
    return name
