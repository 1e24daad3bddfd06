"""Tables in which numbers stand under each other."""

from collections.abc import Sequence
from math import isfinite


def table(rows: Sequence[Sequence[str]], left: Sequence[int] = ()) -> str:
    """Return rows as lines, each column as wide as it needs, to the right but for those in `left`."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def figure(error: float) -> str:
    """Return an error as it stands in a table: 0.013014, 1.3e-09, NaN."""
    if not isfinite(error):
        return "NaN" if error != error else "∞"
    return f"{error:.6f}" if error == 0 or error >= 1e-4 else f"{error:.2e}"
