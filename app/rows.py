"""Which of many examples are sent to the page: a few screens' worth, around the one that is chosen."""

from collections.abc import Sequence

NUMBERS = 1200
"""A frame holds about so many activations at the most."""

FEWEST, MOST = 8, 100


def in_view(rows: int, row: int, sizes: Sequence[int]) -> slice:
    """Return the examples in view when `row` is chosen, of a network with these layer sizes.

    They come in pages, so that going from row to row turns the page and does not push every row along.
    """
    count = min(MOST, max(FEWEST, NUMBERS // sum(sizes[1:])))
    first = row // count * count
    return slice(first, min(rows, first + count))
