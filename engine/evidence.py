"""The numbers that a finding about a run rests on, each computed when it is first asked for."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.autopsy import Rules
from engine.network import forward, slope
from engine.rules import LAWFUL
from engine.rules import Rules as Switches
from engine.statistics import correlations
from engine.trace import Trace

Array = NDArray[np.float64]

WRONG = 0.1
"""An error at or above this, of an example or on average, is not yet a solved task."""

STILL = 1e-9
"""An iteration that moves no weight by more than this part of the largest weight moves nothing that could be seen."""

FLAT = 1e-5
"""Where the slope is at or below this the sigmoid is flat; its steepest slope is 0.25. An example is stuck where no
more than this part of its error reaches any weight."""

CANCELLED = 1e-3
"""Pushes cancel out where no more than this part of them is left in any weight's update."""

ALIKE = 1e-12
"""Weights are the same if they differ by no more than this part of the largest of them."""

UNRELATED = 1e-9
"""A correlation of this size is 0, but for rounding."""


class Evidence:
    """What one look at a network shows; see `engine.diagnosis.diagnosis` for the parameters."""

    def __init__(
        self, trace: Trace, weights: Sequence[Array], alpha: float, X: Array, y: Array, rules: Rules | None
    ) -> None:
        self.trace, self.weights, self.alpha, self.X, self.y = trace, weights, alpha, X, y
        self.error = trace.error
        self.is_step = rules is not None and rules.activation == "step"
        self.flipped = tuple(sorted(rules.flipped)) if rules is not None else ()
        self.slopeless = tuple(rules.slopeless) if rules is not None else ()
        self.largest = max(float(np.abs(syn).max()) for syn in weights)

    @property
    def has_hidden(self) -> bool:
        """Whether there is a hidden layer."""
        return len(self.weights) > 1

    @property
    def last(self) -> str:
        """The output layer's name."""
        return f"l{len(self.weights)}"

    @cached_property
    def slopes(self) -> list[Array]:
        """What errors are multiplied with in l1, l2, …: the slopes, or 1 in a layer that goes without."""
        layers = enumerate(self.trace.layers[1:], start=1)
        return [np.ones_like(layer) if i in self.slopeless else slope(layer) for i, layer in layers]

    @cached_property
    def steepest(self) -> tuple[float, ...]:
        """The steepest slope of l1, l2, …."""
        return tuple(float(slopes.max()) for slopes in self.slopes)

    @cached_property
    def flat_units(self) -> tuple[tuple[int, int], ...]:
        """The hidden units that are flat for every example, as (layer, unit)."""
        hidden = enumerate(self.slopes[:-1], start=1)
        return tuple((i, int(unit)) for i, slopes in hidden for unit in np.flatnonzero(slopes.max(axis=0) <= FLAT))

    @cached_property
    def missed(self) -> Array:
        """The size of every example's error: of the largest, if it has several outputs."""
        result: Array = np.abs(self.trace.errors[-1]).max(axis=1)
        return result

    @cached_property
    def wrong(self) -> NDArray[np.intp]:
        """The examples that are not solved, from 0."""
        return np.flatnonzero(self.missed >= WRONG)

    @cached_property
    def pushes(self) -> Array:
        """The largest push of every example on any weight: its input to the weight times its delta."""
        each = [
            np.abs(layer).max(axis=1) * np.abs(delta).max(axis=1)
            for layer, delta in zip(self.trace.layers, self.trace.deltas, strict=False)
        ]
        result: Array = np.max(each, axis=0)
        return result

    @cached_property
    def gross(self) -> list[Array]:
        """What all pushes on every weight add up to, were they all in one direction: in the shapes of the weights."""
        pairs = zip(self.trace.layers, self.trace.deltas, strict=False)
        return [np.abs(layer).T @ np.abs(delta) for layer, delta in pairs]

    @property
    def update(self) -> float:
        """The size of the largest update."""
        return float(np.abs(self.trace.update).max())

    @property
    def cancels(self) -> bool:
        """Whether there are pushes, and next to nothing of them is left in any weight's update."""
        most = max(float(gross.max()) for gross in self.gross)
        return most > 0 and self.update <= CANCELLED * most

    @property
    def stands_still(self) -> bool:
        """Whether an iteration moves no weight visibly."""
        return self.alpha * self.update <= STILL * self.largest

    @cached_property
    def unrelated(self) -> bool:
        """Whether no input column goes with any target column, though targets differ: every correlation is 0.

        Then no network that only weighs the inputs up, and answers more or less by the sum, can be right: if it were,
        its sum would correlate with the target, and so would one of the columns in it.
        """
        found = self._correlations[np.isfinite(self._correlations)]
        return bool(found.size and (np.abs(found) <= UNRELATED).all())

    @property
    def relation(self) -> str:
        """The correlations in words, where they are all 0."""
        some = "" if np.isfinite(self._correlations).all() else ", and a constant column has none"
        return f"every correlation is 0{some}"

    @cached_property
    def _correlations(self) -> Array:
        return np.array([correlations(self.X, target) for target in self.y.T])

    @cached_property
    def layers_alike(self) -> tuple[int, ...]:
        """The hidden layers of several units whose units all have the same weights, 1 for l1."""
        places = range(1, len(self.weights))
        return tuple(i for i in places if len(self.weights[i]) > 1 and self._alike(i))

    def _alike(self, layer: int) -> bool:
        before, after = self.weights[layer - 1], self.weights[layer]
        same_before = np.ptp(before, axis=1).max() <= ALIKE * np.abs(before).max()
        return bool(same_before and np.ptp(after, axis=0).max() <= ALIKE * np.abs(after).max())

    @property
    def acts_as_chain(self) -> bool:
        """Whether every hidden layer has one unit, or acts as if it had."""
        return all(len(syn) == 1 or i in self.layers_alike for i, syn in enumerate(self.weights) if i)

    @cached_property
    def error_next(self) -> float:
        """The mean error after one more iteration, by the rules as they are."""
        return self.error_after(self.flipped)

    def error_after(self, flipped: Sequence[int] = ()) -> float:
        """Return the mean error after one more iteration, with these synapses' sign wrong."""
        return float(np.abs(self.errors_after(flipped)).mean())

    def errors_after(self, flipped: Sequence[int] = ()) -> Array:
        """Return the outputs' errors after one more iteration, with these synapses' sign wrong."""
        turned = [(i in flipped) != (i in self.flipped) for i in range(len(self.weights))]
        signs = [-self.alpha if turn else self.alpha for turn in turned]  # a trace's updates have the rules' signs
        steps = zip(self.weights, signs, self.trace.updates, strict=True)
        rules = Switches(activation="step") if self.is_step else LAWFUL
        layers, _ = forward(self.X, [syn + sign * update for syn, sign, update in steps], rules)
        result: Array = self.y - layers[-1]
        return result
