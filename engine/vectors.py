"""Several doubles at once, as values that a formula can be written with; they become LLVM's instructions."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from llvmlite import ir

from engine.arithmetic import HIGHEST, LN2_HIGH, LN2_LOW, LOG2_E, LOWEST, SHIFT, power_of_e
from engine.loops import LANES

Part = TypeVar("Part", "Vector", ir.Value)

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
    inside = x.replaced(x.compare(">", HIGHEST), HIGHEST)
    inside = inside.replaced(inside.compare("<", LOWEST), LOWEST)
    shifted = inside * LOG2_E + SHIFT
    whole = shifted - SHIFT
    r = (inside - whole * LN2_HIGH) - whole * LN2_LOW
    power: Vector = cast(Any, power_of_e)(r)  # a formula for numbers is one for vectors too
    return power.times_power_of_two(shifted)


def repeat(
    builder: ir.IRBuilder,
    times: ir.Value,
    first: Sequence[ir.Value],
    body: Callable[[ir.Value, list[ir.Value]], Sequence[ir.Value]],
) -> list[ir.Value]:
    """Write a loop. `body` gets the round and the values so far, and returns the next ones; returns the last ones."""
    function, before = builder.function, builder.block
    head, inside, after = (function.append_basic_block(name) for name in ("head", "inside", "after"))
    builder.branch(head)
    builder.position_at_end(head)
    phis = [builder.phi(value.type) for value in (times, *first)]
    for phi, value in zip(phis, (INTEGER(0), *first), strict=True):
        phi.add_incoming(value, before)
    builder.cbranch(builder.icmp_signed("<", phis[0], times), inside, after)
    builder.position_at_end(inside)
    following = body(phis[0], phis[1:])
    for phi, value in zip(phis, (builder.add(phis[0], INTEGER(1)), *following), strict=True):
        phi.add_incoming(value, builder.block)
    builder.branch(head)
    builder.position_at_end(after)
    return phis[1:]


def halves(parts: list[Part], add: Callable[[Part, Part], Part]) -> Part:
    """Add up to eight parts: the later half to the earlier half, until one is left."""
    half = LANES // 2
    while half:
        parts = [add(part, parts[half + i]) if half + i < len(parts) else part for i, part in enumerate(parts[:half])]
        half //= 2
    return parts[0]
