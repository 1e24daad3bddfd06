"""What every picture of a run is laid out by: logarithmic axes, and how strong weights and units look."""

from collections.abc import Iterable, Sequence
from math import ceil, exp, floor, isfinite, log10

Place = tuple[float, float]

ZERO = 0.5
"""Where iteration 0 stands on the logarithmic axis."""

MOST_TICKS = 6
"""About so many are labelled on an axis."""

MARGIN = 4
"""So near the right end no iteration is labelled."""


class Axes:
    """Both logarithmic, in a box of px, with whole powers of ten at the bottom and at the top.

    Parameters
    ----------
    box : left, top, right, bottom
    last : the iteration at the right end
    errors : of which all that can be drawn have their places within the box: finite ones above 0
    """

    def __init__(self, box: tuple[float, float, float, float], last: float, errors: Iterable[float]) -> None:
        known = [error for error in errors if _has_place(error)]
        self._box = box
        self._floor = floor(log10(min(known, default=0.1)) - 0.02)
        self._ceiling = ceil(log10(max(known, default=1.0)) + 0.02)
        self._decades = log10(last / ZERO)

    def place(self, iteration: float, error: float) -> Place:
        """Return where an error stands that is finite and above 0."""
        return self._x(iteration), self._y(log10(error))

    def parts(self, iterations: Sequence[int], errors: Sequence[float], apart: float) -> list[list[Place]]:
        """Return the way of a curve, broken where it has no place; what is less than `apart` px away is left out."""
        parts: list[list[Place]] = [[]]
        for iteration, error in zip(iterations, errors, strict=True):
            if _has_place(error):
                parts[-1].append(self.place(iteration, error))
            elif parts[-1]:
                parts.append([])
        return [_thinned(part, apart) for part in parts if part]

    def end(self, iterations: Sequence[int], errors: Sequence[float]) -> Place | None:
        """Return where a curve is now; None where that has no place."""
        return self.place(iterations[-1], errors[-1]) if len(errors) and _has_place(errors[-1]) else None

    def heights(self) -> list[tuple[str, float]]:
        """Return what stands beside the axis of errors, and at which height."""
        step = max(1, ceil((self._ceiling - self._floor) / (MOST_TICKS - 1)))
        return [(_power_text(power), self._y(power)) for power in range(self._floor, self._ceiling + 1, step)]

    def marks(self) -> list[tuple[str, float]]:
        """Return what stands below the axis of iterations, and how far to the right."""
        step = max(1, ceil(self._decades / MOST_TICKS))
        iterations = [0, *(10**power for power in range(0, int(self._decades) + 1, step))]
        marks = [(_short(iteration), self._x(iteration)) for iteration in iterations]
        return [(text, x) for text, x in marks if x <= self._box[2] - MARGIN]

    def _x(self, iteration: float) -> float:
        left, _, right, _ = self._box
        return left + (right - left) * log10(max(iteration, ZERO) / ZERO) / self._decades

    def _y(self, power: float) -> float:
        _, top, _, bottom = self._box
        return bottom - (bottom - top) * (power - self._floor) / (self._ceiling - self._floor)


def strength(weight: float) -> float:
    """Return how strong a line shows a weight, from 0 to 1, as static/network/geometry.js has it."""
    return 1 - exp(-abs(weight) / 4) if isfinite(weight) else 1.0


def fullness(value: float) -> float:
    """Return how full a disc shows a unit, from 0 to 1."""
    return min(1.0, max(0.0, value)) if isfinite(value) else 0.0


def _has_place(error: float) -> bool:
    return isfinite(error) and error > 0


def _thinned(places: list[Place], apart: float) -> list[Place]:
    kept = places[:1]
    for x, y in places[1:-1]:
        if abs(x - kept[-1][0]) >= apart or abs(y - kept[-1][1]) >= apart:
            kept.append((x, y))
    return kept + places[1:][-1:]


def _power_text(power: int) -> str:
    """Return a power of ten; the largest are past any number that a computer can hold."""
    return f"{10.0**power:g}" if -5 < power < 6 else f"1e{power}".replace("-", "−")


def _short(iteration: int) -> str:
    for unit, letter in ((10**9, "G"), (10**6, "M"), (1000, "k")):
        if iteration >= unit:
            return f"{iteration // unit:,}{letter}"
    return str(iteration)
