"""A run: a recipe, its timeline of edits, and the state they have led to so far."""

import hashlib
from collections.abc import Iterable
from typing import Any, Self
from warnings import warn

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.card import run_card
from engine.changes import Change
from engine.checks import whole_number
from engine.curve import ErrorCurve
from engine.data import Data
from engine.edit import Edit, Field
from engine.history import History
from engine.link import decode, encode
from engine.network import forward, look, quietly
from engine.path import WeightPath
from engine.recipe import Recipe
from engine.rules import Rules
from engine.state import State
from engine.telling import run_line
from engine.trace import Trace
from engine.trainer import Trainer, trainer_for
from engine.waypoints import Waypoint, Waypoints
from engine.weights import matrices


class Run:
    """Train a recipe, iteration by iteration.

    The state at iteration k is a fold over the recipe and the edits at iterations up to k, and over nothing else: not
    over how many iterations were done at a time, nor over who looked.

    Parameters
    ----------
    recipe : what to train
    timeline : edits of an earlier run, to replay it; each is applied when its iteration is reached

    Examples
    --------
    >>> run = Run(Recipe.named("xor"))
    >>> run.advance(60_000)
    60000
    >>> run
    Run(xor, hidden size 4, alpha 1, seed 1, iteration 60000, error 0.0031835)
    >>> run.predict([[1, 0, 1], [1, 1, 1]]).round(3).tolist()
    [[0.997], [0.004]]
    """

    def __init__(self, recipe: Recipe, timeline: Iterable[Edit] = ()) -> None:
        self._hold(recipe, timeline, State.first(recipe), 0, ErrorCurve(), WeightPath(), History(), Waypoints())
        self._state.note(self.history, self.error)
        self._apply_due()

    def _hold(
        self,
        recipe: Recipe,
        timeline: Iterable[Edit],
        state: State,
        applied: int,
        curve: ErrorCurve,
        path: WeightPath,
        history: History,
        waypoints: Waypoints,
    ) -> None:
        self.recipe = recipe
        self.timeline = sorted(timeline, key=lambda edit: edit.iteration)
        self.curve, self.path, self.history = curve, path, history
        self._state = state
        self._trainer = trainer_for(state.data, state.sizes, state.rules)
        self._applied = applied  # edits of the timeline that the state includes
        self._trace: Trace | None = None
        self._measured: tuple[int, Trainer, NDArray[np.float64], float] | None = None
        self._waypoints = waypoints
        self._waypoint_due = waypoints.after(state.iteration)

    @classmethod
    def resumed(
        cls,
        recipe: Recipe,
        timeline: Iterable[Edit],
        state: State,
        applied: int,
        curve: ErrorCurve,
        path: WeightPath,
        history: History,
        waypoints: Waypoints | None = None,
    ) -> Self:
        """Return a run that is where another was: `applied` edits of the timeline are in its state already."""
        run = cls.__new__(cls)  # to begin the recipe anew would take as long as a look at all its rows
        run._hold(recipe, timeline, state, applied, curve, path, history, waypoints or Waypoints())
        run._apply_due()
        return run

    def at(self, iteration: int) -> Self:
        """Return a run of its own, of the same recipe and timeline, as this one was at an iteration.

        Edits made later wait there. It is trained from the last waypoint before (`engine.waypoints`), which is an
        instant; of the present iteration it is a copy.

        Raises
        ------
        ValueError
            If the iteration is negative, or later than the present one.
        """
        if not 0 <= iteration <= self.iteration:
            raise ValueError(f"The run has been at the iterations from 0 to {self.iteration:,}, and at no other.")
        if iteration == self.iteration:
            run = self._from(Waypoint.of(self._state, self._applied), self.timeline, self._waypoints)
            run.path = self.path.until(iteration + 1)  # with the edits of this iteration, which have come about
            return run
        return self._trained(iteration, self.timeline, self._waypoints)

    def away(self, iteration: int) -> int:
        """Return how many iterations `at` trains to get there."""
        waypoint = self._waypoints.before(iteration)
        return 0 if iteration == self.iteration else iteration - (waypoint.iteration if waypoint else 0)

    def revised(self, timeline: Iterable[Edit], most: int | None = None) -> Self:
        """Return a run of the same recipe with another timeline, at the last iteration that is the same in both.

        With `most` it is trained for no more iterations than that, and may stand before it: with 0, at a waypoint.
        """
        edits = sorted(timeline, key=lambda edit: edit.iteration)
        iteration = self.same_until(edits)
        return self._trained(iteration, edits, self._waypoints.until(iteration), most)

    def same_until(self, timeline: Iterable[Edit]) -> int:
        """Return the last iteration that would be the same with another timeline, the present one at the most."""
        edits = sorted(timeline, key=lambda edit: edit.iteration)
        pairs = enumerate(zip(self.timeline, edits, strict=False))
        same = next((i for i, (old, new) in pairs if old != new), min(len(self.timeline), len(edits)))
        differing = [*self.timeline[same : same + 1], *edits[same : same + 1]]
        return min([self.iteration, *(edit.iteration for edit in differing)])

    def _trained(self, iteration: int, timeline: list[Edit], waypoints: Waypoints, most: int | None = None) -> Self:
        """Return a run at an iteration, trained from the last waypoint up to it, for `most` iterations."""
        waypoint = waypoints.before(iteration)
        run = self._from(waypoint, timeline, waypoints) if waypoint else type(self)(self.recipe, timeline)
        run._waypoints = waypoints
        run._waypoint_due = waypoints.after(run.iteration)
        left = iteration - run.iteration
        run.advance(left if most is None else min(left, most))
        return run

    def _from(self, waypoint: Waypoint, timeline: list[Edit], waypoints: Waypoints) -> Self:
        done = waypoint.iteration
        curve, path, history = self.curve.until(done), self.path.until(done), self.history.until(done)
        return self.resumed(self.recipe, timeline, waypoint.state(), waypoint.applied, curve, path, history, waypoints)

    def fork(self) -> Self:
        """Return a run of its own that goes on from here, and knows nothing of the curve and the path that led here.

        No edit waits in it: it becomes what this run would, if nothing more were changed.
        """
        here, past = Waypoint.of(self._state, self._applied), self.timeline[: self._applied]
        return self.resumed(self.recipe, past, here.state(), here.applied, ErrorCurve(), WeightPath(), History())

    @property
    def edits_done(self) -> int:
        """Edits of the timeline that have come about; the others wait for their iteration."""
        return self._applied

    @property
    def next_edit(self) -> int | None:
        """The iteration of the first edit that waits; None if none does."""
        return self.timeline[self._applied].iteration if self._applied < len(self.timeline) else None

    @property
    def iteration(self) -> int:
        """Updates done so far."""
        return self._state.iteration

    @property
    def alpha(self) -> float:
        """The learning rate of the next update."""
        return self._state.alpha

    @property
    def hidden_sizes(self) -> tuple[int, ...]:
        """Units of each hidden layer at present."""
        return self._state.sizes[1:-1]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of every layer at present, inputs and outputs included."""
        return self._state.sizes

    @property
    def data(self) -> Data:
        """The rows it learns from at present."""
        return self._state.data

    @property
    def rules(self) -> Rules:
        """What the next iteration does."""
        return self._state.rules

    @property
    def present(self) -> Recipe:
        """The recipe with the data, the rules, the hidden sizes and alpha that it has come to."""
        settings = {"hidden_sizes": self.hidden_sizes, "alpha": self.alpha, "rules": self.rules}
        return self.recipe.with_data(self.data).with_settings(**settings)

    @property
    def multiplications(self) -> int:
        """Multiplications in one direction of an iteration: a measure of its work."""
        return self.data.n_rows * len(self._state.weights)

    @property
    def weights(self) -> list[NDArray[np.float64]]:
        """Copies of syn0, syn1, …, each of shape (units before, units after)."""
        return [syn.copy() for syn in matrices(self._state.weights, self.sizes)]

    @property
    def direction_changes(self) -> list[NDArray[np.int64]]:
        """How often each weight's update has changed direction, in the shapes of `weights`."""
        return [changes.copy() for changes in matrices(self._state.changes, self.sizes)]

    @property
    def error(self) -> float:
        """Mean absolute error over all rows, of the weights after `iteration` updates."""
        iteration, trainer, weights = self.iteration, self._trainer, self._state.weights
        last = self._measured
        if last is not None and last[0] == iteration and last[1] is trainer and last[2] is weights:
            return last[3]
        error = trainer.error(weights)
        self._measured = iteration, trainer, weights, error
        return error

    @property
    def digest(self) -> str:
        """A fingerprint of the iteration and of every bit of the weights."""
        head = f"{self.iteration} {self.sizes} ".encode()
        weights = np.where(np.isnan(self._state.weights), np.nan, self._state.weights)  # one NaN for all there are
        return hashlib.sha256(head + weights.astype("<f8").tobytes()).hexdigest()

    def look(self) -> Trace:
        """Return what the next iteration will compute from the present weights; change nothing."""
        if self._trace is None:
            with quietly():
                self._trace = look(self.data.X, self.data.y, self._state.weights, self.sizes, self.rules)
        return self._trace

    def predict(self, X: ArrayLike) -> NDArray[np.float64]:
        """Return the network's answers, shape (n_rows, n_outputs), for inputs of shape (n_rows, n_inputs).

        Raises
        ------
        ValueError
            If the rows have another number of columns than the data.
        """
        rows = np.atleast_2d(np.asarray(X, dtype=np.float64))
        if rows.ndim != 2 or rows.shape[1] != self.sizes[0]:
            raise ValueError(f"Inputs need {self.sizes[0]} columns; these have shape {rows.shape}.")
        with quietly():
            return forward(rows, self.weights, self.rules)[0][-1]

    def advance(self, iterations: int = 1, stop_error: float | None = None) -> int:
        """Train for some iterations, or until the error has come down to `stop_error`; return how many were done."""
        iterations = whole_number("iterations", iterations)
        if iterations < 0:
            raise ValueError("A run only goes forward: iterations must be 0 or more.")
        state = self._state
        begin, end = state.iteration, state.iteration + iterations
        stopped = False
        self._trace = None
        while not stopped:
            until = min(end, self._waypoint_due)
            if self._applied < len(self.timeline):
                until = min(until, self.timeline[self._applied].iteration)
            stopped = self._trainer.train(state, until, stop_error, self.curve, self.path, self.history)
            if state.iteration == self._waypoint_due:
                self._waypoints.add(Waypoint.of(state, self._applied))
                self._waypoint_due = self._waypoints.after(state.iteration)
            self._apply_due()
            if state.iteration == end:
                break
        return state.iteration - begin

    def set(self, **changes: Any) -> list[Edit]:
        """Edit the run at its present iteration: `alpha=…`, `hidden_size=…` (or `hidden_sizes=…`), `weights=…`,
        `rules=…` (`engine.rules.Rules`) or `data=…` (one of `engine.changes`).

        Returns
        -------
        The edits made: one for each value that is not already so.

        Raises
        ------
        ValueError
            With one sentence that says what is allowed; then nothing was changed.
        """
        edits = [self._edit(name, value) for name, value in changes.items()]
        self._state.check(edits)
        if {edit.field for edit in edits} & {"hidden_sizes", "data"}:  # else all that waits fits as well as before
            self._state.check([*edits, *self.timeline[self._applied :]])
        made = [edit for edit in edits if self._differs(edit)]
        for edit in made:
            self._insert(edit)
            self._apply_due()
        return made

    def forget_later(self) -> list[Edit]:
        """Take the edits that wait for later iterations from the timeline, and return them; see `at`."""
        self._waypoints = self._waypoints.until(self.iteration)
        waiting = self.timeline[self._applied :]
        del self.timeline[self._applied :]
        return waiting

    def _edit(self, name: str, value: Any) -> Edit:
        if name == "hidden_size":
            sizes = self.recipe.with_hidden_size(value)
            return Edit(self.iteration, "hidden_sizes", (sizes[0], *self.hidden_sizes[1:]))
        field: Field = name  # type: ignore[assignment]  # Edit itself refuses what is no field
        if name == "weights":
            value = tuple(np.ravel(value))
        return Edit(self.iteration, field, value)

    def _differs(self, edit: Edit) -> bool:
        if isinstance(edit.value, Change):
            return edit.value.apply(self.data) != self.data
        if edit.field == "weights":
            return edit.value != tuple(self._state.weights)
        return edit.value != {"alpha": self.alpha, "hidden_sizes": self.hidden_sizes, "rules": self.rules}[edit.field]

    def _insert(self, edit: Edit) -> None:
        """Put an edit behind those that the state includes; it may take the place of the last of them."""
        self._waypoints = self._waypoints.until(self.iteration)  # from here on it is another run
        if self._applied and edit.replaces(self.timeline[self._applied - 1]):
            self._applied -= 1
            del self.timeline[self._applied]
        self.timeline.insert(self._applied, edit)

    def _apply_due(self) -> None:
        other_network = False
        while self._applied < len(self.timeline) and self.timeline[self._applied].iteration <= self._state.iteration:
            edit = self.timeline[self._applied]
            before = self._state.weights
            self._state.apply(edit, self.recipe.seed)
            if self._state.weights is not before:
                self.path.edited(self.iteration, before, self._state.weights)
            other_network |= edit.field in ("hidden_sizes", "rules", "data")
            self._applied += 1
            self._trace = None
        if other_network:
            self._trainer = trainer_for(self.data, self.sizes, self.rules)

    def link(self, base: str = "") -> str:
        """Return the whole run as a short text: "1CIj5zu…", or "https://lab.example/?run=1CIj5zu…" given an address.

        Raises
        ------
        ValueError
            If the run is too large for a link; see `engine.link.encode`.
        """
        text = encode(self)
        return f"{base.rstrip('/')}/?run={text}" if base else text

    @classmethod
    def from_link(cls, link: str, *, most_iterations: int | None = None) -> Self:
        """Return the run that a link holds, trained to where it was made; what `link` returned, or any such address.

        It warns (`UserWarning`) if the run does not come to the same bits here as it did there.

        Parameters
        ----------
        most_iterations : of a link by anybody, how far to train at the most. Any number is allowed by default, and a
            link of thirty characters can ask for more than can be trained in a lifetime.

        Raises
        ------
        ValueError
            With one sentence, if the link is cut off, has been changed, is too new or too large; see `engine.link`.
            Also if it is of a later iteration than `most_iterations`; then nothing is trained.
        """
        shared = decode(link)
        if most_iterations is not None and shared.iteration > most_iterations:
            there = f"This link leads to iteration {shared.iteration:,}"
            raise ValueError(f"{there}, and {most_iterations:,} iterations are the most here.")
        run = cls(shared.recipe, shared.timeline)
        run.advance(shared.iteration)
        if not shared.matches(run):
            warn("This run has come to other numbers than where its link was made.", stacklevel=2)
        return run

    def branch(self, **changes: Any) -> Self:
        """Return a run of its own that shares the past with this one and goes on with other settings; see `set`.

        No edit waits in it. This run stays as it is.

        >>> slow = Run(Recipe.named("xor"))
        >>> slow.advance(1000)
        1000
        >>> fast = slow.branch(alpha=10)
        >>> fast.advance(1000)
        1000
        >>> slow.iteration, fast.iteration
        (1000, 2000)
        """
        branch = self.at(self.iteration)
        branch.forget_later()
        branch.set(**changes)
        return branch

    def __repr__(self) -> str:
        """Return where it stands in one line."""
        return run_line(self)

    def _repr_html_(self) -> str:
        """Return a card with the network, the error curve, the settings and the edits, for notebooks."""
        return run_card(self)
