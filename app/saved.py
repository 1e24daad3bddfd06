"""What goes to the disk and comes back; how that is done is for `app.storage` alone to know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


class StorageError(Exception):
    """The database can't be read or written at present."""


@dataclass
class Saved:
    """A session as it is on disk.

    `document` is what a learner made; `keyframes` are states of runs by their numbers, any of which may be missing.
    """

    document: dict[str, Any]
    keyframes: dict[int, bytes]


@dataclass
class Unsaved:
    """A session on its way to the disk: `document` makes the JSON text, and is called where time does not matter.

    `runs` are the numbers of all its runs; `has_fewer_runs` says that there may be keyframes of others.
    """

    name: str
    document: Callable[[], str]
    keyframes: dict[int, bytes]
    runs: set[int]
    has_fewer_runs: bool
