"""What goes to the disk and comes back; how that is done is for `app.keep.storage` alone to know."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any


class StorageError(Exception):
    """The database can't be read or written at present; `sentence` says so to people, without a path.

    `is_damage` says that it may be the fault of what was written, and not concern the rest; `may_pass` that all may be
    there again when somebody has unlocked it, made room or given leave.
    """

    def __init__(self, sentence: str, detail: str = "", is_damage: bool = False, may_pass: bool = False) -> None:
        super().__init__(detail or sentence)
        self.sentence, self.is_damage, self.may_pass = sentence, is_damage, may_pass


class MovedError(StorageError):
    """The database's file is gone, or another lies in its place."""


@dataclass(frozen=True)
class SavedStudy:
    """A study as it is on disk; see `app.studies.saving`."""

    document: bytes
    result: bytes | None


@dataclass
class Saved:
    """A session as it is on disk.

    `document` is what a learner made; `keyframes` are states of runs by their numbers, any of which may be missing.
    """

    document: dict[str, Any]
    keyframes: dict[int, bytes]
    owner: str | None = None
    studies: dict[int, SavedStudy] = field(default_factory=dict)
    """By number."""


@dataclass(frozen=True)
class Card:
    """What a list of runs shows of one: see `app.keep.shelf`."""

    experiment: str
    name: str
    """What the learner called it; empty: nothing."""
    label: str
    iteration: int
    """Where the page stands."""
    error: float
    picture: str
    """What the small picture is drawn from, as JSON."""


@dataclass(frozen=True)
class Kept:
    """A run in the list, with where it is to be found."""

    id: str
    """See `id_of`."""
    session: str
    run: int
    saved_at: float
    """Seconds since 1970."""
    card: Card


def id_of(session: str, run: int) -> str:
    """Return the name of a run in the list: the session's name is a secret, and from this nobody can tell it."""
    return blake2b(f"{session} {run}".encode(), digest_size=16).hexdigest()


@dataclass
class Unsaved:
    """A session on its way to the disk: `document` makes the JSON text, and is called where time does not matter.

    `runs` are the numbers of all its runs; `has_fewer_runs` says that there may be keyframes and cards of others.
    """

    name: str
    document: Callable[[], str]
    keyframes: dict[int, bytes]
    runs: set[int]
    has_fewer_runs: bool
    owner: str | None = None
    cards: dict[int, Card] = field(default_factory=dict)
    """Of the runs that have changed since they were last written."""
    studies: dict[int, Callable[[], SavedStudy]] = field(default_factory=dict)
    """Those that have changed, made where time does not matter."""
    study_numbers: set[int] = field(default_factory=set)
    """Of all its studies; there may be others on disk if `has_fewer_studies`."""
    has_fewer_studies: bool = True
