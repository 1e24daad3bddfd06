"""What waits to be sent to one page: every control message, and only the newest frame and the newest fact of a kind."""

from collections import deque
from collections.abc import Callable

from app.view import View, merged

CONTROL_LIMIT, CONTROL_BYTES = 256, 16_000_000
"""What may wait in the lane of control messages."""


class Overflow(Exception):
    """A page does not read its control messages."""


class Outbox:
    """Two lanes to one watcher. Nothing here waits for the watcher.

    Control messages are few and kept in order. Behind them there is a place for a fact that is told again and again, of
    which only the newest matters: how far the studies are. Of frames there is one slot: a newer one merges into the one
    that still waits. A frame leaves only when fewer than `window` are on their way, and `painted` gives the credit
    back: kernel buffers would otherwise hold seconds of old frames for a slow page.

    Parameters
    ----------
    ready : called whenever there may be something to take
    """

    def __init__(self, window: int = 3, ready: Callable[[], None] = lambda: None) -> None:
        self._window = window
        self._ready = ready
        self._controls: deque[bytes] = deque()
        self._bytes = 0
        self._fact: bytes | None = None
        self._view: View | None = None
        self._in_flight: deque[int] = deque()

    def post(self, message: bytes) -> None:
        """Queue a control message; raise Overflow when too many wait."""
        if len(self._controls) >= CONTROL_LIMIT or self._bytes >= CONTROL_BYTES:
            raise Overflow
        self._controls.append(message)
        self._bytes += len(message)
        self._ready()

    def renew(self, fact: bytes) -> None:
        """Send a fact, in place of an earlier one that still waits: a page that does not read piles up none."""
        self._fact = fact
        self._ready()

    def show(self, view: View, merges: dict[View, View]) -> bool:
        """Put a frame into the slot; return whether it merged with one that waited.

        `merges` remembers what each frame that waited has become, so that watchers who wait for the same share it.
        """
        waiting = self._view
        if waiting is None:
            self._view = view
        else:
            self._view = merges.get(waiting) or merges.setdefault(waiting, merged(waiting, view))
        self._ready()
        return waiting is not None

    def discard_frame(self) -> None:
        """Empty the slot: a snapshot makes what is in it stale."""
        self._view = None

    def painted(self, number: int) -> None:
        """Take back the credit of frame `number` and of those before it."""
        while self._in_flight and self._in_flight[0] <= number:
            self._in_flight.popleft()
        self._ready()

    @property
    def wants_frame(self) -> bool:
        """Whether a frame shown now would leave at once."""
        return self._view is None and len(self._in_flight) < self._window

    def take(self) -> bytes | View | None:
        """Return what is to be sent next: controls first, then the fact, then the frame if there is credit for it."""
        if self._controls:
            message = self._controls.popleft()
            self._bytes -= len(message)
            return message
        if self._fact is not None:
            fact, self._fact = self._fact, None
            return fact
        view = self._view
        if view is None or len(self._in_flight) >= self._window:
            return None
        self._view = None
        self._in_flight.append(view.number)
        return view
