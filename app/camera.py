"""Takes the frames of a session, one after the other."""

from app.frames import Trouble, view_of
from app.view import View
from app.workspace import KeptRun
from engine.curve import bucket_start


class Camera:
    """Numbers the frames, and knows how much of the curve the watchers have been shown."""

    def __init__(self) -> None:
        self._number = 0
        self._shown: tuple[int, int] | None = None  # run number and iteration of the newest frame that all have seen
        self._trouble = Trouble()

    def next(self, kept: KeptRun, closely: bool) -> View:
        """Return the frame that goes on from the last one; `closely`: the run stops here, or was changed."""
        if closely:
            self._trouble.forget()
        shown = self._shown[1] if self._shown and self._shown[0] == kept.number else 0
        view = view_of(kept.run, self._new_number(), kept.number, bucket_start(shown), self._trouble)
        self.has_shown(kept)
        return view

    def whole(self, kept: KeptRun) -> View:
        """Return a frame with all of the curve."""
        return view_of(kept.run, self._new_number(), kept.number, 0)

    def has_shown(self, kept: KeptRun) -> None:
        """Note that every watcher has seen the run as it is now."""
        self._shown = (kept.number, kept.run.iteration)

    def _new_number(self) -> int:
        self._number += 1
        return self._number
