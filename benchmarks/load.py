"""A full room: learners who each train a run of their own, and watchers of one run, over real sockets.

`python -m benchmarks.load --learners 250 --watchers 0 --seconds 5 [--rounds 5] [--speed 600|max] [--json] [--soak]`

With `--studies 30` thirty of the learners have a long experiment at work all the while.

Every page here does what the real one does: it joins, plays, paints what is newest sixty times a second, and says so by
the painter's rule. What is printed is a figure for this machine and no test.

frames      a second and page: the slowest page's, and the median page's
gap         between two frames of one page, in milliseconds
answer      from a learner's alpha to the first frame of a later iteration, in milliseconds
cpu         of the server, of one core
others      what everything else on this machine took of one core meanwhile: the figures are for a quiet one
memory      of the server for each learner after the first, with all they have trained until then
studies     how much of its work the slowest and the fastest experiment have done in the end, in percent
"""

import argparse
import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import uvloop

ROOT = Path(__file__).parents[1]
PHASES = 16
"""Pages do not paint at the same moment: a sixtieth of a second has so many."""

OWED = 2
"""Frames on screen after which a page says so; static/painter.js has the same rule."""

EDITS = 10
"""Changes of alpha a second, one learner after the other."""

STUDY = {"type": "start_sweep", "purpose": "luck", "seeds": 1000, "iterations": 60_000}
"""What a learner asks who is not content with one run: some four seconds of one core, had it that for itself."""

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Page(asyncio.Protocol):
    """One page: reads frames, paints them, returns credits."""

    def __init__(self, host: str, name: str | None, play: dict[str, Any] | None) -> None:
        self.host, self.session, self.play = host, name, play
        self.joined: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.gaps = array("d")
        self.frames = 0
        self.bytes = 0
        self.closed: int | None = None
        self.answers: list[float] = []
        self.worked: float | None = None
        self._buffer = b""
        self._open = False
        self._last = 0.0
        self._newest, self._owed = b"", 0
        self._asked: float | None = None
        self._edited: int | None = None

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(
            b"GET /ws HTTP/1.1\r\nHost: %b\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" % self.host.encode()
        )

    def connection_lost(self, error: Exception | None) -> None:
        self.closed = self.closed or 1006
        if not self.joined.done():
            self.joined.set_exception(ConnectionError(f"closed with {self.closed}"))

    def say(self, text: bytes) -> None:
        """Send a message; a mask of zeros is a mask."""
        size = len(text)
        head = bytes([0x81, 0x80 | size]) if size < 126 else bytes([0x81, 0xFE]) + size.to_bytes(2)
        self.transport.write(head + bytes(4) + text)

    def ask(self, **verb: Any) -> None:
        self.say(json.dumps(verb, separators=(",", ":")).encode())

    def set_alpha(self, alpha: float) -> None:
        """Change alpha and note how long it takes until a frame shows it."""
        self._asked, self._edited = time.perf_counter(), None
        self.ask(type="set_alpha", alpha=alpha)

    def data_received(self, data: bytes) -> None:
        if self._buffer:
            data = self._buffer + data
        if not self._open:
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._buffer = head
                return
            self._open = True
            self.ask(type="join", session=self.session)
        at, end = 0, len(data)
        while end - at >= 2:
            size, begin = data[at + 1], at + 2
            if size == 126:
                size, begin = int.from_bytes(data[at + 2 : at + 4]), at + 4
            elif size == 127:
                size, begin = int.from_bytes(data[at + 2 : at + 10]), at + 10
            if begin > end or begin + size > end:
                break
            self._hear(data[at] & 15, data, begin, begin + size)
            at = begin + size
        self.bytes += at
        self._buffer = data[at:]

    def _hear(self, opcode: int, data: bytes, begin: int, end: int) -> None:
        if opcode == 1 and data.startswith(b'{"type":"frame","number":', begin):
            self._frame(data, begin, end)
        elif opcode == 1:
            self._fact(json.loads(data[begin:end]))
        elif opcode == 8:
            self.closed = int.from_bytes(data[begin : begin + 2])
            self.transport.close()
        elif opcode == 9:
            self.transport.write(bytes([0x8A, 0x80 | end - begin]) + bytes(4) + data[begin:end])

    def _frame(self, data: bytes, begin: int, end: int) -> None:
        now = time.perf_counter()
        if self._last:
            self.gaps.append(now - self._last)
        self._last = now
        self.frames += 1
        self._newest = data[begin + 25 : data.index(b",", begin + 25)]
        self._owed += 1
        if self._edited is not None and self._asked is not None:
            iteration = data.index(b'"iteration":', begin) + 12
            if int(data[iteration : data.index(b",", iteration)]) > self._edited:
                self.answers.append(now - self._asked)
                self._asked = self._edited = None

    def _fact(self, fact: dict[str, Any]) -> None:
        kind = fact["type"]
        if kind == "welcome":
            self.session = fact["session"]
        elif kind == "snapshot":
            self._newest, self._owed = b"%d" % fact["frame"]["number"], OWED
            if self.play is not None and not self.joined.done():
                self.ask(type="set_stop", iteration=1_000_000_000)
                self.ask(type="set_speed", **self.play)
                self.ask(type="play")
            if not self.joined.done():
                self.joined.set_result(None)
        elif kind == "edit_applied":
            self._edited = fact["mark"]["iteration"]
        elif kind == "studies" and fact["studies"]:
            self.worked = fact["studies"][-1]["worked"]

    def paint(self) -> None:
        """Say what is on screen, as often as the page does."""
        if self._owed >= OWED:
            self._owed = 0
            self.say(b'{"type":"painted","frame":%b}' % self._newest)

    def forget(self) -> None:
        """Begin to count anew."""
        self.gaps, self.frames, self.bytes, self.answers = array("d"), 0, 0, []


