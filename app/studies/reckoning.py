"""How long a study would take, reckoned before it begins; the same on every machine, and however busy it is."""

from app.effort import BROKEN_RULES
from app.studies.asked import Asked
from engine.weights import count

EACH_MULTIPLICATION = 3e-9
"""Seconds of a multiplication, with all that comes with it, on a machine of no great age."""

FEWEST = 64
"""Multiplications as which an iteration counts at least: it has other things to do as well."""


def seconds_of(asked: Asked) -> float:
    """Return about how long it takes."""
    recipe = asked.recipe
    factor = EACH_MULTIPLICATION * (1.0 if recipe.rules.lawful else BROKEN_RULES)
    shapes = [recipe.sizes if size is None else _shape(recipe.sizes, size) for size in asked.hidden_sizes]
    each = sum(max(FEWEST, recipe.data.n_rows * count(shape)) for shape in shapes)
    return factor * each * len(asked.alphas) * max(1, asked.seeds) * asked.iterations


def _shape(sizes: tuple[int, ...], hidden_size: int) -> tuple[int, ...]:
    return (sizes[0], hidden_size, *sizes[2:])


def in_words(seconds: float) -> str:
    """Return a time as people say it: 40 seconds, 3 hours."""
    for size, unit in ((86400 * 365, "year"), (86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{seconds / size:,.0f} {unit}s"
    return f"{seconds:.0f} seconds"
