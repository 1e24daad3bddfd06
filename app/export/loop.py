"""The lines of the posts' loop, for any number of layers, whole or with broken ones, in numpy's order or the lab's."""

from collections.abc import Iterator

from app.listing import number_text
from engine.arithmetic import COEFFICIENTS, HIGHEST, LN2_HIGH, LN2_LOW, LOG2_E, LOWEST
from engine.rules import LAWFUL, Rules

NONLIN = """\
def nonlin(x, deriv=False):
    if deriv:
        return x * (1 - x)  # the slope of the sigmoid where its output is x
    return 1 / (1 + {exp}(-x))
"""

IN_ORDER = """\
def one_by_one(terms):
    \"\"\"Sum along the first axis, one term after the other.\"\"\"
    return np.add.accumulate(terms)[-1]


def in_eights(terms):
    \"\"\"Sum along the last axis in eight partial sums, then add halves to halves.\"\"\"
    rows, count = terms.shape
    filled = np.full((rows, -(-count // 8) * 8), -0.0)
    filled[:, :count] = terms
    sums = one_by_one(filled.reshape(rows, -1, 8).transpose(1, 0, 2))
    for half in (4, 2, 1):
        sums = sums[:, :half] + sums[:, half:]
    return sums


def dot(a, b, last=False):
    \"\"\"Return a @ b, summed as the lab does; what flows into a single output unit, in eights.\"\"\"
{wide}    if last and b.shape[1] == 1:
        return in_eights(a * b.T)
    return one_by_one(a.T[:, :, None] * b[:, None, :])


def exp(x):
    \"\"\"Return e^x as the lab does: 2^n * e^r, where e^r is a polynomial in the small rest r.\"\"\"
    x = np.clip(x, {lowest}, {highest})
    shifted = x * {log2_e} + 1.5 * 2**52  # so large that no fraction is left
    n = shifted - 1.5 * 2**52
    r = (x - n * {ln2_high}) - n * {ln2_low}
    power = ((shifted.view(np.int64) + 1023) << 52).view(np.float64)  # 2^n
    r2 = r * r
    r4 = r2 * r2
    low = ({c[0]} + r * {c[1]}) + r2 * ({c[2]} + r * {c[3]})
    high = ({c[4]} + r * {c[5]}) + r2 * ({c[6]} + r * {c[7]})
    high = high + r4 * ({c[8]} + r * {c[9]})
    return (1.0 + (r + r2 * (low + r4 * high))) * power
"""

WIDE = """\
    if wide:  # the lab leaves large matrices to BLAS, as np.dot does
        return np.dot(a, b)
"""


def nonlin(exact: bool) -> list[str]:
    """Return the function of the posts."""
    return NONLIN.format(exp="exp" if exact else "np.exp").splitlines()


def in_order(wide: bool) -> list[str]:
    """Return products of matrices and exp in the lab's order of operations; see `engine.loops`."""
    text = IN_ORDER.format(
        wide=WIDE if wide else "",
        lowest=number_text(LOWEST),
        highest=number_text(HIGHEST),
        log2_e=repr(LOG2_E),
        ln2_high=repr(LN2_HIGH),
        ln2_low=repr(LN2_LOW),
        c=[repr(coefficient) for coefficient in COEFFICIENTS],
    )
    return text.splitlines()


def train_name(rules: Rules, only: bool) -> str:
    """Return what the function that trains by these rules is called; `only`: there are no others in the program."""
    if only or rules == LAWFUL:
        return "train"
    parts = ["step"] if rules.activation == "step" else []
    parts += ["no_slope", *(f"l{layer}" for layer in rules.slopeless)] if rules.slopeless else []
    parts += ["minus", *(f"syn{synapse}" for synapse in rules.flipped)] if rules.flipped else []
    return "_".join(["train", *parts])


def forward(synapses: int, rules: Rules, exact: bool) -> Iterator[str]:
    """Give the lines that send all rows through the network."""
    yield "l0 = X"
    for i in range(1, synapses + 1):
        total = _dot(f"l{i - 1}", f"syn{i - 1}", exact, last=i == synapses)
        yield f"l{i} = np.heaviside({total}, 0)" if rules.activation == "step" else f"l{i} = nonlin({total})"


def iteration(synapses: int, rules: Rules, exact: bool, recording: tuple[str, ...] = ()) -> Iterator[str]:
    """Give the lines of one iteration; `recording` is done before the weights change."""
    yield "# forward: every example goes through the network"
    yield from forward(synapses, rules, exact)
    yield ""
    yield "# back: how far off is it, and how much of that is each unit's doing"
    for i in range(synapses, 0, -1):
        error = f"y - l{i}" if i == synapses else _dot(f"l{i + 1}_delta", f"syn{i}.T", exact)
        yield f"l{i}_error = {error}"
        slopeless = i in rules.slopeless
        yield f"l{i}_delta = l{i}_error" + ("  # without the slope" if slopeless else f" * nonlin(l{i}, deriv=True)")
    yield ""
    if recording:
        yield from recording
        yield ""
    yield "# learn: every weight moves by alpha times what all examples together ask of it"
    for i in range(synapses, 0, -1):
        sign = "-=" if i - 1 in rules.flipped else "+="
        wrong = "  # the wrong way" if sign == "-=" else ""
        yield f"syn{i - 1} {sign} alpha * {_dot(f'l{i - 1}.T', f'l{i}_delta', exact)}{wrong}"


def _dot(a: str, b: str, exact: bool, last: bool = False) -> str:
    if not exact:
        return f"np.dot({a}, {b})"
    return f"dot({a}, {b}, last=True)" if last else f"dot({a}, {b})"
