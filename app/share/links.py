"""Runs that come by a link, and those that short links lead to. Whatever a link says is untrusted."""

import asyncio
import hashlib
import time
import zlib
from base64 import b32encode
from collections import OrderedDict
from dataclasses import replace

from app.admission import admitted
from app.keep.saved import StorageError
from app.keep.saver import Saver
from app.refusal import bad_value
from app.settings import Settings
from engine.link import decode
from engine.packing import MOST_BYTES
from engine.parcel import Shared, read, write

AT_ONCE = 2
"""Links that are read at the same time: the worst take a second."""

LONGEST_NAME = 60
LONGEST_COLUMN = 200

FORMAT = b"1"
"""Before the bytes of a kept run: how they are to be read."""

BURST, REST = 20, 30.0
"""A session may make so many short links at once, and then one in so many seconds."""

MOST_SESSIONS = 1000
"""Sessions whose short links are counted; the longest silent are forgotten."""

NO_DATABASE = "Short links can't be looked up just now: the server's database can't be used. Try again in a while."
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
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._made: OrderedDict[str, float] = OrderedDict()  # by session: the time up to which its links are paid for

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
        async with self._turns:
            try:
                return await asyncio.to_thread(self._read, query.get("run", ""), content)
            except ValueError as error:
                raise bad_value("run", str(error)) from None

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
        if not self._may_make(session):
            raise NoShortLinkError("So many short links at once are not made: try again in half a minute.", 429)
        name = b32encode(hashlib.sha256(content).digest()[:8]).decode().rstrip("=").lower()
        try:
            kept = await self._saver.ask(lambda storage: storage.keep_link(name, content, self._settings.max_links))
        except StorageError:
            raise NoShortLinkError(
                "The short link could not be kept: the server's database can't be used.", 503
            ) from None
        if kept is None:
            raise NoShortLinkError("This lab keeps no runs, and so no short links.", 503)
        if not kept:
            raise NoShortLinkError("This lab keeps as many short links as it may.", 409)
        return name

    async def _content(self, name: str) -> bytes:
        try:
            content = await self._saver.ask(lambda storage: storage.link(name))
        except StorageError:
            raise bad_value("run", NO_DATABASE) from None
        if content is None:
            raise bad_value("run", UNKNOWN)
        return content

    def _read(self, text: str, content: bytes | None) -> Shared:
        shared = decode(text) if content is None else _unpacked(content)
        if any(len(name) > LONGEST_COLUMN for name in shared.recipe.columns):
            raise ValueError(f"The run of this link names a column with more than {LONGEST_COLUMN} characters.")
        return replace(shared, recipe=admitted(self._settings, shared.recipe, shared.timeline, shared.iteration))

    def _may_make(self, session: str) -> bool:
        now = time.monotonic()
        paid_until = max(self._made.pop(session, 0.0), now - BURST * REST)
        self._made[session] = paid_until
        if len(self._made) > MOST_SESSIONS:
            self._made.popitem(last=False)
        if paid_until + REST > now:
            return False
        self._made[session] = paid_until + REST
        return True


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
