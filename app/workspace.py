"""One experiment of a session: its run, its pace, and the older runs kept beside it."""

from dataclasses import dataclass, field, replace
from typing import Any

from app.experiments import experiment
from app.marks import label_of
from app.messages import OlderRun
from app.pace import Pace
from app.pins import Pin
from app.refusal import Refusal, bad_value
from app.rows import in_view
from app.settings import Settings
from engine import Recipe, Run
from engine.changes import Change, Replace
from engine.edit import Edit, Field
from engine.weights import Start

MOST_CELLS = 2_000_000
"""Numbers in all the tables and weights that one run is given: they stay on its timeline."""


@dataclass
class KeptRun:
    """A run with the number by which the page and the storage know it."""

    number: int
    run: Run

    def to_message(self) -> OlderRun:
        """Return the run as a faint curve for the page."""
        run = self.run
        iterations, errors = run.curve.points()
        return OlderRun(label=label_of(run), iterations=[*iterations, run.iteration], errors=[*errors, run.error])


@dataclass
class Workspace:
    """What a learner has done with one experiment; it knows no socket and no clock."""

    settings: Settings
    kept: KeptRun
    pace: Pace
    older: list[KeptRun] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    _first: tuple[Run, Pin] | None = None

    @classmethod
    def fresh(cls, settings: Settings, number: int, recipe: Recipe) -> "Workspace":
        """Return the workspace in which a recipe has not been trained yet."""
        stop = min(experiment(recipe.experiment).iterations, settings.max_iterations)
        return cls(settings, KeptRun(number, Run(recipe)), Pace(stop_iteration=stop))

    @property
    def run(self) -> Run:
        """The run that trains."""
        return self.kept.run

    @property
    def rows(self) -> slice:
        """The examples in view."""
        rows = self.run.data.n_rows
        self.pace.row = min(self.pace.row, rows - 1)  # an edit that waited may have taken the example away
        return in_view(rows, self.pace.row, self.run.sizes)

    def first(self) -> Pin:
        """Return the state before the first update: it is found again once for each run."""
        run = self.run
        if run.iteration == 0:
            return Pin.of(run)
        if self._first is None or self._first[0] is not run:
            self._first = (run, Pin.of(run.rewound(0)))
        return self._first[1]

    @property
    def later_edits(self) -> int:
        """How many edits wait for later iterations, after a step back."""
        return sum(edit.iteration > self.run.iteration for edit in self.run.timeline)

    def reset(self, number: int, seed: int | None = None, start: Start | None = None) -> None:
        """Start again from iteration 0 with the present settings, and keep the run so far if it got anywhere."""
        run = self.run
        recipe = replace(
            run.present,
            seed=run.recipe.seed if seed is None else seed,
            start=run.recipe.start if start is None else start,
        )
        self.pace.start_over()
        self.pins = []
        if run.iteration and self.settings.max_older_runs:
            self.older = [*self.older, self.kept][-self.settings.max_older_runs :]
        self.kept = KeptRun(number, Run(recipe))

    def rewind(self, iteration: int) -> None:
        """Go back to an earlier iteration of the same run; later edits come about again when it gets there."""
        self.kept = KeptRun(self.kept.number, self.run.rewound(iteration))

    def edit(self, **changes: Any) -> list[Field]:
        """Edit the run and return the fields that are marked on its timeline; refuse in words, with the field's name.

        Before the first iteration all but the weights is part of the recipe: nothing has been trained that a change
        could interrupt, and the weights are those of the seed, as the code panel has it.
        """
        name = next(iter(changes)).replace("_", " ")
        if len(self.run.timeline) >= self.settings.max_edits:
            raise Refusal(
                "too_many_edits",
                f"This run has been changed {self.settings.max_edits:,} times, which is all it can hold: Reset it.",
            )
        large = isinstance(changes.get("data"), Replace) or "weights" in changes
        if large and self._cells() > MOST_CELLS:
            raise Refusal("too_many_edits", "This run has been given as many numbers as it can hold: Reset it.")
        try:
            if self.run.iteration == 0 and not self.run.timeline and "weights" not in changes:
                self.kept = KeptRun(self.kept.number, Run(_changed(self.run.recipe, **changes)))
                return []
            return [edit.field for edit in self._set(**changes)]
        except ValueError as error:
            raise bad_value(name, str(error)) from None
        finally:
            self.pace.row = min(self.pace.row, self.run.data.n_rows - 1)

    def _set(self, **changes: Any) -> list[Edit]:
        """Edit the run; edits that wait for later iterations, after a step back, go if they would not fit any more."""
        run = self.run
        try:
            return run.set(**changes)
        except ValueError:
            waiting = run.forget_later()
            try:
                if waiting:
                    return run.set(**changes)
            except ValueError:
                run.timeline.extend(waiting)  # they were not the reason
            raise

    def _cells(self) -> int:
        """Return how many numbers the tables and the weights on the timeline have."""
        cells = 0
        for edit in self.run.timeline:
            if isinstance(edit.value, Replace):
                cells += len(edit.value.inputs) * (len(edit.value.inputs[0]) + len(edit.value.targets[0]))
            elif edit.field == "weights" and isinstance(edit.value, tuple):
                cells += len(edit.value)
        return cells

    def select_row(self, row: int) -> None:
        """Choose the example that is sent through the drawing."""
        rows = self.run.data.n_rows
        if not 0 <= row < rows:
            raise bad_value("row", f"There are {rows} examples: choose one from 0 to {rows - 1}.")
        self.pace.row = row

    def stop_at(self, iteration: int, error: float | None) -> None:
        """Choose where training stops by itself."""
        if iteration <= self.run.iteration and iteration != self.pace.iteration():
            reached = (
                f"The run is at iteration {self.run.iteration:,} already: choose a later one to stop at, or Reset."
            )
            raise bad_value("stop at iteration", reached)
        self.pace.stop_at(iteration, error)

    def play(self) -> str | None:
        """Let the run go on; where a stop condition holds already, move it out of the way and say so."""
        run, pace = self.run, self.pace
        if run.iteration >= self.settings.max_iterations:
            limit = (
                f"This lab trains a run for {self.settings.max_iterations:,} iterations at the most: Reset begins anew."
            )
            raise Refusal("too_many_iterations", limit)
        pace.playing = True
        if run.iteration >= pace.iteration():
            more = experiment(run.recipe.experiment).iterations
            pace.beyond = min(run.iteration + more, self.settings.max_iterations)
            return f"Going on to iteration {pace.beyond:,}; “stop at” takes another."
        error = pace.error()
        if error is not None and run.error <= error:
            pace.error_passed = True
            return f"The error is below {error:g} already, so it does not stop this run again."
        return None

    def stopped(self) -> str | None:
        """Pause where a stop condition holds, and return the sentence that says so."""
        run, pace = self.run, self.pace
        if not pace.playing:
            return None
        error = pace.error()
        if error is not None and run.error <= error:
            pace.playing = False
            return f"Stopped at iteration {run.iteration:,}: the mean error has come down to {error:g}."
        if run.iteration >= pace.iteration():
            pace.playing = False
            if run.iteration >= self.settings.max_iterations:
                return f"Stopped at iteration {run.iteration:,}: this lab trains a run no further. Reset begins anew."
            if pace.beyond is not None:
                return (
                    f"Stopped at iteration {run.iteration:,}. Play goes on from here, and “stop at” takes a later stop."
                )
            return f"Stopped at iteration {run.iteration:,}, as set. Play goes on from here."
        return None


def _changed(recipe: Recipe, hidden_size: int | None = None, data: Change | None = None, **changes: Any) -> Recipe:
    if hidden_size is not None:
        changes["hidden_sizes"] = recipe.with_hidden_size(hidden_size)
    if data is not None:
        recipe = recipe.with_data(data.apply(recipe.data))
    return replace(recipe, **changes)
