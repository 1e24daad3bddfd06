"""Every limit, tried from outside: nothing hangs, nothing grows without bound, and everybody else goes on."""

import json
import socket
from contextlib import ExitStack, suppress
from urllib.error import HTTPError

import pytest

from tests.app.server import PATIENCE, RawPage, serving

MOST_BYTES = 2048


@pytest.fixture(scope="module")
def server():
    """A lab that takes little and waits for nobody."""
    with serving(
        database="", max_message_bytes=MOST_BYTES, messages_per_second=50, join_seconds=1, silence_seconds=2
    ) as server:
        yield server


@pytest.fixture
def raw(server):
    """A page that has joined and may now misbehave."""
    with RawPage(server) as page:
        page.say("join")
        yield page


@pytest.fixture(autouse=True)
def others_go_on(server):
    """Whatever one page does, another one trains."""
    yield
    with server.page() as page:
        assert page.step(3)["iteration"] == 3


def eventually(holds):
    """Ask the server again and again, which takes its time, until it is so; the test's own time limit ends it."""
    while not holds():
        pass


def test_a_message_that_is_too_large_is_refused_before_it_has_come(raw):
    raw.frame(b"{", size=10**12)
    assert raw.closing()[0] == 1009


def test_a_message_that_is_too_large_in_pieces_is_refused_too(raw):
    raw.frame(b"x" * MOST_BYTES, final=False)
    raw.frame(b"x", opcode=0)
    assert raw.closing()[0] == 1009


@pytest.mark.parametrize(
    "frame",
    [
        {"masked": False},
        {"opcode": 0},
        {"opcode": 3},
        {"opcode": 11},
        {"opcode": 0x41},
        {"opcode": 9, "final": False},
        {"opcode": 9, "payload": b"x" * 126},
    ],
)
def test_what_is_no_frame_of_a_page_closes_the_socket(raw, frame):
    raw.frame(**frame)
    assert raw.closing()[0] == 1002


def test_a_message_in_pieces_is_understood(raw):
    raw.frame(b'{"type": "st', final=False)
    raw.frame(b"are you there?", opcode=9)
    raw.frame(b'ep"}', opcode=0)
    seen = []
    while not any(b'"iteration":1,' in payload for _, payload in seen):
        seen.append(raw.read())
    assert (10, b"are you there?") in seen


def test_bytes_that_are_no_text_get_a_typed_error(raw):
    raw.frame(b'{"type": "\xff\xfe"}')
    while b'"type":"error"' not in (payload := raw.read()[1]):
        pass
    assert json.loads(payload)["code"] == "bad_message"


@pytest.mark.parametrize(
    "frame",
    [
        {"payload": b'{"type":"pause"}'},
        {"payload": b'{"type":"painted","frame":1}'},
        {"payload": b"{"},
        {"payload": b"\x00", "opcode": 2},
        {"opcode": 9},
        {"opcode": 10},
    ],
)
def test_a_flood_is_cut_off(raw, frame):
    for _ in range(1000):
        raw.frame(**frame)
    assert raw.closing()[0] == 4408


def test_a_flood_of_empty_pieces_is_cut_off(raw):
    raw.frame(b"{", final=False)
    for _ in range(1000):
        raw.frame(opcode=0, final=False)
    assert raw.closing()[0] == 4408


def test_a_page_that_keeps_flooding_after_it_was_cut_off_loses_its_connection(raw):
    def keep_flooding():
        while True:
            raw.frame(b'{"type":"pause"}')

    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        keep_flooding()


def test_a_page_that_never_joins_is_let_go(server):
    with RawPage(server) as page:
        assert page.closing()[0] == 4410


def test_asking_for_other_things_is_no_way_to_stay(server):
    with RawPage(server) as page:
        page.say("play")
        assert b"not_joined" in page.read()[1]
        assert page.closing()[0] == 4410


def test_a_connection_that_asks_for_nothing_is_closed(server):
    with socket.create_connection(server.place, timeout=PATIENCE) as silent:
        silent.settimeout(PATIENCE)
        with suppress(ConnectionError):
            assert silent.recv(1) == b""


