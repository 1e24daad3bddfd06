"""What is found has gone wrong when it has, is named rightly, and every number in the sentence is true."""

from dataclasses import dataclass

import numpy as np
import pytest

from engine import Recipe, Run
from engine.autopsy import at_least, at_most, examples, smaller, written
from engine.changes import Copies, SetCell
from engine.diagnosis import diagnosis
from engine.network import sigmoid, slope
from engine.rules import Rules
from engine.statistics import correlations
from engine.trace import Trace

LADDER = [0, 1, 10, 100, 1000, 10_000, 60_000]


@dataclass(frozen=True)
class Switched:
    """Rules as the diagnosis needs them."""

    activation: str = "sigmoid"
    slopeless: tuple[int, ...] = ()
    flipped: tuple[int, ...] = ()
    lawful: bool = False


class Loop:
    """The posts' loop, with any rules: a network that answers to `look`, `weights` and `alpha` as a run does."""

    def __init__(self, recipe, weights=None, rules=None):
        self.recipe, self.alpha, self.rules = recipe, recipe.alpha, rules or Switched()
        self.weights = weights or Run(recipe).weights

    def look(self):
        layers, sums, errors, deltas = [self.recipe.X], [], [], []
        for syn in self.weights:
            sums.append(layers[-1] @ syn)
            layers.append((sums[-1] > 0) * 1.0 if self.rules.activation == "step" else sigmoid(sums[-1]))
        error = self.recipe.y - layers[-1]
        for i in reversed(range(len(self.weights))):
            delta = error if i + 1 in self.rules.slopeless else error * slope(layers[i + 1])
            errors, deltas = [error, *errors], [delta, *deltas]
            error = delta @ self.weights[i].T
        signs = [-1 if i in self.rules.flipped else 1 for i in range(len(deltas))]
        updates = [sign * layer.T @ delta for sign, layer, delta in zip(signs, layers, deltas, strict=False)]
        update = np.concatenate([part.ravel() for part in updates])
        return Trace(tuple(layers), tuple(sums), tuple(errors), tuple(deltas), update, tuple(updates))

    def advance(self, iterations):
        for _ in range(iterations):
            updates = self.look().updates
            self.weights = [syn + self.alpha * update for syn, update in zip(self.weights, updates, strict=True)]


def found(run, rules=None):
    return diagnosis(run.look(), run.weights, run.alpha, run.recipe.X, run.recipe.y, rules)


def now(run):
    """Return what is found in a run whose data or rules may have been edited."""
    return diagnosis(run.look(), run.weights, run.alpha, run.data.X, run.data.y, run.rules)


def change_of_the_next(run, rules):
    """Return by how much one iteration by these rules changes the mean error and the mean squared error."""
    sizes = []
    for iterations in (0, 1):
        other = Run(run.present)
        other.set(weights=np.concatenate([syn.ravel() for syn in run.weights]).tolist(), rules=rules)
        other.advance(iterations)
        error = other.look().errors[-1]
        sizes.append((np.abs(error).mean(), (error * error).mean()))
    return sizes[1][0] - sizes[0][0], sizes[1][1] - sizes[0][1]


def after(iterations, name="xor", **overrides):
    run = Run(Recipe.named(name, **overrides))
    run.advance(iterations)
    return run, found(run)


def own(inputs, targets, **fields):
    return Recipe("own", tuple(inputs), tuple((float(t),) for t in targets), **fields)


# --- Saturated


@pytest.mark.parametrize("iterations", [5, 10, 50, 1000, 10_000, 60_000])
def test_alpha_1000_leaves_every_output_where_the_sigmoid_is_flat(iterations):
    run, autopsy = after(iterations, alpha=1000)
    output = run.look().output
    side = int(output[0, 0] > 0.5)
    assert (np.abs(output - side) < 1e-5).all()
    wrong = [row for row, target in enumerate((0, 1, 1, 0)) if target != side]
    assert (autopsy.kind, autopsy.rows) == ("saturated", tuple(wrong))
    assert f"All 4 outputs have gone to {side}," in autopsy.sentence
    assert f"right for 2 of 4 examples and wrong for {examples(wrong)}," in autopsy.sentence
    assert f"slope of at most {at_most(slope(output).max())}." in autopsy.sentence


