"""What the page's address asks for: /?experiment=xor&alpha=10&hidden_size=32&seed=1."""

from typing import Any

from app.experiments import DEFAULT, experiment
from app.refusal import bad_value, typed_number, typed_whole_number
from app.settings import Settings
from engine import Recipe
from engine.checks import MAX_SEED

POSITIVE_ALPHA = "alpha must be a positive number, such as 0.5 or 10."


def recipe_of(query: dict[str, str], settings: Settings) -> Recipe:
    """Return the recipe that an address's query asks for; what it leaves out is as in the post.

    Raises
    ------
    Refusal
        With the sentence for the first value that can't be.
    """
    name = query.get("experiment", DEFAULT)
    experiment(name)
    wanted: dict[str, Any] = {}
    if "alpha" in query:
        wanted["alpha"] = typed_number("alpha", query["alpha"], POSITIVE_ALPHA)
    if "hidden_size" in query:
        wanted["hidden_size"] = typed_whole_number("hidden size", query["hidden_size"], 1, settings.max_hidden_size)
    if "seed" in query:
        wanted["seed"] = typed_whole_number("seed", query["seed"], 0, MAX_SEED)
    try:
        return Recipe.named(name, **wanted)
    except ValueError as error:
        field = "alpha" if str(error).startswith("alpha") else "hidden size"
        raise bad_value(field, str(error)) from None
