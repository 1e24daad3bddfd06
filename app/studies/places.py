"""Which place each study has in the line: how many have to end before it begins, and that in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from app.studies.study import Owner, Study


def places(running: Sequence[Study], waiting: Sequence[Study], most: int) -> Iterator[tuple[Study, int, int]]:
    """Yield each that waits, with how many of its own session and how many of others have to end before it begins.

    With one at work at once that is the order in which they come. With more it is what has to end whichever ends first:
    exact for the next of a session that has none at work, and the least that it can be for the others.

    Parameters
    ----------
    running, waiting : in the order in which they began, and in which they stand in line
    most : how many are at work at once
    """
    left = Counter(study.owner for study in (*running, *waiting))
    reach = Counter(n for count in left.values() for n in range(1, count + 1))  # sessions that have so many, or more
    before: Counter[int] = Counter()  # sessions with so many that come before, each of which will have had one
    own_waiting: defaultdict[Owner, list[Study]] = defaultdict(list)
    for study in waiting:
        own_waiting[study.owner].append(study)
    for i, owner in enumerate(left):  # in turn: those that have one at work, then the others
        at_work = i < len(running)
        others = max(0, i + 1 - most)
        for own, study in enumerate(own_waiting[owner], int(at_work)):
            if own:  # after each of its own, one of every session that has any, but for those that are then at work
                others += max(0, reach[own] - (0 if at_work else before[own]) - most)
            yield study, own, others
        before[left[owner]] += 1


def waiting_for(own: int, others: int) -> str:
    """Say what a study waits for; `own` are of the same session."""
    parts = []
    if own:
        parts.append(f"{_count(own)} other experiment{'s' if own > 1 else ''} of yours")
    if others:
        what = "" if own else " experiments" if others > 1 else " experiment"
        parts.append(f"{_count(others)}{what} of other people on this server")
    return f"Waiting: {' and '.join(parts)} {'have' if own + others > 1 else 'has'} to end first."


def _count(number: int) -> str:
    return "one" if number == 1 else f"{number:,}"