@pytest.mark.parametrize("before", [b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"])
def test_a_request_that_comes_drop_by_drop_is_closed(server, before):
    """A first one, and one on a connection that has had an answer."""

    def drip():
        slow.sendall(b"GET / HTTP/1.1\r\n")
        while True:
            slow.sendall(b"X-Drop: 1\r\n")
            with suppress(TimeoutError):
                if slow.recv(65536) == b"":
                    raise ConnectionResetError

    with socket.create_connection(server.place, timeout=PATIENCE) as slow:
        slow.sendall(before)
        slow.settimeout(0.05)
        with pytest.raises(ConnectionError):
            drip()


def test_a_request_without_an_end_is_cut_off(server):
    before = server.memory()
    lines = b"GET / HTTP/1.1\r\n" + (b"X-More: " + b"x" * 65536 + b"\r\n") * 1000
    with socket.create_connection(server.place, timeout=PATIENCE) as endless, pytest.raises(ConnectionError):
        endless.sendall(lines)
    assert server.memory() - before < 30


def test_a_page_that_never_reads_costs_little_and_is_let_go(server):
    with server.page() as other, RawPage(server, receive_buffer=4096) as deaf:
        deaf.say("join")
        deaf.say("set_speed", speed=None)
        deaf.say("set_stop", iteration=1_000_000_000)
        deaf.say("play")
        other.send("play")
        before, silent = server.memory(), server.metric('closings_total{code="silent"}')
        eventually(lambda: other.read() and server.metric('closings_total{code="silent"}') > silent)
        assert server.memory() - before < 30
        deaf.read_until_cut()


def test_a_page_that_gives_signs_of_life_stays(server):
    """As a browser does for a tab in which nothing happens."""
    with RawPage(server) as quiet:
        quiet.say("join")
        for _ in range(4):
            while (frame := quiet.read())[0] != 9:
                pass
            quiet.frame(frame[1], opcode=10)
        quiet.say("step")
        while b'"iteration":1,' not in quiet.read()[1]:
            pass


def test_a_page_that_vanishes_in_full_speed_leaves_nothing_behind(server):
    with RawPage(server) as page:
        page.say("join")
        page.say("set_speed", speed=None)
        page.say("play")
        while b'"type":"frame","number":2' not in page.read()[1]:
            pass
        page.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # a reset, as of a pulled plug
    eventually(lambda: server.metric("pages") == 0)


class TestCrowd:
    MOST = 20

    @pytest.fixture(scope="class")
    @classmethod
    def server(cls):
        with serving(database="", max_sessions=3, max_connections=cls.MOST, join_seconds=600) as server:
            yield server

    def test_one_learner_too_many_is_told_in_words(self, server):
        with ExitStack() as stack:
            for _ in range(3):
                stack.enter_context(server.page())
            late = stack.enter_context(RawPage(server))
            late.say("join")
            code, words = late.closing()
        assert code == 4429
        assert words == "All 3 places of this lab are taken: try again in a while."
        eventually(lambda: server.metric("pages") == 0)

    def test_a_crowd_of_connections_is_turned_away_and_those_inside_go_on(self, server):
        with server.page() as inside, ExitStack() as stack:
            crowd = [stack.enter_context(socket.create_connection(server.place, PATIENCE)) for _ in range(200)]
            for one in crowd[-10:]:
                with suppress(ConnectionError):
                    assert one.recv(1) == b""  # cut off at once, before a word
            assert inside.step(5)["iteration"] == 5
        eventually(lambda: self.lets_in(server))

    def lets_in(self, server):
        try:
            return json.loads(server.get("/healthz"))["status"] == "ok"
        except (HTTPError, ConnectionError):
            return False

    def test_somebody_who_comes_when_it_is_full_is_told_in_words(self, server):
        with ExitStack() as stack:
            for _ in range(self.MOST):
                stack.enter_context(socket.create_connection(server.place, PATIENCE))
            with pytest.raises(HTTPError) as refused:
                server.get("/")
            assert refused.value.code == 503
            assert json.loads(refused.value.read())["message"].startswith("This lab has as many connections")
            with RawPage(server) as page:
                code, words = page.closing()
            assert code == 4429
            assert words.startswith("This lab has as many connections")
        eventually(lambda: self.lets_in(server))
