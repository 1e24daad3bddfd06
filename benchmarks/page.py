"""What a person in front of the page waits for: the slider, the paints, the first visit.

`python -m benchmarks.page [--rounds 5] [--json]`. The server is a process of its own on this machine and the page is in
a real Chromium of 1440x900 that draws by software. What is printed is a figure for this machine and no test.

A frame counts as painted when the main thread has laid it out and painted it; what the compositor does then is not in
the figures. The main thread's time for a frame is everything between the start of its animation frame and there, and
the messages read before it.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from websockets.sync.client import connect

from tools.browser import WHOLE, find

PROBE = Path(__file__).with_name("page_probe.js")
SCREEN = {"width": 1440, "height": 900}
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",  # painting by software; 3-D still works, by the line below
    "--enable-unsafe-swiftshader",
]
NEVER = "900000000"
SETTLING, WATCHED = 1.5, 3.0  # seconds before and while frames are counted
MOVES = 30  # of a thumb, in a round
FAR = 1_000_000  # iterations over which the timeline is scrubbed
SLOW = 200  # milliseconds of a paint on the slow page

Figures = dict[str, float]


@contextmanager
def serving() -> Iterator[str]:
    """Serve on a free port, keeping nothing, and give the address."""
    environment = {**os.environ, "ELEVEN_LINES_DATABASE": "", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "app", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            address = server.stdout.readline().split()[-1]
            wait_for(address + "/healthz")
            yield address
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Return as soon as the server answers; give up after ten seconds."""
    for _ in range(100):
        try:
            return urlopen(address).close()
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(address)


@contextmanager
def lab(browser: Browser, address: str, query: str = "", view: str = "contour") -> Iterator[Page]:
    """Open the page on a recipe, with the probe in it, and wait until every chart is drawn."""
    with browser.new_context(viewport=SCREEN) as context:
        context.add_init_script(path=PROBE)
        context.add_init_script(f"localStorage.setItem('eleven-lines:surface.view', '{view}')")
        page = context.new_page()
        page.goto(f"{address}/{query}")
        page.wait_for_selector("html[data-ready=true]", state="attached")
        page.wait_for_function(
            "() => [...document.querySelectorAll('.chart')].every("
            "chart => !chart.checkVisibility() || chart.querySelector('.main-svg'))"
        )
        yield page
        if page.locator("#play.playing").count():  # a run goes on for a while without its page
            page.click("#play")
            page.wait_for_selector("#play:not(.playing)")


def train(page: Page) -> None:
    """Press Play, with the stop far away, as fast as it can."""
    page.click("#stop")
    page.fill("#stop-iteration", NEVER)
    page.press("#stop-iteration", "Enter")
    page.keyboard.press("Escape")
    page.press("#speed", "End")
    page.click("#play")
    page.wait_for_selector("#play.playing")


def watched(page: Page, seconds: float = WATCHED, settling: float = SETTLING) -> dict[str, Any]:
    """Return what the probe noted in a while."""
    page.wait_for_timeout(1000 * settling)
    page.evaluate("probe.start()")
    page.wait_for_timeout(1000 * seconds)
    return page.evaluate("probe.stop()")


def steady(browser: Browser, address: str, query: str, view: str = "contour") -> Figures:
    """Return paints a second and the main thread's time for one, while a run trains as fast as it can."""
    with lab(browser, address, query, view) as page:
        train(page)
        notes = watched(page)
    seconds = (notes["end"] - notes["begin"]) / 1000
    costs = [frame["cost"] for frame in notes["costs"] if frame["changed"]]
    gaps = [b - a for (a, _), (b, _) in pairwise(notes["paints"])]
    figures = {
        "paints a second": len(notes["paints"]) / seconds,
        "longest gap, ms": max(gaps),
        "main thread p50, ms": median(costs),
        "main thread p95, ms": quantiles(costs, n=20)[18],
    }
    if view == "3d":
        figures["moves of the ball a second"] = sum(frame["rolled"] for frame in notes["costs"]) / seconds
        figures["drawings of the landscape"] = sum(frame["turned"] > 0 for frame in notes["costs"])
    return figures


def slider(browser: Browser, address: str) -> Figures:
    """Return the milliseconds from a movement of alpha's thumb to the paint of the first frame computed with it."""
    with lab(browser, address) as page:
        train(page)
        box = page.locator("#alpha").bounding_box()
        assert box
        middle = box["y"] + box["height"] / 2
        page.wait_for_timeout(1000 * SETTLING)
        page.mouse.move(box["x"] + box["width"] / 2, middle)
        page.mouse.down()
        page.evaluate("probe.start()")
        for move in range(MOVES):
            side = 0.45 if move % 2 else 0.52
            page.mouse.move(box["x"] + box["width"] * (side + random.random() / 50), middle)
            page.wait_for_function("() => !probe.waiting()")
            page.wait_for_timeout(random.uniform(60, 140))
        answers = page.evaluate("probe.stop()")["answers"]
        page.mouse.up()
    return {"p50, ms": median(answers), "p99, ms": quantiles(answers, n=100)[98], "worst, ms": max(answers)}


