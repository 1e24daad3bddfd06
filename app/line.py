"""The line to one page: what a connection needs of its socket, and how any ASGI server gives it.

`app.wire` is the quick one that the command uses. This one is for every other server, and for tests.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from anyio import CancelScope, create_task_group
from fastapi import WebSocket, WebSocketDisconnect


class Listener(Protocol):
    """Who is at this end of the line."""

    def heard(self, text: bytes | None) -> None:
        """Called with each message of the page; None stands for a binary one, which is in no protocol of ours."""

    def noise(self) -> None:
        """Called for whatever else takes time: a ping, a piece of a message."""

    def broken(self, code: int, reason: str) -> None:
        """Called when what comes can't be read; the listener is to hang up."""

    def drained(self) -> None:
        """Called when there is room to send again."""


class Line(Protocol):
    """Text goes out by `say` while `has_room`, and comes in by the listener's methods while `talk` lasts."""

    @property
    def has_room(self) -> bool:
        """Whether what was said before is on its way."""

    async def talk(self, listener: Listener) -> None:
        """Let the listener hear the page until the connection has ended."""

    def say(self, messages: Sequence[bytes]) -> None:
        """Send messages; never waits."""

    def hang_up(self, code: int, reason: str) -> None:
        """Close the connection; nothing is heard or said after that."""

    def hold(self, on: bool) -> None:
        """Stop reading, or go on."""

    def is_silent(self, now: float, silence: float) -> bool:
        """Tell whether the page has given no sign of life for `silence` seconds; ask for one in good time."""

    def cut(self) -> None:
        """End the connection without a word."""


class AsgiLine:
    """A line over a websocket as ASGI has it; the server that carries it looks for signs of life itself."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._closing: tuple[int, str] | None = None
        self._outgoing: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._sending = False
        self._reading = asyncio.Event()
        self._reading.set()

    @property
    def has_room(self) -> bool:
        """Whether the server has taken what was said before."""
        return self._outgoing.empty() and not self._sending and self._closing is None

    async def talk(self, listener: Listener) -> None:
        """Let the listener hear the page; the first of the two tasks to end takes the other along."""
        async with create_task_group() as tasks:
            for work in (self._listen, self._send):
                tasks.start_soon(self._until_it_ends, work, listener, tasks.cancel_scope)
        if self._closing:
            await self._socket.close(*self._closing)

    def say(self, messages: Sequence[bytes]) -> None:
        """Hand messages to the task that sends."""
        for message in messages:
            self._outgoing.put_nowait(message)

    def hang_up(self, code: int, reason: str) -> None:
        """Close after what has been said."""
        self._closing = self._closing or (code, reason)
        self._outgoing.put_nowait(None)

    def hold(self, on: bool) -> None:
        """Stop reading, or go on."""
        if on:
            self._reading.clear()
        else:
            self._reading.set()

    def is_silent(self, now: float, silence: float) -> bool:
        """Leave it to the server."""
        return False

    def cut(self) -> None:
        """Close: the server knows no other way."""
        self.hang_up(1006, "")

    async def _until_it_ends(
        self, work: Callable[[Listener], Awaitable[None]], listener: Listener, both: CancelScope
    ) -> None:
        try:
            await work(listener)
        finally:
            both.cancel()

    async def _listen(self, listener: Listener) -> None:
        while True:
            await self._reading.wait()
            message = await self._socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            if self._closing is None:
                text = message.get("text")
                listener.heard(None if text is None else text.encode())

    async def _send(self, listener: Listener) -> None:
        while (text := await self._outgoing.get()) is not None:
            self._sending = True
            try:
                await self._socket.send_text(text.decode())
            except WebSocketDisconnect:
                return
            self._sending = False
            if self._closing is None:
                listener.drained()
