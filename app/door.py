"""The door: HTTP as uvicorn speaks it, for connections that ask for something, soon, and not for too much."""

import asyncio
from typing import Any, ClassVar

from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.messages import Error
from app.metrics import Metrics
from app.settings import Settings

HEAD_BYTES = 65_536
"""A request's head may have so many; browsers' have a hundredth of that."""

SPARE = 64
"""Connections over the limit that are told so; what comes on top of these is cut off at once."""

CROWDED = "crowded"
"""The key in a websocket's state that says that it is one too many."""


class Door(HttpToolsProtocol):
    """One connection, until it becomes a websocket or ends."""

    most: ClassVar[int]
    patience: ClassVar[float]
    metrics: ClassVar[Metrics]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._deadline: asyncio.TimerHandle | None = None
        self._head = 0  # bytes of a request's head that have come; -1: it was whole

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let a connection in, tell it that the lab is full, or cut it off."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            self.metrics.refusals["connections"] += 1
            self.app = too_many
            self.app_state = {**self.app_state, CROWDED: True}  # for a websocket, which is told so in its own way
            if len(self.connections) > self.most + SPARE:
                transport.abort()
                return
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the deadline."""
        self._settle()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read, as long as it is not too much for one request."""
        if self._head >= 0:
            self._head += len(data)
            if self._head > HEAD_BYTES:
                self.send_400_response("This request is too large.")
                return
            if self._deadline is None:
                self._await_request()
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """Note that the head of a request is whole."""
        self._head = -1
        self._settle()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Be ready for another request."""
        self._head = 0
        super().on_response_complete()

    def _await_request(self) -> None:
        self._deadline = self.loop.call_later(self.patience, self.transport.abort)

    def _settle(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None


def door(settings: Settings, metrics: Metrics) -> type[Door]:
    """Return the door of one lab."""
    given = {"most": settings.max_connections, "patience": settings.join_seconds, "metrics": metrics}
    return type("LabDoor", (Door,), given)


async def too_many(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer any request with the sentence that there are too many."""
    error = Error(code="http_503", message="This lab has as many connections as it can: try again in a while.")
    headers = {"Connection": "close", "Retry-After": "15"}
    await JSONResponse(error.model_dump(), 503, headers=headers)(scope, receive, send)
