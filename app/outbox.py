"""What waits to be sent to one page: every control message, and only the newest frame."""

import asyncio
from collections import deque
from typing import TypeVar

from app.messages import Frame, Message, Points, Positions

Piece = TypeVar("Piece", Points, Positions)

CONTROL_LIMIT = 256


class Overflow(Exception):
    """A page does not read its control messages."""


class Outbox:
    """Two lanes to one watcher. Nothing here waits for the watcher but `next`.

    Control messages are few and kept in order. Of frames there is one slot: a newer one merges into the one that still
    waits. A frame leaves only when fewer than `window` are on their way, and `painted` gives the credit back: kernel
    buffers would otherwise hold seconds of old frames for a slow page.
    """

    def __init__(self, window: int = 2) -> None:
        self._window = window
        self._controls: deque[Message] = deque()
        self._frame: Frame | None = None
        self._in_flight: deque[int] = deque()
        self._ready = asyncio.Event()
        self._closed = False

    def post(self, message: Message) -> None:
        """Queue a control message; raise Overflow when too many wait."""
        if len(self._controls) >= CONTROL_LIMIT:
            raise Overflow
        self._controls.append(message)
        self._ready.set()

    def show(self, frame: Frame) -> None:
        """Put a frame into the slot."""
        self._frame = merged(self._frame, frame) if self._frame else frame
        self._ready.set()

    def close(self) -> None:
        """Give the watcher up: `next` raises Overflow, and the page joins anew when it reads again."""
        self._closed = True
        self._ready.set()

    def discard_frame(self) -> None:
        """Empty the slot: a snapshot makes what is in it stale."""
        self._frame = None

    def painted(self, number: int) -> None:
        """Take back the credit of frame `number` and of those before it."""
        while self._in_flight and self._in_flight[0] <= number:
            self._in_flight.popleft()
        self._ready.set()

    @property
    def wants_frame(self) -> bool:
        """Whether a frame shown now would leave at once."""
        return self._frame is None and len(self._in_flight) < self._window

    async def next(self) -> Message:
        """Wait for what is to be sent next: controls first, then the frame if there is credit for it."""
        while True:
            if self._closed:
                raise Overflow
            if self._controls:
                return self._controls.popleft()
            if self._frame and len(self._in_flight) < self._window:
                frame, self._frame = self._frame, None
                self._in_flight.append(frame.number)
                return frame
            self._ready.clear()
            await self._ready.wait()


def merged(old: Frame, new: Frame) -> Frame:
    """Return one frame that leaves a page where both, one after the other, would leave it."""
    if old.run != new.run:
        return new
    return new.model_copy(update={"curve": _joined(old.curve, new.curve), "path": _joined(old.path, new.path)})


def _joined(old: Piece, new: Piece) -> Piece:
    kept = sum(iteration < new.since for iteration in old.iterations)
    lists = {name: getattr(old, name)[:kept] + getattr(new, name) for name in type(new).model_fields if name != "since"}
    return type(new)(since=min(old.since, new.since), **lists)