class Room:
    """All pages of one measurement."""

    def __init__(self, url: str, speed: float | None) -> None:
        self.url = urlsplit(url)
        self.speed = speed
        self.learners: list[Page] = []
        self.watchers: list[Page] = []

    async def enter(self, name: str | None, play: dict[str, Any] | None) -> Page:
        loop = asyncio.get_running_loop()
        host, port = self.url.hostname, self.url.port
        _, page = await loop.create_connection(lambda: Page(f"{host}:{port}", name, play), host, port)
        async with asyncio.timeout(60):
            await page.joined
        return page

    async def fill(self, learners: int, watchers: int) -> None:
        """Let everybody in, a few at a time."""
        while len(self.learners) < learners:
            few = min(10, learners - len(self.learners))
            self.learners += await asyncio.gather(*(self.enter(None, {"speed": self.speed}) for _ in range(few)))
        while len(self.watchers) < watchers:
            few = min(10, watchers - len(self.watchers))
            session = self.learners[0].session
            self.watchers += await asyncio.gather(*(self.enter(session, None) for _ in range(few)))

    async def paint(self) -> None:
        """Paint for ever, every page sixty times a second."""
        phase, due = 0, time.perf_counter()
        while True:
            for page in self.learners[phase::PHASES]:
                page.paint()
            for page in self.watchers[phase::PHASES]:
                page.paint()
            phase = (phase + 1) % PHASES
            due = max(due + 1 / 60 / PHASES, time.perf_counter() - 0.01)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))

    async def fiddle(self) -> None:
        """Let one learner after the other move alpha, for ever."""
        turn = 0
        while self.learners:
            page = self.learners[turn % len(self.learners)]
            page.set_alpha(1 + turn % 7 / 10 + turn % 2 / 100)
            turn += 1
            await asyncio.sleep(1 / EDITS)

    def forget(self) -> None:
        for page in self.learners + self.watchers:
            page.forget()


class Server:
    """The process that serves, seen from outside."""

    def __init__(self, pid: int) -> None:
        self._folder = Path(f"/proc/{pid}")

    def cpu(self) -> float:
        """Return the seconds of processor time used so far."""
        fields = (self._folder / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self) -> int:
        """Return the resident bytes."""
        return int((self._folder / "statm").read_text().split()[1]) * PAGE


async def observe(
    url: str,
    pid: int,
    learners: int,
    watchers: int,
    seconds: float,
    rounds: int,
    speed: float | None,
    soak: bool,
    studies: int,
) -> dict[str, Any]:
    """Fill the room and measure it."""
    room, server = Room(url, speed), Server(pid)
    first = await room.enter(None, {"speed": speed})
    room.learners.append(first)
    painting = asyncio.create_task(room.paint())
    await asyncio.sleep(1)
    before = server.memory()
    await room.fill(learners, watchers)
    await asyncio.sleep(2)
    fiddling = asyncio.create_task(room.fiddle())
    for page in room.learners[:studies]:
        page.ask(**STUDY)
    if soak:
        result = await soaked(room, server, seconds)
    else:
        result = merged([await measured(room, server, seconds) for _ in range(rounds)])
        result["memory_per_learner_kb"] = (server.memory() - before) / max(1, learners + watchers - 1) / 1000
        result["memory_mb"] = server.memory() / 1e6
    fiddling.cancel()
    painting.cancel()
    lost = [page.closed for page in room.learners + room.watchers if page.closed is not None]
    worked = [100 * page.worked for page in room.learners if page.worked is not None]
    if worked:
        result |= {
            "studies": len(worked),
            "studies_slowest_percent": min(worked),
            "studies_fastest_percent": max(worked),
        }
    return {"learners": learners, "watchers": watchers, "lost": len(lost), **result}


