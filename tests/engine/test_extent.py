"""What a run from elsewhere may cost: known before any of it is done, whatever edits it is made of."""

import random
import time

import pytest

from engine import AddColumn, Copies, Edit, Recipe, RemoveColumn, Replace, Rules, Run, SetCell, Shuffle
from engine.extent import Extent
from engine.link import CHANGED, decode, text_of
from engine.packing import TooLarge
from engine.parcel import Shared, write
from tests.engine.test_link import DIGEST, refusal, sealed

XOR = Recipe.named("xor")
TALL = Recipe("own", [[0.5, 1.0]] * 400, [[1.0]] * 400, (3,))


def swinging(field, *values, count=9_999, apart=0):
    """Edits that go to and fro, at one iteration or at many."""
    return [Edit(1 + i * apart, field, values[i % len(values)]) for i in range(count)]


@pytest.mark.parametrize("apart", [0, 1])
@pytest.mark.parametrize(
    ("recipe", "field", "values"),
    [
        (XOR, "hidden_sizes", [(1,), (64,)]),
        (XOR, "hidden_sizes", [(4,), (300,)]),
        (Recipe.named("xor", hidden_sizes=(1,) * 64), "hidden_sizes", [(1,) * 64, (2,) * 64]),
        (Recipe.named("xor", hidden_sizes=(900, 900)), "hidden_sizes", [(900, 900), (900, 899)]),
        (Recipe.named("xor", hidden_sizes=(9000,)), "data", [AddColumn(), RemoveColumn(3)]),
        (TALL, "data", [Shuffle(1)]),
        (TALL, "data", [AddColumn(), RemoveColumn(2)]),
        (XOR, "data", [Replace([[1.0]], [[1.0]]), Copies(5000, 0.1, 1)]),
    ],
)
def test_no_kind_of_edit_can_be_made_for_ever(recipe, field, values, apart):
    with pytest.raises(TooLarge, match="changed too often for its size"):
        Extent.of(recipe, swinging(field, *values, apart=apart))


def test_an_edit_of_the_data_costs_more_where_they_are_trained_on():
    edits = [SetCell(0, 0, 1.0), SetCell(0, 0, 2.0)]
    Extent.of(TALL, swinging("data", *edits, count=600))
    with pytest.raises(TooLarge):
        Extent.of(Recipe("own", [[0.5, 1.0]] * 40_000, [[1.0]] * 40_000), swinging("data", *edits, count=600, apart=1))


@pytest.mark.parametrize(
    "edits",
    [
        swinging("alpha", 1.0, 2.5, apart=3),
        swinging("weights", (0.5,) * 16, (0.25,) * 16, apart=3),
        swinging("rules", Rules("step"), Rules(), count=5000, apart=3),
        swinging("hidden_sizes", (12,), (13,), count=2500, apart=3),
        swinging("data", SetCell(0, 0, 1.0), SetCell(0, 0, 2.0), count=5000, apart=3),
    ],
)
def test_what_a_hand_does_in_an_hour_is_allowed(edits):
    assert Extent.of(XOR, edits).weights >= 16


def test_hidden_units_are_those_of_all_layers():
    recipe = Recipe.named("xor", hidden_sizes=(4, 3))
    assert Extent.of(recipe, []).hidden == 7
    assert Extent.of(recipe, [Edit(5, "hidden_sizes", (6, 9))]).hidden == 15


def forged(chance):
    """A run that a short link can hold, with as much work in it as somebody could think of."""
    layers = chance.choice([0, 1, 1, 1, 2, 4, 30])
    recipe = Recipe.named("xor", hidden_sizes=tuple(chance.choice([1, 2, 64, 500]) for _ in range(layers)))
    size = chance.choice([2, 64, 600, 9000])
    kinds = [
        [Edit(0, "hidden_sizes", (1,) * layers), Edit(0, "hidden_sizes", (size,) * layers)],
        [Edit(0, "data", AddColumn()), Edit(0, "data", RemoveColumn(0))],
        [Edit(0, "data", AddColumn())],
        [Edit(0, "data", Copies(chance.choice([4, 100, 10_000, 100_000]), 0.1, 1))],
        [Edit(0, "data", Shuffle(3))],
        [Edit(0, "data", SetCell(0, 0, 1.0)), Edit(0, "data", SetCell(0, 0, 2.0))],
        [Edit(0, "alpha", 2.0), Edit(0, "alpha", 3.0)],
        [Edit(0, "rules", Rules("step")), Edit(0, "rules", Rules())],
        [Edit(0, "data", Replace([[1.0]], [[1.0]]))],
    ]
    edits, iteration = [], 0
    for _ in range(chance.randint(1, 3)):
        kind, apart = chance.choice(kinds), chance.choice([0, 0, 1])
        for i in range(chance.choice([1, 2, 20, 100, 400, 1000, 3000, 9000])):
            iteration += apart
            edits.append(Edit(iteration, kind[i % len(kind)].field, kind[i % len(kind)].value))
    return Shared(recipe, edits[:10_000], iteration, DIGEST)


def test_no_short_link_costs_much():
    """The first thing a lab does with a link, and training past its edits, is bounded; the bound is generous here."""
    Run(XOR).advance(100)
    chance, accepted = random.Random(4), 0
    for _ in range(40):
        shared = forged(chance)
        text = sealed(write(shared)) if chance.random() < 0.2 else None
        try:
            text = text or text_of(shared)
        except ValueError:
            continue
        begin = time.process_time()
        try:
            found = decode(text)
        except ValueError:
            assert time.process_time() - begin < 4
            continue
        run = Run(found.recipe, found.timeline)
        assert time.process_time() - begin < 4
        accepted += 1
        if run.multiplications * max(found.iteration, 1) < 2_000_000:
            run.advance(found.iteration)
            assert time.process_time() - begin < 6
    assert accepted > 5


# Names of columns


@pytest.mark.parametrize(
    ("name", "word"), [("\ud800", "half a character"), ("n" * 201, "up to 200 characters"), (5, "text")]
)
def test_a_column_is_called_what_can_be_written_down(name, word):
    rows, targets = [[1.0], [2.0]], [[1.0], [0.0]]
    for made in (
        lambda: Recipe("own", rows, targets, columns=(name,)),
        lambda: AddColumn(1.0, name),
        lambda: Replace(rows, targets, (name,)),
    ):
        with pytest.raises(ValueError, match=word):
            made()
    assert Recipe("own", rows, targets, columns=("Größe 🎈".ljust(200, "x"),)).columns[0].startswith("Größe 🎈")


@pytest.mark.parametrize("name", ["\ud800", "n" * 201, "n" * 20_000])
def test_a_link_with_such_a_name_is_none(name):
    edit = Edit(0, "data", AddColumn())
    object.__setattr__(edit.value, "name", name)
    assert refusal(sealed(write(Shared(XOR, [edit], 0, DIGEST)))) == CHANGED


def test_a_link_by_anybody_is_trained_no_further_than_is_asked_for():
    text = text_of(Shared(XOR, [], 2**50, DIGEST))
    with pytest.raises(ValueError, match="leads to iteration 1,125,899,906,842,624, and 1,000 iterations are the most"):
        Run.from_link(text, most_iterations=1000)
    run = Run(XOR)
    run.advance(1000)
    assert Run.from_link(run.link(), most_iterations=1000).digest == run.digest
