"""A run that was opened from a study is called so that it can be told from the others of that study."""

from dataclasses import replace

import pytest

from app.session import MOST_NAME
from app.studies.asked import Asked
from app.studies.naming import NAMES, name_of
from engine import Recipe
from engine.checks import MAX_SEED

RACE = Asked("alphas", "post", "xor", Recipe.named("xor"), (0.1, 10), (4,), 0, 60_000)
MAP = replace(RACE, purpose="map", hidden_sizes=(4, 32), seeds=5)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (RACE, "alpha race: alpha 10"),
        (replace(RACE, alphas=(10,)), "alpha race: alpha 10"),
        (replace(RACE, purpose="rule", hidden_sizes=(4, 32)), "rule: alpha 10, 32 units"),
        (replace(RACE, purpose="sizes", alphas=(10,), hidden_sizes=(4, 32)), "race of hidden sizes: 32 units"),
        (MAP, "map: alpha 10, 32 units, seed 3"),
        (replace(MAP, purpose="success", alphas=(10,)), "success: 32 units, seed 3"),
        (replace(RACE, purpose="luck", alphas=(10,), seeds=5), "luck: seed 3"),
    ],
)
def test_a_run_is_called_after_what_sets_it_apart(asked, name):
    assert name_of(asked, 10, 32, 3) == name


def test_one_unit_is_one():
    assert name_of(replace(RACE, hidden_sizes=(1, 2)), 0.1, 1, 1) == "alpha race: alpha 0.1, 1 unit"


@pytest.mark.parametrize("purpose", NAMES)
def test_a_name_fits(purpose):
    asked = replace(RACE, purpose=purpose, hidden_sizes=(4, 1024), seeds=5)
    assert len(name_of(asked, 1.23456789e-100, 1024, MAX_SEED)) <= MOST_NAME