def timeline(browser: Browser, address: str) -> Figures:
    """Return the milliseconds from a press somewhere on the timeline of a long run to the paint of that iteration."""
    with lab(browser, address) as page:
        page.click("#stop")
        page.fill("#stop-iteration", str(FAR))
        page.press("#stop-iteration", "Enter")
        page.keyboard.press("Escape")
        page.press("#speed", "End")
        page.click("#play")
        page.wait_for_function(f"() => Number(document.querySelector('#iteration').dataset.value) === {FAR}")
        page.evaluate(
            "() => { window.presses = []; addEventListener('pointerdown',"
            " event => presses.push(performance.timeOrigin + event.timeStamp), true) }"
        )
        box = page.locator(".timeline .rail").bounding_box()
        assert box
        answers = []
        for move in range(MOVES):
            share = (
                random.uniform(0.3, 0.6) if move % 2 else random.uniform(0.65, 0.95)
            )  # a press on the thumb goes nowhere
            before = page.locator("#iteration").get_attribute("data-value")
            page.evaluate("probe.start()")
            page.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
            page.wait_for_function(f"() => document.querySelector('#iteration').dataset.value !== '{before}'")
            page.wait_for_timeout(100)
            paints = page.evaluate("probe.stop()")["paints"]
            pressed = page.evaluate("presses.at(-1)")
            answers.append(next(at for at, _ in paints if at > pressed) - pressed)
    return {"p50, ms": median(answers), "worst, ms": max(answers)}


class Witness(threading.Thread):
    """A second page of the same session, that takes every frame at once and notes when."""

    def __init__(self, address: str, session: str) -> None:
        super().__init__(daemon=True)
        self.iterations: list[int] = []
        self.times: list[float] = []
        self._address, self._session = address, session
        self._enough = False
        self.start()

    def run(self) -> None:
        with connect(self._address.replace("http", "ws") + "/ws", origin=self._address, max_size=None) as socket:
            socket.send(json.dumps({"type": "join", "session": self._session}))
            while not self._enough:
                message = json.loads(socket.recv())
                frame = message["frame"] if message["type"] == "snapshot" else message
                if frame["type"] == "frame":
                    self.times.append(1000 * time.time())
                    self.iterations.append(frame["iteration"])
                    socket.send(json.dumps({"type": "painted", "frame": frame["number"]}))

    def sees(self, more: int) -> None:
        """Wait for some more frames."""
        wanted = len(self.times) + more
        while len(self.times) < wanted:
            time.sleep(0.01)

    def newest(self, at: float) -> int:
        """Return the newest iteration there was at a time, 0 if that was before the first."""
        count = bisect_right(self.times, at)
        return self.iterations[count - 1] if count else 0

    def dismiss(self) -> None:
        """Look no more."""
        self._enough = True
        self.join()

    def age(self, iteration: int, now: float) -> float:
        """Return the milliseconds since this iteration was first to be had."""
        return now - self.times[bisect_left(self.iterations, iteration)]


def slow_page(browser: Browser, address: str) -> Figures:
    """Return how old the shown iteration is when a page that needs 200 ms to paint has painted it."""
    with lab(browser, address) as page:
        train(page)
        witness = Witness(address, page.evaluate("sessionStorage.getItem('eleven-lines:session')"))
        page.evaluate(f"probe.burden({SLOW})")
        notes = watched(page, seconds=6)
        page.evaluate("probe.burden(0)")
        witness.dismiss()
    ages = [witness.age(iteration, at) for at, iteration in notes["paints"]]
    return {"age p50, ms": median(ages), "age worst, ms": max(ages), "paints a second": len(ages) / 6}


def visit(context: BrowserContext, address: str) -> Figures:
    """Open the page and return its bytes over the wire, and the milliseconds to the first painted frame."""
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
    return {"KB": sum(sizes) / 1000, "answers": len([size for size in sizes if size]), "first frame, ms": ready}


def visits(browser: Browser, address: str) -> Iterator[tuple[str, Figures]]:
    """Visit with an empty cache, and again."""
    with browser.new_context(viewport=SCREEN) as context:
        for name in ("first visit", "second visit"):
            yield name, visit(context, address)


CASES: dict[str, Callable[[Browser, str], Figures]] = {
    "alpha's thumb to paint": slider,
    "a press on the timeline of 1,000,000 iterations": timeline,
    "XOR, 4 units": lambda browser, address: steady(browser, address, "?experiment=xor&hidden_size=4"),
    "XOR, 32 units": lambda browser, address: steady(browser, address, "?experiment=xor&hidden_size=32"),
    "two weights, contour": lambda browser, address: steady(browser, address, "?experiment=two-weights"),
    "two weights, 3-D": lambda browser, address: steady(browser, address, "?experiment=two-weights", "3d"),
    "a page of 200 ms a paint": slow_page,
}
"""Each in a window of its own, whose browser is new in every round."""


def measure(rounds: int = 5, only: str = "") -> dict[str, Figures]:
    """Return the medians of some rounds: by case, and within it by quantity."""
    chromium = find(WHOLE) or find()  # one with windows, such as people have, if it is here
    if not chromium:
        return {}
    found: dict[str, list[Figures]] = {}
    with serving() as address, sync_playwright() as playwright:
        for _ in range(rounds):
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for name, case in CASES.items():
                if only in name:
                    found.setdefault(name, []).append(case(browser, address))
            for name, figures in visits(browser, address) if only in "first visit, second visit" else ():
                found.setdefault(name, []).append(figures)
            browser.close()
    return {
        name: {quantity: round(median(figures[quantity] for figures in all_), 1) for quantity in all_[0]}
        for name, all_ in found.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the page.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", default="", help="cases whose name contains this")
    options = parser.parse_args()
    found = measure(options.rounds, options.only)
    if options.json:
        print(json.dumps(found, indent=2))
    elif not found:
        print("No Chromium was found: the page is not measured.")
    else:
        for name, figures in found.items():
            print(f"{name:26}" + ";  ".join(f"{quantity} {value:,.1f}" for quantity, value in figures.items()))


if __name__ == "__main__":
    main()
