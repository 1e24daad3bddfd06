"""Numbers and texts as few bytes, each exactly as it was; what is read may come from anybody."""

import struct
import zlib
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

MOST_BYTES = 1_000_000
"""Bytes of everything together, before they are compressed."""

MOST_NUMBERS = 100_000
"""Numbers of everything together."""

MOST_LETTERS = 1_000
"""Bytes of a name."""

_MOST_DIGITS = 7
"""Bytes of a decimal number's digits; one that takes more is written down bit by bit in eight."""


class TooLarge(ValueError):
    """More than would be read again."""


class Writer:
    """Puts one thing after another into `bytes`; a `Reader` must take them out in the same order."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self._numbers = 0

    def whole(self, value: int) -> None:
        """Append a whole number, 0 or more: seven bits a byte, the low ones first."""
        while value > 127:
            self.bytes.append(value & 127 | 128)
            value >>= 7
        self.bytes.append(value)

    def text(self, text: str, most: int = MOST_LETTERS) -> None:
        """Append a text."""
        data = text.encode(errors="replace")
        if len(data) > most:
            raise TooLarge(f"{most:,} letters are the most of a name.")
        self.whole(len(data))
        self.bytes += data

    def numbers(self, values: Sequence[float]) -> None:
        """Append finite numbers, though not how many: as they are, or as places in a table of those there are."""
        self._numbers += len(values)
        if self._numbers > MOST_NUMBERS:
            raise TooLarge(f"{MOST_NUMBERS:,} numbers are the most.")
        plain, table = Writer(), Writer()
        plain.whole(0)
        plain._plain(values)
        distinct = sorted(set(values))
        table.whole(len(distinct))
        table._plain(distinct)
        places = {value: place for place, value in enumerate(distinct)}
        for before, after in pairwise([0, *(places[value] for value in values)]):
            table.whole(_unsigned(after - before))
        self.bytes += min(plain.bytes, table.bytes, key=lambda data: len(zlib.compress(data, 9)))

    def _plain(self, values: Sequence[float]) -> None:
        parts = [_decimal(value) for value in values]
        for part in parts:
            self.whole(0 if part is None else 1 + _unsigned(part[1]))
        for value, part in zip(values, parts, strict=True):
            if part is None:
                self.bytes += struct.pack("<d", value)
            else:
                self.whole(_unsigned(part[0]))


class Reader:
    """Takes out what a `Writer` put in; raises ValueError where that is not what is there.

    Attributes
    ----------
    at : bytes taken so far
    """

    def __init__(self, data: bytes) -> None:
        self._data, self.at = data, 0
        self._numbers = 0

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.at == len(self._data)

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        end = self.at + count
        if end > len(self._data):
            raise ValueError("There is less than there should be.")
        taken, self.at = self._data[self.at : end], end
        return taken

    def whole(self, most: int = 2**64) -> int:
        """Return a whole number, of which anything above `most` is too large."""
        value = 0
        for shift in range(0, 70, 7):
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            if byte < 128:
                if value > most:
                    raise TooLarge(f"{most:,} is the most.")
                return value
        raise ValueError("A whole number does not end.")

    def text(self, most: int = MOST_LETTERS) -> str:
        """Return a text."""
        return self.take(self.whole(most)).decode()

    def numbers(self, count: int) -> list[float]:
        """Return so many numbers."""
        self._numbers += count
        if self._numbers > MOST_NUMBERS:
            raise TooLarge(f"{MOST_NUMBERS:,} numbers are the most.")
        distinct = self.whole(MOST_NUMBERS)
        if not distinct:
            return self._plain(count)
        table = self._plain(distinct)
        places = list(accumulate(_signed(self.whole()) for _ in range(count)))
        if not all(0 <= place < distinct for place in places):
            raise ValueError("A place lies outside the table.")
        return [table[place] for place in places]

    def _plain(self, count: int) -> list[float]:
        exponents = [self.whole() for _ in range(count)]
        return [self._number(exponent) for exponent in exponents]

    def _number(self, exponent: int) -> float:
        if not exponent:
            value: float = struct.unpack("<d", self.take(8))[0]
            return value
        return float(f"{_signed(self.whole())}e{_signed(exponent - 1)}")


def _decimal(value: float) -> tuple[int, int] | None:
    """Return digits and a power of ten that are this very number; None if there are too many digits."""
    if value.is_integer() and abs(value) < 1e6:
        return int(value), 0
    shortest = Decimal(repr(value)).normalize()
    exponent = shortest.as_tuple().exponent
    if not isinstance(exponent, int):
        return None
    digits = int(shortest.scaleb(-exponent))
    return (digits, exponent) if _unsigned(digits) < 1 << 7 * _MOST_DIGITS else None


def _unsigned(value: int) -> int:
    """Return 0, 1, 2, 3, 4, … for 0, -1, 1, -2, 2, …"""
    return 2 * value if value >= 0 else -2 * value - 1


def _signed(value: int) -> int:
    return value // 2 if value % 2 == 0 else -(value + 1) // 2