def test_what_the_next_iteration_is_said_to_change_is_what_it_changes():
    run, autopsy = after(10, alpha=1000)
    before = run.look().error
    run.advance(1)
    assert f"mean error is {before:.3g}" in autopsy.sentence
    assert f"changes it by {written(run.look().error - before, 2, '+')}." in autopsy.sentence


def test_the_units_that_are_flat_for_every_example_are_listed():
    run, autopsy = after(10, alpha=1000)
    assert autopsy.units == tuple((1, unit) for unit in np.flatnonzero(slope(run.look().l1).max(axis=0) <= 1e-5))
    assert autopsy.slopes == (slope(run.look().l1).max(), slope(run.look().l2).max())


def test_large_inputs_are_to_be_scaled():
    run = Run(own(((1e4, 1.0), (-1e4, 1.0)), (0, 1), seed=0))
    assert run.look().l1.round().tolist() == [[1], [0]]
    assert found(run).kind == "saturated"
    assert found(run).advice.startswith("Scale the inputs")


# --- Some examples


@pytest.mark.parametrize("iterations", [10_000, 60_000])
def test_alpha_100_parks_the_fourth_example_because_no_hidden_unit_answers_it(iterations):
    run, autopsy = after(iterations, alpha=100)
    trace = run.look()
    assert (autopsy.kind, autopsy.rows) == ("silent-examples", (3,))
    assert trace.l2[3, 0] == pytest.approx(0.5, abs=1e-4)
    assert f"Every unit of l1 answers about 0 to it (at most {at_most(trace.l1[3].max())})" in autopsy.sentence
    assert f"(within {at_most(abs(trace.l2_sum[3, 0]))})" in autopsy.sentence
    pushes = np.outer(trace.l1[3], trace.l2_delta[3]), np.outer(trace.l0[3], trace.l1_delta[3])
    most = max(np.abs(push).max() for push in pushes)
    assert f"no weight gets a push of more than {at_most(most)} from it" in autopsy.sentence
    assert f"rest is within {at_most(np.abs(trace.l2_error[:3]).max())} of the targets" in autopsy.sentence
    assert "mean error is 0.125" in autopsy.sentence


def test_examples_that_are_wrong_where_the_sigmoid_is_flat_are_named_while_others_are_solved():
    run, autopsy = after(300, alpha=100, seed=4)
    trace = run.look()
    assert (autopsy.kind, autopsy.rows) == ("flat-examples", (1, 2))
    assert f"Examples 2 and 3 miss by up to {at_most(np.abs(trace.l2_error).max())}" in autopsy.sentence
    assert f"slope of at most {at_most(slope(trace.l2[[1, 2]]).max())}" in autopsy.sentence
    assert np.abs(trace.l2_error[[0, 3]]).max() < 0.1


def test_a_mixture_of_reasons_is_called_one():
    run, autopsy = after(30_000, alpha=30, hidden_size=2, seed=11)
    trace = run.look()
    part = np.abs(trace.l2_error[list(autopsy.rows), 0])
    assert autopsy.kind == "stuck-examples"
    pushes = np.maximum(trace.l1.max(axis=1) * np.abs(trace.l2_delta[:, 0]), np.abs(trace.l1_delta).max(axis=1))
    assert (pushes[list(autopsy.rows)] <= 1e-5 * part).all()
    assert f"a push of more than {at_most(pushes[list(autopsy.rows)].max())} from them" in autopsy.sentence


# --- The first weights


def test_from_weights_of_0_nothing_moves():
    loop = Loop(Recipe.named("xor"), [np.zeros((3, 4)), np.zeros((4, 1))])
    loop.advance(3)
    assert not any(syn.any() for syn in loop.weights)
    assert found(loop).kind == "zeros"
    assert "stays at 0.5" in found(loop).sentence


