"""A race is its lanes, each as it would be alone; the posts' experiment has their figures."""

import numpy as np
import pytest

import engine
from engine import Race, Recipe, Rules, Run
from engine.choices import POSTS_ALPHAS
from engine.driving import drive
from engine.posts import MARKS, as_printed, digits_agreed, printed

EVERYWHERE = [(4, alpha) for alpha in POSTS_ALPHAS if alpha != 100] + [(32, alpha) for alpha in POSTS_ALPHAS[:4]]
"""Hidden sizes and alphas whose figures do not hang on the rounding of every sum."""


@pytest.fixture(scope="module")
def posts():
    """The posts' experiment with both hidden sizes, at its end."""
    return engine.race(hidden_sizes=[4, 32])


def of(golden, hidden_size, alpha):
    return next(row for row in golden["xor"] if (row["hidden_size"], row["alpha"]) == (hidden_size, alpha))


def lane(posts, hidden_size, alpha):
    return next(
        place
        for place, recipe in enumerate(posts.recipes)
        if (recipe.hidden_sizes, recipe.alpha) == ((hidden_size,), alpha)
    )


def test_the_errors_of_the_posts_come_out_every_10_000_iterations(posts, golden):
    assert posts.marks == MARKS
    assert posts.errors.shape == (14, 7)
    for recipe, errors in zip(posts.recipes, posts.errors, strict=True):
        figures = of(golden, recipe.hidden_sizes[0], recipe.alpha)["mean_abs_error_at_iteration"]
        exact = 1e-9 if recipe.hidden_sizes == (4,) or recipe.alpha < 10 else 0.01  # these hang on every rounding
        assert errors == pytest.approx([figures[str(mark)] for mark in posts.marks], rel=exact)


def test_the_table_of_the_second_post(posts):
    at_50_000 = [round(error, 6) for error in posts.errors[:7, 5].tolist()]
    assert at_50_000 == [0.485978, 0.098596, 0.013014, 0.00351, 0.001313, 0.125206, 0.5]
    assert posts.errors[lane(posts, 4, 10.0), 1] == pytest.approx(0.003129, abs=1e-6)
    assert posts.errors[7:, 5].min() == pytest.approx(0.00094, abs=1e-5)
    assert posts.errors[7:, 5].argmin() == 4  # of alpha 10


def test_the_direction_changes_of_the_second_post(posts):
    turns = [[int(syn.sum()) for syn in run.direction_changes] for run in posts.runs[:5]]
    assert turns == [[3, 3], [14, 4], [14, 4], [14, 4], [136, 56]]
    of_10 = posts.runs[4].direction_changes
    assert of_10[0].tolist() == [[7, 19, 2, 6], [7, 2, 0, 22], [19, 26, 9, 17]]
    assert of_10[1].ravel().tolist() == [22, 15, 4, 15]


def test_small_alphas_have_small_weights_and_huge_ones_huge_weights(posts):
    largest = [max(float(np.abs(syn).max()) for syn in run.weights) for run in posts.runs[:7]]
    assert largest == sorted(largest)
    assert round(largest[0], 1) == 1.5
    assert largest[-1] > 89


def test_what_the_posts_print_is_what_the_golden_figures_are(golden):
    for row in golden["xor"]:
        recipe = Recipe.named("xor", hidden_size=row["hidden_size"], alpha=row["alpha"], seed=row["seed"])
        assert printed(recipe) == tuple(as_printed(row["mean_abs_error_at_iteration"][str(mark)]) for mark in MARKS)


@pytest.mark.parametrize(("hidden_size", "alpha"), EVERYWHERE)
def test_all_that_the_posts_print_comes_out_to_the_last_digit(posts, hidden_size, alpha):
    place = lane(posts, hidden_size, alpha)
    figures = printed(posts.recipes[place])
    assert tuple(as_printed(error) for error in posts.errors[place].tolist()) == figures


def test_digits_that_agree_are_counted():
    assert digits_agreed("0.125476983853", 0.125476983853) == 12
    assert digits_agreed("0.125476983853", 0.125476983855) == 10
    assert digits_agreed("0.5", 0.7) == 0


@pytest.mark.parametrize("other", [{"seed": 2}, {"alpha": 2}, {"start": "zeros"}, {"rules": Rules("step")}])
def test_the_posts_print_nothing_of_other_runs(other):
    assert printed(Recipe.named("xor"))
    assert printed(Recipe.named("xor", **other)) == ()
    assert printed(Recipe.named("one-layer")) == ()


def test_every_lane_is_the_run_that_it_would_be_alone():
    recipes = [
        Recipe.named("xor", alpha=3), Recipe.named("xor", hidden_size=9, seed=2), Recipe.named("one-layer"),
        Recipe.named("xor", rules=Rules("step", (1, 2), (0,))),
    ]  # fmt: skip
    race = Race(recipes, iterations=700, every=300)
    while not race.is_finished:
        race.advance(5_000)
    assert race.marks == (0, 300, 600, 700)
    for place, recipe in enumerate(recipes):
        alone = Run(recipe)
        for column, mark in enumerate(race.marks):
            alone.advance(mark - alone.iteration)
            assert race.errors[place, column] == alone.error
        assert race.runs[place].digest == alone.digest
        assert race.runs[place].curve.points() == alone.curve.points()


