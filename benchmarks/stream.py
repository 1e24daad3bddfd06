"""What a learner waits for: a server tick, the first frames after Play, and the page over the wire.

`python -m benchmarks.stream`. The server is a process of its own on this machine; the page is opened in a real
Chromium, first with an empty cache and then again. What is printed is a figure for this machine and no test.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from statistics import median, quantiles
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, sync_playwright
from websockets.sync.client import connect

from app.outbox import Outbox
from app.session import Session
from app.settings import Settings
from engine import Recipe
from tools.browser import find

TICKS = 2_000
FRAMES = 30


async def tick(hidden_size: int) -> list[float]:
    """Return the milliseconds of the event loop that one frame takes, from looking to the text that is sent."""
    session = Session("benchmark", Settings(database=""), wake=lambda _: None)
    session.open(Recipe.named("xor", hidden_size=hidden_size))
    outbox = Outbox()
    session.join(outbox)
    await outbox.next()  # the snapshot
    times = []
    for _ in range(TICKS):
        session.workspace.run.advance(16)  # in a thread of its own, when serving
        begin = time.perf_counter()
        session.refresh(now=True)
        frame = await outbox.next()
        frame.model_dump_json()
        outbox.painted(frame.number)
        times.append(1000 * (time.perf_counter() - begin))
    return times


@contextmanager
def serving() -> Iterator[str]:
    """Serve on a free port, keeping nothing, and give the address."""
    environment = {**os.environ, "ELEVEN_LINES_DATABASE": "", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "app", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = server.stdout.readline().split()[-1]
            wait_for(address + "/healthz")
            yield address
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Return as soon as the server answers; give up after ten seconds."""
    for _ in range(100):
        with suppress(URLError):
            return urlopen(address).close()
        time.sleep(0.1)
    raise TimeoutError(address)


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


def visit(context: BrowserContext, address: str) -> tuple[int, int, float]:
    """Open the page; return requests and bytes over the wire, and the milliseconds to the first painted frame."""
    page = context.new_page()
    sizes: list[int] = []
    network = context.new_cdp_session(page)
    network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    network.on("Network.webSocketFrameReceived", lambda event: sizes.append(len(event["response"]["payloadData"])))
    network.send("Network.enable")
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("html[data-ready=true]", state="attached")
    ready = 1000 * (time.perf_counter() - begin)
    page.wait_for_load_state("networkidle")  # Plotly comes after the first frame
    page.close()
    return len([size for size in sizes if size]), sum(sizes), ready


def visits(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    for name in ("first visit", "second visit"):
        requests, size, ready = visit(context, address)
        print(f"{name:26}{size / 1000:9,.0f} KB  in {requests} answers; first frame painted after {ready:,.0f} ms")
    context.close()


def main() -> None:
    for hidden_size in (4, 32, 64):
        times = asyncio.run(tick(hidden_size))
        rare = quantiles(times, n=100)[98]
        print(f"{f'a tick, {hidden_size} units':26}{median(times):9.3f} ms  of the event loop (1 in 100: {rare:.3f})")
    with serving() as address:
        first, next_ones = first_frames(address)
        print(f"{'Play to first frame':26}{first:9.1f} ms  then a frame every {next_ones:.1f} ms")
        if not (chromium := find()):
            print("No Chromium was found: the page is not measured.")
            return
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            visits(browser, address)
            browser.close()


if __name__ == "__main__":
    main()