def test_from_weights_of_0_without_a_hidden_layer_the_first_task_is_learned():
    loop = Loop(Recipe.named("one-layer"), [np.zeros((3, 1))])
    assert found(loop) is None


@pytest.mark.parametrize("iterations", [0, 100, 3000])
def test_equal_weights_make_hidden_units_act_as_one(iterations):
    loop = Loop(Recipe.named("xor", alpha=10), [np.full((3, 4), 0.5), np.full((4, 1), 0.5)])
    loop.advance(iterations)
    assert np.ptp(loop.look().l1, axis=1) == pytest.approx(0)
    autopsy = found(loop)
    assert autopsy.kind == "alike"
    assert "All 4 units of l1 have the same weights in syn0 and in syn1" in autopsy.sentence
    assert "One is too few" in autopsy.sentence


# --- What the data and the layers allow


def test_no_column_of_xor_helps_without_a_hidden_layer():
    run, autopsy = after(20_000, hidden_sizes=())
    trace = run.look()
    assert autopsy.kind == "columns"
    assert np.nanmax(np.abs(correlations(trace.l0, run.recipe.y[:, 0]))) == 0
    assert np.abs(trace.l0.T @ trace.l1_delta).max() == 0
    assert f"add up to {(trace.l0.T @ np.abs(trace.l1_delta)).max():.2g} in size" in autopsy.sentence
    assert "nothing is left" in autopsy.sentence
    assert "hidden layer" in autopsy.advice


def test_an_example_of_zeros_can_not_leave_a_half_without_a_column_of_ones():
    run = Run(own(((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)), (0, 1, 1, 1)))
    assert found(run) is None
    run.advance(10_000)
    autopsy = found(run)
    assert run.look().l1[0, 0] == 0.5
    assert (autopsy.kind, autopsy.rows) == ("zero-row", (0,))
    assert "can't fall below 0.125" in autopsy.sentence
    assert run.error >= 0.125


def test_targets_that_no_sigmoid_reaches_are_named():
    run = Run(own(((0.0, 1.0), (1.0, 1.0)), (0, 5), alpha=1.0))
    run.advance(3000)
    autopsy = found(run)
    assert (autopsy.kind, autopsy.rows) == ("out-of-reach", (1,))
    assert "one is 5" in autopsy.sentence
    assert "can't fall below 2." in autopsy.sentence


@pytest.mark.parametrize("row", range(4))
@pytest.mark.parametrize("seed", [1, 2])
def test_an_impossible_target_is_named_even_if_others_are_missed(row, seed):
    run = Run(Recipe.named("xor", seed=seed))
    run.set(data=SetCell(row, 3, 7.0))
    for iteration in (0, 200, 2000, 10_000):
        run.advance(iteration - run.iteration)
        autopsy = now(run)
        assert (autopsy.kind, autopsy.rows) == ("out-of-reach", (row,))
        assert "one is 7. So the mean error" in autopsy.sentence
        assert "can't fall below 1.5." in autopsy.sentence
        missed = np.flatnonzero(np.abs(run.look().l2_error[:, 0]) >= 0.1)
        assert ("missed too" in autopsy.sentence) == (len(missed) > 1)


def test_a_target_just_out_of_reach_is_not_blamed_for_what_is_missed_elsewhere():
    run = Run(Recipe.named("xor"))
    run.set(data=SetCell(0, 3, -0.02))
    assert now(run) is None


# --- The rules


def test_a_step_teaches_nothing():
    loop = Loop(Recipe.named("xor"), rules=Switched(activation="step"))
    before = loop.weights
    loop.advance(5)
    autopsy = found(loop, loop.rules)
    assert all((a == b).all() for a, b in zip(before, loop.weights, strict=True))
    assert autopsy.kind == "step"
    assert autopsy.rows == tuple(np.flatnonzero(loop.look().l2_error))
    assert f"mean error is {loop.look().error:.3g}" in autopsy.sentence


