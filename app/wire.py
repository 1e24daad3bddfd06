"""The quick line: frames straight from and to the transport, past the layers of an ASGI server.

uvicorn does the handshake and routes it as any other; the connection then finds this object in its scope and talks to
it directly. A frame thus costs one write and no task: see docs/decisions/005.
"""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from fastapi import WebSocket
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from app.framing import CLOSE, PING, PONG, TEXT, Broken, FrameReader, framed
from app.line import AsgiLine, Line, Listener

EXTENSION = "eleven_lines.wire"

CLOSING_SECONDS = 2.0
"""So long does a page have to say goodbye after a close."""

NO_CODE = 1005


def line_of(socket: WebSocket) -> Line:
    """Return the line to a page: the quick one where our own server carries the socket."""
    wire: Line | None = (socket.scope.get("extensions") or {}).get(EXTENSION)
    return wire or AsgiLine(socket)


class Wire(WebSocketsSansIOProtocol):
    """uvicorn's protocol until a listener takes over; from then on it does no more than is needed here."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._listener: Listener | None = None
        self._reader = FrameReader(self.config.ws_max_size)
        self._over: asyncio.Future[None] = self.loop.create_future()
        self._room = True
        self._held = False
        self._heard_at = time.monotonic()
        self._pinged = False

    # The line

    @property
    def has_room(self) -> bool:
        """Whether the transport takes more."""
        return self._room and not self.close_sent and not self.transport.is_closing()

    async def talk(self, listener: Listener) -> None:
        """Let the listener hear the page until the connection has ended."""
        self._listener = listener
        del self.scope["extensions"][EXTENSION]  # a line that knows itself is never freed
        if not self.disconnected:
            await self._over

    def say(self, messages: Sequence[bytes]) -> None:
        """Send messages in one write: that is where the time goes."""
        self.transport.write(b"".join(map(framed, messages)))

    def hang_up(self, code: int, reason: str) -> None:
        """Send a close and wait a moment for the page's."""
        if self.close_sent:
            return
        self.close_sent = True
        self.transport.write(framed(code.to_bytes(2, "big") + reason.encode()[:123], CLOSE))
        self.hold(False)
        self.close_timer = self.loop.call_later(CLOSING_SECONDS, self.transport.abort)

    def hold(self, on: bool) -> None:
        """Stop reading, or go on."""
        if on != self._held and not self.transport.is_closing():
            self._held = on
            (self.transport.pause_reading if on else self.transport.resume_reading)()

    def is_silent(self, now: float, silence: float) -> bool:
        """Tell whether nothing has come for that long; ping a page of which nothing has come for half of it."""
        quiet = 0.0 if self._held or self.close_sent else now - self._heard_at
        if quiet > silence / 2 and not self._pinged and self.has_room:
            self._pinged = True
            self.transport.write(framed(b"", PING))
        return quiet > silence

    def cut(self) -> None:
        """Forget the connection, and what was on its way."""
        self.close_sent = True
        self.transport.abort()

    # The protocol, as uvicorn and the event loop call it

    def handle_connect(self, event: Request) -> None:
        """Let the routes find this line."""
        super().handle_connect(event)
        if not self.close_sent:
            self.scope["extensions"][EXTENSION] = self  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        """Read what a page sends."""
        if self._listener is None:
            super().data_received(data)
            return
        self._heard_at, self._pinged = time.monotonic(), False
        try:
            for opcode, payload in self._reader.feed(data):
                self._received(self._listener, opcode, payload)
        except Broken as broken:
            self._reader = FrameReader(self.config.ws_max_size)
            self._listener.broken(broken.code, broken.reason)

    def _received(self, listener: Listener, opcode: int, payload: bytes | None) -> None:
        if opcode == CLOSE:
            self._goodbye(payload or NO_CODE.to_bytes(2, "big"))
        elif self.close_sent:
            return
        elif payload is None or opcode in (PING, PONG):
            if opcode == PING and self._room:
                self.transport.write(framed(payload or b"", PONG))
            listener.noise()
        else:
            listener.heard(payload if opcode == TEXT else None)

    def _goodbye(self, payload: bytes) -> None:
        if not self.close_sent:
            self.close_sent = True
            code = int.from_bytes(payload[:2], "big")
            self.transport.write(framed(b"" if code == NO_CODE else payload[:2], CLOSE))
        self.transport.close()

    def pause_writing(self) -> None:
        """Note that the page reads too slowly."""
        super().pause_writing()
        self._room = False

    def resume_writing(self) -> None:
        """Note that it has caught up."""
        super().resume_writing()
        self._room = True
        if self._listener and not self.close_sent:
            self._listener.drained()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let the connection know that it is over."""
        super().connection_lost(exc)
        self._listener = None
        if not self._over.done():
            self._over.set_result(None)
