"""A lab in this process, and pages that talk to it as the real one does."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from app.main import create_app
from app.settings import Settings


class Page:
    """Sends verbs, reads facts, and returns a credit for every frame it reads."""

    def __init__(self, socket: WebSocketTestSession) -> None:
        self.socket = socket
        self.iteration = 0  # as last seen

    def send(self, type_: str, **fields: Any) -> None:
        self.socket.send_text(json.dumps({"type": type_, **fields}))

    def read(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.socket.receive_text())
        frame = message["frame"] if message["type"] == "snapshot" else message
        if frame["type"] == "frame":
            self.iteration = frame["iteration"]
            self.send("painted", frame=frame["number"])
        return message

    def read_until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first message of which `holds` is true; those before it are dropped."""
        while not holds(message := self.read()):
            pass
        return message

    def expect(self, type_: str) -> dict[str, Any]:
        return self.read_until(lambda message: message["type"] == type_)

    def ask(self, type_: str, answer: str, **fields: Any) -> dict[str, Any]:
        self.send(type_, **fields)
        return self.expect(answer)

    def step(self, iterations: int = 1) -> dict[str, Any]:
        """Train a few iterations and return the frame that shows the last."""
        target = self.iteration + iterations
        self.send("step", iterations=iterations)
        return self.read_until(lambda message: message["type"] == "frame" and message["iteration"] == target)

    def join(self, session: str | None = None, query: dict[str, str] | None = None) -> dict[str, Any]:
        """Join and return the snapshot; the welcome is kept."""
        self.send("join", session=session, open=query)
        self.welcome = self.expect("welcome")
        return self.expect("snapshot")


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(database=f"sqlite:///{tmp_path}/runs.db")


@pytest.fixture
def client(settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def open_page(client) -> Iterator[Callable[..., Page]]:
    """Opens any number of pages; each has joined unless `joined` is false."""
    with ExitStack() as stack:

        def open_page(joined: bool = True, **join: Any) -> Page:
            page = Page(stack.enter_context(client.websocket_connect("/ws")))
            if joined:
                page.snapshot = page.join(**join)
            return page

        yield open_page


@pytest.fixture
def page(open_page) -> Page:
    """A page with a fresh session: XOR with 4 units, alpha 1, seed 1."""
    return open_page()
