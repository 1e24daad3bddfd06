"""The server: how soon it serves, what a frame costs its event loop, and how many people it serves at once."""

import os
import subprocess
import sys
import time
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from app.framing import framed
from app.metrics import Metrics
from app.outbox import Outbox
from app.session import Session
from app.settings import Settings
from app.tempo import Tempo
from app.view import View
from benchmarks import load
from engine import Recipe

TICKS = 2_000

ROOMS = {
    "a learner alone, at full speed": {"learners": 1, "speed": None},
    "250 learners, 600 iterations a second each": {"learners": 250},
    "1000 watchers of one run": {"learners": 1, "watchers": 1000},
}


def measure(rounds: int) -> dict[str, dict[str, float]]:
    """Return the figures of one or several rounds: by case, and within it by quantity."""
    found = {"start": {"until the page is served, ms": median(start() for _ in range(rounds))}}
    for hidden_size in (4, 32, 64):
        found[f"a tick, {hidden_size} units"] = {"of the event loop, ms": tick(hidden_size)}
    return found | {name: load.measure(**who, rounds=rounds) for name, who in ROOMS.items()}


def start() -> float:
    """Return the milliseconds from the command to the page, from then on by HTTP."""
    environment = {**os.environ, "ELEVEN_LINES_DATABASE": "", "PYTHONUNBUFFERED": "1"}
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "app", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        address = server.stdout.readline().split()[-1]  # printed when it listens; who asks now is answered when it can
        try:
            urlopen(address).read()
            return 1000 * (time.perf_counter() - begin)
        except URLError as error:
            raise TimeoutError(address) from error
        finally:
            server.terminate()


def tick(hidden_size: int) -> float:
    """Return the milliseconds of the event loop that one frame takes, from looking to the bytes that are sent."""
    session = Session("benchmark", Settings(database=""), lambda _: None, Tempo(60), Metrics())
    session.open(Recipe.named("xor", hidden_size=hidden_size))
    outbox = Outbox()
    session.join(outbox, lambda: None)
    outbox.take()  # the snapshot
    times = []
    for _ in range(TICKS):
        begin = time.perf_counter()
        session.workspace.run.advance(16)  # so short a burst is done on the loop
        session.refresh(now=True)
        frame = outbox.take()
        assert isinstance(frame, View)
        framed(frame.encoded)
        outbox.painted(frame.number)
        times.append(1000 * (time.perf_counter() - begin))
    return median(times)
