"""What a learner waits for on the server's side: a tick, and the first frames after Play.

`python -m benchmarks.stream`. The server is a process of its own on this machine. What is printed is a figure for this
machine and no test.
"""

import json
import time
from itertools import pairwise
from statistics import median, quantiles

from websockets.sync.client import connect

from app.framing import framed
from app.metrics import Metrics
from app.outbox import Outbox
from app.session import Session
from app.settings import Settings
from app.tempo import Tempo
from app.view import View
from benchmarks.page import serving
from engine import Recipe

TICKS = 2_000
FRAMES = 30


def tick(hidden_size: int) -> list[float]:
    """Return the milliseconds of the event loop that one frame takes, from looking to the text that is sent."""
    session = Session("benchmark", Settings(database=""), lambda _: None, Tempo(60), Metrics())
    session.open(Recipe.named("xor", hidden_size=hidden_size))
    outbox = Outbox()
    session.join(outbox, lambda: None)
    outbox.take()  # the snapshot
    times = []
    for _ in range(TICKS):
        session.workspace.run.advance(16)  # in a thread of its own, when serving
        begin = time.perf_counter()
        session.refresh(now=True)
        frame = outbox.take()
        assert isinstance(frame, View)
        framed(frame.encoded)
        outbox.painted(frame.number)
        times.append(1000 * (time.perf_counter() - begin))
    return times


def first_frames(address: str) -> tuple[float, float]:
    """Return the milliseconds from Play to the first frame, and the median between the next ones."""
    with connect(address.replace("http", "ws") + "/ws", origin=address) as socket:
        socket.send(json.dumps({"type": "join"}))
        while (message := json.loads(socket.recv()))["type"] != "snapshot":
            pass
        socket.send(json.dumps({"type": "painted", "frame": message["frame"]["number"]}))
        arrivals = [time.perf_counter()]
        socket.send(json.dumps({"type": "play"}))
        while len(arrivals) <= FRAMES:
            message = json.loads(socket.recv())
            if message["type"] == "frame":
                arrivals.append(time.perf_counter())
                socket.send(json.dumps({"type": "painted", "frame": message["number"]}))
    gaps = [1000 * (b - a) for a, b in pairwise(arrivals)]
    return gaps[0], median(gaps[1:])


def main() -> None:
    for hidden_size in (4, 32, 64):
        times = tick(hidden_size)
        rare = quantiles(times, n=100)[98]
        print(f"{f'a tick, {hidden_size} units':26}{median(times):9.3f} ms  of the event loop (1 in 100: {rare:.3f})")
    with serving() as address:
        first, next_ones = first_frames(address)
        print(f"{'Play to first frame':26}{first:9.1f} ms  then a frame every {next_ones:.1f} ms")


if __name__ == "__main__":
    main()
