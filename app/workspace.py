"""One experiment of a session: its run, its pace, the other runs beside it, and what can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from app.admission import MOST_CELLS, cells_of
from app.branches import adopt, branched, kept_among, spare_colour
from app.changing import changed
from app.experiments import experiment
from app.kept import KeptRun, Numbers
from app.marks import change_label
from app.pace import Pace
from app.refusal import Refusal, bad_value
from app.rows import in_view
from app.settings import Settings
from app.undo import Described, Layout, Undo
from engine import Recipe, Run
from engine.changes import Replace
from engine.edit import Field
from engine.weights import Start


@dataclass
class Workspace:
    """What a learner has done with one experiment; it knows no socket and no clock."""

    settings: Settings
    numbers: Numbers
    kept: KeptRun
    pace: Pace
    others: list[KeptRun] = field(default_factory=list)
    goal: float | None = None
    undo: Undo = field(default_factory=Undo)
    begun: tuple[int, int, str, int | None] | None = None
    """The newest branch that a change began: its number, the run it came from, what was changed, in which gesture."""

    def __post_init__(self) -> None:
        if self.pace.catch_up is not None:  # it comes from the disk
            self.kept.wanted = self.pace.catch_up if self.pace.then is None else self.pace.then, self.pace.catch_up

    @classmethod
    def fresh(cls, settings: Settings, numbers: Numbers, recipe: Recipe) -> "Workspace":
        """Return the workspace in which a recipe has not been trained yet."""
        return cls.holding(settings, numbers, KeptRun.of(0, Run(recipe)))

    @classmethod
    def holding(cls, settings: Settings, numbers: Numbers, kept: KeptRun) -> "Workspace":
        """Return the workspace of a run that is given its number here."""
        kept.number = numbers.next()
        stop = min(experiment(kept.run.recipe.experiment).iterations, settings.max_iterations)
        return cls(settings, numbers, kept, Pace(stop_iteration=stop))

    @property
    def run(self) -> Run:
        """The run that trains, where the page stands."""
        return self.kept.run

    @property
    def runs(self) -> list[KeptRun]:
        """The present run, then the others."""
        return [self.kept, *self.others]

    @property
    def rows(self) -> slice:
        """The examples in view."""
        rows = self.run.data.n_rows
        self.pace.row = min(self.pace.row, rows - 1)  # an edit that waited may have taken the example away
        return in_view(rows, self.pace.row, self.run.sizes)

    @property
    def later_edits(self) -> int:
        """How many edits wait for later iterations, after a step back."""
        return sum(edit.iteration > self.run.iteration for edit in self.run.timeline)

    # What can be taken back

    def layout(self) -> Layout:
        """Describe all runs as they are now."""
        return Layout(self._described(self.kept), tuple(self._described(kept) for kept in self.others))

    def _described(self, kept: KeptRun) -> Described:
        """Describe a run; what is as it was is the description of before."""
        iteration, reach = self.destination(kept)
        last, recipe, timeline = kept.described, kept.known.recipe, tuple(kept.known.timeline)
        if last is not None and last.timeline == timeline:
            timeline = last.timeline
        new = Described(
            number=kept.number,
            recipe=recipe,
            timeline=timeline,
            iteration=iteration,
            reach=reach,
            name=kept.name,
            colour=kept.colour,
            hidden=kept.hidden,
            fork=kept.fork,
            arrival=kept.arrival,
            digest=kept.digest,
        )
        if last == new:
            return last
        kept.described = new
        return new

    def destination(self, kept: KeptRun) -> tuple[int, int]:
        """Return where the page stands in a run, and how far it is known, once it has caught up."""
        return kept.wanted or (kept.run.iteration, kept.reach)

    def turn_to(
        self,
        kept: KeptRun,
        before: Layout,
        label: Callable[[Layout], str],
        what: tuple[object, ...] | None = None,
        gesture: int | None = None,
    ) -> list[KeptRun]:
        """Make a new run the present one, and keep the one so far among the others if it got anywhere.

        `before`, `label`, `what` and `gesture` are for taking it back. Return the runs that had to make room.
        """
        left, gone = [self.kept], list[KeptRun]()
        if self.kept.reach or self.kept.wanted or self.kept.name:
            self.others, gone = kept_among(self.others, self.kept, self.settings.max_other_runs)
            left = gone
        kept.number, kept.colour = self.numbers.next(), spare_colour(self.others)
        self.kept = kept
        adopt(self.runs, gone)
        self.undo.push(before, label, what, gesture)
        self.undo.shelve(left)
        return gone

    def find(self, number: int) -> KeptRun:
        """Return the run of that number, or refuse in words."""
        found = next((kept for kept in self.runs if kept.number == number), None)
        if found is None:
            raise bad_value("run", f"There is no run {number} here.")
        return found

    def choose(self, number: int) -> None:
        """Turn to another run, where it stood; the present one pauses and is another."""
        kept = self.find(number)
        self.pace.pause()
        self.pace.start_over()
        self.others = [self.kept if other is kept else other for other in self.others]
        self.kept = kept
        self.resume()
        self.pace.reach_to(self.destination(kept)[0])

    def head_for(self, stand: int, reach: int) -> None:
        """Train the run in view to `reach` as fast as can be, and stand at `stand` afterwards."""
        self.kept.wanted = stand, reach
        self.pace.head_for(stand, reach)

    def resume(self) -> None:
        """Go on catching up in a run that is turned to again, where nobody has paused that."""
        if self.kept.wanted:
            self.pace.head_for(*self.kept.wanted)

    def pause(self) -> None:
        """Train no more; what was to be caught up with is left for good."""
        self.pace.pause()
        self.kept.wanted = None

    def is_there(self) -> bool:
        """Tell whether the run has caught up, or is where it can be compared with what a link says."""
        return self.kept.expects() if self.pace.catch_up is None else self.run.iteration >= self.pace.catch_up

    # Beginning anew, and edits

    def receive(self, kept: KeptRun) -> list[KeptRun]:
        """Turn to a run that comes from elsewhere; return the runs that had to make room."""
        before = self.layout()
        self.pace.start_over()
        return self.turn_to(kept, before, lambda _: "run opened")

    def reset(self, seed: int | None = None, start: Start | None = None) -> list[KeptRun]:
        """Start again from iteration 0 with the present settings; the run so far is kept if it got anywhere.

        Return the runs that had to make room for it.
        """
        run, before = self.run, self.layout()
        recipe = run.present.with_settings(
            seed=run.recipe.seed if seed is None else seed,
            start=run.recipe.start if start is None else start,
        )
        self.pace.start_over()
        label = "first weights" if start else "Reset"
        if seed is not None:
            label = f"seed {run.recipe.seed} → {seed}"
        return self.turn_to(KeptRun.of(0, Run(recipe)), before, lambda _: label)

    def is_meant(self, number: int, name: str, gesture: int | None) -> bool:
        """Tell whether a change for a run is for the one in view.

        That may be a branch which such a change has begun in the past of that run, of the same gesture or, like this
        one, of none: the page need not know yet.
        """
        return self.kept.number == number or self.begun == (self.kept.number, number, name, gesture)

    def edit(self, gesture: int | None = None, **changes: Any) -> tuple[list[Field], list[KeptRun]]:
        """Edit the run where it stands; refuse in words, with the field's name.

        Before the first iteration all but the weights is part of the recipe: nothing has been trained that a change
        could interrupt, and the weights are those of the seed, as the code panel has it. In the past of a run the
        change begins a branch, and the run stays as it was.

        Returns
        -------
        The fields that are now marked on its timeline, and the runs that had to make room for a branch.
        """
        name = next(iter(changes))
        before, present = self.layout(), self.kept
        target = branched(present) if self.run.iteration < present.reach else present
        try:
            self.check_room(target.run, changes)
            made = changed(target, changes)
        except ValueError as error:
            raise bad_value(name.replace("_", " "), str(error)) from None
        if made is None:
            return [], []
        target.leave(target.run.iteration)
        gone: list[KeptRun] = []

        def label(first: Layout) -> str:
            return change_label(name, first.present, target.run)

        if target is present:
            self.undo.push(before, label, (target.number, name), gesture)
        else:
            gone = self.turn_to(target, before, label, (self.numbers.last + 1, name), gesture)
            self.begun = target.number, present.number, name, gesture
        self.pace.row = min(self.pace.row, self.run.data.n_rows - 1)
        return [edit.field for edit in made], gone

    def check_room(self, run: Run, changes: dict[str, Any]) -> None:
        """Refuse in words if a run holds as many changes as it can, or as many numbers."""
        if len(run.timeline) >= self.settings.max_edits:
            raise Refusal(
                "too_many_edits",
                f"This run has been changed {self.settings.max_edits:,} times, which is all it can hold: Reset it.",
            )
        large = isinstance(changes.get("data"), Replace) or "weights" in changes
        if large and cells_of(run.timeline) > MOST_CELLS:
            raise Refusal("too_many_edits", "This run has been given as many numbers as it can hold: Reset it.")

    # The pace

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
        if pace.catch_up is None and run.iteration >= self.settings.max_iterations:
            limit = (
                f"This lab trains a run for {self.settings.max_iterations:,} iterations at the most: Reset begins anew."
            )
            raise Refusal("too_many_iterations", limit)
        pace.playing = True
        if pace.catch_up is not None:
            return None
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
        if not pace.playing or pace.catch_up is not None:
            return None
        error = pace.error()
        if error is not None and run.error <= error:
            pace.pause()
            return f"Stopped at iteration {run.iteration:,}: the mean error has come down to {error:g}."
        if run.iteration >= pace.iteration():
            pace.pause()
            if run.iteration >= self.settings.max_iterations:
                return f"Stopped at iteration {run.iteration:,}: this lab trains a run no further. Reset begins anew."
            if pace.beyond is not None:
                return (
                    f"Stopped at iteration {run.iteration:,}. Play goes on from here, and “stop at” takes a later stop."
                )
            return f"Stopped at iteration {run.iteration:,}, as set. Play goes on from here."
        return None
