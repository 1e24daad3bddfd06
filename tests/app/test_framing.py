"""Bytes of a websocket become messages, in whatever pieces they come, and are what a library makes of them."""

import random

import pytest
from websockets.frames import Frame, Opcode

from app.framing import BINARY, MALFORMED, PING, TEXT, TOO_LARGE, Broken, FrameReader, framed

SIZES = [0, 1, 125, 126, 127, 65535, 65536, 70000]


def sent_by_a_page(payload, opcode=Opcode.TEXT, fin=True):
    return Frame(opcode, payload, fin).serialize(mask=True)


def read(data, most=100_000, at_a_time=None):
    reader, found = FrameReader(most), []
    for begin in range(0, len(data), at_a_time or len(data)):
        found += reader.feed(data[begin : begin + (at_a_time or len(data))])
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at_a_time", [None, 1000, 7])
def test_a_message_of_any_size_is_read_in_any_pieces(size, at_a_time):
    payload = random.Random(size).randbytes(size)
    data = sent_by_a_page(payload) + sent_by_a_page(b"next", Opcode.BINARY)
    assert read(data, at_a_time=at_a_time) == [(TEXT, payload), (BINARY, b"next")]


@pytest.mark.parametrize("size", SIZES)
def test_what_we_write_is_what_a_library_would(size):
    payload = b"x" * size
    assert framed(payload) == Frame(Opcode.TEXT, payload).serialize(mask=False)


def test_a_message_in_pieces_may_have_a_ping_between_them():
    data = b"".join(
        (
            sent_by_a_page(b"in ", fin=False),
            sent_by_a_page(b"?", Opcode.PING),
            sent_by_a_page(b"three ", Opcode.CONT, fin=False),
            sent_by_a_page(b"pieces", Opcode.CONT),
        )
    )
    assert read(data) == [(TEXT, None), (PING, b"?"), (TEXT, None), (TEXT, b"in three pieces")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (framed(b"not masked"), MALFORMED),
        (sent_by_a_page(b"", Opcode.CONT), MALFORMED),
        (sent_by_a_page(b"a", fin=False) + sent_by_a_page(b"b"), MALFORMED),
        (sent_by_a_page(b"x" * 101), TOO_LARGE),
        (sent_by_a_page(b"x" * 60, fin=False) + sent_by_a_page(b"x" * 60, Opcode.CONT), TOO_LARGE),
        (b"\x81\xff" + (2**63).to_bytes(8, "big"), TOO_LARGE),
    ],
    ids=["unmasked", "going on with nothing", "begun twice", "too long", "too long in pieces", "of absurd length"],
)
def test_what_makes_no_sense_ends_it_with_a_code(data, code):
    with pytest.raises(Broken) as broken:
        read(data, most=100)
    assert broken.value.code == code


def test_messages_before_the_nonsense_are_heard():
    reader = FrameReader(100).feed(sent_by_a_page(b"well") + b"\xff\xff")
    assert next(reader) == (TEXT, b"well")
    with pytest.raises(Broken):
        next(reader)
