"""Which studies of the lab are at work: a few at once, one of each session; the others wait for them to end."""

from collections.abc import Callable

from app.scheduler import Job
from app.studies.places import places, waiting_for
from app.studies.study import Study


class Queue:
    """Lets studies work in the order in which they were asked for; after a session's one others have theirs.

    Parameters
    ----------
    wake : gives a job its turns; see `app.scheduler`
    most : how many are at work at once
    """

    def __init__(self, wake: Callable[[Job], None], most: int) -> None:
        self._wake = wake
        self._most = most
        self._waiting: list[Study] = []
        self._running: list[Study] = []

    @property
    def running(self) -> int:
        """How many are at work."""
        return len(self._running)

    @property
    def waiting(self) -> int:
        """How many wait for others to end."""
        return len(self._waiting)

    def join(self, study: Study) -> None:
        """Let a study work, or wait."""
        self._waiting.append(study)
        self._fill()

    def leave(self, study: Study) -> None:
        """Let others work in the place of a study; it may have left already."""
        if study in self._waiting:
            self._waiting.remove(study)
        if study in self._running:
            self._running.remove(study)
            self._waiting.sort(key=lambda other: other.owner is study.owner)  # who asks for many holds up nobody
        self._fill()

    def _fill(self) -> None:
        for study in tuple(self._waiting):
            if len(self._running) >= self._most:
                break
            if any(study.owner is other.owner for other in self._running):
                continue
            self._waiting.remove(study)
            self._running.append(study)
            study.run()
            self._wake(study)
        for study, own, others in places(self._running, self._waiting, self._most):
            study.wait(waiting_for(own, others))
