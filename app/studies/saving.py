"""A study as it is kept, and back: what was asked is the truth; what was found is kept so that it need not be again."""

import gzip
import logging
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import orjson

from app.keep.saved import SavedStudy
from app.studies.asked import Asked
from app.studies.results import STUDY_RESULTS
from app.studies.study import Owner, Study

log = logging.getLogger(__name__)

VERSION = 1
"""Raised by one whenever a program of the version before could misread a document."""


def of(study: Study) -> Callable[[], SavedStudy]:
    """Return what makes the form in which a study is kept as it is now, in whatever thread."""
    told = {"state": study.state, "why": study.why, "version": study.version, "worked": study.worked}
    document = {"version": VERSION, "made_at": study.made_at, "told": told if study.is_over else None}
    return partial(_made, document, study.asked, study.answer)


def _made(document: dict[str, Any], asked: Asked, answer: bytes | None) -> SavedStudy:
    text = orjson.dumps({**document, "asked": asked.to_dict()})  # json takes long over many rows, and stops all threads
    return SavedStudy(zlib.compress(text), answer)


def restored(owner: Owner, saved: dict[int, SavedStudy]) -> list[Study]:
    """Return the studies that can be read, in the order of their numbers; takes a while, and no study begins."""
    studies = []
    for number, one in sorted(saved.items()):
        try:
            studies.append(_restored(owner, number, one))
        except Exception:  # whatever is wrong with it: damaged bytes fail in many ways
            log.warning("A saved study is damaged and was left out; the others are there.")
    return studies


def _restored(owner: Owner, number: int, saved: SavedStudy) -> Study:
    document = orjson.loads(zlib.decompress(saved.document))
    if document["version"] != VERSION:
        raise ValueError("This study was saved by another version.")
    study = Study(owner, number, Asked.from_dict(document["asked"]), document["made_at"])
    told = document["told"]
    if told is not None and (_is_sound(saved.result, number) if saved.result else told["version"] == 0):
        study.come_back(told["state"], told["why"], told["version"], told["worked"], saved.result)
    elif told is not None and told["state"] != "done":
        raise ValueError("What it found before it was cancelled can't be found again.")
    study.row()  # raises here rather than when a page joins
    return study


def _is_sound(result: bytes, number: int) -> bool:
    """Tell whether the page of this version understands what was found; if not it is found again."""
    try:
        return STUDY_RESULTS.validate_json(gzip.decompress(result)).number == number
    except (OSError, EOFError, zlib.error, ValueError):
        log.warning("What a study has found can't be read; it is found again.")
        return False
