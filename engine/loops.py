"""The kernel in plain loops: it trains a network of any depth, and its order of operations is the law for all others.

`engine.compiled` turns these functions into machine code, `engine.shaped` writes the same operations out for one shape,
and interpreted they give the same bits. So that they do, sums are taken in a fixed order:

- what flows into a unit of a layer with several units, and what is carried back to a unit: one term after the other;
- what flows into the only unit of a layer: eight partial sums (every eighth term), then halves added to halves, because
  that is how a vector is summed;
- the update of a weight: row after row;
- the error: eight partial sums again, over the rows if there is one output, over the outputs of each row if there are
  several, whose sums then follow one after the other.

Arrays are flat. `scratch` holds the layers (l0, l1, …, each row by row), then in the same places the deltas, then the
update of every weight, then eight partial sums; see `scratch_size`. `bucket` is the open bucket of an
`engine.curve.ErrorCurve`. `data` ends in the rules as `engine.rules.Rules.numbers` gives them: here they may be broken,
everywhere else they are the posts'.
"""

from collections.abc import MutableSequence, Sequence
from math import inf, nan

from engine.arithmetic import sigmoid, step
from engine.curve import HIGH, HIGH_AT, LOW, LOW_AT, START, bucket_width
from engine.history import next_sample

Floats = MutableSequence[float]
Integers = MutableSequence[int]

ORDER = 1
"""Raised by one when anything here changes a bit of any run: keyframes of another order are trained again."""

LANES = 8
"""Partial sums of a scalar product: as many doubles as the widest vectors hold."""

NOTHING = -0.0
"""What can be added to any number without changing a bit of it: 0.0 would turn -0.0 around."""


def scratch_size(sizes: Sequence[int], rows: int) -> int:
    """Return how many numbers `scratch` must have room for."""
    weights = 0
    for layer in range(len(sizes) - 1):
        weights += sizes[layer] * sizes[layer + 1]
    return 2 * rows * sum(sizes) + weights + LANES


def padded(rows: int) -> int:
    """Return how long the columns in `data` are: a multiple of eight."""
    return (rows + LANES - 1) // LANES * LANES


def train(
    shaped: int,
    sizes: Integers,
    rows: int,
    data: Floats,
    scratch: Floats,
    weights: Floats,
    direction: Integers,
    changes: Integers,
    bucket: Floats,
    points: Floats,
    places: Floats,
    samples: Floats,
    alpha: float,
    iteration: int,
    end: int,
    stop_error: float,
) -> tuple[int, int, int, int, bool]:
    """Train from `iteration` to `end`, or until the error is down to `stop_error`, or until `points` is full.

    Parameters
    ----------
    shaped : address of a burst made for this very shape (see `engine.shaped`), 0 for none
    data : the targets row by row, eight numbers of no meaning, then for `shaped` the inputs column by column, each
        filled up to a multiple of eight, eight more, and the rules
    points : takes iteration and error of what is to be kept of the buckets that close
    places : takes iteration and both weights at the start of every bucket, if there are two weights
    samples : takes iteration, error and all weights wherever an `engine.history.History` has a sample

    Returns
    -------
    The iteration reached, the numbers written to `points`, `places` and `samples`, and whether `stop_error` stopped it.
    """
    filled = placed = sampled = 0
    sample = next_sample(iteration)
    while iteration < end and sampled + 2 + len(weights) <= len(samples):
        width = bucket_width(iteration)
        start = iteration // width * width
        if start != bucket[START]:
            if filled + 4 > len(points) or placed + 3 > len(places):
                break
            filled = turn_over(bucket, start, points, filled)
            if len(weights) == 2 and start == iteration:
                places[placed] = iteration
                places[placed + 1] = weights[0]
                places[placed + 2] = weights[1]
                placed += 3
        until = min(end, start + width, sample)
        if shaped:
            iteration = call(
                shaped, data, scratch, weights, direction, changes, bucket, alpha, iteration, until, stop_error
            )
        else:
            iteration = burst(
                sizes, rows, data, scratch, weights, direction, changes, bucket, alpha, iteration, until, stop_error
            )
        if iteration < until:
            return iteration, filled, placed, sampled, True
        if iteration == sample:
            samples[sampled] = iteration
            samples[sampled + 1] = mean_error(sizes, rows, data, scratch, weights)
            for i in range(len(weights)):
                samples[sampled + 2 + i] = weights[i]
            sampled += 2 + len(weights)
            sample = next_sample(iteration)
    return iteration, filled, placed, sampled, False


