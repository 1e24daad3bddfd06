"""What a race or a sweep is over: lists of alphas, hidden sizes and seeds, checked and told in one sentence."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from numbers import Real
from typing import Any, TypeVar

from engine.checks import positive_number, seed_number, unit_count, whole_number
from engine.recipe import Recipe
from engine.weights import count

POSTS_ALPHAS = (0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0)
"""The alphas of the second post."""

MOST_RUNS = 200_000
"""Runs of a sweep, and values in a list; a million seeds are refused."""

MOST_WEIGHTS = 50_000_000
"""Weights that are trained at a time: some gigabytes with all that belongs to them."""

LONGEST = 40
"""Characters of a value that are quoted."""

T = TypeVar("T")


def recipe_of(recipe: Recipe | str) -> Recipe:
    """Return a recipe as it is, or one of the posts' by its name."""
    return recipe if isinstance(recipe, Recipe) else Recipe.named(recipe)


def alphas_of(alphas: Iterable[float]) -> tuple[float, ...]:
    """Return alphas, each once; raise ValueError if one is not a positive number, or if there is none."""
    return _distinct("alphas", alphas, partial(positive_number, "alpha"))


def sizes_of(recipe: Recipe, sizes: Iterable[int | None] | None) -> tuple[int | None, ...]:
    """Return the hidden sizes that a recipe is to have, each once; its own for None, (None,) without hidden layers.

    Raises
    ------
    ValueError
        If one is no size, if there is none, or if there is no hidden layer to have a size.
    """
    given = None if sizes is None else tuple(_listed("hidden sizes", sizes))
    if not recipe.hidden_sizes:
        if given not in (None, (), (None,)):
            raise ValueError(f"{recipe.experiment} has no hidden layer, so it has no hidden size to set.")
        return (None,)
    if given is None:
        return recipe.hidden_sizes[:1]
    return _distinct("hidden sizes", given, unit_count)


def seeds_of(seeds: int | Iterable[int]) -> tuple[int, ...]:
    """Return seeds, each once: 1, 2, … if they are given as how many; raise ValueError if one is none."""
    if isinstance(seeds, Iterable):
        return _distinct("seeds", seeds, seed_number)
    number = at_least_one("seeds", seeds)
    if number > MOST_RUNS:
        raise ValueError(f"These are {number:,} seeds, and the limit is {MOST_RUNS:,}.")
    return tuple(range(1, number + 1))


def check_weights(shapes: Iterable[Sequence[int]]) -> None:
    """Raise ValueError if networks with these layer sizes have too many weights to be trained at a time."""
    weights = sum(count(sizes) for sizes in shapes)
    if weights > MOST_WEIGHTS:
        raise ValueError(f"These networks have {weights:,} weights together, and the limit is {MOST_WEIGHTS:,}.")


def at_least_one(name: str, value: int) -> int:
    """Return `value` if it is a whole number of at least 1; raise ValueError if not."""
    number = whole_number(name, value)
    if number < 1:
        raise ValueError(f"{name} must be a whole number, at least 1.")
    return number


def _listed(name: str, values: Iterable[Any]) -> Sequence[Any]:
    if isinstance(values, Real) and not isinstance(values, bool):
        return [values]
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise ValueError(f"{name} must be a list of numbers.")
    listed = list(islice(values, MOST_RUNS + 1))
    if len(listed) > MOST_RUNS:
        raise ValueError(f"These are more than {MOST_RUNS:,} {name}, which is the limit.")
    return listed


def _distinct(name: str, values: Iterable[Any], check: Callable[[Any], T]) -> tuple[T, ...]:
    """Return what `check` makes of the values, each once, in the order in which they first came."""
    found: dict[T, None] = {}
    for value in _listed(name, values):
        try:
            found[check(value)] = None
        except ValueError as error:
            shown = f"{value:g}" if isinstance(value, float) else str(value)[:LONGEST]
            raise ValueError(f"{str(error).removesuffix('.')}, and {shown} is not.") from None
    if not found:
        raise ValueError(f"There are no {name}: at least one is needed.")
    return tuple(found)
