"""A run as one file that trains it again in a browser, without a server: `static/alone/` and all it needs inline."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from jinja2 import Template

from app import __version__
from app.export.modules import together, without_comments
from app.export.taken import Taken
from app.export.unfolded import unfolded
from app.messages import Mark

ENTRY = "alone/main.js"

STYLES = ("base.css", "transport.css", "network.css", "panels.css", "code.css", "alone.css")
"""The lab's own, so that the file looks like it, and what is different."""

MOST_BYTES = 16_000_000
"""A longer file would not be read by a phone; the data of 10,000 rows with 32 columns fit."""

_FONTS = re.compile(r"@font-face \{[^}]*\}\n*")


def page(taken: Taken, marks: Sequence[Mark], program: str, template: Template, static: Callable[[str], str]) -> str:
    """Return the file.

    Parameters
    ----------
    taken : the run
    marks : its edits in words
    program : the text of the program that it follows
    template : of the page
    static : returns the text of a static file by its name

    Raises
    ------
    ValueError
        If the run's data and edits would make it too large.
    """
    scales = _Scales()
    run = {
        **unfolded(taken, scales.weigh),
        "marks": [mark.model_dump(include={"iteration", "label"}) for mark in marks],
        "program": program,
    }
    data = _inline(run)
    _check(len(data))
    script, style = _parts(static)
    text: str = template.render(
        title=taken.title,
        label=taken.label,
        version=__version__,
        icon=f"data:image/svg+xml;base64,{base64.b64encode(static('favicon.svg').encode()).decode()}",
        policy=_policy(script, style),
        style=style,
        script=script,
        run=data,
    )
    return text


class _Scales:
    """Weighs the parts of a run while it is written out, so that no more is written than a file may have."""

    def __init__(self) -> None:
        self._bytes = 0

    def weigh(self, part: Any) -> None:
        """Add a part; raise ValueError if that is too much."""
        self._bytes += len(_inline(part))
        _check(self._bytes)


def _check(size: int) -> None:
    if size > MOST_BYTES:
        raise ValueError(
            f"The data and the edits of this run would make a file of more than {MOST_BYTES / 1e6:.0f} MB, which is the"
            " most that it may have: take the tables home instead."
        )


@cache
def _parts(static: Callable[[str], str]) -> tuple[str, str]:
    """Return the script and the style sheet, which are the same in every file."""
    return together(ENTRY, static), without_comments(_FONTS.sub("", "\n".join(map(static, STYLES))))


def _policy(script: str, style: str) -> str:
    """Return a policy by which the file may run its own script and style, and load nothing."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _inline(document: dict[str, Any]) -> str:
    """Return JSON that can stand in a script element: whatever is written in it, it does not end there."""
    return json.dumps(document, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
