"""The real server in a process of its own, and a real Chromium in front of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tools.browser import find

from .lab import PATIENCE_MS, Lab, Server

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
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.skip("no Chromium on this machine: name one in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("lab"))
    yield server
    server.kill()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a test may kill."""
    server = Server(tmp_path)
    yield server
    server.kill()


@pytest.fixture(scope="session")
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    """One browser window for all tests: a session belongs to a tab, and Plotly is compiled only once."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        context.set_default_timeout(PATIENCE_MS)
        yield context


@pytest.fixture
def new_tab(server: Server, desk: BrowserContext) -> Iterator[Callable[..., Lab]]:
    """Opens tabs; none of them may have had a fault when the test is over."""
    labs: list[Lab] = []

    def open_tab(url: str = server.url, context: BrowserContext = desk) -> Lab:
        context.set_default_timeout(PATIENCE_MS)
        labs.append(Lab(context.new_page(), url))
        return labs[-1]

    yield open_tab
    faults = [fault for lab in labs for fault in lab.faults]
    for lab in labs:
        lab.page.close()
    assert not faults


@pytest.fixture
def lab(new_tab: Callable[..., Lab]) -> Lab:
    """XOR in a fresh session, ready to play."""
    return new_tab().open()
