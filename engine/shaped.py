"""The kernel written out for one shape, with vectors: every size is a constant, and what can stays in registers.

It does what `engine.loops.burst` does, by the same operations in the same order, so that one can take over from the
other between two bursts without changing a bit. Units lie side by side in a vector, except those of a last layer of one
unit: there the rows do. Rows come in blocks of up to eight, each sent forward and backward before the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import add

from llvmlite import ir

from engine.curve import HIGH, HIGH_AT, LOW, LOW_AT
from engine.loops import LANES, NOTHING, padded
from engine.shapes import width_for
from engine.vectors import BIT, DOUBLE, INDEX, INTEGER, Vector, everywhere, halves, repeat, sigmoid, splat

Layer = list[list[Vector]]
"""For each row of a block the vectors that its units fill."""


@dataclass(frozen=True)
class Piece:
    """A part of the flat weights that fills a vector: `count` weights from `start` on, in `width` lanes."""

    start: int
    count: int
    width: int

    @property
    def mask(self) -> ir.Constant:
        """The lanes that hold a weight."""
        return mask(self.count, self.width)


@dataclass(frozen=True)
class Sums:
    """What is added up over the blocks of rows."""

    updates: list[Vector]
    errors: Vector  # partial sums over the rows if there is one output, else one lane with the sum


def mask(count: int, width: int) -> ir.Constant:
    """Return a bit for each lane, set in the first `count`."""
    return ir.Constant(ir.VectorType(BIT, width), [BIT(lane < count) for lane in range(width)])


class Burst:
    """Writes the function of one shape.

    Parameters
    ----------
    function : an empty LLVM function with the parameters of `engine.loops.call` but the first
    sizes : units of every layer
    rows : rows of the data
    """

    def __init__(self, function: ir.Function, sizes: Sequence[int], rows: int) -> None:
        self.sizes, self.rows = tuple(sizes), rows
        (
            self.y, self.inputs, self.weights, self.direction, self.changes, self.bucket,
            self.alpha, self.begin, self.end, self.stop_error,
        ) = function.args  # fmt: skip
        self.turned: list[Layer] = []  # the weights transposed, where they are needed so
        self.function = function
        self.builder = ir.IRBuilder(function.append_basic_block("entry"))
        self.columns = self._at(self.y, self.rows * self.sizes[-1] + LANES)  # see engine.loops.train
        self.pieces: list[Piece] = []
        self.synapses = self._laid_out()
        self.values: list[Vector] = []  # the weights, piece by piece

    def write(self) -> None:
        """Write the whole function."""
        b = self.builder
        entry = b.block
        loop, body, apply, leave = (
            self.function.append_basic_block(name) for name in ("loop", "body", "apply", "leave")
        )
        first = {
            "weights": [self._load_piece(self.weights, piece, DOUBLE) for piece in self.pieces],
            "direction": [
                b.icmp_signed("!=", self._load_piece(self.direction, piece, INTEGER), splat(INTEGER, 0, piece.width))
                for piece in self.pieces
            ],
            "changes": [self._load_piece(self.changes, piece, INTEGER) for piece in self.pieces],
            "bucket": [self._load(self.bucket, index) for index in (LOW_AT, LOW, HIGH_AT, HIGH)],
        }
        alphas = {width: everywhere(b, self.alpha, width) for width in (4, LANES)}
        b.branch(loop)

        b.position_at_end(loop)
        iteration = b.phi(INTEGER)
        iteration.add_incoming(self.begin, entry)
        now = {name: [self._phi(value, entry) for value in values] for name, values in first.items()}
        self.values = [Vector(b, value) for value in now["weights"]]
        b.cbranch(b.icmp_signed("<", iteration, self.end), body, leave)

        b.position_at_end(body)
        sums, error = self._iterate()
        b.cbranch(b.fcmp_ordered("<=", error, self.stop_error), leave, apply)

        b.position_at_end(apply)
        new: dict[str, list[ir.Value]] = {"weights": [], "direction": [], "changes": []}
        for i, piece in enumerate(self.pieces):
            update = sums.updates[i]
            upward = update.compare(">", 0.0)
            turned = b.xor(upward, now["direction"][i])
            counted = b.add(now["changes"][i], splat(INTEGER, 1, piece.width))
            moved = self.values[i] + alphas[piece.width] * update
            if piece.count < piece.width:
                moved = self.values[i].replaced(piece.mask, moved)
            new["weights"].append(moved.value)
            new["direction"].append(upward)
            new["changes"].append(b.select(turned, counted, now["changes"][i]))
        new["bucket"] = self._noted(now["bucket"], iteration, error)
        for name, values in new.items():
            for phi, value in zip(now[name], values, strict=True):
                phi.add_incoming(value, apply)
        iteration.add_incoming(b.add(iteration, INTEGER(1)), apply)
        b.branch(loop)

        b.position_at_end(leave)
        wide = [ir.VectorType(INTEGER, piece.width) for piece in self.pieces]
        now["direction"] = [b.zext(value, type_) for value, type_ in zip(now["direction"], wide, strict=True)]
        for name, target in (("weights", self.weights), ("direction", self.direction), ("changes", self.changes)):
            for piece, value in zip(self.pieces, now[name], strict=True):
                for lane in range(piece.count):
                    b.store(b.extract_element(value, INDEX(lane)), self._at(target, piece.start + lane))
        for index, value in zip((LOW_AT, LOW, HIGH_AT, HIGH), now["bucket"], strict=True):
            b.store(value, self._at(self.bucket, index))
        b.ret(iteration)

    # One iteration

    def _iterate(self) -> tuple[Sums, ir.Value]:
        """Write the look at all rows; return the updates and the mean error."""
        b = self.builder
        self.turned = [self._turned(synapse) for synapse in range(len(self.synapses))]
        blocks, rest = divmod(self.rows, LANES)
        width = LANES if blocks else width_for(rest)
        nothing = [Vector(b, splat(DOUBLE, NOTHING, piece.width)) for piece in self.pieces]
        errors = Vector(b, splat(DOUBLE, 0.0, width if self.sizes[-1] == 1 else 1))
        sums = Sums(nothing, errors)
        if blocks == 1:
            sums = self._block(INTEGER(0), LANES, sums)
        elif blocks:
            sums = self._blocks(blocks, sums)
        if rest:
            sums = self._block(INTEGER(blocks * LANES), rest, sums)
        lanes = min(self.rows, sums.errors.width)
        error = halves([sums.errors.lane(lane) for lane in range(lanes)], b.fadd)
        return sums, b.fdiv(error, DOUBLE(self.rows * self.sizes[-1]))

    def _blocks(self, blocks: int, sums: Sums) -> Sums:
        """Write a loop over whole blocks of rows."""
        b = self.builder

        def block(index: ir.Value, values: list[ir.Value]) -> list[ir.Value]:
            vectors = [Vector(b, value) for value in values]
            return _values(self._block(b.mul(index, INTEGER(LANES)), LANES, Sums(vectors[:-1], vectors[-1])))

        vectors = [Vector(b, value) for value in repeat(b, INTEGER(blocks), _values(sums), block)]
        return Sums(vectors[:-1], vectors[-1])

    def _block(self, base: ir.Value, rows: int, sums: Sums) -> Sums:
        """Write a few rows' way forward and back: `rows` of them from row `base` on."""
        layers: list[Layer] = [[]]
        for synapse in range(len(self.synapses) - (self.sizes[-1] == 1)):
            layers.append(self._spread_forward(synapse, layers[synapse], base, rows))
        updates = list(sums.updates)
        if self.sizes[-1] == 1:
            delta, errors = self._one_output(layers[-1], base, rows, sums.errors)
            deltas = self._back_from_one(delta, layers, base, rows, updates)
            remaining = len(self.synapses) - 1
        else:
            deltas, errors = self._several_outputs(layers[-1], base, rows, sums.errors)
            remaining = len(self.synapses)
        for synapse in reversed(range(remaining)):
            self._ask(synapse, layers[synapse], deltas, base, updates)
            if synapse:
                deltas = self._carried_back(synapse, layers[synapse], deltas)
        return Sums(updates, errors)

    def _spread_forward(self, synapse: int, layer: Layer, base: ir.Value, rows: int) -> Layer:
        """Write the layer after a synapse that leads to several units."""
        result = []
        for row in range(rows):
            sums: list[Vector] = []
            for k, pieces in enumerate(self.synapses[synapse]):
                for c, index in enumerate(pieces):
                    value = self._unit(layer, base, row, k, self.pieces[index].width)
                    term = value * self.values[index]
                    sums[c : c + 1] = [sums[c] + term if k else term]
            result.append([sigmoid(x) for x in sums])
        return result

    def _one_output(self, layer: Layer, base: ir.Value, rows: int, errors: Vector) -> tuple[Vector, Vector]:
        """Write a last layer of one unit, its rows side by side, and its delta; add its errors."""
        b = self.builder
        width = LANES if self.rows > LANES else width_for(rows)
        (pieces,) = self.synapses[-1]
        if layer:
            x = Vector(b, splat(DOUBLE, 0.0, width))
            for row in range(rows):
                total = layer[row][0] * self.values[pieces[0]]
                for vector, index in zip(layer[row][1:], pieces[1:], strict=True):
                    total += vector * self.values[index]
                x = Vector(b, b.insert_element(x.value, self._across(total, self.sizes[-2]), INDEX(row)))
        else:
            lanes: list[Vector] = []
            for k in range(self.sizes[0]):
                piece, lane = pieces[k // LANES], k % LANES
                column = self._vector(self.columns, b.add(base, INTEGER(k * padded(self.rows))), width)
                term = column * self.values[piece].spread(lane, width)
                lanes[k % LANES : k % LANES + 1] = [lanes[k % LANES] + term if k >= LANES else term]
            x = halves(lanes, add)
        out = sigmoid(x)
        error = self._vector(self.y, base, width) - out
        distances = abs(error)
        if rows < width:
            distances = Vector(b, splat(DOUBLE, 0.0, width)).replaced(mask(rows, width), distances)
        return error * (out * (1.0 - out)), errors + distances

    def _several_outputs(self, layer: Layer, base: ir.Value, rows: int, errors: Vector) -> tuple[Layer, Vector]:
        """Write the delta of a last layer of several units; add its errors."""
        b = self.builder
        outputs = self.sizes[-1]
        deltas: Layer = []
        for row in range(rows):
            deltas.append([])
            distances: list[ir.Value] = []
            first = b.mul(b.add(base, INTEGER(row)), INTEGER(outputs))
            for c, out in enumerate(layer[row]):
                error = self._vector(self.y, b.add(first, INTEGER(c * out.width)), out.width) - out
                deltas[row].append(error * (out * (1.0 - out)))
                for lane in range(min(out.width, outputs - c * out.width)):
                    distance = abs(error).lane(lane)
                    distances[lane : lane + 1] = [b.fadd(distances[lane], distance) if c else distance]
            errors += everywhere(b, halves(distances, b.fadd), 1)
        return deltas, errors

    def _back_from_one(
        self, delta: Vector, layers: list[Layer], base: ir.Value, rows: int, updates: list[Vector]
    ) -> Layer:
        """Add what each row asks of the last synapse, which leads to one unit; return the deltas before it."""
        (pieces,) = self.synapses[-1]
        deltas: Layer = []
        for row in range(rows):
            deltas.append([])
            for c, index in enumerate(pieces):
                width = self.pieces[index].width
                here = delta.spread(row, width)
                if len(layers) > 1:
                    out = layers[-1][row][c]
                    deltas[row].append((here * self.values[index]) * (out * (1.0 - out)))
                else:
                    first = self._input(base, row, c * width)
                    out = self._vector(self.inputs, first, width)
                updates[index] += out * here
        return deltas

    def _ask(self, synapse: int, layer: Layer, deltas: Layer, base: ir.Value, updates: list[Vector]) -> None:
        """Add what each row asks of a synapse that leads to several units."""
        for k, pieces in enumerate(self.synapses[synapse]):
            for row, delta in enumerate(deltas):
                for c, index in enumerate(pieces):
                    updates[index] += self._unit(layer, base, row, k, self.pieces[index].width) * delta[c]

    def _carried_back(self, synapse: int, layer: Layer, deltas: Layer) -> Layer:
        """Write the deltas before a synapse that leads to several units."""
        result: Layer = []
        for row, delta in enumerate(deltas):
            result.append([])
            across = delta[0].width
            for c, out in enumerate(layer[row]):
                terms = [
                    delta[j // across].spread(j % across, out.width) * column[c]
                    for j, column in enumerate(self.turned[synapse])
                ]
                result[row].append(reduce(add, terms) * (out * (1.0 - out)))
        return result

    # Pieces

    def _laid_out(self) -> list[list[list[int]]]:
        """Cut the weights into pieces; return their indices by synapse, unit before (only one if it leads to one)."""
        synapses: list[list[list[int]]] = []
        start = 0
        last = len(self.sizes) - 2
        for synapse, (before, after) in enumerate(pairwise(self.sizes)):
            lines, length = (1, before) if synapse == last and after == 1 else (before, after)
            width = width_for(length)
            synapses.append([])
            for line in range(lines):
                starts = range(0, length, width)
                synapses[-1].append(list(range(len(self.pieces), len(self.pieces) + len(starts))))
                self.pieces += [Piece(start + line * length + at, min(width, length - at), width) for at in starts]
            start += before * after
        return synapses

    def _turned(self, synapse: int) -> Layer:
        """Write a synapse's weights transposed, if they are needed so: for each unit after it, those before."""
        before, after = self.sizes[synapse], self.sizes[synapse + 1]
        if synapse == 0 or (after == 1 and synapse == len(self.synapses) - 1):
            return []
        b, width = self.builder, width_for(before)
        columns: Layer = []
        for j in range(after):
            columns.append([])
            for start in range(0, before, width):
                vector: ir.Value = splat(DOUBLE, 0.0, width)
                for lane, pieces in enumerate(self.synapses[synapse][start : start + width]):
                    across = self.pieces[pieces[0]].width
                    weight = self.values[pieces[j // across]].lane(j % across)
                    vector = b.insert_element(vector, weight, INDEX(lane))
                columns[j].append(Vector(b, vector))
        return columns

    def _unit(self, layer: Layer, base: ir.Value, row: int, unit: int, width: int) -> Vector:
        """Return one unit's output for one row, everywhere in a vector; no layer means the inputs."""
        if layer:
            across = layer[row][0].width
            return layer[row][unit // across].spread(unit % across, width)
        value = self._load(self.inputs, self._input(base, row, unit))
        return everywhere(self.builder, value, width)

    # Sums

    def _across(self, vector: Vector, count: int) -> ir.Value:
        """Return the sum of the first `count` lanes."""
        if count < vector.width:
            return halves([vector.lane(lane) for lane in range(count)], self.builder.fadd)
        while vector.width > 2:
            vector = vector.halved()
        return self.builder.fadd(vector.lane(0), vector.lane(1))

    def _noted(self, bucket: list[ir.Value], iteration: ir.Value, error: ir.Value) -> list[ir.Value]:
        """Write what the open bucket of the error curve becomes."""
        b = self.builder
        low_at, low, high_at, high = bucket
        at = b.sitofp(iteration, DOUBLE)
        is_low = b.or_(b.fcmp_ordered("<", error, low), b.fcmp_unordered("uno", low, low))
        is_high = b.and_(b.fcmp_unordered(">", error, high), b.fcmp_ordered("ord", high, high))
        return [
            b.select(is_low, at, low_at), b.select(is_low, error, low),
            b.select(is_high, at, high_at), b.select(is_high, error, high),
        ]  # fmt: skip

    # Memory

    def _at(self, array: ir.Value, index: ir.Value | int) -> ir.Value:
        return self.builder.gep(array, [INTEGER(index) if isinstance(index, int) else index])

    def _load(self, array: ir.Value, index: ir.Value | int) -> ir.Value:
        return self.builder.load(self._at(array, index))

    def _vector(self, array: ir.Value, index: ir.Value, width: int) -> Vector:
        """Load doubles that lie side by side; what is read beyond the end of an array is never used."""
        pointer = self.builder.bitcast(self._at(array, index), ir.VectorType(DOUBLE, width).as_pointer())
        loaded = self.builder.load(pointer)
        loaded.align = 8
        return Vector(self.builder, loaded)

    def _load_piece(self, array: ir.Value, piece: Piece, kind: ir.Type) -> ir.Value:
        vector: ir.Value = splat(kind, 0, piece.width)
        for lane in range(piece.count):
            vector = self.builder.insert_element(vector, self._load(array, piece.start + lane), INDEX(lane))
        return vector

    def _input(self, base: ir.Value, row: int, column: int) -> ir.Value:
        """Return where in the inputs a column of a row of the block is."""
        first = self.builder.mul(self.builder.add(base, INTEGER(row)), INTEGER(self.sizes[0]))
        return self.builder.add(first, INTEGER(column))

    def _phi(self, value: ir.Value, source: ir.Block) -> ir.Value:
        phi = self.builder.phi(value.type)
        phi.add_incoming(value, source)
        return phi


def _values(sums: Sums) -> list[ir.Value]:
    return [vector.value for vector in (*sums.updates, sums.errors)]
