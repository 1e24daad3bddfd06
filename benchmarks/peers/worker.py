"""A contender in a process of its own.

`python -m benchmarks.peers.worker NAME` answers lines of JSON with lines of JSON. It begins with its version,
or with why it can't take part.

load     a recipe, with its first weights; compile whatever can be compiled
error    begin, do some iterations, and tell the mean absolute error
time     begin, and tell the seconds that some iterations take
calls    begin, and tell the seconds that so many calls take, each for one iteration
prepare  a task, by name
run      do it, and tell the seconds and what came out
"""

import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from time import perf_counter
from typing import Any

from benchmarks.peers.contender import Contender, Missing, Task, Training
from engine import Recipe

PLACES = {
    "plain": "scripts:plain",
    "out": "scripts:out",
    "engine": "ours:engine",
    "kernel": "ours:kernel",
    "c any": "in_c:any_shape",
    "c one": "in_c:one_shape",
    "torch": "with_torch:eager",
    "torch compiled": "with_torch:compiled",
    "jax": "with_jax:loop",
}


class Worker:
    """Answers for one contender."""

    def __init__(self, contender: Contender) -> None:
        self._contender = contender
        self._begin: Callable[[], Training]
        self._task: Task

    def load(self, recipe: dict[str, Any], weights: object) -> dict[str, Any]:
        self._begin = self._contender.prepare(Recipe.from_dict(recipe))
        return {}

    def error(self, iterations: int) -> dict[str, Any]:
        training = self._begin()
        training.train(iterations)
        return {"error": training.error()}

    def time(self, iterations: int) -> dict[str, Any]:
        train = self._begin().train
        begin = perf_counter()
        train(iterations)
        return {"seconds": perf_counter() - begin}

    def calls(self, count: int) -> dict[str, Any]:
        train = self._begin().train
        begin = perf_counter()
        for _ in range(count):
            train(1)
        return {"seconds": perf_counter() - begin}

    def prepare(self, task: str) -> dict[str, Any]:
        self._task = self._contender.tasks[task]()
        self.run()
        return {}

    def run(self) -> dict[str, Any]:
        work = self._task.begin()
        begin = perf_counter()
        work.run()
        seconds = perf_counter() - begin
        return {"seconds": seconds, "steps": self._task.steps, "errors": list(work.errors())}


def main(name: str) -> None:
    def say(answer: dict[str, Any]) -> None:
        os.write(answers, (json.dumps(answer) + "\n").encode())

    answers = os.dup(1)
    os.dup2(2, 1)  # what compilers print is no answer
    module, _, function = PLACES[name].partition(":")
    try:
        contender = getattr(import_module(f"benchmarks.peers.{module}"), function)()
    except Missing as missing:
        return say({"missing": str(missing)})
    say({"version": contender.version})
    worker = Worker(contender)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            say(getattr(worker, asked.pop("do"))(**asked))
        except Missing as missing:
            say({"missing": str(missing)})
    return None


if __name__ == "__main__":
    main(sys.argv[1])