def test_a_step_in_the_hidden_layer_is_blamed_only_if_it_makes_different_examples_the_same():
    rules = Switched(activation="step", slopeless=(2,))
    loop = Loop(Recipe.named("xor"), [np.full((3, 4), -1.0), np.ones((4, 1))], rules)
    autopsy = found(loop, rules)
    first, second = autopsy.rows
    assert autopsy.kind == "step"
    assert (loop.look().l1[first] == loop.look().l1[second]).all()
    assert loop.recipe.y[first] != loop.recipe.y[second]
    apart = Loop(Recipe.named("xor"), [np.array([[2.0, -2], [-2, 2], [-1, -1]]), np.array([[0.5], [-0.5]])], rules)
    assert found(apart, rules) is None


def test_a_perceptron_fails_at_xor_because_no_column_helps():
    rules = Switched(activation="step", slopeless=(1,))
    loop = Loop(Recipe.named("xor", hidden_sizes=()), rules=rules)
    loop.advance(20)
    assert found(loop, rules).kind == "columns"


def test_a_wrong_sign_makes_the_error_grow():
    rules = Switched(flipped=(0,))
    loop = Loop(Recipe.named("one-layer"), rules=rules)
    autopsy, before, lawful = found(loop, rules), loop.look().error, Loop(loop.recipe)
    loop.advance(1)
    lawful.advance(1)
    assert autopsy.kind == "wrong-sign"
    assert (
        f"changes the mean error of {before:.3g} by {written(loop.look().error - before, 2, '+')}." in autopsy.sentence
    )
    assert f"it would change it by {written(lawful.look().error - before, 2, '+')}." in autopsy.sentence


def test_a_wrong_sign_ends_where_the_error_stands_at_its_worst():
    rules = Switched(flipped=(0,))
    loop = Loop(Recipe.named("one-layer", alpha=1000), rules=rules)
    loop.advance(50)
    assert found(loop, rules).kind == "wrong-sign"
    assert f"mean error of {loop.look().error:.3g}" in found(loop, rules).sentence
    assert found(loop).kind == "saturated"


@pytest.mark.parametrize("flipped", [(0,), (1,), (0, 1)])
@pytest.mark.parametrize("alpha", [1, 10])
def test_a_wrong_sign_is_named_as_long_as_the_task_is_not_solved(flipped, alpha):
    run = Run(Recipe.named("xor", alpha=alpha, rules=Rules(flipped=flipped)))
    for iteration in (0, 5, 100, 2000, 10_000):
        run.advance(iteration - run.iteration)
        autopsy = now(run)
        assert run.error >= 0.1
        assert autopsy.kind == "wrong-sign"
        assert " and ".join(f"syn{i}" for i in flipped) in autopsy.sentence
        squared = "mean squared error" in autopsy.sentence
        subtracted, added = (change_of_the_next(run, rules)[squared] for rules in (run.rules, Rules()))
        by = [float(word.rstrip(".;,")) for word in said_after(" by ", autopsy.sentence)]
        assert by == pytest.approx([subtracted, added], rel=0.06, abs=2e-14)


def said_after(word, sentence):
    return [part.split()[0] for part in sentence.split(word)[1:]]


def test_a_wrong_sign_behind_flat_hidden_units_is_told_with_their_slopes():
    run = Run(Recipe.named("xor", rules=Rules(flipped=(1,))))
    run.advance(2000)
    steepest = slope(run.look().l1).max()
    assert steepest < 0.01
    assert f"slopes of l1, which are at most {at_most(steepest)}." in now(run).sentence


def test_a_wrong_sign_is_named_under_a_step_if_a_weight_moves():
    moves = Rules(activation="step", flipped=(1,), slopeless=(1, 2))
    assert now(Run(Recipe.named("xor", rules=moves))).kind == "wrong-sign"
    assert now(Run(Recipe.named("xor", rules=Rules(activation="step", flipped=(1,))))).kind == "step"


