"""Websocket frames as bytes (RFC 6455, the server's side), without a socket.

The handshake, and whatever else is rare, is left to the websockets library; this is what happens thousands of times a
second, and it is little.
"""

from collections.abc import Iterator

from websockets.frames import apply_mask  # type: ignore[attr-defined]  # in C where the library has it built

PIECE, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
"""Opcodes."""

MALFORMED, TOO_LARGE = 1002, 1009
"""Close codes."""

_FINAL, _RESERVED, _MASKED = 0x80, 0x70, 0x80
_MOST_IN_CONTROL = 125


class Broken(Exception):
    """What came is no frame that a page may send; the connection ends with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code, self.reason = code, reason


def framed(payload: bytes, opcode: int = TEXT) -> bytes:
    """Return a message as one frame."""
    size = len(payload)
    if size < 126:
        return bytes((_FINAL | opcode, size)) + payload
    if size < 65536:
        return bytes((_FINAL | opcode, 126)) + size.to_bytes(2, "big") + payload
    return bytes((_FINAL | opcode, 127)) + size.to_bytes(8, "big") + payload


class FrameReader:
    """Takes bytes as they come and gives whole messages; never holds more than one message of the size allowed.

    Parameters
    ----------
    most : bytes that a message may have
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._rest = b""
        self._opcode = PIECE  # of the message whose pieces are being collected
        self._pieces = b""

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes | None]]:
        """Yield an opcode and a payload for every frame; None stands for a piece of a message not yet whole.

        Raises
        ------
        Broken
            Where the frames stop making sense; nothing can be read after that.
        """
        if self._rest:
            data = self._rest + data
        at = 0
        while found := self._frame(data, at):
            first, payload, at = found
            yield self._message(first, payload)
        self._rest = data[at:]

    def _frame(self, data: bytes, at: int) -> tuple[int, bytes, int] | None:
        """Return the first byte of the frame at `at`, its payload and where it ends; None while it is not all there."""
        if len(data) < at + 2:
            return None
        first, second, begin = data[at], data[at + 1], at + 2
        size = second & 0x7F
        if first & _RESERVED or not second & _MASKED:
            raise Broken(MALFORMED, "this is not a page's frame")
        if first & 8 and (size > _MOST_IN_CONTROL or not first & _FINAL):
            raise Broken(MALFORMED, "a control frame is short and whole")
        if size > _MOST_IN_CONTROL:
            begin += 2 if size == 126 else 8
            if len(data) < begin:
                return None
            size = int.from_bytes(data[at + 2 : begin], "big")
        if size + len(self._pieces) > self._most:
            raise Broken(TOO_LARGE, f"a message may have {self._most} bytes")
        end = begin + 4 + size
        if len(data) < end:
            return None
        return first, apply_mask(data[begin + 4 : end], data[begin : begin + 4]), end

    def _message(self, first: int, payload: bytes) -> tuple[int, bytes | None]:
        opcode = first & 0x0F
        if opcode >= CLOSE:
            if opcode > PONG:
                raise Broken(MALFORMED, "there is no such control frame")
            return opcode, payload
        if opcode > BINARY or (opcode == PIECE) != (self._opcode != PIECE):
            raise Broken(MALFORMED, "the pieces of a message are out of order")
        if first & _FINAL and opcode != PIECE:
            return opcode, payload
        self._opcode = self._opcode or opcode
        self._pieces += payload
        if not first & _FINAL:
            return self._opcode, None
        whole, self._pieces = self._pieces, b""
        opcode, self._opcode = self._opcode, PIECE
        return opcode, whole
