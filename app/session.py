"""One learner's lab: the experiments with their runs, and the pages that watch. A session outlives its sockets."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial

from app import goals
from app.admission import admitted
from app.arriving import arrive
from app.audience import Audience
from app.branches import farewell
from app.camera import Camera
from app.effort import heaviest, work
from app.experiments import DEFAULT
from app.facts import controls_of, pins_of, runs_of, snapshot_of, timeline_of
from app.foresight import Foresight
from app.kept import KeptRun, Numbers
from app.marks import newest_mark
from app.messages import Controls, EditApplied, Frame, Notice, Saving, Snapshot
from app.metrics import Metrics, Spread
from app.outbox import Outbox
from app.pace import SLICE, Meter
from app.scheduler import Job, Turn
from app.settings import Settings
from app.studies.collection import Collection
from app.studies.queue import Queue
from app.tempo import Tempo
from app.told import Told
from app.workspace import Workspace
from engine import Recipe, Run
from engine.edit import Edit, Field

INLINE = 0.00025
"""Seconds up to which a burst is done on the event loop: handing it to a thread and back would take as long."""

RETRY = 0.001
"""Seconds until a turn is tried again that found the session busy."""

MOST_NAME = 60
"""Characters of a run's name."""


class Session:
    """Holds a workspace per experiment, of which one is in view and may train.

    All methods run on the event loop; only long bursts of training leave it, and `lock` is held while one is under way.

    Parameters
    ----------
    wake : called when the session has something to train; see `app.scheduler`
    queue : in which its studies wait; one of its own by default
    """

    def __init__(
        self,
        name: str,
        settings: Settings,
        wake: Callable[[Job], None],
        tempo: Tempo,
        metrics: Metrics,
        queue: Queue | None = None,
    ) -> None:
        self.name = name
        self.settings = settings
        self.lock = asyncio.Lock()
        self.numbers = Numbers()
        self.workspaces: dict[str, Workspace] = {}
        self.active = DEFAULT
        self.audience = Audience(metrics)
        self.resting = False
        self.seen = time.monotonic()
        self.seconds_trained = 0.0
        self.dirty = True
        self.owner: str | None = None
        self.passing = False  # an embed's: nobody comes back to it
        self.unsaved = ""
        self._wake = wake
        self._tempo = tempo
        self._metrics = metrics
        self._meter = Meter()
        self._camera = Camera()
        self.foresight = Foresight(self, tempo)
        self.studies = Collection(self, queue or Queue(wake, settings.max_working_studies))
        self._shown_at = 0.0  # or 0: the next burst is to be shown at once
        self._changed = False  # since the newest frame
        self._told = Told()
        self._looking: asyncio.Task[None] | None = None

    @property
    def workspace(self) -> Workspace:
        """The experiment in view."""
        return self.workspaces[self.active]

    def open(self, recipe: Recipe) -> None:
        """Turn to the recipe's experiment with a fresh run of it."""
        self.active = recipe.experiment
        self.workspaces[self.active] = Workspace.fresh(self.settings, self.numbers, recipe)
        self.dirty = True

    def open_run(
        self,
        recipe: Recipe,
        timeline: Sequence[Edit],
        iteration: int,
        *,
        reach: int | None = None,
        digest: str | None = None,
        name: str = "",
        begun: Run | None = None,
    ) -> None:
        """Turn to a run that comes from elsewhere, in its experiment, and train it to where it was.

        The present run there is kept among the others, if it got anywhere. With a digest, or the beginning of one, the
        weights are compared with it when the run is at `iteration`; it may be known further, to `reach`. `begun` is the
        run at iteration 0, if it was admitted and made already, in a thread: that of a stranger may take a while.

        Raises
        ------
        Refusal
            With one sentence, if this lab does not take it; then nothing has changed.
        """
        edits, reach = sorted(timeline, key=lambda edit: edit.iteration), max(iteration, reach or 0)
        if begun is None:
            begun = Run(admitted(self.settings, recipe, edits, reach), edits)
        kept = KeptRun.arriving(begun, name[:MOST_NAME], iteration, digest)
        if self.active in self.workspaces:
            self.workspace.pace.pause()
        self.active = begun.recipe.experiment
        if self.active in self.workspaces:
            self.tell(farewell(self.workspace.receive(kept)))
        else:
            self.workspaces[self.active] = Workspace.holding(self.settings, self.numbers, kept)
        self.workspace.head_for(iteration, reach)
        self.workspace.pace.reach_to(reach)
        self.start_over()

    def choose(self, name: str) -> None:
        """Turn to an experiment; the one left behind pauses and keeps its run."""
        if name == self.active:
            return
        self.workspace.pace.pause()
        if name in self.workspaces:
            self.active = name
            self.workspace.resume()
        else:
            self.open(Recipe.named(name))
        self.start_over()

    def choose_run(self, number: int) -> None:
        """Turn to another run of the experiment in view, where it stood; the present one pauses.

        Raises
        ------
        Refusal
            If there is no such run.
        """
        self.workspace.choose(number)
        self.start_over()

    # Watchers

    def join(self, outbox: Outbox, drop: Callable[[], None]) -> None:
        """Let a page watch, beginning with a snapshot; `drop` is called if it has to go."""
        self.audience.join(outbox, drop)
        self.dirty = True  # so that it counts as come back to
        self.look_again()
        self.awaken()
        outbox.post(self.snapshot().model_dump_json().encode())
        if self.unsaved:
            outbox.post(Saving(saved=False, why=self.unsaved).model_dump_json().encode())
        outbox.renew(self.studies.facts().model_dump_json().encode())

    def look_again(self) -> None:
        """Note that somebody looks; training that rested goes on."""
        self.seen = time.monotonic()
        if self.resting:
            self.resting = False
            self.audience.post(self.controls())
            self.awaken()

    def painted(self, outbox: Outbox, number: int) -> None:
        """Take back a credit, and use it if there is something new to see."""
        outbox.painted(number)
        self.look_again()
        if self._changed and not self.lock.locked():  # a run is not to be looked at while a burst trains it
            self.refresh()

    # What the watchers are told

    def tell(self, sentence: str | None) -> None:
        """Send a notice, if there is something to say."""
        if sentence:
            self.audience.post(Notice(message=sentence))

    def saving(self, why: str) -> None:
        """Tell every watcher why what is made here is not written to disk, or that it is, if that has changed."""
        if why != self.unsaved:
            self.unsaved = why
            self.audience.post(Saving(saved=not why, why=why))

    def changed_controls(self) -> None:
        """Tell every watcher the settings and the pace as they now are."""
        self.dirty = True
        self._told.controls = self.controls()
        self.audience.post(self._told.controls)

    def changed_run(self, field: Field) -> None:
        """Tell every watcher of an edit of `field`, and show what it did."""
        self._told.edits_of(self.workspace)
        self.audience.post(EditApplied(mark=newest_mark(self.workspace.run, field)))
        self.changed_controls()
        self._changed = True
        if field == "alpha" and self.workspace.pace.playing and not self.resting:
            self._shown_at = 0.0  # nothing looks different yet: show the very next burst, the first with the new alpha
            if self._speed() is None and self._meter.seconds(1) <= INLINE and not self._changes_within(1):
                self._trained(*self._advance(min(1, self._iterations())), self._metrics.inline)
            self.awaken()
        else:
            self.refresh(now=True)
        if not self.workspace.pace.training:
            self.changed_runs()  # its settings are part of what its row says; else that is told at the next pause

    def changed_recipe(self) -> None:
        """Tell every watcher that the run, not yet begun, has other settings."""
        self._told.edits_of(self.workspace)
        self.changed_controls()
        self._changed = True
        self.refresh(now=True)
        self.changed_runs()

    def went(self) -> None:
        """Show every watcher the iteration to which the run in view was taken."""
        self.dirty = True
        if not self._told.knows_what_follows(self.workspace.kept):
            self.start_over()
            return
        if self.controls() != self._told.controls:
            self.changed_controls()
        self.refresh(now=True)

    def changed_runs(self) -> None:
        """Tell every watcher the table of runs, now and again when it is known when each came down to the goal."""
        self.dirty = True
        if self._looking is None and any(goals.is_unknown(kept, self.workspace.goal) for kept in self.workspace.runs):
            self._looking = asyncio.create_task(self._look_for_goals())
        self.audience.post(runs_of(self.workspace))

    async def _look_for_goals(self) -> None:
        try:
            sought = None
            while sought != (self.active, self.workspace.goal):  # or there is another experiment or goal by now
                sought = self.active, self.workspace.goal
                await goals.look_for_all(self.workspace, self.lock, self.seconds_for)
                self.audience.post(runs_of(self.workspace))
        finally:
            self._looking = None

    def changed_timeline(self) -> None:
        """Send every watcher a snapshot: changes were taken from the timeline, moved, or put back."""
        self.start_over()
        self.audience.post(timeline_of(self.workspace))

    def start_over(self) -> None:
        """Send every watcher a snapshot: what is in view is another run."""
        self.dirty = True
        self.audience.replace(self.snapshot())
        self._camera.has_shown(self.workspace)
        self._changed = False
        self.awaken()

    def refresh(self, now: bool = False) -> None:
        """Show a new frame if it is due and somebody can take it."""
        if not self._told.is_up_to_date(self.workspace) and not self._tell_what_came_about():
            return
        clock = time.monotonic()
        due = now or clock - self._shown_at >= 0.9 * self._tempo.interval
        if due and (self.audience.wants_frame or (now and self.audience)):
            self._shown_at, self._changed = clock, False
            begin = time.perf_counter()
            view = self._camera.next(self.workspace, closely=now, interval=self._tempo.interval)
            _ = view.encoded  # here, where it counts as what a frame costs
            self._metrics.encoding.add(time.perf_counter() - begin)
            self._metrics.frames += 1
            self.audience.show(view)

    def _tell_what_came_about(self) -> bool:
        """Tell what a page must know to read the next frame; False where a snapshot has told everything.

        An edit that waited has come about, or the run stands where others had. Of another alpha the controls tell.
        """
        if not self._told.can_read_frames(self.workspace):
            self.start_over()
            return False
        self._told.edits_of(self.workspace)
        if self.controls() != self._told.controls:
            self.changed_controls()
        return True

    def controls(self) -> Controls:
        """Return the present settings and pace."""
        return controls_of(self.workspace, self.resting)

    def snapshot(self) -> Snapshot:
        """Return everything there is to know about the run in view."""
        snapshot = snapshot_of(self.workspace, self.active, self.resting, self._whole_frame())
        self._told.all_of(self.workspace, snapshot.controls)
        return snapshot

    def changed_pins(self) -> None:
        """Tell every watcher what is kept for comparison."""
        self.dirty = True
        self.audience.post(pins_of(self.workspace))

    def _whole_frame(self) -> Frame:
        if len(self.audience) <= 1:
            self._camera.has_shown(self.workspace)
            self._changed = False
        return self._camera.whole(self.workspace).to_message()

    # Training

    def seconds_for(self, run: Run, iterations: int) -> float:
        """Return how long a run takes for so many iterations, or took for its first, at about the most."""
        self._meter.weigh(work(self.workspace.run))
        return self._meter.seconds(iterations, heaviest(run))

    def has_taken(self, iterations: int, seconds: float) -> None:
        """Learn how long the run in view took for iterations that were trained at once."""
        self.seconds_trained += seconds
        if seconds > SLICE / 3:  # else it tells more about calling the kernel
            self._meter.weigh(work(self.workspace.run))
            self._meter.done(iterations, seconds, None)

    def awaken(self) -> None:
        """Ask for slices of a thread if there is something to train."""
        if self.workspace.pace.training and not self.resting:
            self._wake(self)

    def start(self) -> None:
        """Begin to count time for the speed."""
        self._meter.start(time.monotonic())

    def turn(self) -> Turn:
        """Train for an instant, or return what is to be done in a thread; then say when the next turn is due."""
        if self.lock.locked():
            return RETRY  # a command is at work, or the disk
        if not self._may_train():
            return None
        if self.workspace.is_there():
            return partial(arrive, self)
        iterations = self._iterations()
        if self._meter.seconds(iterations) > INLINE or self._changes_within(iterations):
            return self._long_turn
        if iterations > 0:
            self._trained(*self._advance(iterations), self._metrics.inline)
        return self._after_burst()

    async def _long_turn(self, pool: Executor) -> float | None:
        """Train for a few milliseconds in a thread."""
        async with self.lock:
            if not self._may_train():
                return None
            iterations = self._iterations()
            work = partial(self._advance, iterations)
            self._trained(*await asyncio.get_running_loop().run_in_executor(pool, work), self._metrics.threaded)
            return self._after_burst()

    def _may_train(self) -> bool:
        pace = self.workspace.pace
        if pace.training and time.monotonic() - self.seen > self.settings.idle_seconds:
            self.resting = True
            self.changed_controls()
        return pace.training and not self.resting

    def _speed(self) -> float | None:
        return self.workspace.pace.speed_at(self.workspace.run.iteration)

    def _iterations(self) -> int:
        pace, run = self.workspace.pace, self.workspace.run
        self._meter.weigh(work(run))
        return min(
            self._meter.owed(pace.speed_at(run.iteration), time.monotonic()), pace.next_halt()[0] - run.iteration
        )

    def _changes_within(self, iterations: int) -> bool:
        """Tell whether an edit that waits comes about in so many iterations; what that takes, nobody knows before."""
        run = self.workspace.run
        return run.next_edit is not None and run.next_edit <= run.iteration + iterations

    def _advance(self, iterations: int) -> tuple[int, float]:
        """Train so many iterations, or up to an edit that waited if it has taken long by then."""
        begin, run, error = time.perf_counter(), self.workspace.run, self.workspace.pace.next_halt()[1]
        first, end, stopped = run.iteration, run.iteration + iterations, False
        while run.iteration < end and not stopped and (run.iteration == first or time.perf_counter() - begin < SLICE):
            until = end if run.next_edit is None else min(end, run.next_edit)
            run.advance(until - run.iteration, error)
            stopped = run.iteration < until
        return run.iteration - first, time.perf_counter() - begin

    def _trained(self, iterations: int, seconds: float, spread: Spread) -> None:
        self._meter.done(iterations, seconds, self._speed())
        self.seconds_trained += seconds
        spread.add(seconds)
        self.workspace.kept.follow()
        self.dirty = self._changed = True
        self.refresh()

    def _after_burst(self) -> float | None:
        """Return the seconds until the next turn; None where a stop condition holds, which is told."""
        if self.workspace.is_there():
            return 0.0
        sentence = self.workspace.stopped()
        if sentence:
            self.changed_controls()
            self.tell(sentence)
            self.refresh(now=True)
            self.changed_runs()
            return None
        soon = self._shown_at == 0.0 and self.audience.wants_frame
        return self._meter.wait(self._speed(), self._tempo.interval, time.monotonic(), soon)
