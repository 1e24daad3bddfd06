"""The engine beside its peers, taking turns: the posts' script, numpy, C, JavaScript, PyTorch and JAX.

`python -m benchmarks --only engine`. Everybody is a warm process with one thread on the same core, and is asked for one
piece of work a round. Nobody's time counts before its mean error is the plain script's. Figures are medians of the
rounds; a ratio is the median of the rounds' ratios, above 1 where the one whom the row is about is faster.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.peers import in_c, startup
from benchmarks.peers.contender import Missing
from benchmarks.peers.contest import Contest, Figures
from benchmarks.peers.machine import cores
from benchmarks.peers.nets import Net, nets
from benchmarks.peers.peer import Peer
from benchmarks.table import Goal, Row

NAMES = {
    "engine": "engine",
    "plain": "plain script",
    "out": "numpy with out=",
    "c any": "C, any shape",
    "c one": "C, one shape, fast-math",
    "node": "JavaScript",
    "torch": "PyTorch",
    "torch compiled": "PyTorch, compiled",
    "jax": "JAX",
}
FLOOR = {"c any", "c one"}

TURN = 0.2  # seconds of one piece of work in which iterations are counted
CALLS = 20_000
TAME = 5  # of the seven alphas: with more the errors depend on the last bit of a sum


def measure(rounds: int = 5, turn: float = TURN, letters: str = "ABCDE") -> tuple[list[Row], dict[str, str]]:
    """Return all rows of the engine, and the versions of who took part."""
    rows: list[Row] = []
    with Contest([*NAMES, "kernel"], rounds) as contest:
        for letter in letters:
            rows += shown(training(contest, nets()[letter], turn))
        rows += shown(calls(contest, nets()["B"], turn))
        rows += shown(surface(contest))
        rows += shown(alphas(contest))
        rows += shown(thousand(contest))
        versions = {NAMES[name]: version for name, version in contest.versions.items() if name in NAMES}
    rows += shown(threads(rounds))
    rows += shown(beginnings(rounds))
    return rows, versions


def shown(rows: Iterator[Row]) -> list[Row]:
    """Return rows, and say on the way how it goes."""
    begin, found = time.monotonic(), list(rows)
    print(f"{found[0].group}: measured in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return found


def rows_of(group: str, figures: Figures, out: Mapping[str, str], goal: Goal) -> Iterator[Row]:
    """Return a row for everybody, beside the plain script, and one for the engine beside the floor.

    The goal is the engine's.
    """
    floor = min(FLOOR & set(figures), key=lambda name: median(figures[name]), default=None)
    for name, label in NAMES.items():
        its_goal = goal if name == "engine" else None
        if name in figures and name == "plain":
            yield Row(group, label, values=figures[name])
        elif name in figures:
            yield Row(group, label, values=figures[name], **beside("plain", figures), goal=its_goal)
        elif name in out:
            yield Row(group, label, goal=its_goal, note=out[name])
        if name == "engine" and name in figures and floor:
            yield Row(group, "engine, beside the floor", values=figures[name], **beside(floor, figures))


def beside(name: str, figures: Figures) -> dict[str, object]:
    """Return a peer's part of a row."""
    return {"peer": NAMES[name], "peer_values": figures[name]}


def training(contest: Contest, net: Net, turn: float) -> Iterator[Row]:
    """Return the seconds of an iteration."""

    def prepare(peer: Peer) -> list[float]:
        peer.load(net.recipe)
        return [peer.error(net.check)]

    def work(peer: Peer) -> Callable[[], float]:
        iterations = peer.iterations_in(turn)
        return lambda: peer.time(iterations) / iterations

    names = list(NAMES)
    admitted, out = contest.admit(prepare, names)
    figures = contest.take_turns({name: work(peer) for name, peer in admitted.items()})
    yield from rows_of(f"{net.name}: an iteration", figures, out, Goal("ratio", net.at_least, net.go_for))


def calls(contest: Contest, net: Net, turn: float) -> Iterator[Row]:
    """Return the seconds that a call for one iteration costs, above those of an iteration among many."""
    labels = {
        "engine": "Run.advance(1)",
        "kernel": "Kernel.train, one iteration",
        "c one": "C through ctypes",
        "jax": "JAX",
    }

    def prepare(peer: Peer) -> list[float]:
        peer.load(net.recipe)
        return [peer.error(1000)]

    def work(peer: Peer) -> Callable[[], float]:
        iterations = peer.iterations_in(turn)
        count = CALLS if peer.name != "jax" else CALLS // 10
        return lambda: peer.calls(count) / count - peer.time(iterations) / iterations

    group = f"{net.name}: a call for one iteration, above the work"
    admitted, out = contest.admit(prepare, ["plain", *labels])
    figures = contest.take_turns({name: work(peer) for name, peer in admitted.items() if name in labels})
    for name, label in labels.items():
        goal = Goal("most", 2e-6) if name in ("engine", "kernel") else None
        peer = {"peer": labels["c one"], "peer_values": figures.get("c one", ())} if goal else {}
        yield Row(group, label, values=figures.get(name, ()), **peer, goal=goal, note=out.get(name, ""))


