"""Which place each study has in the line: how many have to end before it begins, and that in words."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from app.studies.study import Owner, Study


def places(
    running: Sequence[Study], waiting: Mapping[Owner, Sequence[Study]], most: int, whose: Callable[[Owner], bool]
) -> Iterator[tuple[Study, int, int]]:
    """Yield some that wait, with how many of their own session and how many of others have to end before they begin.

    With one at work at once that is the order in which they come. With more it is what has to end whichever ends first:
    exact for the next of a session that has none at work, and the least that it can be for the others.

    Parameters
    ----------
    running : in the order in which they began
    waiting : of each session, in the order in which they stand in line
    most : how many are at work at once
    whose : the sessions whose places are wanted; the others cost next to nothing
    """
    at_work = [study.owner for study in running]
    left = {owner: len(waiting.get(owner, ())) + 1 for owner in at_work}  # in turn: those that have one at work,
    left.update((owner, len(own)) for owner, own in waiting.items() if owner not in left)  # then the others
    reach: Counter[int] = Counter()  # sessions that have so many, or more
    for count, sessions in Counter(left.values()).items():
        for n in range(1, count + 1):
            reach[n] += sessions
    before = dict.fromkeys(left.values(), 0)  # sessions with so many that come before, each of which will have had one
    for i, (owner, count) in enumerate(left.items()):
        if whose(owner):
            works = i < len(at_work)
            others = max(0, i + 1 - most)
            for own, study in enumerate(waiting.get(owner, ()), int(works)):
                if own:  # after each of its own, one of every session that has any, but for those that are then at work
                    others += max(0, reach[own] - (0 if works else before.get(own, 0)) - most)
                yield study, own, others
        before[count] += 1


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