def turn_over(bucket: Floats, start: int, points: Floats, filled: int) -> int:
    """Write down what is to be kept of the open bucket, and open the next; return how far `points` is filled."""
    low_at, high_at = bucket[LOW_AT], bucket[HIGH_AT]
    if low_at >= 0.0 and low_at <= high_at:
        points[filled] = low_at
        points[filled + 1] = bucket[LOW]
        filled += 2
    if low_at != high_at:
        points[filled] = high_at
        points[filled + 1] = bucket[HIGH]
        filled += 2
    if low_at > high_at:
        points[filled] = low_at
        points[filled + 1] = bucket[LOW]
        filled += 2
    bucket[START] = start
    bucket[LOW_AT] = bucket[HIGH_AT] = -1.0
    bucket[LOW] = nan
    bucket[HIGH] = -inf
    return filled


def call(
    shaped: int,
    data: Floats,
    scratch: Floats,
    weights: Floats,
    direction: Integers,
    changes: Integers,
    bucket: Floats,
    alpha: float,
    iteration: int,
    end: int,
    stop_error: float,
) -> int:
    """Do `burst` by the machine code at an address; only compiled code can."""
    raise NotImplementedError


def burst(
    sizes: Integers,
    rows: int,
    data: Floats,
    scratch: Floats,
    weights: Floats,
    direction: Integers,
    changes: Integers,
    bucket: Floats,
    alpha: float,
    iteration: int,
    end: int,
    stop_error: float,
) -> int:
    """Train to `end` within one bucket, or until the error is down to `stop_error`; return the iteration reached."""
    while iteration < end:
        forward(sizes, rows, data, scratch, weights)
        error = backward(sizes, rows, data, scratch, weights)
        if error <= stop_error:
            break
        if error < bucket[LOW] or bucket[LOW] != bucket[LOW]:
            bucket[LOW] = error
            bucket[LOW_AT] = iteration
        if bucket[HIGH] == bucket[HIGH] and not error <= bucket[HIGH]:
            bucket[HIGH] = error
            bucket[HIGH_AT] = iteration
        update = 2 * rows * sum(sizes)
        for i in range(len(weights)):
            upward = 1 if scratch[update + i] > 0.0 else 0
            changes[i] += upward ^ direction[i]
            direction[i] = upward
            weights[i] += alpha * scratch[update + i]
        iteration += 1
    return iteration


def mean_error(sizes: Integers, rows: int, data: Floats, scratch: Floats, weights: Floats) -> float:
    """Return the mean absolute error over all rows and outputs."""
    output = forward(sizes, rows, data, scratch, weights)
    return distance(data, scratch, output, rows, sizes[-1])


def forward(sizes: Integers, rows: int, data: Floats, scratch: Floats, weights: Floats) -> int:
    """Fill the layers from l1 on; return where the last one begins."""
    source = synapse = 0
    last = len(sizes) - 2
    steps = data[len(data) - 2 * len(sizes) + 1] != 0.0
    for layer in range(last + 1):
        before, after = sizes[layer], sizes[layer + 1]
        target = source + rows * before
        for row in range(rows):
            a, z = source + row * before, target + row * after
            if layer == last and after == 1:
                scratch[z] = product(scratch, a, weights, synapse, before)
            else:
                for j in range(after):
                    scratch[z + j] = scratch[a] * weights[synapse + j]
                for k in range(1, before):
                    value, w = scratch[a + k], synapse + k * after
                    for j in range(after):
                        scratch[z + j] += value * weights[w + j]
        if steps:
            for i in range(target, target + rows * after):
                scratch[i] = step(scratch[i])
        else:
            for i in range(target, target + rows * after):
                scratch[i] = sigmoid(scratch[i])
        source = target
        synapse += before * after
    return source


