"""One learner's lab: the experiments with their runs, and the pages that watch. A session outlives its sockets."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial

from app.audience import Audience
from app.camera import Camera
from app.experiments import DEFAULT
from app.listing import is_broken, listing, own_data
from app.marks import marks_of, newest_mark
from app.messages import Controls, EditApplied, Frame, Look, Notice, Pins, Snapshot
from app.metrics import Metrics, Spread
from app.outbox import Outbox
from app.pace import Meter
from app.scheduler import Turn
from app.settings import Settings
from app.tempo import Tempo
from app.workspace import Workspace
from engine import Recipe, Run
from engine.edit import Field
from engine.statistics import correlations

BROKEN_RULES = 6.0
"""How many times longer an iteration takes whose rules are not the posts': no machine code is made for them."""

INLINE = 0.00025
"""Seconds up to which a burst is done on the event loop: handing it to a thread and back would take as long."""

RETRY = 0.001
"""Seconds until a turn is tried again that found the session busy."""


class Session:
    """Holds a workspace per experiment, of which one is in view and may train.

    All methods run on the event loop; only long bursts of training leave it, and `lock` is held while one is under way.

    Parameters
    ----------
    wake : called when the session has something to train; see `app.scheduler`
    """

    def __init__(
        self, name: str, settings: Settings, wake: Callable[["Session"], None], tempo: Tempo, metrics: Metrics
    ) -> None:
        self.name = name
        self.settings = settings
        self.lock = asyncio.Lock()
        self.workspaces: dict[str, Workspace] = {}
        self.active = DEFAULT
        self.audience = Audience(metrics)
        self.resting = False
        self.seen = time.monotonic()
        self.seconds_trained = 0.0
        self.dirty = True
        self._wake = wake
        self._tempo = tempo
        self._metrics = metrics
        self._meter = Meter()
        self._camera = Camera()
        self._run_numbers = 0
        self._shown_at = 0.0  # or 0: the next burst is to be shown at once
        self._changed = False  # since the newest frame
        self._told = (0, slice(0))  # what the watchers know: see `_known`

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

    def join(self, outbox: Outbox, drop: Callable[[], None]) -> None:
        """Let a page watch, beginning with a snapshot; `drop` is called if it has to go."""
        self.audience.join(outbox, drop)
        self.dirty = True  # so that it counts as come back to
        self.look_again()
        self.awaken()
        outbox.post(self.snapshot().model_dump_json().encode())

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
        self._told = (self.workspace.run.edits_done, self._told[1])
        self.audience.post(EditApplied(mark=newest_mark(self.workspace.run, field)))
        self.changed_controls()
        self._changed = True
        if field == "alpha" and self.workspace.pace.playing and not self.resting:
            self._shown_at = 0.0  # nothing looks different yet: show the very next burst, the first with the new alpha
            if self._speed() is None and self._meter.seconds(1) <= INLINE:
                self._trained(*self._advance(min(1, self._iterations())), self._metrics.inline)
            self.awaken()
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
        if self._known() != self._told:  # an edit that waited has come about, or other examples are in view
            self.start_over()
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

    def _known(self) -> tuple[int, slice]:
        """Return the edits that have come about and the examples in view: what a page must know to read a frame."""
        return self.workspace.run.edits_done, self.workspace.rows

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
            line=pace.line,
            tried=pace.tried,
        )

    def snapshot(self) -> Snapshot:
        """Return everything there is to know about the run in view."""
        workspace, run, rows = self.workspace, self.workspace.run, self.workspace.rows
        data, code = run.data, listing(run)
        self._told = self._known()
        return Snapshot(
            run=workspace.kept.number,
            experiment=self.active,
            inputs=[list(row) for row in data.inputs[rows]],
            targets=[list(row) for row in data.targets[rows]],
            first_row=rows.start,
            rows=data.n_rows,
            columns=list(data.names),
            correlations=correlations(data.X, data.y[:, 0]).tolist(),
            own_data=data != own_data(run),
            broken=is_broken(code),
            pins=self._pins(),
            code=code,
            controls=self.controls(),
            marks=marks_of(run),
            older=[kept.to_message() for kept in workspace.older],
            frame=self._whole_frame(),
        )

    def changed_pins(self) -> None:
        """Tell every watcher what is kept for comparison."""
        self.dirty = True
        self.audience.post(Pins(run=self.workspace.kept.number, pins=self._pins()))

    def _pins(self) -> list[Look]:
        rows = self.workspace.rows
        return [pin.look(rows) for pin in (self.workspace.first(), *self.workspace.pins)]

    def _whole_frame(self) -> Frame:
        if len(self.audience) <= 1:
            self._camera.has_shown(self.workspace)
            self._changed = False
        return self._camera.whole(self.workspace).to_message()

    # Training

    def seconds_for(self, iterations: int) -> float:
        """Return how long the run in view takes for so many iterations, or took for its first, at about the most."""
        run = self.workspace.run
        self._meter.weigh(run.multiplications)
        return self._meter.seconds(iterations) * heaviest(run)

    def awaken(self) -> None:
        """Ask for slices of a thread if there is something to train."""
        if self.workspace.pace.playing and not self.resting:
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
        iterations = self._iterations()
        if self._meter.seconds(iterations) > INLINE:
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
        if pace.playing and time.monotonic() - self.seen > self.settings.idle_seconds:
            self.resting = True
            self.changed_controls()
        return pace.playing and not self.resting

    def _speed(self) -> float | None:
        return self.workspace.pace.speed_at(self.workspace.run.iteration)

    def _iterations(self) -> int:
        pace, run = self.workspace.pace, self.workspace.run
        self._meter.weigh(run.multiplications)
        return min(self._meter.owed(pace.speed_at(run.iteration), time.monotonic()), pace.iteration() - run.iteration)

    def _advance(self, iterations: int) -> tuple[int, float]:
        begin = time.perf_counter()
        done = self.workspace.run.advance(iterations, self.workspace.pace.error())
        return done, time.perf_counter() - begin

    def _trained(self, iterations: int, seconds: float, spread: Spread) -> None:
        self._meter.done(iterations, seconds, self._speed())
        self.seconds_trained += seconds
        spread.add(seconds)
        self.dirty = self._changed = True
        self.refresh()

    def _after_burst(self) -> float | None:
        """Return the seconds until the next turn; None where a stop condition holds, which is told."""
        sentence = self.workspace.stopped()
        if sentence:
            self.changed_controls()
            self.tell(sentence)
            self.refresh(now=True)
            return None
        soon = self._shown_at == 0.0 and self.audience.wants_frame
        return self._meter.wait(self._speed(), self._tempo.interval, time.monotonic(), soon)


def heaviest(run: Run) -> float:
    """Return how many times the work of a present iteration one of the run's past may have been."""
    past = run.history.samples
    most = max(sample.data.n_rows * len(sample.weights) for sample in past)
    broken = run.rules.lawful and not all(sample.rules.lawful for sample in past)
    return max(1.0, most / run.multiplications) * (BROKEN_RULES if broken else 1.0)
