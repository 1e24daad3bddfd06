"""What the lab counts while it works, and how that is told to Prometheus at /metrics.

Counting is on the way of every frame, so it is adding to plain numbers; the client library gets them when asked.
docs/metrics.md says what each of them means.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

PREFIX = "eleven_lines_"

SECONDS = (0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
"""Upper edges of the buckets in which durations are counted."""


class Spread:
    """How often a duration fell into each bucket."""

    __slots__ = ("_counts", "_total")

    def __init__(self) -> None:
        self._counts = [0] * (len(SECONDS) + 1)
        self._total = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self._counts[bisect_left(SECONDS, seconds)] += 1
        self._total += seconds

    def buckets(self) -> tuple[list[tuple[str, float]], float]:
        """Return how many were at most as long as each edge, and the sum of all."""
        edges = [*(f"{edge:g}" for edge in SECONDS), "+Inf"]
        return [(edge, float(count)) for edge, count in zip(edges, accumulate(self._counts), strict=True)], self._total


class Metrics:
    """Everything that is counted. Each belongs to one app; whoever does a thing adds to its number."""

    def __init__(self) -> None:
        self.frames = 0
        self.frames_sent = 0
        self.frames_merged = 0
        self.bytes_sent = 0
        self.messages = 0
        self.refusals: Counter[str] = Counter()
        self.closings: Counter[str] = Counter()
        self.inline = Spread()
        self.threaded = Spread()
        self.encoding = Spread()
        self.saving = Spread()
        self.gauges: dict[str, Callable[[], float]] = {}
        self._registry: CollectorRegistry | None = None

    def watch(self, **gauges: Callable[[], float]) -> None:
        """Take present values from these functions when asked."""
        self.gauges.update(gauges)

    def exposition(self) -> tuple[bytes, str]:
        """Return the text for Prometheus, and its media type."""
        # Here, and not above: a lab that nobody measures does without.
        from prometheus_client import CollectorRegistry, GCCollector, ProcessCollector, exposition

        if self._registry is None:
            self._registry = CollectorRegistry()
            self._registry.register(self)
            ProcessCollector(registry=self._registry)
            GCCollector(registry=self._registry)
        return exposition.generate_latest(self._registry), exposition.CONTENT_TYPE_LATEST

    def collect(self) -> Iterator[Any]:
        """Yield every metric as the client library has it."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

        for name, read in self.gauges.items():
            yield GaugeMetricFamily(PREFIX + name, MEANINGS[name], value=read())
        for name in COUNTERS:
            yield CounterMetricFamily(PREFIX + name, MEANINGS[name], value=getattr(self, name))
        for name, label in LABELLED.items():
            family = CounterMetricFamily(PREFIX + name, MEANINGS[name], labels=[label])
            for value, count in sorted(getattr(self, name).items()):
                family.add_metric([value], count)
            yield family
        bursts = HistogramMetricFamily(PREFIX + "burst_seconds", MEANINGS["burst_seconds"], labels=["where"])
        for where, spread in (("loop", self.inline), ("thread", self.threaded)):
            bursts.add_metric([where], *spread.buckets())
        yield bursts
        for name, spread in (("frame_seconds", self.encoding), ("save_seconds", self.saving)):
            buckets, total = spread.buckets()
            yield HistogramMetricFamily(PREFIX + name, MEANINGS[name], buckets=buckets, sum_value=total)


COUNTERS = ("frames", "frames_sent", "frames_merged", "bytes_sent", "messages")

LABELLED = {"refusals": "code", "closings": "code"}

MEANINGS = {
    "sessions": "Sessions in memory.",
    "sessions_training": "Sessions that train.",
    "pages": "Websockets that are open, joined or not.",
    "bursts_waiting": "Bursts of training that wait for a thread.",
    "turns_waiting": "Sessions whose turn is due and has not come.",
    "frame_interval_seconds": "Seconds between two frames of a run: more than the setting has it when there is a rush.",
    "busy_ratio": "The part of its time for which the event loop was working, of late.",
    "studies_running": "Studies that are at work.",
    "studies_waiting": "Studies that wait for others to end.",
    "frames": "Frames made.",
    "frames_sent": "Frames sent, one for each page that got one.",
    "frames_merged": "Frames that merged with one that still waited for a page, one for each such page.",
    "bytes_sent": "Bytes of messages sent over websockets.",
    "messages": "Messages received over websockets.",
    "refusals": "What was refused in words, by code; connections are those turned away at the door.",
    "closings": "Websockets that the server closed, by code; silent are those that gave no sign of life.",
    "burst_seconds": "Seconds that a burst of training took, on the event loop or in a thread.",
    "frame_seconds": "Seconds that looking at a run and encoding the frame took.",
    "save_seconds": "Seconds that writing what has changed to the database took.",
}