@pytest.mark.parametrize(("slopeless", "alpha"), [((1,), 1), ((1,), 10), ((1, 2), 1)])
@pytest.mark.parametrize("iterations", [100, 2000, 20_000])
def test_without_the_slope_in_l1_the_pushes_on_syn0_cancel_out(slopeless, alpha, iterations):
    run = Run(Recipe.named("xor", alpha=alpha, rules=Rules(slopeless=slopeless)))
    run.advance(iterations)
    trace, autopsy = run.look(), now(run)
    assert autopsy.kind == "no-slope"
    np.testing.assert_allclose(trace.l1_delta, trace.l2_delta @ run.weights[1].T)
    most = (np.abs(trace.l0).T @ np.abs(trace.l1_delta)).max()
    assert f"add up to {written(most, 2)} in size" in autopsy.sentence
    assert f"no more than {at_most(np.abs(trace.updates[0]).max())} is left" in autopsy.sentence
    assert f"mean error is {written(run.error)}," in autopsy.sentence
    assert f"changes it by {written(change_of_the_next(run, run.rules)[0], 2, '+')}." in autopsy.sentence


@pytest.mark.parametrize("slopeless", [(1,), (2,)])
def test_a_slope_left_out_is_not_blamed_where_the_task_is_learned(slopeless):
    run = Run(Recipe.named("xor", rules=Rules(slopeless=slopeless)))
    if slopeless == (1,):
        for row, target in enumerate((0, 0, 1, 1)):
            run.set(data=SetCell(row, 3, target))
    for iteration in LADDER[:-1]:
        run.advance(iteration - run.iteration)
        assert now(run) is None
    assert run.error < 0.1


# --- Many examples


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("iterations", [20, 200])
def test_noisy_copies_parked_at_a_half_are_counted_and_alpha_is_said_to_be_too_large(seed, iterations):
    run = Run(Recipe.named("xor"))
    run.set(data=Copies(10_000, 0.1, seed))
    run.advance(iterations)
    trace, autopsy = run.look(), now(run)
    rows = list(autopsy.rows)
    apart = np.abs(trace.output[rows] - 0.5).max()
    assert autopsy.kind == "silent-examples"
    assert len(rows) > 2000
    assert apart < 0.001
    assert f"{len(rows):,} of 10,000 examples are parked within {at_most(apart)} of 0.5" in autopsy.sentence
    assert f"answers them at most {at_most(trace.l1[rows].max())}," in autopsy.sentence
    others = int((np.abs(trace.l2_error) >= 0.1).sum()) - len(rows)
    assert f"Of the others {others} are missed too." in autopsy.sentence
    assert "alpha 1 on 10,000 rows acts about as 2,500 does on 4. About 0.0004 acts as 1 does" in autopsy.advice


@pytest.mark.parametrize("alpha", [0.0004, 0.004])
def test_nothing_is_said_along_noisy_copies_that_are_learned(alpha):
    run = Run(Recipe.named("xor", alpha=alpha))
    run.set(data=Copies(10_000, 0.1, 1))
    for iteration in (0, 20, 100, 500, 2000):
        run.advance(iteration - run.iteration)
        assert now(run) is None
    assert run.error < 0.1


def test_a_smaller_alpha_is_counted_out_only_where_rows_make_it_too_large():
    assert smaller(1, 4) == smaller(0.01, 100) == smaller(1000, 4) == "Reset and take a smaller alpha."
    assert smaller(1, 100).endswith("acts about as 25 does on 4. About 0.04 acts as 1 does there.")


# --- Everything stands still, or breaks


def test_an_overflow_is_called_one():
    """The two huge weights cancel, so the slope is steep and one of them is pushed beyond what a float holds."""
    run = Run(Recipe("own", inputs=((1.0,),), targets=((1.0,),), hidden_sizes=(2,), alpha=1.79e308))
    run.set(weights=(0.0, 0.0, 1.79e308, -1.79e308))
    assert found(run) is None
    run.advance(1)
    assert found(run).kind == "overflow"
    assert "NaN" in found(run).sentence
    run.advance(2)
    assert run.error != run.error


