"""Long work on many runs, driven to its end over all cores."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any, Protocol

from engine.choices import at_least_one

SEGMENT = 50_000_000
"""Multiplications of one thread between two looks at progress and cancellation: some hundredths of a second."""

FIRST = 500_000
"""The same of the first segment, while code for the shape is still being made; each one after has twice as many."""

Over = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Calls a function with each of some things and has come back from all of them: `map`, or one that uses threads."""


class Study(Protocol):
    """Work that can be done a little at a time, counted in multiplications.

    Attributes
    ----------
    work : multiplications in all
    worked : those done so far
    """

    @property
    def work(self) -> int: ...

    @property
    def worked(self) -> int: ...

    @property
    def is_finished(self) -> bool: ...

    def advance(self, work: int, over: Over = ..., at_once: int = ...) -> None:
        """Do about so many multiplications, at least one iteration; spread over so many threads as `over` has."""


def drive(
    study: Study,
    threads: int | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Do all the work of a study; return whether it came to that.

    Also when it is interrupted (Ctrl+C) the study holds what was found so far, and can be driven on.

    Parameters
    ----------
    threads : how many cores to use; all by default
    progress : told the share of the work that is done, 0 to 1, some times a second
    cancelled : asked as often; when it says so, work ends there

    Raises
    ------
    ValueError
        If there are to be less threads than one.
    """
    threads = (os.cpu_count() or 1) if threads is None else at_least_one("threads", threads)
    with ThreadPoolExecutor(threads) as pool:

        def over(do: Callable[[Any], Any], things: Iterable[Any]) -> list[Any]:
            begun = [pool.submit(do, thing) for thing in things]
            try:
                wait(begun)
            except BaseException:  # somebody interrupts: what has begun gets there, the rest stays undone
                for each in begun:
                    each.cancel()
                wait(begun)
                raise
            return [each.result() for each in begun]

        segment = FIRST
        while not study.is_finished:
            if cancelled and cancelled():
                return False
            study.advance(segment * threads, over, threads)
            segment = min(SEGMENT, 2 * segment)
            if progress:
                progress(study.worked / study.work)
    return True
