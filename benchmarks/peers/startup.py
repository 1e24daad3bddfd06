"""How long the engine takes until it is quick.

`python -m benchmarks.peers.startup` is the fresh process in which that is measured; it prints seconds as JSON.
"""

import json
import os
import subprocess
import sys
from time import perf_counter

from benchmarks.peers.nets import nets
from benchmarks.peers.peer import ONE_THREAD, ROOT
from engine.backend import BACKEND

SHAPED = "BCD"


def measure(cache: str) -> dict[str, float]:
    """Return the seconds in a fresh process, with numba's cache in a folder: to "load", and for each shape."""
    command = [sys.executable, "-m", "benchmarks.peers.startup"]
    environment = {**os.environ, **ONE_THREAD, "NUMBA_CACHE_DIR": cache}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    seconds: dict[str, float] = json.loads(done.stdout)
    return seconds


def main() -> None:
    recipes = {letter: nets()[letter].recipe for letter in SHAPED}
    begin = perf_counter()
    kind = BACKEND.load()
    seconds = {"load": perf_counter() - begin}
    if kind == "compiled":
        from engine.compiled import shaped_burst

        for letter, recipe in recipes.items():
            begin = perf_counter()
            shaped_burst(recipe.sizes, len(recipe.X))
            seconds[letter] = perf_counter() - begin
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
