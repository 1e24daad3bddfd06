"""Runs that come by a link, and those that short links lead to. Whatever a link says is untrusted."""

import asyncio
import hashlib
import zlib
from base64 import b32encode
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.admission import admitted
from app.keep.saved import StorageError
from app.keep.saver import Saver
from app.refusal import bad_value
from app.settings import Settings
from app.share.brake import Brake
from app.share.turns import Turns
from engine import Recipe, Run
from engine.edit import Edit
from engine.link import decode
from engine.packing import MOST_BYTES
from engine.parcel import Shared, read, write

MOST_NEWEST = 16
"""Runs of links that are remembered, each of some megabytes at the most."""

LONGEST_NAME = 60

FORMAT = b"1"
"""Before the bytes of a kept run: how they are to be read."""

BURST, REST = 20, 30.0
"""A session may make so many short links at once, and then one in so many seconds."""

LAB_BURST, LAB_REST = 200, 10.0
"""The same of all sessions together, which are free to be had."""

MOST_SESSIONS = 1000
"""Sessions whose short links are counted; the longest silent are forgotten."""

NO_DATABASE = "Short links can't be looked up just now: the server's database can't be used. Try again in a while."
NOT_KEPT = "The short link could not be kept: the server's database can't be used."
NO_LINKS = "This lab keeps no runs, and so no short links."
NONE_KEPT = "There is no run behind this short link: this lab keeps none, so it was made in another."
UNKNOWN = "There is no run behind this short link: it was made in another lab, or has been deleted."


class NoShortLinkError(Exception):
    """A short link can't be made; the message says why. `status` is that of the HTTP answer."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class Links:
    """Reads links, and keeps runs so that a short one leads to them."""

    def __init__(self, settings: Settings, saver: Saver) -> None:
        self._settings = settings
        self._saver = saver
        self.turns = Turns()
        self._newest: OrderedDict[str, Shared] = OrderedDict()  # the page of a link and its socket ask for the same
        self._brake = Brake(LAB_BURST, LAB_REST)
        self._brakes: OrderedDict[str, Brake] = OrderedDict()  # by session

    @property
    def keeps(self) -> bool:
        """Whether short links can be made."""
        return self._saver.saves and self._settings.max_links > 0

    async def read(self, query: dict[str, str]) -> Shared | None:
        """Return the run that an address's query holds (`run`) or names (`r`), if it has either.

        Raises
        ------
        Refusal
            With one sentence that says what is wrong with the link, or that this lab does not allow such a run.
        """
        if "run" not in query and "r" not in query:
            return None
        content = None if "run" in query else await self._content(query["r"])
        text = query.get("run", "")
        key = hashlib.sha256(content or text.encode(errors="replace")).hexdigest()
        shared = self._newest.pop(key, None)
        if shared is None:
            try:
                shared = await self.turns.take(partial(self._read, text, content))
            except ValueError as error:
                raise bad_value("run", str(error)) from None
        self._newest[key] = shared
        while len(self._newest) > MOST_NEWEST:
            self._newest.popitem(last=False)
        return shared

    async def begun(self, recipe: Recipe, timeline: Sequence[Edit], reach: int | None = None) -> Run:
        """Return a run at iteration 0, made when it is its turn; unless `reach` is None it is admitted first.

        Raises
        ------
        Refusal
            With one sentence, if this lab does not take it.
        """

        def made() -> Run:
            return Run(recipe if reach is None else admitted(self._settings, recipe, timeline, reach), timeline)

        return await self.turns.take(made)

    async def keep(self, session: str, shared: Shared) -> str:
        """Keep a run and return its name in a short link: the same for the same run.

        Raises
        ------
        NoShortLinkError
            With one sentence, if it is too large, if there are too many, or if the database can't be used.
        """
        content = FORMAT + await asyncio.to_thread(_packed, shared)
        if len(content) > self._settings.max_link_bytes:
            most = self._settings.max_link_bytes
            raise NoShortLinkError(f"This run takes {len(content):,} bytes, and a short link holds {most:,}.", 413)
        self._check_pace(session)
        name = b32encode(hashlib.sha256(content).digest()[:8]).decode().rstrip("=").lower()
        most, room = self._settings.max_links, self._settings.max_links_bytes
        try:
            kept = await self._saver.ask(lambda storage: storage.keep_link(name, content, most, room))
        except StorageError:
            raise NoShortLinkError(NOT_KEPT, 503) from None
        if kept is None:
            raise NoShortLinkError(NOT_KEPT if self._settings.database else NO_LINKS, 503)
        if kept == "too many":
            raise NoShortLinkError("This lab keeps as many short links as it may.", 409)
        if kept == "no room":
            raise NoShortLinkError("This lab has no room left for a short link to a run as large as this.", 409)
        return name

    async def _content(self, name: str) -> bytes:
        try:
            found = await self._saver.ask(lambda storage: (storage.link(name),))
        except StorageError:
            raise bad_value("run", NO_DATABASE) from None
        if found is None:
            raise bad_value("run", NO_DATABASE if self._settings.database else NONE_KEPT)
        (content,) = found
        if content is None:
            raise bad_value("run", UNKNOWN)
        return content

    def _read(self, text: str, content: bytes | None) -> Shared:
        shared = decode(text) if content is None else _unpacked(content)
        extent = shared.extent if content is None else None  # `decode` has said what is wrong with it
        recipe = admitted(self._settings, shared.recipe, shared.timeline, shared.iteration, extent)
        return replace(shared, recipe=recipe)

    def _check_pace(self, session: str) -> None:
        """Take note of one more; raise NoShortLinkError if it comes too soon after others."""
        own = self._brakes.pop(session, None) or Brake(BURST, REST)
        self._brakes[session] = own
        if len(self._brakes) > MOST_SESSIONS:
            self._brakes.popitem(last=False)
        if own.holds:
            raise NoShortLinkError("So many short links at once are not made: try again in half a minute.", 429)
        if self._brake.holds:
            raise NoShortLinkError("Very many short links are being made in this lab: try again in a while.", 429)
        own.spend()
        self._brake.spend()


def _packed(shared: Shared) -> bytes:
    try:
        return zlib.compress(write(shared), 9)
    except ValueError as error:
        raise NoShortLinkError(f"This run is too large for any link: {error}", 413) from None


def _unpacked(content: bytes) -> Shared:
    try:
        inflater = zlib.decompressobj()
        data = inflater.decompress(content[1:], MOST_BYTES + 1)
        if content[:1] != FORMAT or len(data) > MOST_BYTES:
            raise ValueError(UNKNOWN)
        return read(data)
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError, ArithmeticError):
        raise ValueError("The run behind this short link is damaged.") from None


def shared_name(shared: Shared) -> str:
    """Return what somebody called the run, as far as it goes on one line."""
    return " ".join(shared.name.split())[:LONGEST_NAME]
