"""The exponential and the sigmoid, from additions, multiplications and one division in a fixed order.

A run's numbers must be the same on every machine, compiled or interpreted, in Python or in JavaScript. IEEE 754
promises that for each of these operations, but a library's exp may round as it likes. So the kernels have one of their
own: at most 1.1 units in the last place from the true value, and 2 from what numpy's exp gives. `engine.vectors` does
the same with vectors.
"""

from struct import pack, unpack

LOG2_E = 1.4426950408889634
LN2_HIGH, LN2_LOW = 6.93147180369123816490e-01, 1.90821492927058770002e-10
"""ln 2 in two parts, so that a whole number up to 1024 times the first is exact (Cody and Waite)."""

SHIFT = 1.5 * 2.0**52
"""A number this large has no room for a fraction: added to one that is small, it leaves the nearest whole number."""

LOWEST, HIGHEST = -708.0, 710.0
"""Where exp ends: below the one it stays as it is (and 1 + exp is 1), near the other it becomes infinite."""

COEFFICIENTS = (
    0.5000000000000001,
    0.16666666666666669,
    0.04166666666662413,
    0.008333333333330062,
    0.0013888888917213717,
    0.00019841269863053618,
    2.4801521295954376e-05,
    2.7557268459997064e-06,
    2.7620088445409746e-07,
    2.510038549551032e-08,
)
"""Of the polynomial in r that comes nearest to (e^r - 1 - r) / r² where |r| is up to ln 2 / 2: Chebyshev's points."""


def sigmoid(x: float) -> float:
    """Return 1 / (1 + e^-x)."""
    return 1.0 / (1.0 + exp(-x))


def step(x: float) -> float:
    """Return 1.0 above zero and 0.0 elsewhere; NaN for NaN."""
    if x != x:
        return x
    return 1.0 if x > 0.0 else 0.0


def exp(x: float) -> float:
    """Return e^x; NaN for NaN."""
    inside = HIGHEST if x > HIGHEST else x
    inside = LOWEST if inside < LOWEST else inside
    shifted = inside * LOG2_E + SHIFT  # e^x = 2^whole * e^r
    whole = shifted - SHIFT
    r = (inside - whole * LN2_HIGH) - whole * LN2_LOW
    return power_of_e(r) * power_of_two(shifted)


def power_of_e(r: float) -> float:
    """Return e^r for |r| up to ln 2 / 2. The terms are paired so that a processor can do several at once."""
    c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 = COEFFICIENTS
    r2 = r * r
    r4 = r2 * r2
    low = (c0 + r * c1) + r2 * (c2 + r * c3)
    high = ((c4 + r * c5) + r2 * (c6 + r * c7)) + r4 * (c8 + r * c9)
    return 1.0 + (r + r2 * (low + r4 * high))


def power_of_two(shifted: float) -> float:
    """Return 2 to the whole number that was added to SHIFT: the lowest bits of `shifted` become an exponent.

    For 1024 that is the exponent of infinity.
    """
    (bits,) = unpack("<Q", pack("<d", shifted))
    (power,) = unpack("<d", pack("<Q", (bits + 1023 << 52) % 2**64))
    return float(power)
