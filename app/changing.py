"""Making a change to a run that stands where it ends."""

from typing import Any

from app.kept import KeptRun
from engine import Recipe, Run
from engine.changes import Change
from engine.edit import Edit


def changed(kept: KeptRun, changes: dict[str, Any]) -> list[Edit] | None:
    """Make changes to a run; return the edits, None if it is so already.

    Before anything was trained there is another recipe instead of an edit, unless weights are moved.

    Raises
    ------
    ValueError
        With one sentence that says what is allowed; then nothing was changed.
    """
    run = kept.run
    if run.iteration == 0 and not run.timeline and "weights" not in changes:
        recipe = _other(run.recipe, **changes)
        if recipe == run.recipe:
            return None
        kept.become(Run(recipe))
        return []
    return _set(run, changes) or None


def _set(run: Run, changes: dict[str, Any]) -> list[Edit]:
    """Edit a run; edits that wait for later iterations go if they would not fit any more."""
    try:
        return run.set(**changes)
    except ValueError:
        waiting = run.forget_later()
        try:
            if waiting:
                return run.set(**changes)
        except ValueError:
            run.timeline.extend(waiting)  # they were not the reason
        raise


def _other(recipe: Recipe, hidden_size: int | None = None, data: Change | None = None, **changes: Any) -> Recipe:
    if hidden_size is not None:
        changes["hidden_sizes"] = recipe.with_hidden_size(hidden_size)
    if data is not None:
        recipe = recipe.with_data(data.apply(recipe.data))
    return recipe.with_settings(**changes)
