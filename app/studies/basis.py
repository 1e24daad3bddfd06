"""What a run is of, beside the settings that studies go through: by this a page knows whether a study is of a run."""

import hashlib
import json

from engine import Recipe

DIGITS = 16

APART = {"experiment", "inputs", "targets", "columns", "hidden_sizes", "seed", "alpha"}
"""Fields that decide no number, are told of by the digest of the data, or that a study gives each run anew."""


def basis_of(recipe: Recipe) -> str:
    """Return a fingerprint of the numbers of the data and of the program: of all but alpha, hidden size and seed.

    The same numbers have the same, however they were come by, and whatever the columns are called. Layers behind the
    first hidden one count, for no study changes them. It costs next to nothing where the digest of the data is known.
    """
    values = {name: value for name, value in recipe.to_dict().items() if name not in APART}
    basis = {**values, "data": recipe.data.digest, "deeper": recipe.hidden_sizes[1:]}
    return hashlib.sha256(json.dumps(basis, sort_keys=True).encode()).hexdigest()[:DIGITS]


POSTS = basis_of(Recipe.named("xor"))
