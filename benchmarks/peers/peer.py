"""A contender as the measurement sees it: a process that is asked for one thing at a time."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from benchmarks.peers.contender import Missing
from benchmarks.peers.worker import PLACES
from engine import Recipe
from engine.weights import initial, matrices
from tools.node import find

ROOT = Path(__file__).parents[2]
ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
}
"""What libraries go by; it must be there before they are imported."""

JAVASCRIPT = Path(__file__).with_name("net.mjs")


class Peer:
    """A running contender.

    Parameters
    ----------
    name : as in `benchmarks.peers.worker`, or "node"
    pinned : whether it has to stay on one core, where that can be said

    Raises
    ------
    Missing
        If it can't take part, with the reason.
    """

    def __init__(self, name: str, pinned: bool = True) -> None:
        self.name = name
        self._process = subprocess.Popen(
            command(name),
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            preexec_fn=stay if pinned and hasattr(os, "sched_setaffinity") else None,
        )
        try:
            self.version: str = self._hear()["version"]
        except Missing:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def load(self, recipe: Recipe) -> None:
        """Hand over a network, and have everything compiled."""
        weights = matrices(initial(recipe.sizes, recipe.seed), recipe.sizes)
        self._ask("load", recipe=recipe.to_dict(), weights=[syn.ravel().tolist() for syn in weights])

    def error(self, iterations: int) -> float:
        """Return the mean absolute error after so many iterations from the first weights."""
        return float(self._ask("error", iterations=iterations)["error"])

    def time(self, iterations: int) -> float:
        """Return the seconds that the first so many iterations take."""
        return float(self._ask("time", iterations=iterations)["seconds"])

    def calls(self, count: int) -> float:
        """Return the seconds that the first so many iterations take if each is asked for."""
        return float(self._ask("calls", count=count)["seconds"])

    def iterations_in(self, seconds: float) -> int:
        """Return about how many iterations are done in that time."""
        iterations = 1
        while (took := self.time(iterations)) < seconds / 4:
            iterations *= 2
        return max(1, round(iterations * seconds / took))

    def prepare(self, task: str) -> None:
        """Get a task ready and do it once."""
        self._ask("prepare", task=task)

    def run(self) -> tuple[float, int, list[float]]:
        """Do the task; return the seconds, its steps and the errors that came out."""
        answer = self._ask("run")
        return answer["seconds"], answer["steps"], answer["errors"]

    def close(self) -> None:
        """Send it home."""
        with suppress(BrokenPipeError):
            self._process.stdin.close()  # type: ignore[union-attr]
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()  # type: ignore[union-attr]

    def _ask(self, verb: str, **words: Any) -> dict[str, Any]:
        try:
            self._process.stdin.write(json.dumps({"do": verb, **words}) + "\n")  # type: ignore[union-attr]
            self._process.stdin.flush()  # type: ignore[union-attr]
        except BrokenPipeError:
            raise Missing("it ended by itself") from None
        return self._hear()

    def _hear(self) -> dict[str, Any]:
        line = self._process.stdout.readline()  # type: ignore[union-attr]
        answer: dict[str, Any] = json.loads(line) if line else {"missing": "it ended by itself"}
        if "missing" in answer:
            raise Missing(answer["missing"])
        return answer


def command(name: str) -> list[str]:
    """Return what starts a contender."""
    if name != "node":
        assert name in PLACES
        return [sys.executable, "-m", "benchmarks.peers.worker", name]
    node = find()
    if not node:
        raise Missing("there is no Node 20 or newer: `make lint` fetches one")
    return [node[0], str(JAVASCRIPT)]


def stay() -> None:
    """Keep this process on the last core that it may use."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
