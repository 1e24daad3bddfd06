"""One experiment of a session: its run, its pace, and the older runs kept beside it."""

from dataclasses import dataclass, field, replace
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
        iterations, errors = run.curve.points()
        return OlderRun(label=label_of(run), iterations=[*iterations, run.iteration], errors=[*errors, run.error])


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
        seed = run.recipe.seed if seed is None else seed
        recipe = replace(run.recipe, hidden_sizes=run.hidden_sizes, alpha=run.alpha, seed=seed)
        self.pace.start_over()
        if run.iteration and self.settings.max_older_runs:
            self.older = [*self.older, self.kept][-self.settings.max_older_runs :]
        self.kept = KeptRun(number, Run(recipe))

    def edit(self, **changes: Any) -> list[Field]:
        """Edit the run and return the fields that are marked on its timeline; refuse in words, with the field's name.

        Before the first iteration alpha and the sizes are part of the recipe: nothing has been trained that a change
        could interrupt, and the weights are those of the seed, as the code panel has it.
        """
        name = next(iter(changes)).replace("_", " ")
        if len(self.run.timeline) >= self.settings.max_edits:
            raise Refusal(
                "too_many_edits",
                f"This run has been changed {self.settings.max_edits:,} times, which is all it can hold: Reset it.",
            )
        try:
            if self.run.iteration == 0 and not self.run.timeline and "weights" not in changes:
                self.kept = KeptRun(self.kept.number, Run(_changed(self.run.recipe, **changes)))
                return []
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


def label_of(run: Run) -> str:
    """Return what a run was, every setting with the values it went through: "alpha 1 → 10, hidden size 4, seed 1"."""
    alphas, sizes, moved = [run.recipe.alpha], [run.recipe.hidden_sizes], False
    for edit in run.timeline:
        if edit.field == "alpha" and isinstance(edit.value, float):
            alphas.append(edit.value)
        elif edit.field == "hidden_sizes" and isinstance(edit.value, tuple):
            sizes.append(tuple(int(size) for size in edit.value))
        else:
            moved = True
    parts = [f"alpha {_history([f'{alpha:g}' for alpha in alphas])}"]
    if run.recipe.hidden_sizes:
        parts.append(f"hidden size {_history([str(size[0]) for size in sizes])}")
    parts += ["weights moved"] if moved else []
    return ", ".join([*parts, f"seed {run.recipe.seed}", f"{run.iteration:,} iterations"])


def _history(values: list[str]) -> str:
    """Join values by arrows; of many only the ends."""
    return " → ".join(values if len(values) <= 3 else [values[0], "…", values[-1]])


def _changed(recipe: Recipe, hidden_size: int | None = None, **changes: Any) -> Recipe:
    if hidden_size is not None:
        changes["hidden_sizes"] = recipe.with_hidden_size(hidden_size)
    return replace(recipe, **changes)
