"""The lab as its own process, and pages that talk to it over real sockets, well or badly."""

import json
import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from websockets.sync.client import connect

from tests.app.conftest import Page

PATIENCE = 30
"""Seconds after which a test that waits for the server fails instead of hanging."""


class Server:
    """A lab that runs, seen from outside."""

    def __init__(self, process, address):
        self.process, self.address = process, address
        self.place = (urlsplit(address).hostname, urlsplit(address).port)

    def get(self, path):
        with urlopen(self.address + path, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def metric(self, name):
        """The value of one sample, with its labels: closings_total{code="4408"}; 0 where there is none yet."""
        values = [line.rpartition(" ") for line in self.get("/metrics").splitlines() if not line.startswith("#")]
        return next((float(value) for sample, _, value in values if sample == f"eleven_lines_{name}"), 0.0)

    def memory(self):
        """Resident megabytes."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    @contextmanager
    def page(self, **join):
        with connect(self.address.replace("http", "ws") + "/ws", open_timeout=PATIENCE) as websocket:
            page = Page(Socket(websocket))
            page.snapshot = page.join(**join)
            yield page


class Socket:
    """A real websocket, by the names that `Page` knows."""

    def __init__(self, websocket):
        self.websocket = websocket
        self.send_text, self.close = websocket.send, websocket.close

    def receive_text(self):
        return self.websocket.recv(timeout=PATIENCE)


class RawPage:
    """A page that does what no browser would."""

    def __init__(self, server, headers="", receive_buffer=None):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(server.place)
        self.file = self.socket.makefile("rb")
        self.socket.sendall(
            f"GET /ws HTTP/1.1\r\nHost: {server.place[0]}:{server.place[1]}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            f"{headers}\r\n".encode()
        )
        self.status = self.file.readline().decode()
        while self.file.readline().strip():
            pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.file.close()
        self.socket.close()

    def frame(self, payload=b"", opcode=1, final=True, masked=True, size=None):
        """Send one frame; `size` is what it claims to have."""
        size = len(payload) if size is None else size
        head = bytes([(0x80 if final else 0) | opcode])
        mask = 0x80 if masked else 0
        if size < 126:
            head += bytes([mask | size])
        else:
            head += bytes([mask | 127]) + size.to_bytes(8, "big")
        self.socket.sendall(head + (bytes(4) if masked else b"") + payload)

    def say(self, type_, **fields):
        self.frame(json.dumps({"type": type_, **fields}).encode())

    def read(self):
        """The next frame: opcode and payload."""
        first, second = self.file.read(2)
        size = second & 127
        if size > 125:
            size = int.from_bytes(self.file.read(2 if size == 126 else 8), "big")
        return first & 15, self.file.read(size)

    def closing(self):
        """The code and the words with which the server ends this, after whatever else it says."""
        while (found := self.read())[0] != 8:
            pass
        return int.from_bytes(found[1][:2], "big"), found[1][2:].decode()

    def read_until_cut(self):
        """Return when the connection has ended, with a word or without."""
        try:
            while self.socket.recv(65536):
                pass
        except ConnectionError:
            pass


@contextmanager
def serving(**settings):
    """Start the lab with these settings on a free port."""
    given = {f"ELEVEN_LINES_{name.upper()}": str(value) for name, value in settings.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "--port", "0"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **given},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Server(process, process.stdout.readline().split()[-1])
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
