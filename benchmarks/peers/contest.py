"""Contenders taking turns."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Self

from benchmarks.peers.contender import Missing
from benchmarks.peers.peer import Peer

SAME, ABOUT_THE_SAME = 1e-9, 1e-6
"""How far an error may be from the plain script's, relatively; the second is for sums in any order."""

ANY_ORDER = {"c one"}

Figures = dict[str, list[float]]


class Contest:
    """All contenders of a piece of work, and why the others are missing.

    Parameters
    ----------
    names : who is asked to take part; "plain" must be among them
    rounds : how many there are
    pinned : whether all stay on one core
    """

    def __init__(self, names: Sequence[str], rounds: int, pinned: bool = True) -> None:
        self.rounds = rounds
        self.peers: dict[str, Peer] = {}
        self.missing: dict[str, str] = {}
        self._stack = ExitStack()
        for name in names:
            try:
                self.peers[name] = self._stack.enter_context(Peer(name, pinned))
            except Missing as missing:
                self.missing[name] = str(missing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    @property
    def versions(self) -> dict[str, str]:
        """What does the work, by name."""
        return {name: peer.version for name, peer in self.peers.items()}

    def admit(
        self, prepare: Callable[[Peer], Sequence[float]], names: Sequence[str] | None = None
    ) -> tuple[dict[str, Peer], dict[str, str]]:
        """Have everybody get ready and tell errors; return who has the plain script's, and why the others are out."""
        admitted: dict[str, Peer] = {}
        out = {name: why for name, why in self.missing.items() if names is None or name in names}
        right = prepare(self.peers["plain"])
        for name, peer in self.peers.items():
            if names is not None and name not in names:
                continue
            try:
                found = right if name == "plain" else prepare(peer)
            except Missing as missing:
                out[name] = str(missing)
                continue
            if agree(right, found, ABOUT_THE_SAME if name in ANY_ORDER else SAME):
                admitted[name] = peer
            else:
                out[name] = f"left out: its errors are {list(found[:1])}, not {list(right[:1])}"
        return admitted, out

    def take_turns(self, work: Mapping[str, Callable[[], float]]) -> Figures:
        """Do everybody's work in every round; return the figures by name."""
        figures: Figures = {name: [] for name in work}
        for _ in range(self.rounds):
            for name, do in work.items():
                figures[name].append(do())
        return figures


def agree(right: Sequence[float], found: Sequence[float], tolerance: float) -> bool:
    """Return whether errors are the same, as far as both have them."""
    pairs = list(zip(right, found, strict=False))
    return bool(pairs) and all(abs(a - b) <= tolerance * abs(a) for a, b in pairs)
