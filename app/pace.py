"""How fast a run goes and where it stops: none of it changes a number of the run."""

from dataclasses import dataclass, field

SLICE = 0.003
"""Seconds that a burst may take: so long does everybody else wait."""


GATHERING = 3.0
"""How many times its iterations a second a run does at full speed while it gathers way, and from where on it counts."""

FROM = 200

FLYING = 2_000_000.0
"""Iterations a second from which on nothing is held back."""


@dataclass
class Pace:
    """Play or pause, the speed, the stop conditions, and what is looked at.

    `speed` is in iterations a second; None is as fast as the machine can. Play at a stop goes beyond it: `beyond` is
    where it stops instead, `error_passed` that the error no longer stops it. Both end with the run.

    `row` is the example in view, `line` the line of the listing that was stepped to, and `tried` are inputs that the
    network is asked about.

    `catch_up` is the iteration to which a run is trained again, as fast as can be, whether it plays or not; `then` is
    where it stands afterwards, if that is another.
    """

    stop_iteration: int
    stop_error: float | None = None
    beyond: int | None = None
    error_passed: bool = False
    playing: bool = False
    speed: float | None = 600.0
    row: int = 0
    line: int | None = None
    tried: list[list[float]] = field(default_factory=list)
    catch_up: int | None = None
    then: int | None = None

    @property
    def training(self) -> bool:
        """Whether there is something to train."""
        return self.playing or self.catch_up is not None

    def pause(self) -> None:
        """Train no more; what was to be caught up with is left."""
        self.playing = False
        self.catch_up = self.then = None

    def head_for(self, stand: int, reach: int) -> None:
        """Train to `reach` as fast as can be, and stand at `stand` afterwards."""
        self.catch_up, self.then = reach, stand if stand < reach else None

    def speed_at(self, iteration: int) -> float | None:
        """Return the speed at an iteration: full speed is gathered over some seconds.

        A machine is done with the posts' 60,000 iterations in a hundredth of a second, before anybody sees one. So a
        run grows by the same factor every second, which is an even pace on a logarithmic axis, until it flies.
        """
        if self.catch_up is not None:
            return None
        if self.speed is not None:
            return self.speed
        gathered = GATHERING * (iteration + FROM)
        return gathered if gathered < FLYING else None

    def iteration(self) -> int:
        """Return the iteration at which this run stops."""
        return self.stop_iteration if self.beyond is None else self.beyond

    def error(self) -> float | None:
        """Return the error at which this run stops, if it does."""
        return None if self.error_passed else self.stop_error

    def next_halt(self) -> tuple[int, float | None]:
        """Return the iteration and the error at which training halts: those of the stop, unless it catches up."""
        return (self.iteration(), self.error()) if self.catch_up is None else (self.catch_up, None)

    def stop_at(self, iteration: int, error: float | None) -> None:
        """Choose where runs stop; what is left as it stands is no new choice, so that what was passed stays passed."""
        if iteration != self.iteration():
            self.stop_iteration, self.beyond = iteration, None
        if error != self.error():
            self.stop_error, self.error_passed = error, False

    def reach_to(self, iteration: int) -> None:
        """Stop no earlier than where a run that is turned to is, or is on its way to."""
        if iteration > self.iteration():
            self.beyond = iteration

    def start_over(self) -> None:
        """Be as chosen again, for another run."""
        self.beyond, self.error_passed, self.line = None, False, None
        self.catch_up = self.then = None


EACH, EACH_MULTIPLICATION = 5e-6, 2e-9
"""Seconds of an iteration and of one of its multiplications: a first guess, soon measured."""


class Meter:
    """Tells how many iterations a run may do now, from its speed and from how long its iterations have taken."""

    def __init__(self) -> None:
        self._seconds_each = self._at_best = EACH
        self._owed_since = 0.0
        self._due = 0.0
        self._behind = False
        self._work = 0.0

    def start(self, now: float) -> None:
        """Begin to count time from now on."""
        self._owed_since = self._due = now

    def owed(self, speed: float | None, now: float) -> int:
        """Return how many iterations to do in one burst."""
        most = max(1, int(SLICE / self._seconds_each))
        if speed is None:
            return most
        owed = int((now - self._owed_since) * speed)
        self._behind = owed > most
        if self._behind:  # The machine can't keep up: what is missing is forgotten, not made up for in a rush.
            self._owed_since = now - most / speed
            return most
        return owed

    def weigh(self, work: float) -> None:
        """Take note of how much work an iteration is: of a larger network, as much more is expected of it."""
        if work != self._work:
            if self._work:
                ratio = work / self._work
                self._seconds_each *= ratio
                self._at_best *= ratio
            else:
                self._seconds_each = self._at_best = max(EACH, EACH_MULTIPLICATION * work)
            self._work = work

    def seconds(self, iterations: int, work: float = 0.0) -> float:
        """Return about how long so many iterations take, when nobody else wants the processor.

        `work` is that of other iterations than were weighed last.
        """
        return iterations * self._at_best * (work / self._work if work and self._work else 1.0)

    def done(self, iterations: int, seconds: float, speed: float | None) -> None:
        """Learn from a burst."""
        if iterations:  # one that was kept waiting by others says little about the next
            each = min(seconds / iterations, 8 * self._seconds_each)
            self._seconds_each += 0.2 * (each - self._seconds_each)
            self._at_best = min(each, max(1.1 * self._at_best, each / 4))
        if speed is not None:
            self._owed_since += iterations / speed

    def wait(self, speed: float | None, interval: float, now: float, soon: bool = False) -> float:
        """Return the seconds until the next burst: an even beat of `interval`, in which what was missed is skipped.

        A turn out of the beat does not move it; `soon` asks for the next one as early as there is an iteration to do.
        """
        if speed is None or self._behind:
            return 0.0
        if now >= self._due:
            self._due = self._due + interval if self._due + interval > now else now + interval
        owed_at = self._owed_since + 1 / speed
        return max(0.0, owed_at - now) if soon else max(self._due, owed_at) - now
