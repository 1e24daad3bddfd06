"""What all watchers of a session know, so that they are told no more than what is new."""

from app.kept import KeptRun
from app.messages import Controls
from app.workspace import Workspace
from engine import Run
from engine.data import Data
from engine.rules import Rules

Shape = tuple[int, tuple[int, ...], Rules, Data]
"""A run's number, the units of its layers, its rules and its data: where these are others a snapshot is due."""


class Told:
    """Remembers what snapshots and controls have told.

    Attributes
    ----------
    controls : the newest
    """

    def __init__(self) -> None:
        self.controls: Controls | None = None
        self._come_about: tuple[Run | None, int] = (None, 0)
        self._rows = slice(0)
        self._shape: Shape | None = None
        self._curve: tuple[Run, int] | None = None

    def all_of(self, workspace: Workspace, controls: Controls) -> None:
        """Note that a snapshot has told everything."""
        kept = workspace.kept
        self._rows, self.controls = workspace.rows, controls
        self._curve = None if kept.run is kept.known else (kept.known, kept.reach)
        self.edits_of(workspace)

    def edits_of(self, workspace: Workspace) -> None:
        """Note that every edit which has come about is known; which examples are in view is another matter."""
        run = workspace.run
        self._come_about = run, run.edits_done
        self._shape = _shape_of(workspace)

    def is_up_to_date(self, workspace: Workspace) -> bool:
        """Tell whether nothing need be told but frames: asked for each of them."""
        run = workspace.run
        return self._come_about == (run, run.edits_done) and self._rows == workspace.rows

    def can_read_frames(self, workspace: Workspace) -> bool:
        """Tell whether a frame can be read without a snapshot: it is of the same data, rules and units."""
        return self._rows == workspace.rows and self._shape == _shape_of(workspace)

    def knows_what_follows(self, kept: KeptRun) -> bool:
        """Tell whether the curve behind the place where the run stands is known."""
        return kept.run is kept.known or self._curve == (kept.known, kept.reach)


def _shape_of(workspace: Workspace) -> Shape:
    run = workspace.run
    return workspace.kept.number, run.sizes, run.rules, run.data
