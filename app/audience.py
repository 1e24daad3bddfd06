"""The pages that watch a session."""

from collections.abc import Callable

from app.messages import Message
from app.metrics import Metrics
from app.outbox import Outbox, Overflow
from app.view import View


class Audience:
    """The outboxes of all watchers; nothing here waits for any of them."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._outboxes: dict[Outbox, Callable[[], None]] = {}

    def __len__(self) -> int:
        return len(self._outboxes)

    def join(self, outbox: Outbox, drop: Callable[[], None]) -> None:
        """Let a page watch; `drop` is called if it has to go because it has stopped reading."""
        self._outboxes[outbox] = drop

    def leave(self, outbox: Outbox) -> None:
        """Let a page go; it may have gone already."""
        self._outboxes.pop(outbox, None)

    def post(self, message: Message) -> None:
        """Send a control message to every watcher; one that has stopped reading is dropped, and its socket with it."""
        encoded = message.model_dump_json().encode()
        for outbox, drop in list(self._outboxes.items()):
            try:
                outbox.post(encoded)
            except Overflow:
                self.leave(outbox)
                drop()

    def renew(self, fact: Message) -> None:
        """Send every watcher a fact of which only the newest matters, in place of one that still waits."""
        encoded = fact.model_dump_json().encode()
        for outbox in self._outboxes:
            outbox.renew(encoded)

    def show(self, view: View) -> None:
        """Show every watcher a frame."""
        merges: dict[View, View] = {}
        merged = 0
        for outbox in self._outboxes:
            merged += outbox.show(view, merges)
        self._metrics.frames_merged += merged

    def replace(self, snapshot: Message) -> None:
        """Send every watcher a snapshot, in place of any frame that still waits."""
        for outbox in self._outboxes:
            outbox.discard_frame()
        self.post(snapshot)

    @property
    def wants_frame(self) -> bool:
        """Whether a frame shown now would leave at once to anybody."""
        for outbox in self._outboxes:  # noqa: SIM110  # asked at every turn, where a generator costs as much as the rest
            if outbox.wants_frame:
                return True
        return False
