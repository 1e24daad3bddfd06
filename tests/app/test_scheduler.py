"""Everybody who trains gets slices in turn."""

import asyncio

from app.pace import SLICE, Meter
from app.scheduler import Scheduler


class FakeJob:
    def __init__(self, name, log, slices, wait=0.0):
        self.name, self.log, self.left, self.wait = name, log, slices, wait
        self.starts = 0

    def start(self):
        self.starts += 1

    async def slice(self, pool):
        if not self.left:
            return None
        self.left -= 1
        self.log.append(self.name)
        await asyncio.sleep(0)
        return self.wait


async def run(jobs, until, threads=1):
    scheduler = Scheduler(threads)
    scheduler.start()
    for job in jobs:
        scheduler.wake(job)
    async with asyncio.timeout(10):
        while not until():
            await asyncio.sleep(0)
    await scheduler.stop()


def test_slices_go_round():
    log = []
    jobs = [FakeJob(name, log, 4) for name in "abc"]
    asyncio.run(run(jobs, lambda: len(log) == 12))
    assert "".join(log) == "abcabcabcabc"


def test_a_job_that_fails_takes_nobody_along(caplog):
    class Broken(FakeJob):
        async def slice(self, pool):
            raise RuntimeError("broken")

    log = []
    asyncio.run(run([Broken("x", log, 1), FakeJob("a", log, 3)], lambda: len(log) == 3))
    assert log == ["a"] * 3
    assert "broken" in caplog.text


def test_waking_twice_gives_no_more_than_one_turn():
    log = []
    job = FakeJob("a", log, 5)
    asyncio.run(run([job, job, FakeJob("b", log, 5)], lambda: len(log) == 10))
    assert "".join(log) == "ababababab"
    assert job.starts == 1


def test_waking_a_job_that_waits_gives_it_a_slice_at_once():
    async def story():
        log = []
        job = FakeJob("a", log, 2, wait=3600)
        scheduler = Scheduler(1)
        scheduler.start()
        scheduler.wake(job)
        async with asyncio.timeout(10):
            while len(log) < 1:
                await asyncio.sleep(0)
            await asyncio.sleep(0)
            scheduler.wake(job)
            while len(log) < 2:
                await asyncio.sleep(0)
        await scheduler.stop()

    asyncio.run(story())


def test_a_speed_is_kept_on_average():
    meter, done, now = Meter(), 0, 0.0
    meter.start(now)
    while now < 10:
        iterations = meter.owed(600, now)
        meter.done(iterations, iterations * 1e-5, 600)
        done += iterations
        now += max(1e-3, meter.wait(600, now))
    assert abs(done - 6000) <= 20


def test_full_speed_fills_a_slice_and_no_more():
    meter = Meter()
    for _ in range(100):
        iterations = meter.owed(None, 0.0)
        meter.done(iterations, iterations * 1e-4, None)
    assert abs(meter.owed(None, 0.0) * 1e-4 - SLICE) < 0.1 * SLICE


def test_what_a_slow_machine_misses_is_not_made_up_for_in_a_rush():
    meter = Meter()
    meter.start(0.0)
    for _ in range(50):
        meter.done(meter.owed(None, 0.0), 0.0, None)
        meter.done(10, 10 * 1e-3, None)  # a millisecond each
    assert meter.owed(1_000_000, 100.0) * 1e-3 < 2 * SLICE
    assert meter.wait(1_000_000, 100.0) == 0.0  # but it goes as fast as it can
