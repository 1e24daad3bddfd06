"""Takes the frames of a session, one after the other."""

from math import inf
from time import monotonic

from app.frames import Trouble, view_of
from app.view import View
from app.workspace import Workspace
from engine.curve import bucket_start

DETAIL_SECONDS = 0.12
"""Between two frames with a detail: numbers that change faster can't be read."""

AT_EASE, LONGEST = 1 / 60, 1.0
"""Seconds between frames in a lab that has time, and between details in one that has none."""


class Camera:
    """Numbers the frames, and knows how much of the curve the watchers have been shown."""

    def __init__(self) -> None:
        self._number = 0
        self._shown: tuple[int, int] | None = None  # run number and iteration of the newest frame that all have seen
        self._trouble = Trouble()
        self._detailed_at = -inf

    def next(self, workspace: Workspace, closely: bool, interval: float) -> View:
        """Return the frame that goes on from the last one.

        Parameters
        ----------
        closely : the run stops here, or was changed
        interval : seconds between two frames just now, which tell how crowded the lab is
        """
        if closely:
            self._trouble.forget()
        kept = workspace.kept
        shown = self._shown[1] if self._shown and self._shown[0] == kept.number else 0
        detailed = self._wants_detail(closely, interval)
        since = bucket_start(min(shown, kept.run.iteration))
        view = view_of(kept.run, self._new_number(), kept.number, since, workspace.rows, detailed, self._trouble)
        self.has_shown(workspace)
        return view

    def whole(self, workspace: Workspace) -> View:
        """Return a frame with all of the curve."""
        kept = workspace.kept
        self._trouble.forget()
        return view_of(kept.run, self._new_number(), kept.number, 0, workspace.rows, trouble=self._trouble)

    def has_shown(self, workspace: Workspace) -> None:
        """Note that every watcher has seen the run as it is now."""
        self._shown = (workspace.kept.number, workspace.run.iteration)

    def _wants_detail(self, closely: bool, interval: float) -> bool:
        """Tell whether a frame is to have a detail, which costs as much as the rest: in a crowd it is rare."""
        now = monotonic()
        if not closely and now - self._detailed_at < min(LONGEST, DETAIL_SECONDS * max(1, interval / AT_EASE) ** 3):
            return False
        self._detailed_at = now
        return True

    def _new_number(self) -> int:
        self._number += 1
        return self._number
