"""Which studies of the lab are at work: a few at once, one of each session; the others wait for them to end."""

import asyncio
from collections.abc import Callable
from itertools import islice

from app.scheduler import Job
from app.studies.places import places, waiting_for
from app.studies.study import Owner, Study

MOVED = 1.0
"""Seconds until those who wait are told how the line has moved: where many wait for short ones, it moves often."""


def _in_a_while(tell: Callable[[], None]) -> None:
    asyncio.get_running_loop().call_later(MOVED, tell)


class Queue:
    """Lets studies work in the order in which they were asked for; after a session's one others have theirs.

    A session keeps its place in the line when what waits there is cancelled and it has more that wait.

    Parameters
    ----------
    wake : gives a job its turns; see `app.scheduler`
    most : how many are at work at once
    later : has something done in a while, however often the line moves until then
    """

    def __init__(
        self, wake: Callable[[Job], None], most: int, later: Callable[[Callable[[], None]], None] = _in_a_while
    ) -> None:
        self._wake = wake
        self._most = most
        self._later = later
        self._waiting: dict[Owner, list[Study]] = {}  # sessions as they stand in line, each with at least one
        self._running: list[Study] = []
        self._has_moved = False

    @property
    def running(self) -> int:
        """How many are at work."""
        return len(self._running)

    @property
    def waiting(self) -> int:
        """How many wait for others to end."""
        return sum(map(len, self._waiting.values()))

    def join(self, study: Study) -> None:
        """Let a study work, or wait."""
        self._waiting.setdefault(study.owner, []).append(study)
        self._fill()

    def leave(self, *studies: Study) -> None:
        """Let others work in the place of these; they may have left already."""
        if [study for study in studies if self._remove(study)]:
            self._fill()

    def say(self, owner: Owner) -> None:
        """Have the studies of one session say what they wait for as the line is now."""
        if owner in self._waiting:
            self._say(lambda other: other is owner)

    def tell(self) -> None:
        """Have those of all who are watched say it."""
        self._has_moved = False
        self._say(lambda owner: owner.is_watched)

    def _say(self, whose: Callable[[Owner], bool]) -> None:
        for study, own, others in places(self._running, self._waiting, self._most, whose):
            study.wait(waiting_for(own, others))

    def _remove(self, study: Study) -> bool:
        """Return whether it was there."""
        own = self._waiting.get(study.owner, [])
        if study in self._running:
            self._running.remove(study)
            if own:  # who asks for many holds up nobody
                self._waiting[study.owner] = self._waiting.pop(study.owner)
        elif study in own:
            self._take(study)
        else:
            return False
        return True

    def _take(self, study: Study) -> None:
        own = self._waiting[study.owner]
        own.remove(study)
        if not own:
            del self._waiting[study.owner]

    def _fill(self) -> None:
        at_work = {study.owner for study in self._running}
        others = (own[0] for owner, own in self._waiting.items() if owner not in at_work)
        for study in tuple(islice(others, self._most - len(self._running))):
            self._take(study)
            self._running.append(study)
            study.run()
            self._wake(study)
        if self._waiting and not self._has_moved:
            self._has_moved = True
            self._later(self.tell)
