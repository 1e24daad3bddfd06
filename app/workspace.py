"""One experiment of a session: its run, its pace, and the older runs kept beside it."""

from dataclasses import dataclass, field
from typing import Any

from app.experiments import experiment
from app.messages import OlderRun
from app.pace import Pace
from app.refusal import Refusal, bad_value
from app.settings import Settings
from engine import Recipe, Run
from engine.edit import Field


@dataclass
class KeptRun:
    """A run with the number by which the page and the storage know it."""

    number: int
    run: Run

    def to_message(self) -> OlderRun:
        """Return the run as a faint curve for the page."""
        run = self.run
        units = f", hidden size {run.hidden_sizes[0]}" if run.hidden_sizes else ""
        label = f"alpha {run.alpha:g}{units}, seed {run.recipe.seed}, {run.iteration:,} iterations"
        iterations, errors = run.curve.points()
        return OlderRun(label=label, iterations=[*iterations, run.iteration], errors=[*errors, run.error])


@dataclass
class Workspace:
    """What a learner has done with one experiment; it knows no socket and no clock."""

    settings: Settings
    kept: KeptRun
    pace: Pace
    older: list[KeptRun] = field(default_factory=list)

    @classmethod
    def fresh(cls, settings: Settings, number: int, recipe: Recipe) -> "Workspace":
        """Return the workspace in which a recipe has not been trained yet."""
        stop = min(experiment(recipe.experiment).iterations, settings.max_iterations)
        return cls(settings, KeptRun(number, Run(recipe)), Pace(stop_iteration=stop))

    @property
    def run(self) -> Run:
        """The run that trains."""
        return self.kept.run

    def reset(self, number: int, seed: int | None = None) -> None:
        """Start again from iteration 0 with the present settings, and keep the run so far if it got anywhere."""
        run = self.run
        recipe = Recipe.named(
            run.recipe.experiment,
            hidden_sizes=run.hidden_sizes,
            alpha=run.alpha,
            seed=run.recipe.seed if seed is None else seed,
        )
        if run.iteration and self.settings.max_older_runs:
            self.older = [*self.older, self.kept][-self.settings.max_older_runs :]
        self.kept = KeptRun(number, Run(recipe))

    def edit(self, **changes: Any) -> list[Field]:
        """Edit the run and return the fields that changed; refuse in words, with the field's name."""
        name = next(iter(changes)).replace("_", " ")
        if len(self.run.timeline) >= self.settings.max_edits:
            raise Refusal(
                "too_many_edits",
                f"This run has been changed {self.settings.max_edits:,} times, which is all it can hold: Reset it.",
            )
        try:
            return [edit.field for edit in self.run.set(**changes)]
        except ValueError as error:
            raise bad_value(name, str(error)) from None

    def select_row(self, row: int) -> None:
        """Choose the example that is sent through the drawing."""
        rows = len(self.run.recipe.inputs)
        if not 0 <= row < rows:
            raise bad_value("row", f"There are {rows} examples: choose one from 0 to {rows - 1}.")
        self.pace.row = row

    def stop_at(self, iteration: int, error: float | None) -> None:
        """Choose where training stops by itself."""
        if iteration <= self.run.iteration and iteration != self.pace.stop_iteration:
            reached = (
                f"The run is at iteration {self.run.iteration:,} already: choose a later one to stop at, or Reset."
            )
            raise bad_value("stop at iteration", reached)
        self.pace.stop_iteration, self.pace.stop_error = iteration, error

    def play(self) -> str | None:
        """Let the run go on; where a stop condition holds already, move it out of the way and say so."""
        run, pace = self.run, self.pace
        if run.iteration >= self.settings.max_iterations:
            limit = f"This lab trains a run for {self.settings.max_iterations:,} iterations at the most: Reset it."
            raise Refusal("too_many_iterations", limit)
        pace.playing = True
        if run.iteration >= pace.stop_iteration:
            more = experiment(run.recipe.experiment).iterations
            pace.stop_iteration = min(run.iteration + more, self.settings.max_iterations)
            return f"Going on: the next stop is at iteration {pace.stop_iteration:,}."
        if pace.stop_error is not None and run.error <= pace.stop_error:
            reached, pace.stop_error = pace.stop_error, None
            return f"The error is below {reached:g} already, so it no longer stops the run."
        return None

    def stopped(self) -> str | None:
        """Pause where a stop condition holds, and return the sentence that says so."""
        run, pace = self.run, self.pace
        if not pace.playing:
            return None
        if pace.stop_error is not None and run.error <= pace.stop_error:
            pace.playing = False
            return f"Stopped at iteration {run.iteration:,}: the mean error has come down to {pace.stop_error:g}."
        if run.iteration >= pace.stop_iteration:
            pace.playing = False
            return f"Stopped at iteration {run.iteration:,}, as set. Play goes on from here."
        return None