def task(
    contest: Contest, name: str, names: Sequence[str], steps: int, right: Sequence[float] | None = None
) -> tuple[Figures, Mapping[str, str]]:
    """Return the seconds that a task of so many steps takes, or would take those who do a part of it.

    `right` is what the errors must be if the plain script does not do enough to tell.
    """

    def prepare(peer: Peer) -> Sequence[float]:
        peer.prepare(name)
        return right if peer.name == "plain" and right else peer.run()[2]

    def work(peer: Peer) -> Callable[[], float]:
        def do() -> float:
            seconds, done, _ = peer.run()
            return seconds / done * steps

        return do

    admitted, out = contest.admit(prepare, names)
    return contest.take_turns({name: work(peer) for name, peer in admitted.items()}), out


def surface(contest: Contest) -> Iterator[Row]:
    """Return the seconds of a surface."""
    figures, out = task(contest, "surface", ("engine", "plain", "out", "c one"), 1)
    yield from rows_of("the error over two weights, 201×201 (plain: whole arrays)", figures, out, Goal("most", 1e-3))


def alphas(contest: Contest) -> Iterator[Row]:
    """Return the seconds of the second post's experiment."""
    plain = contest.peers["plain"]
    plain.prepare("all of alphas")
    right = plain.run()[2][:TAME]
    figures, out = task(contest, "alphas", ("engine", "plain", "c one"), 7 * 60_000, right)
    group = "the post's seven alphas, 60,000 iterations each, as a Batch (plain: reckoned from 3,000)"
    yield from rows_of(group, figures, out, Goal("most", 0.15))
    figures, out = task(contest, "race", ("engine", "plain"), 7 * 60_000, right)
    group = "the same as a race, with error curves and verdicts (plain: reckoned from 3,000)"
    yield from rows_of(group, figures, out, Goal("most", 1))


def thousand(contest: Contest) -> Iterator[Row]:
    """Return the seconds of a step of one run of many."""
    figures, out = task(contest, "thousand", ("engine", "plain", "c one"), 1)
    yield from rows_of(
        "1000 runs of XOR in a Batch, one thread: a step of one run", figures, out, Goal("ratio", 120, 165)
    )


def threads(rounds: int) -> Iterator[Row]:
    """Return the seconds of a step when one process trains two runs at once, beside one run alone."""
    group = "two runs in two threads of one process: a step of one run"
    if cores() < 2:
        yield Row(group, NAMES["engine"], goal=Goal("ratio", 1.8), note="needs two cores")
        return
    for name in ("engine", "plain"):
        goal = Goal("ratio", 1.8) if name == "engine" else None
        try:
            with Peer(name, pinned=False) as peer:
                figures = in_turns(peer, rounds)
        except Missing as missing:
            yield Row(group, NAMES[name], goal=goal, note=str(missing))
        else:
            yield Row(
                group, NAMES[name], values=figures["two threads"], peer="one thread", peer_values=figures["one thread"],
                goal=goal,
            )  # fmt: skip


def in_turns(peer: Peer, rounds: int) -> Figures:
    """Return the seconds of a step with one and with two threads."""
    figures: Figures = {"one thread": [], "two threads": []}
    for _ in range(rounds):
        for name, found in figures.items():
            peer.prepare(name)
            seconds, steps, _ = peer.run()
            found.append(seconds / steps)
    return figures


def beginnings(rounds: int) -> Iterator[Row]:
    """Return the seconds until the kernel is there, and until a shape has machine code of its own."""
    group = "from nothing to machine code"
    what = {
        "cold": "load the kernel, cold cache",
        "warm": "load the kernel, warm cache",
        **{letter: f"compile a burst, {nets()[letter].name}" for letter in startup.SHAPED},
    }
    figures: Figures = {name: [] for name in what}
    peers: Figures = {name: [] for name in what}
    for _ in range(rounds):
        with TemporaryDirectory() as cache:
            figures["cold"].append(startup.measure(cache)["load"])
            warm = startup.measure(cache)
        figures["warm"].append(warm.pop("load"))
        for letter, seconds in warm.items():
            figures[letter].append(seconds)
        for name, found in peers.items():
            recipe = nets()[name].recipe if name in startup.SHAPED else None
            if name != "warm" and (seconds := in_c.seconds_to_compile(recipe)):
                found.append(seconds)
    for name, label in what.items():
        shape = "one shape" if name in startup.SHAPED else "any shape"
        peer = {"peer": f"C compiler, {shape}", "peer_values": peers[name]} if peers[name] else {}
        note = "" if figures[name] else "nothing is compiled here"
        yield Row(group, label, values=figures[name], **peer, note=note)
