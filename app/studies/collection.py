"""The studies of a session: asked for, cancelled, deleted, told of, and saved with it."""

import asyncio
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.messages import Studies
from app.refusal import bad_value
from app.studies.asked import Asked
from app.studies.queue import Queue
from app.studies.study import Study

if TYPE_CHECKING:
    from app.session import Session


class Collection:
    """In the order in which they were asked for.

    Parameters
    ----------
    queue : that of the lab
    """

    def __init__(self, session: "Session", queue: Queue) -> None:
        self._session = session
        self._queue = queue
        self._last = 0
        self._studies: dict[int, Study] = {}
        self._telling: asyncio.Handle | None = None

    def __iter__(self) -> Iterator[Study]:
        """Go through them in that order."""
        return iter(self._studies.values())

    @property
    def are_at_work(self) -> bool:
        """Whether any is not over."""
        return any(not study.is_over for study in self)

    def facts(self) -> Studies:
        """Return what the pages are told, which is what holds now."""
        self._queue.say(self)
        return Studies(studies=[study.row() for study in self])

    def find(self, number: int) -> Study:
        """Return the study of that number, or refuse in words."""
        if number not in self._studies:
            raise bad_value("study", f"There is no experiment {number} here.")
        return self._studies[number]

    def ask(self, asked: Asked, taken: str = "", asking: int | None = None) -> Study:
        """Have a study made as soon as it can be; the oldest that is over makes room for it if it must.

        What is `taken` of what was typed, in a sentence, is told with the number that the page chose for its asking.
        """
        most = self._session.settings.max_studies
        if len(self._studies) >= most:
            over = next((study for study in self if study.is_over), None)
            if over is None:
                raise bad_value(
                    "study", f"{most} experiments are at work or waiting, which is the limit: cancel one of them."
                )
            del self._studies[over.number]
        self._last += 1
        study = Study(self, self._last, asked, time.time(), taken, asking)
        self._studies[study.number] = study
        self._queue.join(study)
        self._changed()
        return study

    def cancel(self, number: int) -> None:
        """Stop a study and keep what it has found."""
        self.find(number).cancel()

    def delete(self, number: int) -> None:
        """Stop a study if it is at work, and keep nothing of it."""
        study = self.find(number)
        del self._studies[number]
        study.drop()
        self._queue.leave(study)
        self._changed()

    # What its studies and the queue call

    @property
    def is_watched(self) -> bool:
        """Whether there is a page to be told anything."""
        return bool(self._session.audience)

    def got_on(self, study: Study) -> None:
        """Tell the pages how far it is."""
        self._tell()

    def moved(self, study: Study) -> None:
        """Tell the pages that it waits for others than before, or begins; of all that move now at once."""
        if self._telling is None and self.is_watched:
            self._telling = asyncio.get_running_loop().call_soon(self._tell)

    def ended(self, study: Study) -> None:
        """Let another one work, and tell the pages."""
        self._queue.leave(study)
        if self._studies.get(study.number) is study:
            self._changed()

    # Coming and going

    def restore(self, studies: Iterable[Study]) -> None:
        """Have these from the disk; those that were at work wait for `resume`. Touches nothing but this session."""
        self._studies = {study.number: study for study in studies}
        self._last = max(self._studies, default=0)

    def resume(self) -> None:
        """Begin again what was not over when the session left memory, or the server ended."""
        for study in self:
            if not study.is_over:
                self._queue.join(study)

    def stop(self) -> None:
        """Work no more, because the session leaves memory."""
        at_work = [study for study in self if not study.is_over]
        for study in at_work:
            study.drop()
        self._queue.leave(*at_work)

    def _changed(self) -> None:
        self._session.dirty = True
        self._tell()

    def _tell(self) -> None:
        facts = self.facts() if self.is_watched else None  # whoever comes later is told then
        if self._telling:  # of what those facts tell
            self._telling.cancel()
            self._telling = None
        if facts:
            self._session.audience.renew(facts)
