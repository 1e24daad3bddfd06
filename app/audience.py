"""The pages that watch a session."""

from app.messages import Frame, Message
from app.outbox import Outbox, Overflow


class Audience:
    """The outboxes of all watchers; nothing here waits for any of them."""

    def __init__(self) -> None:
        self._outboxes: list[Outbox] = []

    def __len__(self) -> int:
        return len(self._outboxes)

    def join(self, outbox: Outbox) -> None:
        """Let a page watch."""
        self._outboxes.append(outbox)

    def leave(self, outbox: Outbox) -> None:
        """Let a page go; it may have gone already."""
        if outbox in self._outboxes:
            self._outboxes.remove(outbox)

    def post(self, message: Message) -> None:
        """Send a control message to every watcher; one that has stopped reading is dropped, and its socket with it."""
        for outbox in list(self._outboxes):
            try:
                outbox.post(message)
            except Overflow:
                outbox.close()
                self._outboxes.remove(outbox)

    def show(self, frame: Frame) -> None:
        """Show every watcher a frame."""
        for outbox in self._outboxes:
            outbox.show(frame)

    def replace(self, snapshot: Message) -> None:
        """Send every watcher a snapshot, in place of any frame that still waits."""
        for outbox in self._outboxes:
            outbox.discard_frame()
        self.post(snapshot)

    @property
    def wants_frame(self) -> bool:
        """Whether a frame shown now would leave at once to anybody."""
        return any(outbox.wants_frame for outbox in self._outboxes)
