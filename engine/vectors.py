"""Several doubles at once, as values that a formula can be written with; they become LLVM's instructions."""

from collections.abc import Sequence
from math import inf
from typing import Any, cast

from llvmlite import ir

from engine.arithmetic import HIGHEST, LN2_HIGH, LN2_LOW, LOG2_E, LOWEST, SHIFT, power_of_e

DOUBLE, INTEGER, BIT, INDEX = ir.DoubleType(), ir.IntType(64), ir.IntType(1), ir.IntType(32)


class Vector:
    """`width` doubles. Arithmetic goes lane by lane; a plain number stands for itself in every lane."""

    def __init__(self, builder: ir.IRBuilder, value: ir.Value) -> None:
        self.builder = builder
        self.value = value
        self.width: int = value.type.count

    def __add__(self, other: "Vector | float") -> "Vector":
        return self._like(self.builder.fadd(self.value, self._operand(other)))

    def __sub__(self, other: "Vector | float") -> "Vector":
        return self._like(self.builder.fsub(self.value, self._operand(other)))

    def __mul__(self, other: "Vector | float") -> "Vector":
        return self._like(self.builder.fmul(self.value, self._operand(other)))

    def __radd__(self, other: float) -> "Vector":
        return self._like(self.builder.fadd(self._operand(other), self.value))

    def __rsub__(self, other: float) -> "Vector":
        return self._like(self.builder.fsub(self._operand(other), self.value))

    def __rmul__(self, other: float) -> "Vector":
        return self._like(self.builder.fmul(self._operand(other), self.value))

    def __rtruediv__(self, other: float) -> "Vector":
        return self._like(self.builder.fdiv(self._operand(other), self.value))

    def __neg__(self) -> "Vector":
        return self._like(self.builder.fneg(self.value))

    def __abs__(self) -> "Vector":
        bits = self.builder.bitcast(self.value, ir.VectorType(INTEGER, self.width))
        positive = self.builder.and_(bits, splat(INTEGER, 2**63 - 1, self.width))
        return self._like(self.builder.bitcast(positive, self.value.type))

    def compare(self, how: str, other: float) -> ir.Value:
        """Return one bit a lane; comparisons with NaN are false."""
        return self.builder.fcmp_ordered(how, self.value, self._operand(other))

    def replaced(self, condition: ir.Value, other: "Vector | float") -> "Vector":
        """Take `other` in the lanes where `condition` is set."""
        return self._like(self.builder.select(condition, self._operand(other), self.value))

    def lane(self, index: int) -> ir.Value:
        """Return one lane as a plain double."""
        return self.builder.extract_element(self.value, INDEX(index))

    def spread(self, index: int, width: int) -> "Vector":
        """Return a vector with one lane everywhere."""
        return self._shuffled([index] * width)

    def halved(self) -> "Vector":
        """Add the upper half to the lower half."""
        middle = self.width // 2
        return self._shuffled(range(middle)) + self._shuffled(range(middle, self.width))

    def times_power_of_two(self, shifted: "Vector") -> "Vector":
        """See `engine.arithmetic.power_of_two`."""
        whole = ir.VectorType(INTEGER, self.width)
        bits = self.builder.bitcast(shifted.value, whole)
        exponent = self.builder.add(bits, splat(INTEGER, 1023, self.width))
        power = self.builder.shl(exponent, splat(INTEGER, 52, self.width))
        return self * self._like(self.builder.bitcast(power, self.value.type))

    def _shuffled(self, lanes: Sequence[int]) -> "Vector":
        mask = ir.Constant(ir.VectorType(INDEX, len(lanes)), [INDEX(lane) for lane in lanes])
        return self._like(self.builder.shuffle_vector(self.value, ir.Constant(self.value.type, ir.Undefined), mask))

    def _operand(self, other: "Vector | float") -> ir.Value:
        return other.value if isinstance(other, Vector) else splat(DOUBLE, float(other), self.width)

    def _like(self, value: ir.Value) -> "Vector":
        return Vector(self.builder, value)


def splat(kind: ir.Type, number: float, width: int) -> ir.Constant:
    """Return a constant vector with the same number in every lane."""
    return ir.Constant(ir.VectorType(kind, width), [kind(number)] * width)


def everywhere(builder: ir.IRBuilder, value: ir.Value, width: int) -> Vector:
    """Return a vector with a plain double in every lane."""
    first = builder.insert_element(ir.Constant(ir.VectorType(value.type, width), ir.Undefined), value, INDEX(0))
    return Vector(builder, first).spread(0, width)


def sigmoid(x: Vector) -> Vector:
    """Do `engine.arithmetic.sigmoid` in every lane, by the same operations."""
    return 1.0 / (1.0 + exp(-x))


def exp(x: Vector) -> Vector:
    """Do `engine.arithmetic.exp` in every lane, by the same operations."""
    too_high = x.compare(">", HIGHEST)
    inside = x.replaced(too_high, HIGHEST)
    inside = inside.replaced(inside.compare("<", LOWEST), LOWEST)
    shifted = inside * LOG2_E + SHIFT
    whole = shifted - SHIFT
    r = (inside - whole * LN2_HIGH) - whole * LN2_LOW
    power: Vector = cast(Any, power_of_e)(r)  # a formula for numbers is one for vectors too
    return power.times_power_of_two(shifted).replaced(too_high, inf)
