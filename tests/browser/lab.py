"""A server that can be started and killed, and one tab in front of it as a person sees it."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Locator, Page

PATIENCE_MS = 20_000


def patiently() -> Iterator[None]:
    """Let a loop try again until it breaks off, content; what never comes true fails."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < deadline:
        yield
        time.sleep(0.02)
    raise AssertionError("it never came true")


class Server:
    """`python -m app` on a loopback port, with a database of its own."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "runs.db"
        self.port = 0
        self.start()

    def start(self) -> None:
        environment = os.environ | {"ELEVEN_LINES_DATABASE": f"sqlite:///{self.file}", "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "app", "--host", "127.0.0.1", "--port", str(self.port)]
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        self.url = re.search(r"http://\S+", self._process.stdout.readline())[0]
        self.port = urlsplit(self.url).port
        self._wait_until(self._answers, "it never answered")

    def kill(self) -> None:
        """As a power cut would: no goodbye to anybody."""
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    def wait_until_saved(self, iteration: int) -> None:
        """Return once a run is on disk at this iteration."""
        saved = re.compile(rf'"iteration": ?{iteration}\b')
        self._wait_until(lambda: saved.search(self._documents()) is not None, "it was never saved")

    def _wait_until(self, holds: Callable[[], bool], fault: str) -> None:
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not holds():
            assert time.monotonic() < deadline, fault

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/healthz") as answer:
                return answer.status == 200
        except OSError:
            return False

    def _documents(self) -> str:
        with closing(sqlite3.connect(self.file, timeout=5)) as database:
            return " ".join(document for (document,) in database.execute("select document from sessions"))


class Lab:
    """One tab, as a person sees it; what went wrong in it is collected in `faults`."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(f"page error: {error}"))
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("request", lambda request: self._asked(request.url))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.faults.append(f"console: {text}")

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != urlsplit(self.url).netloc:
            self.faults.append(f"leaves the server: {url}")

    def open(self, path: str = "/") -> "Lab":
        self.page.goto(self.url + path)
        return self.ready()

    def ready(self) -> "Lab":
        self.page.wait_for_selector('html[data-ready="true"]')
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def slider(self, name: str) -> Locator:
        return self.page.get_by_role("slider", name=name, exact=True)

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=name, exact=True)

    def panel(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=name, exact=True)

    @property
    def rows(self) -> Locator:
        return self.panel("Examples").locator("tbody").get_by_role("row")

    @property
    def pill(self) -> Locator:
        return self.page.locator(".pill")

    def readout(self, name: str) -> float:
        return float(self.page.get_by_label(name, exact=True).get_attribute("data-value"))

    @property
    def iteration(self) -> int:
        return int(self.readout("iteration"))

    def rises(self, beyond: int | None = None) -> int:
        """Wait until the iteration is beyond a number, by default the one shown now."""
        beyond = self.iteration if beyond is None else beyond
        self.page.wait_for_function("n => Number(document.querySelector('#iteration').dataset.value) > n", arg=beyond)
        return self.iteration

    def type(self, name: str, text: str) -> Locator:
        field = self.field(name)
        field.fill(text)
        field.press("Enter")
        return field
