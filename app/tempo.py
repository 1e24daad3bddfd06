"""How often frames are made: as often as the setting allows, and less often when there is a rush."""

CALM, CROWDED = 1 / 30, 1 / 10
"""Seconds between two frames when the room is full, and the most when it is overfull."""

COMFORTABLE, FULL = 0.5, 0.95
"""The part of its time that the event loop may work for frames more frequent than CALM, and for CALM ones."""


class Tempo:
    """The interval between two frames of a run, the same for all.

    Work grows with the frames, so that the interval at which the loop would be as busy as it may be follows from how
    busy it was: one learner alone gets every frame that a screen can show, and a thousand get fewer, evenly.

    Parameters
    ----------
    rate : frames a second at the most
    """

    def __init__(self, rate: float) -> None:
        self._shortest = 1 / rate
        self.interval = self._shortest
        self.busy = 0.0
        self._at: tuple[float, float] | None = None

    def adjust(self, now: float, worked: float) -> None:
        """Learn how busy the event loop was; both are clocks in seconds, and `worked` counts its processor time."""
        if self._at is not None and now > self._at[0]:
            self.busy = (worked - self._at[1]) / (now - self._at[0])
            self.interval = self._fitting(self.busy)
        self._at = (now, worked)

    def _fitting(self, busy: float) -> float:
        wanted = self.interval * busy / COMFORTABLE
        if wanted > CALM:
            wanted = max(CALM, self.interval * busy / FULL)
        return max(self._shortest, min(wanted, CROWDED))
