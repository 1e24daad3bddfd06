"""A whole run as a short text that travels in an address: recipe, timeline, iteration, and a digest to tell by.

The text is the version, then, in url-safe base64 without padding: twice the length of the rest, plus one if that is
deflated; CRC-32 of the version and the rest, four bytes; the rest, which `engine.parcel` reads and writes; and a zero
byte where the base64 might end in - or _, which chat programs leave out of a link. That much holds for every version
to come, so that a link which is too new can be told from one that has been damaged.
"""

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING

from engine.packing import MOST_BYTES, Reader, TooLarge, Writer
from engine.parcel import DIGEST_DIGITS, Shared, read, write

if TYPE_CHECKING:
    from engine.run import Run

VERSION = "1"

LONGEST = 32_768
"""Characters of a link's text: more than that proxies and servers cut off."""

CUT_OFF = "This link is cut off: copy the whole of it."
CHANGED = "This link has been changed on its way: copy it again from where it was made."
NEWER = "This link was made by a newer version of the lab: open it there, or update this one."
TOO_LARGE = f"This link is too large: {LONGEST:,} characters, and a run of moderate size, are the most."
NO_LINK = "This is no link to a run."
NO_RUN = "There is no run in this address: one that holds a run has ?run= in it."

_RUN = re.compile(r"[?&#]run=([^&#]*)")
_SPACES = re.compile(r"\s+")
_VERSIONS = "0123456789"
_BEHIND = ".,;:!?'\")]}>*="
"""What is no part of a link but clings to one that was copied out of a sentence."""


def encode(run: "Run", iteration: int | None = None, name: str = "") -> str:
    """Return the text of a run as it is at an iteration, the present one if none is given.

    All edits are in it, those too that wait for later.

    Raises
    ------
    ValueError
        With one sentence, if it would be longer than `LONGEST`, or if the run has not been at that iteration.
    """
    there = run if iteration is None or iteration == run.iteration else run.at(iteration)
    return text_of(Shared(run.recipe, list(run.timeline), there.iteration, there.digest[:DIGEST_DIGITS], name))


def text_of(shared: Shared) -> str:
    """Return the text of a run that need not be there; see `encode`."""
    try:
        _ = shared.extent
        rest = write(shared)
        if len(rest) > MOST_BYTES:
            raise TooLarge(f"{MOST_BYTES:,} bytes are the most.")
    except TooLarge as error:
        raise ValueError(f"This run is too large for a link: {error}") from None
    text = _wrapped(rest)
    if len(text) > LONGEST:
        raise ValueError(
            f"This run is too large for a link: it would take {len(text):,} characters, and {LONGEST:,} are the most."
        )
    return text


def decode(link: str) -> Shared:
    """Return the run that a link holds; it may be the text alone or a whole address, and come from anybody.

    Raises
    ------
    ValueError
        With one sentence for people: it is cut off, has been changed, is too new, is too large, or holds no run.
    TypeError
        If it is no text.
    """
    if not isinstance(link, str):
        raise TypeError(f"A link must be a text, such as Run.link returns, not {type(link).__name__}.")
    text = _text_in(link)
    rest = _unwrapped(text)
    if text[0] != VERSION:
        raise ValueError(NEWER)
    try:
        shared = read(rest)
        _ = shared.extent  # raises what is wrong with it
    except TooLarge:
        raise ValueError(TOO_LARGE) from None
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(CHANGED) from error
    return shared


def _text_in(link: str) -> str:
    if len(link) > 2 * LONGEST:  # an address may stand before it, and line breaks in it
        raise ValueError(TOO_LARGE)
    found = _RUN.search(link)
    text = _SPACES.sub("", found[1] if found else link).rstrip(_BEHIND)
    if not text or (not found and "/" in text):
        raise ValueError(NO_RUN)
    if len(text) > LONGEST:
        raise ValueError(TOO_LARGE)
    if text[0] not in _VERSIONS:
        raise ValueError(NO_LINK)
    if not re.fullmatch(r"[A-Za-z0-9_-]+", text):
        raise ValueError(CHANGED)
    return text


def _wrapped(rest: bytes) -> str:
    squeezer = zlib.compressobj(9, wbits=-15)
    deflated = squeezer.compress(rest) + squeezer.flush()
    body = min(rest, deflated, key=len)
    envelope = Writer()
    envelope.whole(2 * len(body) + (body is deflated))
    envelope.bytes += _checksum(VERSION, body) + body
    if len(envelope.bytes) % 3 == 0:
        envelope.bytes.append(0)
    return VERSION + _base64(envelope.bytes)


def _unwrapped(text: str) -> bytes:
    data = urlsafe_b64decode(text[1:] + "A" * (-len(text[1:]) % 4))[: len(text[1:]) * 3 // 4]
    envelope = Reader(data)
    try:
        head = envelope.whole(2 * LONGEST)
        checksum, body = envelope.take(4), envelope.take(head // 2)
        padding = envelope.take(1) if envelope.at % 3 == 0 else b"\0"
    except TooLarge:
        raise ValueError(CHANGED) from None
    except ValueError:
        raise ValueError(CUT_OFF) from None
    whole = envelope.at_end and padding == b"\0" and text[1:] == _base64(data)
    if not whole or checksum != _checksum(text[0], body):
        raise ValueError(CHANGED)
    return _inflated(body) if head % 2 else body


def _inflated(body: bytes) -> bytes:
    inflater = zlib.decompressobj(wbits=-15)
    try:
        rest = inflater.decompress(body, MOST_BYTES + 1)
    except zlib.error:
        raise ValueError(CHANGED) from None
    if len(rest) > MOST_BYTES:
        raise ValueError(TOO_LARGE)
    if not inflater.eof or inflater.unused_data:
        raise ValueError(CHANGED)
    return rest


def _base64(data: bytes | bytearray) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def _checksum(version: str, body: bytes) -> bytes:
    return zlib.crc32(version.encode() + body).to_bytes(4, "little")