def test_lanes_keep_step_and_work_is_counted_in_multiplications():
    race = Race([Recipe.named("xor"), Recipe.named("xor", hidden_size=8)], iterations=100, every=30)
    assert race.work == 4 * (16 + 32) * 100
    assert (race.worked, race.errors.shape, race.verdicts) == (0, (2, 1), (None, None))
    race.advance(4 * (16 + 32))
    assert [run.iteration for run in race.runs] == [1, 1]
    race.advance(4 * (16 + 32) * 40)
    assert (race.iteration, race.worked, race.errors.shape) == (41, 4 * (16 + 32) * 41, (2, 2))
    race.advance(race.work)
    assert race.is_finished
    assert race.worked == race.work
    race.advance(race.work)
    assert race.iteration == 100


def test_lanes_that_are_much_work_take_turns_and_are_never_more_than_an_iteration_apart():
    recipes = [Recipe.named("xor", hidden_size=size) for size in (4, 8, 16)]
    race, seen = Race(recipes, iterations=4, every=2), []
    while not race.is_finished:
        race.advance(4 * (16 + 32))  # less than an iteration of all
        seen.append(([run.iteration for run in race.runs], race.iteration, race.errors.shape[1]))
    assert seen[:4] == [([1, 1, 0], 0, 1), ([1, 1, 1], 1, 1), ([2, 2, 1], 1, 1), ([2, 2, 2], 2, 2)]
    assert race.worked == race.work
    together = Race(recipes, iterations=4, every=2)
    together.advance(together.work)
    np.testing.assert_array_equal(race.errors, together.errors)
    small = Race(recipes, iterations=4)
    small.advance(1)  # an iteration of one lane at least
    assert (small.worked, small.iteration, small.verdicts[1]) == (4 * 16, 0, None)
    small.advance(small.work // 2)
    assert [run.iteration for run in small.runs] == [2, 2, 2]


def test_progress_comes_to_1_and_a_race_can_be_stopped_and_driven_on(monkeypatch):
    monkeypatch.setattr("engine.driving.FIRST", 6_400)
    monkeypatch.setattr("engine.driving.SEGMENT", 6_400)
    race, told = Race([Recipe.named("xor")], iterations=1_000, every=500), []
    assert not drive(race, 1, told.append, cancelled=lambda: len(told) == 3)
    assert race.iteration == 300
    assert told == [0.1, 0.2, 0.3]
    assert drive(race, 2, told.append)
    assert told[-1] == 1.0
    assert race.errors.shape == (1, 3)


def test_an_interrupted_race_goes_on_where_each_lane_is():
    race, calls = Race([Recipe.named("xor"), Recipe.named("xor", alpha=2)], iterations=60, every=20), []

    def interrupted(do, runs):
        calls.append(do(runs[0]))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        race.advance(race.work, interrupted)
    assert [run.iteration for run in race.runs] == [20, 0]
    race.advance(race.work)
    assert race.errors.shape == (2, 4)
    assert race.errors[:, -1].tolist() == [run.error for run in race.runs]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("There are no alphas", {"alphas": []}),
        ("positive number", {"alphas": [1, -1]}),
        ("positive number", {"alphas": [float("nan")]}),
        ("positive number", {"alphas": [float("inf")]}),
        ("positive number", {"alphas": ["0.1"]}),
        ("must be a list", {"alphas": "0.1 1"}),
        ("from 1 to 200 lanes", {"alphas": range(1, 5_000)}),
        ("more than 200,000 alphas", {"alphas": range(1, 10**9)}),
        ("at least 1", {"hidden_sizes": [4, 0]}),
        ("There are no hidden sizes", {"hidden_sizes": ()}),
        ("no hidden layer", {"recipe": "one-layer", "hidden_sizes": [4]}),
        ("weights together", {"hidden_sizes": [10**9]}),
        ("iterations must be", {"iterations": 0}),
        ("every must be", {"every": 0}),
        ("every must be at least 1,000", {"iterations": 10**6, "every": 10}),
        ("threads must be", {"threads": 0}),
        ("is no experiment", {"recipe": "and"}),
    ],
)
def test_what_no_race_can_be_is_refused_in_a_sentence(words, asked):
    with pytest.raises(ValueError, match=words) as refusal:
        engine.race(**{"iterations": 10, "every": 10, **asked})
    assert "\n" not in str(refusal.value)


def test_the_same_alpha_twice_is_one_lane_and_one_alpha_needs_no_list():
    assert [recipe.alpha for recipe in engine.race(alphas=[1, 2, 1.0], iterations=1).recipes] == [1, 2]
    assert [recipe.alpha for recipe in engine.race(alphas=0.5, iterations=1).recipes] == [0.5]
    with pytest.raises(ValueError, match="these are none"):
        Race([])


def test_a_race_shows_itself():
    race = engine.race(alphas=[1, 10], iterations=20)
    lowest = min(run.error for run in race.runs)
    assert repr(race) == f"Race(xor, 2 lanes, iteration 20 of 20, lowest error {lowest:.5g})"
    assert str(race.plot()).count('<path d="M') == 3  # two curves, and the lines behind them
    assert "hidden size 4, alpha 10" in race._repr_html_()
