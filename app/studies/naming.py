"""What a run is called that was opened from a study, so that it is known again among the other runs."""

from collections.abc import Iterator

from app.messages import Purpose
from app.studies.asked import Asked

NAMES: dict[Purpose, str] = {
    "alphas": "alpha race",
    "sizes": "race of hidden sizes",
    "rule": "rule",
    "map": "map",
    "success": "success",
    "luck": "luck",
}


def name_of(asked: Asked, alpha: float, hidden_size: int | None, seed: int) -> str:
    """Return the study and what sets this run apart from its others, such as map: alpha 10, 32 units, seed 3."""
    return f"{NAMES[asked.purpose]}: {', '.join(_apart(asked, alpha, hidden_size, seed))}"


def _apart(asked: Asked, alpha: float, hidden_size: int | None, seed: int) -> Iterator[str]:
    one_alpha, one_size = len(asked.alphas) == 1, len(asked.hidden_sizes) == 1
    if not one_alpha or (asked.is_race and one_size):
        yield f"alpha {alpha:g}"
    if not one_size:
        yield f"{hidden_size:,} unit{'s' if hidden_size != 1 else ''}"
    if not asked.is_race:
        yield f"seed {seed}"
