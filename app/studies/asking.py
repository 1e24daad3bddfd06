"""Reading what a person asks of a study, or saying in one sentence why that can't be."""

from app.messages import StartRace, StartSweep
from app.refusal import bad_value, typed_whole_number
from app.settings import Settings
from app.studies.asked import Asked
from app.studies.lists import once_each, typed_alphas, typed_sizes
from app.studies.reckoning import in_words, seconds_of
from engine import Recipe

NEEDED = {"alphas": "alphas", "rule": "alphas", "map": "alphas", "sizes": "hidden sizes", "success": "hidden sizes"}
"""The list without which there would be nothing to compare."""

EXAMPLE = {"alphas": "0.1 1 10", "hidden sizes": "2 4 8"}

NO_LAYER = "This network has no hidden layer"


def race_asked(verb: StartRace, recipe: Recipe, experiment: str, settings: Settings) -> tuple[Asked, str]:
    """Return what a race is to be, and what is to be said of what was typed, or nothing.

    `recipe` is that of the run in view, or of the post.

    Raises
    ------
    Refusal
        With one sentence, for the first thing that can't be.
    """
    return _asked(verb, recipe, experiment, settings, 0)


def sweep_asked(verb: StartSweep, recipe: Recipe, experiment: str, settings: Settings) -> tuple[Asked, str]:
    """Return what a sweep is to be; as `race_asked`."""
    seeds = typed_whole_number("seeds", verb.seeds, 1, settings.max_study_runs)
    return _asked(verb, recipe, experiment, settings, seeds)


def _asked(
    verb: StartRace | StartSweep, recipe: Recipe, experiment: str, settings: Settings, seeds: int
) -> tuple[Asked, str]:
    most = settings.max_lanes if seeds == 0 else settings.max_study_runs
    listed_alphas = typed_alphas(verb.alphas, most)
    listed_sizes = typed_sizes(verb.hidden_sizes, settings.max_hidden_size, most)
    alphas = listed_alphas.numbers
    sizes: tuple[int | None, ...] = listed_sizes.numbers
    if sizes and not recipe.hidden_sizes:
        raise bad_value("hidden sizes", f"{NO_LAYER}: leave the hidden sizes empty, or try the posts' XOR.")
    for field, given in (("alphas", alphas), ("hidden sizes", sizes)):
        if not given and NEEDED.get(verb.purpose) == field:
            raise bad_value(field, _nothing(field, recipe))
    asked = Asked(
        purpose=verb.purpose,
        of=verb.of,
        experiment=experiment,
        recipe=recipe,
        alphas=alphas or (recipe.alpha,),
        hidden_sizes=sizes or recipe.hidden_sizes[:1] or (None,),
        seeds=seeds,
        iterations=typed_whole_number("iterations", verb.iterations, 1, settings.max_iterations),
    )
    _check_size(asked, most, settings.study_seconds)
    return asked, once_each(list(dict.fromkeys([*listed_alphas.repeated, *listed_sizes.repeated])))


def _nothing(field: str, recipe: Recipe) -> str:
    if field == "hidden sizes" and not recipe.hidden_sizes:
        return f"{NO_LAYER}, so it has no sizes to compare: try the posts' XOR."
    return f"There are no {field} to compare: type at least one, such as {EXAMPLE[field]}."


def _check_size(asked: Asked, most: int, seconds: float) -> None:
    """Refuse more runs than may be, or more work."""
    cells, what = len(asked.alphas) * len(asked.hidden_sizes), "runs in all"
    runs = cells * max(1, asked.seeds)
    longest = "alphas" if len(asked.alphas) >= len(asked.hidden_sizes) else "hidden sizes"
    if asked.is_race:
        what = "runs side by side"
    elif asked.seeds >= cells:
        longest = "seeds"
    if runs > most:
        raise bad_value(longest, f"This would be {runs:,} {what}, and the limit is {most:,}: take fewer {longest}.")
    takes = seconds_of(asked)
    if takes > seconds:
        field = "iterations" if asked.seeds <= 1 else "seeds"
        raise bad_value(
            field,
            f"This would take about {in_words(takes)} of computing, and the limit is {in_words(seconds)}:"
            f" take fewer {'runs' if asked.seeds <= 1 else 'seeds'} or iterations.",
        )
