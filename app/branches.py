"""The runs of an experiment beside each other: branches, and which of them are kept."""

from typing import TYPE_CHECKING

from app.kept import KeptRun
from app.messages import Fork

if TYPE_CHECKING:
    from app.workspace import Workspace


def spare_colour(others: list[KeptRun]) -> int:
    """Return the first colour that none of these has."""
    taken = {kept.colour for kept in others}
    return next(colour for colour in range(len(taken) + 1) if colour not in taken)


def branched(parent: KeptRun) -> KeptRun:
    """Return a run that has the past of another, up to where the page stands, and nothing of what followed.

    It has no number yet.
    """
    run = parent.run.at(parent.run.iteration)
    run.forget_later()
    branch = KeptRun.of(0, run, fork=Fork(run=parent.number, iteration=run.iteration))
    branch.beginning = parent.beginning
    branch.pins = list(parent.pins)  # of whatever they are: they are there to be compared with
    return branch


def kept_among(others: list[KeptRun], kept: KeptRun, most: int) -> tuple[list[KeptRun], list[KeptRun]]:
    """Return the runs with one more, the newest last, and those that had to make room: the oldest without a name."""
    others, gone = [*others, kept], []
    while len(others) > most:
        oldest = next((other for other in others if not other.name), others[0])
        others = [other for other in others if other is not oldest]
        gone.append(oldest)
    return others, gone


def part_ways(workspace: "Workspace", kept: KeptRun, iteration: int) -> None:
    """Take note that a run has another past from an iteration on: so far only do its branches share it."""
    for other in workspace.runs:
        if other.fork and kept.number in (other.number, other.fork.run) and other.fork.iteration > iteration:
            other.fork = Fork(run=other.fork.run, iteration=iteration)


def adopt(runs: list[KeptRun], gone: list[KeptRun]) -> None:
    """Have the branches of runs that go be branches of what those came from: they share its past as well.

    What branched off the first of all keeps the number of its parent, by which it shares a past with its siblings.
    """
    forks = {kept.number: kept.fork for kept in gone if kept.fork}
    for run in runs:
        while run.fork and (older := forks.get(run.fork.run)):
            run.fork = Fork(run=older.run, iteration=min(run.fork.iteration, older.iteration))


def farewell(gone: list[KeptRun]) -> str | None:
    """Return the sentence that names the runs that had to make room."""
    if not gone:
        return None
    names = " and ".join(kept.title for kept in gone)
    verb, back = ("has", "it") if len(gone) == 1 else ("have", "them")
    return f"There is no room for more runs, so {names} {verb} gone: Undo brings {back} back."
