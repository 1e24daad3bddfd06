"""Eight networks of one shape side by side: every number of the iteration is a vector, with a lane for each network.

The operations and their order are those of `engine.loops`, so each lane has the bits that its network would have alone.
It is the quickest way to train many small networks, and to find the errors of many weights.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import pairwise
from operator import add

from llvmlite import ir

from engine.loops import LANES, NOTHING
from engine.vectors import DOUBLE, INTEGER, Vector, everywhere, halves, repeat, sigmoid, splat
from engine.weights import count

_NUMBERS, _WHOLE = DOUBLE.as_pointer(), INTEGER.as_pointer()

TRAINING = ir.FunctionType(ir.VoidType(), [_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _WHOLE, _WHOLE, INTEGER])
"""Inputs, targets, weights, alphas, directions, changes, iterations: from weights on, eight of each, by network."""

MEASURING = ir.FunctionType(ir.VoidType(), [_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, INTEGER])
"""Inputs, targets, weights, errors, groups: weights by network, as many as there are errors, eight to a group."""

Line = list[Vector]
"""The units of a layer for one row."""

Visit = Callable[[ir.Value, int, list[Vector]], list[Vector]]
"""Takes a row, its place in its block and the sums so far, and returns the sums with that row."""


class Lanes:
    """Writes a function for networks of one shape.

    Parameters
    ----------
    function : an empty LLVM function of the type TRAINING or MEASURING
    sizes : units of every layer
    rows : rows of the data
    """

    def __init__(self, function: ir.Function, sizes: Sequence[int], rows: int) -> None:
        self.sizes, self.rows, self.n_weights = tuple(sizes), rows, count(sizes)
        self.inputs, self.y, *self.arguments = function.args
        self.builder = ir.IRBuilder(function.append_basic_block("entry"))
        self.synapses: list[list[Line]] = []  # of each: for every unit before it, the weights to those after it

    def write_training(self) -> None:
        """Write the training of eight networks."""
        b, n = self.builder, self.n_weights
        weights, alphas, direction, changes, iterations = self.arguments
        alpha = self._vector(alphas, INTEGER(0), DOUBLE)
        arrays = ((weights, DOUBLE), (direction, INTEGER), (changes, INTEGER))
        places = [(array, INTEGER(i * LANES), kind) for array, kind in arrays for i in range(n)]

        one = splat(INTEGER, 1, LANES)

        def iterate(_: ir.Value, values: list[ir.Value]) -> list[ir.Value]:
            now = [Vector(b, value) for value in values[:n]]
            self._lay_out(now)
            updates = self._over_rows(self._ask, [NOTHING] * n)
            upward = [update.compare(">", 0.0) for update in updates]
            counted = [
                b.select(b.xor(up, before), b.add(times, one), times)
                for up, before, times in zip(upward, values[n : 2 * n], values[2 * n :], strict=True)
            ]
            return [(w + alpha * u).value for w, u in zip(now, updates, strict=True)] + upward + counted

        first = [self._load(*place) for place in places]
        first[n : 2 * n] = [b.icmp_signed("!=", value, splat(INTEGER, 0, LANES)) for value in first[n : 2 * n]]
        last = repeat(b, iterations, first, iterate)
        last[n : 2 * n] = [b.zext(value, one.type) for value in last[n : 2 * n]]
        for value, place in zip(last, places, strict=True):
            b.store(value, self._place(*place)).align = 8
        b.ret_void()

    def write_measuring(self) -> None:
        """Write the finding of errors."""
        b = self.builder
        weights, errors, groups = self.arguments
        networks = b.mul(groups, INTEGER(LANES))

        def measure(group: ir.Value, _: list[ir.Value]) -> list[ir.Value]:
            first = b.mul(group, INTEGER(LANES))
            places = [b.add(first, b.mul(networks, INTEGER(i))) for i in range(self.n_weights)]
            self._lay_out([self._vector(weights, place, DOUBLE) for place in places])
            single = self.sizes[-1] == 1
            sums = self._over_rows(self._distance, [NOTHING] * min(self.rows, LANES) if single else [0.0])
            total = halves(sums, add)
            mean = b.fdiv(total.value, splat(DOUBLE, self.rows * self.sizes[-1], LANES))
            b.store(mean, self._place(errors, first, DOUBLE)).align = 8
            return []

        repeat(b, groups, [], measure)
        b.ret_void()

    # One row after the other

    def _over_rows(self, visit: Visit, first: list[float]) -> list[Vector]:
        """Write what is added up over the rows, in blocks of eight."""
        b = self.builder
        blocks, rest = divmod(self.rows, LANES)

        def block(index: ir.Value, values: list[ir.Value]) -> list[ir.Value]:
            return [sum_.value for sum_ in rows(b.mul(index, INTEGER(LANES)), LANES, [Vector(b, v) for v in values])]

        def rows(base: ir.Value, number: int, sums: list[Vector]) -> list[Vector]:
            for row in range(number):
                sums = visit(b.add(base, INTEGER(row)), row, sums)
            return sums

        sums = [Vector(b, splat(DOUBLE, number, LANES)) for number in first]
        if blocks == 1:
            sums = rows(INTEGER(0), LANES, sums)
        elif blocks:
            sums = [Vector(b, value) for value in repeat(b, INTEGER(blocks), [sum_.value for sum_ in sums], block)]
        return rows(INTEGER(blocks * LANES), rest, sums)

    def _ask(self, row: ir.Value, _: int, sums: list[Vector]) -> list[Vector]:
        """Add what a row asks of every weight."""
        layers = self._forward(row)
        outs = layers[-1]
        deltas = [
            (self._number(self.y, row, self.sizes[-1], j) - out) * (out * (1.0 - out)) for j, out in enumerate(outs)
        ]
        asked: list[Vector] = []
        for synapse in reversed(range(len(self.synapses))):
            asked = [value * delta for value in layers[synapse] for delta in deltas] + asked
            if synapse:
                carried = [
                    reduce(add, [delta * weight for delta, weight in zip(deltas, line, strict=True)])
                    for line in self.synapses[synapse]
                ]
                deltas = [c * (out * (1.0 - out)) for c, out in zip(carried, layers[synapse], strict=True)]
        return [sum_ + term for sum_, term in zip(sums, asked, strict=True)]

    def _distance(self, row: ir.Value, place: int, sums: list[Vector]) -> list[Vector]:
        """Add a row's error: to one of eight sums if there is one output, else to the only one."""
        outs = self._forward(row)[-1]
        distances = [abs(self._number(self.y, row, self.sizes[-1], j) - out) for j, out in enumerate(outs)]
        if len(distances) == 1:
            return [sum_ + distances[0] if place == i else sum_ for i, sum_ in enumerate(sums)]
        return [sums[0] + in_lanes(distances)]

    def _forward(self, row: ir.Value) -> list[Line]:
        layers = [[self._number(self.inputs, row, self.sizes[0], k) for k in range(self.sizes[0])]]
        for synapse, lines in enumerate(self.synapses):
            single = synapse == len(self.synapses) - 1 and self.sizes[-1] == 1
            layer = []
            for j in range(self.sizes[synapse + 1]):
                terms = [value * line[j] for value, line in zip(layers[-1], lines, strict=True)]
                layer.append(sigmoid(in_lanes(terms) if single else reduce(add, terms)))
            layers.append(layer)
        return layers

    def _lay_out(self, weights: list[Vector]) -> None:
        """Sort weights by synapse, unit before it and unit after it."""
        self.synapses, rest = [], iter(weights)
        for before, after in pairwise(self.sizes):
            self.synapses.append([[next(rest) for _ in range(after)] for _ in range(before)])

    # Memory

    def _number(self, array: ir.Value, row: ir.Value, columns: int, column: int) -> Vector:
        """Return a number of the data, for all networks."""
        index = self.builder.add(self.builder.mul(row, INTEGER(columns)), INTEGER(column))
        return everywhere(self.builder, self.builder.load(self.builder.gep(array, [index])), LANES)

    def _vector(self, array: ir.Value, index: ir.Value, kind: ir.Type) -> Vector:
        return Vector(self.builder, self._load(array, index, kind))

    def _load(self, array: ir.Value, index: ir.Value, kind: ir.Type) -> ir.Value:
        loaded = self.builder.load(self._place(array, index, kind))
        loaded.align = 8
        return loaded

    def _place(self, array: ir.Value, index: ir.Value, kind: ir.Type) -> ir.Value:
        pointer = self.builder.gep(array, [index])
        return self.builder.bitcast(pointer, ir.VectorType(kind, LANES).as_pointer())


def in_lanes(terms: list[Vector]) -> Vector:
    """Return the sum of terms as eight partial sums: every eighth term, then halves added to halves."""
    sums: list[Vector] = [reduce(add, terms[lane::LANES]) for lane in range(min(len(terms), LANES))]
    total: Vector = halves(sums, add)
    return total
