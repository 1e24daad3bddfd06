"""What was asked of a study: everything that decides what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Self

from app.messages import Purpose, Subject
from app.studies.basis import basis_of
from engine import Recipe

RACES = ("alphas", "sizes", "rule")
"""Purposes whose study is a race; those of all others are sweeps."""


@dataclass(frozen=True)
class Asked:
    """The recipe that all runs have in common, and in what they differ.

    Parameters
    ----------
    experiment : the one that was in view
    recipe : the alpha, the hidden size and the seed of its own are those of no run, but where a list has them too
    alphas, hidden_sizes : at least one of each; (None,) for a network without hidden layer
    seeds : how many, from 1 on; 0 for a race, which has the seed of the recipe
    """

    purpose: Purpose
    of: Subject
    experiment: str
    recipe: Recipe
    alphas: tuple[float, ...]
    hidden_sizes: tuple[int | None, ...]
    seeds: int
    iterations: int

    @property
    def is_race(self) -> bool:
        """Whether its runs are watched all the way, and are few."""
        return self.purpose in RACES

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        """The recipes of a race, alpha by alpha within hidden size by hidden size; not kept, as each has its rows."""
        seed = self.recipe.seed
        return tuple(self.recipe_of(alpha, size, seed) for size in self.hidden_sizes for alpha in self.alphas)

    def recipe_of(self, alpha: float, hidden_size: int | None, seed: int) -> Recipe:
        """Return the recipe of one run."""
        sizes = self.recipe.hidden_sizes if hidden_size is None else self.recipe.with_hidden_size(hidden_size)
        return self.recipe.with_settings(alpha=alpha, hidden_sizes=sizes, seed=seed)

    @property
    def own(self) -> Recipe:
        """The recipe with the seed of the run in view, in the first cell of a sweep."""
        return self.recipe_of(self.alphas[0], self.hidden_sizes[0], self.recipe.seed)

    def has(self, alpha: float, hidden_size: int | None, seed: int) -> bool:
        """Tell whether it has such a run."""
        in_lists = alpha in self.alphas and hidden_size in self.hidden_sizes
        is_own = seed == self.recipe.seed and (alpha, hidden_size) == (self.alphas[0], self.hidden_sizes[0])
        return in_lists and (seed == self.recipe.seed if self.is_race else 1 <= seed <= self.seeds or is_own)

    @cached_property
    def title(self) -> str:
        """What was asked, such as 7 alphas × 60,000 iterations."""
        counts = ((len(self.alphas), "alphas"), (len(self.hidden_sizes), "hidden sizes"), (self.seeds, "seeds"))
        parts = [f"{count:,} {name}" for count, name in counts if count > 1]
        return " × ".join([*parts, f"{self.iterations:,} iteration{'s' if self.iterations > 1 else ''}"])

    @cached_property
    def basis(self) -> str:
        """What it is of, for comparison with a run; see `app.studies.basis`."""
        return basis_of(self.recipe)

    @cached_property
    def about(self) -> str:
        """What all its runs have in common, such as alpha 1, seed 1."""
        return ", ".join(self._common())

    def _common(self) -> Iterator[str]:
        recipe = self.recipe
        if self.of == "post":
            yield "XOR of the posts"
        elif recipe.data != Recipe.named(recipe.experiment).data:
            yield f"own data ({recipe.data.n_rows:,} rows)"
        if len(self.alphas) == 1:
            yield f"alpha {self.alphas[0]:g}"
        if len(self.hidden_sizes) == 1:
            yield "no hidden layer" if self.hidden_sizes[0] is None else f"hidden size {self.hidden_sizes[0]}"
        if self.seeds <= 1:
            yield f"seed {1 if self.seeds else recipe.seed}"
        if not recipe.rules.lawful:
            yield "program changed"
        if recipe.start != "random":
            yield f"{recipe.start} at first"

    def to_dict(self) -> dict[str, Any]:
        """Return everything, fit for JSON."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**values, "recipe": self.recipe.to_dict()}

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Self:
        """Return what `to_dict` wrote down, also through JSON."""
        lists = {name: tuple(document[name]) for name in ("alphas", "hidden_sizes")}
        return cls(**{**document, **lists, "recipe": Recipe.from_dict(document["recipe"])})