def backward(sizes: Integers, rows: int, data: Floats, scratch: Floats, weights: Floats) -> float:
    """Fill the deltas and the updates from filled layers; return the mean absolute error."""
    layers = len(sizes)
    units = sum(sizes)
    deltas, update = rows * units, 2 * rows * units
    target = rows * (units - sizes[-1])
    synapse = len(weights)
    rules = len(data) - 2 * layers + 1
    error = distance(data, scratch, target, rows, sizes[-1])
    for i in range(rows * sizes[-1]):
        out = scratch[target + i]
        scratch[deltas + target + i] = (data[i] - out) * (out * (1.0 - out))
    if data[rules + layers - 1] != 0.0:
        for i in range(rows * sizes[-1]):
            scratch[deltas + target + i] = data[i] - scratch[target + i]
    for layer in range(layers - 2, -1, -1):
        before, after = sizes[layer], sizes[layer + 1]
        source = target - rows * before
        synapse -= before * after
        gather(scratch, source, deltas + target, update + synapse, rows, before, after)
        if data[rules + layers + layer] != 0.0:
            for i in range(update + synapse, update + synapse + before * after):
                scratch[i] = -scratch[i]
        if layer > 0:
            slopeless = data[rules + layer] != 0.0
            for row in range(rows):
                for k in range(before):
                    w, d = synapse + k * after, deltas + target + row * after
                    carried = scratch[d] * weights[w]
                    for j in range(1, after):
                        carried += scratch[d + j] * weights[w + j]
                    out = scratch[source + row * before + k]
                    scratch[deltas + source + row * before + k] = carried * (1.0 if slopeless else out * (1.0 - out))
        target = source
    return error


def gather(scratch: Floats, source: int, deltas: int, update: int, rows: int, before: int, after: int) -> None:
    """Add up over the rows what each asks of every weight: layer.T @ delta."""
    for i in range(before * after):
        scratch[update + i] = NOTHING
    for row in range(rows):
        a, d = source + row * before, deltas + row * after
        if after == 1:
            for k in range(before):
                scratch[update + k] += scratch[a + k] * scratch[d]
        else:
            for k in range(before):
                value, u = scratch[a + k], update + k * after
                for j in range(after):
                    scratch[u + j] += value * scratch[d + j]


def product(scratch: Floats, i: int, b: Floats, j: int, n: int) -> float:
    """Return the scalar product of `n` numbers of `scratch` from `i` on and of `b` from `j` on."""
    lanes = clear_lanes(scratch)
    for k in range(n):
        scratch[lanes + k % LANES] += scratch[i + k] * b[j + k]
    return sum_of_lanes(scratch)


def distance(y: Floats, scratch: Floats, output: int, rows: int, outputs: int) -> float:
    """Return the mean absolute difference between the targets and the last layer."""
    total = 0.0
    if outputs == 1:
        lanes = clear_lanes(scratch)
        for row in range(rows):
            scratch[lanes + row % LANES] += abs(y[row] - scratch[output + row])
        total = sum_of_lanes(scratch)
    else:
        for row in range(rows):
            lanes = clear_lanes(scratch)
            for j in range(outputs):
                i = row * outputs + j
                scratch[lanes + j % LANES] += abs(y[i] - scratch[output + i])
            total += sum_of_lanes(scratch)
    return total / (rows * outputs)


def clear_lanes(scratch: Floats) -> int:
    """Make the eight partial sums at the end of `scratch` empty; return where they begin."""
    lanes = len(scratch) - LANES
    for lane in range(lanes, lanes + LANES):
        scratch[lane] = NOTHING
    return lanes


def sum_of_lanes(scratch: Floats) -> float:
    """Return the sum of the eight partial sums: halves are added to halves."""
    i = len(scratch) - LANES
    return ((scratch[i] + scratch[i + 4]) + (scratch[i + 2] + scratch[i + 6])) + (
        (scratch[i + 1] + scratch[i + 5]) + (scratch[i + 3] + scratch[i + 7])
    )


# What is left to do of an iteration whose products of matrices were somebody else's work.


def squash(layer: Floats) -> None:
    """Put every number through the sigmoid."""
    for i in range(len(layer)):
        layer[i] = sigmoid(layer[i])


def output_delta(y: Floats, output: Floats, delta: Floats) -> float:
    """Fill the last layer's delta; return the mean absolute error."""
    total = 0.0
    for i in range(len(output)):
        error = y[i] - output[i]
        total += abs(error)
        delta[i] = error * (output[i] * (1.0 - output[i]))
    return total / len(output)


def times_slope(delta: Floats, layer: Floats) -> None:
    """Multiply what was carried back by the slopes."""
    for i in range(len(delta)):
        delta[i] *= layer[i] * (1.0 - layer[i])


def apply(weights: Floats, update: Floats, alpha: float, direction: Integers, changes: Integers) -> None:
    """Change every weight, and count the directions that changed."""
    for i in range(len(weights)):
        upward = 1 if update[i] > 0.0 else 0
        changes[i] += upward ^ direction[i]
        direction[i] = upward
        weights[i] += alpha * update[i]
