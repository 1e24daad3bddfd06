"""One learner's lab: the experiments with their runs, and the pages that watch. A session outlives its sockets."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor

from app.audience import Audience
from app.experiments import DEFAULT
from app.frames import frame_of, marks_of, newest_mark
from app.listing import listing
from app.messages import Controls, EditApplied, Frame, Notice, Snapshot
from app.outbox import Outbox
from app.pace import Meter
from app.settings import Settings
from app.workspace import Workspace
from engine import Recipe
from engine.curve import bucket_start
from engine.edit import Field


class Session:
    """Holds a workspace per experiment, of which one is in view and may train.

    All methods run on the event loop; only bursts of training leave it, and `lock` is held while one is under way.

    Parameters
    ----------
    wake : called when the session has something to train; see `app.scheduler`
    """

    def __init__(self, name: str, settings: Settings, wake: Callable[["Session"], None]) -> None:
        self.name = name
        self.settings = settings
        self.lock = asyncio.Lock()
        self.workspaces: dict[str, Workspace] = {}
        self.active = DEFAULT
        self.audience = Audience()
        self.resting = False
        self.seen = time.monotonic()
        self.dirty = True
        self._wake = wake
        self._meter = Meter()
        self._run_numbers = 0
        self._frame_numbers = 0
        self._shown: tuple[int, int] | None = None  # run number and iteration of the newest frame
        self._shown_at = 0.0
        self._changed = False  # since the newest frame

    @property
    def workspace(self) -> Workspace:
        """The experiment in view."""
        return self.workspaces[self.active]

    def open(self, recipe: Recipe) -> None:
        """Turn to the recipe's experiment with a fresh run of it."""
        self.active = recipe.experiment
        self.workspaces[self.active] = Workspace.fresh(self.settings, self.new_run_number(), recipe)
        self.dirty = True

    def choose(self, name: str) -> None:
        """Turn to an experiment; the one left behind pauses and keeps its run."""
        if name == self.active:
            return
        self.workspace.pace.playing = False
        if name in self.workspaces:
            self.active = name
        else:
            self.open(Recipe.named(name))
        self.start_over()

    def new_run_number(self) -> int:
        """Return a number that no run of this session has had."""
        self._run_numbers += 1
        return self._run_numbers

    def known_run_numbers(self, most: int) -> None:
        """Never give out a number up to `most` again."""
        self._run_numbers = max(self._run_numbers, most)

    # Watchers

    def join(self, outbox: Outbox) -> None:
        """Let a page watch, beginning with a snapshot."""
        self.audience.join(outbox)
        self.dirty = True  # so that it counts as come back to
        self.look_again()
        outbox.post(self.snapshot())

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

    def changed_controls(self) -> None:
        """Tell every watcher the settings and the pace as they now are."""
        self.dirty = True
        self.audience.post(self.controls())

    def changed_run(self, field: Field) -> None:
        """Tell every watcher of an edit of `field`, and show what it did."""
        self.audience.post(EditApplied(mark=newest_mark(self.workspace.run, field)))
        self.changed_controls()
        self._changed = True
        if field == "alpha" and self.workspace.pace.playing and not self.resting:
            self._shown_at = 0.0  # nothing looks different yet: show the very next burst, the first with the new alpha
        else:
            self.refresh(now=True)

    def changed_recipe(self) -> None:
        """Tell every watcher that the run, not yet begun, has other settings."""
        self.changed_controls()
        self._changed = True
        self.refresh(now=True)

    def start_over(self) -> None:
        """Send every watcher a snapshot: what is in view is another run."""
        self.dirty = True
        self.audience.replace(self.snapshot())
        self.awaken()

    def refresh(self, now: bool = False) -> None:
        """Show a new frame if it is due and somebody can take it."""
        clock = time.monotonic()
        due = now or clock - self._shown_at >= 0.9 / self.settings.frame_rate
        if due and (self.audience.wants_frame or (now and self.audience)):
            self.audience.show(self._next_frame(whole=False))
            self._shown_at = clock

    def controls(self) -> Controls:
        """Return the present settings and pace."""
        run, pace = self.workspace.run, self.workspace.pace
        return Controls(
            alpha=run.alpha,
            hidden_size=run.hidden_sizes[0] if run.hidden_sizes else None,
            seed=run.recipe.seed,
            playing=pace.playing,
            speed=pace.speed,
            stop_iteration=pace.iteration(),
            stop_error=pace.error(),
            row=pace.row,
            can_clear=bool(self.workspace.older),
            resting=self.resting,
        )

    def snapshot(self) -> Snapshot:
        """Return everything there is to know about the run in view."""
        workspace, recipe = self.workspace, self.workspace.run.recipe
        return Snapshot(
            run=workspace.kept.number,
            experiment=self.active,
            inputs=[list(row) for row in recipe.inputs],
            targets=[list(row) for row in recipe.targets],
            columns=[f"x{column + 1}" for column in range(recipe.sizes[0])],
            code=listing(recipe),
            controls=self.controls(),
            marks=marks_of(workspace.run),
            older=[kept.to_message() for kept in workspace.older],
            frame=self._next_frame(whole=True),
        )

    def _next_frame(self, whole: bool) -> Frame:
        number, run = self.workspace.kept.number, self.workspace.run
        shown = self._shown[1] if self._shown and self._shown[0] == number else 0
        self._frame_numbers += 1
        frame = frame_of(run, self._frame_numbers, number, 0 if whole else bucket_start(shown))
        if not whole or len(self.audience) <= 1:
            self._shown, self._changed = (number, run.iteration), False
        return frame

    # Training

    def awaken(self) -> None:
        """Ask for slices of a thread if there is something to train."""
        if self.workspace.pace.playing and not self.resting:
            self._wake(self)

    def start(self) -> None:
        """Begin to count time for the speed."""
        self._meter.start(time.monotonic())

    async def slice(self, pool: Executor) -> float | None:
        """Train for a few milliseconds in a thread; return the seconds until the next slice, None for no next one."""
        async with self.lock:
            workspace = self.workspace
            pace = workspace.pace
            if pace.playing and time.monotonic() - self.seen > self.settings.idle_seconds:
                self.resting = True
                self.changed_controls()
            if not pace.playing or self.resting:
                return None
            iterations = min(self._meter.owed(pace.speed, time.monotonic()), pace.iteration() - workspace.run.iteration)
            if iterations > 0:
                await self._burst(pool, workspace, iterations)
            sentence = workspace.stopped()
            if sentence:
                self.changed_controls()
                self.tell(sentence)
                self.refresh(now=True)
                return None
            return self._meter.wait(pace.speed, time.monotonic())

    async def _burst(self, pool: Executor, workspace: Workspace, iterations: int) -> None:
        loop = asyncio.get_running_loop()
        begin = time.perf_counter()
        stop_error = workspace.pace.error()
        done = await loop.run_in_executor(pool, workspace.run.advance, iterations, stop_error)
        self._meter.done(done, time.perf_counter() - begin, workspace.pace.speed)
        self.dirty = self._changed = True
        self.refresh()