def test_a_flat_hidden_layer_is_named():
    run, autopsy = after(300, alpha=1e307)
    assert autopsy.kind == "flat-layer"
    assert "Every unit of l1" in autopsy.sentence
    assert autopsy.units == ((1, 0), (1, 1), (1, 2), (1, 3))
    assert slope(run.look().l1).max() <= 1e-5


def test_an_alpha_too_small_to_move_anything_is_named():
    run, autopsy = after(3, alpha=1e-12)
    assert autopsy.kind == "tiny-alpha"
    assert f"no weight by more than {at_most(1e-12 * np.abs(run.look().update).max())}:" in autopsy.sentence
    assert autopsy.advice == "Take a larger alpha."


def test_flat_units_are_told_where_the_pushes_on_the_others_cancel_out():
    weights = [np.array([[0.0, 0.0], [0.0, 0.0], [0.0, 50.0]]), np.array([[0.0], [0.0]])]
    autopsy = found(Loop(Recipe.named("xor", hidden_size=2), weights))
    assert autopsy.kind == "flat-units"
    assert autopsy.units == ((1, 1),)
    assert "In l1 unit 2 is flat for every example" in autopsy.sentence


# --- No false alarm


@pytest.mark.parametrize("name", ["one-layer", "xor", "two-weights"])
@pytest.mark.parametrize("alpha", [0.1, 1, 10])
def test_nothing_is_said_along_a_run_that_learns(name, alpha):
    run = Run(Recipe.named(name, alpha=alpha))
    for _ in range(200):
        assert found(run) is None
        run.advance(max(1, run.iteration // 20))
    assert run.error < 0.1


@pytest.mark.parametrize("alpha", [0.001, 0.01, 0.1, 1, 10, 100, 1000])
def test_along_the_posts_sweep_only_alpha_100_and_1000_are_found_fault_with(alpha):
    expected = {100: ["silent-examples"] * 2, 1000: ["saturated"] * 5}.get(alpha, [])
    run, kinds = Run(Recipe.named("xor", alpha=alpha)), []
    for iteration in LADDER:
        run.advance(iteration - run.iteration)
        kinds += [autopsy.kind] if (autopsy := found(run)) else []
    assert kinds == expected


@pytest.mark.parametrize("iterations", [20, 100, 300])
def test_a_run_that_is_going_to_recover_is_not_given_up(iterations):
    """32 units at alpha 10 spend hundreds of iterations at 0.5 with slopes of 1e-4, and end at 0.0009."""
    assert after(iterations, alpha=10, hidden_size=32)[1] is None


def test_a_solved_task_is_not_called_stuck():
    assert after(10, name="two-weights", alpha=1000)[1] is None


# --- Words


def test_examples_are_counted_from_1_and_many_are_cut_short():
    assert examples([3]) == "example 4"
    assert examples([0, 1, 4]) == "examples 1, 2 and 5"
    assert examples(range(41)) == "examples 1, 2, 3, 4 and 37 more"


def test_numbers_are_rounded_to_the_side_on_which_the_sentence_stays_true():
    assert float(at_most(2.01e-6)) == 2.1e-6
    assert float(at_least(0.12599)) == 0.125
    assert (at_most(0.0), at_most(1.0), at_most(4e-6)) == ("0", "1", "4e-6")


def test_numbers_are_written_without_padding():
    assert [written(number, 2) for number in (4e-6, 5.1e-6, -3e-10, 30, 1234, 1e20)] == [
        *("4e-6", "5.1e-6", "-3e-10", "30", "1,200", "1e20")
    ]
    assert (written(2.5e-5, 2, "+"), written(-2.5e-5, 2, "+"), written(0, 2, "+")) == ("+2.5e-5", "-2.5e-5", "0")