async def measured(room: Room, server: Server, seconds: float) -> dict[str, float]:
    """Return what one round of so many seconds was like."""
    room.forget()
    pages = room.learners + room.watchers
    begin, cpu, own, all_cpu = time.perf_counter(), server.cpu(), time.process_time(), machine_cpu()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - begin
    cpu, own, all_cpu = server.cpu() - cpu, time.process_time() - own, machine_cpu() - all_cpu
    frames = sorted(page.frames / took for page in pages)
    gaps = sorted(gap for page in pages for gap in page.gaps)
    answers = sorted(answer for page in pages for answer in page.answers)
    total = sum(page.frames for page in pages)
    return {
        "frames_slowest": frames[0],
        "frames_median": median(frames),
        "gap_p50_ms": 1000 * share(gaps, 0.5),
        "gap_p99_ms": 1000 * share(gaps, 0.99),
        "gap_max_ms": 1000 * share(gaps, 1.0),
        "answer_p50_ms": 1000 * share(answers, 0.5),
        "answer_p99_ms": 1000 * share(answers, 0.99),
        "cpu_percent": 100 * cpu / took,
        "cpu_us_per_frame": 1e6 * cpu / max(1, total),
        "client_cpu_percent": 100 * own / took,
        "others_cpu_percent": 100 * max(0.0, all_cpu - cpu - own) / took,
        "bytes_per_frame": sum(page.bytes for page in pages) / max(1, total),
    }


def machine_cpu() -> float:
    """Return the seconds of processor time that everything on this machine has used."""
    user, nice, system, _, _, irq, soft_irq = map(int, Path("/proc/stat").read_text().split(maxsplit=8)[1:8])
    return (user + nice + system + irq + soft_irq) / TICK


def merged(rounds: list[dict[str, float]]) -> dict[str, Any]:
    """Return the median of every figure."""
    return {"rounds": len(rounds), **{name: median(one[name] for one in rounds) for name in rounds[0]}}


def share(values: list[float], part: float) -> float:
    """Return the value below which that part of the sorted values lies."""
    return values[min(len(values) - 1, int(part * len(values)))] if values else float("nan")


async def soaked(room: Room, server: Server, seconds: float) -> dict[str, Any]:
    """Watch memory for so many seconds; it is flat when its last quarter is no higher than its second."""
    sizes: list[float] = []
    every = max(1.0, seconds / 40)
    while len(sizes) < seconds / every:
        round_ = await measured(room, server, every)
        sizes.append(server.memory() / 1e6)
        print(f"{every * len(sizes):8,.0f} s {sizes[-1]:8.1f} MB {round_['frames_median']:6.1f} frames/s", flush=True)
    quarter = len(sizes) // 4
    early, late = median(sizes[quarter : 2 * quarter] or sizes), median(sizes[-quarter:] or sizes)
    return {"memory_early_mb": early, "memory_late_mb": late, "flat": late <= 1.02 * early + 1}


@contextmanager
def serving(**settings: object) -> Iterator[tuple[str, int]]:
    """Start the lab as a process of its own, on a free port; yield its address and its process number."""
    given = {f"ELEVEN_LINES_{name.upper()}": str(value) for name, value in settings.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "--port", "0"],
        cwd=ROOT,
        env={"ELEVEN_LINES_DATABASE": "", **os.environ, **given},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        yield process.stdout.readline().split()[-1], process.pid
    finally:
        process.terminate()
        process.wait(10)


def measure(
    learners: int,
    watchers: int = 0,
    seconds: float = 5.0,
    rounds: int = 5,
    speed: float | None = 600.0,
    soak: bool = False,
    studies: int = 0,
    url: str | None = None,
    pid: int = 0,
) -> dict[str, Any]:
    """Return what it is like in a room of so many; starts a server of its own unless `url` and `pid` name one."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if url:
        return uvloop.run(observe(url, pid, learners, watchers, seconds, rounds, speed, soak, studies))
    with serving() as (address, process):
        return uvloop.run(observe(address, process, learners, watchers, seconds, rounds, speed, soak, studies))


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks.load", description=__doc__)
    parser.add_argument("--learners", type=int, default=30)
    parser.add_argument("--watchers", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=5.0, help="of each round; with --soak of all")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--speed", default="600", help="iterations a second, or max")
    parser.add_argument("--url", help="of a server that runs already; needs --pid")
    parser.add_argument("--pid", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--soak", action="store_true", help="watch memory for as long as --seconds says")
    parser.add_argument("--studies", type=int, default=0, help="how many of the learners have an experiment at work")
    given = parser.parse_args()
    speed = None if given.speed == "max" else float(given.speed)
    result = measure(
        given.learners,
        given.watchers,
        given.seconds,
        given.rounds,
        speed,
        given.soak,
        given.studies,
        given.url,
        given.pid,
    )
    if given.json:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:24}{value:10.1f}" if isinstance(value, float) else f"{name:24}{value!s:>10}")


if __name__ == "__main__":
    main()
