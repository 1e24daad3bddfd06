"""Everybody who trains gets slices in turn."""

import asyncio

import pytest

from app.metrics import Metrics
from app.outbox import Outbox
from app.pace import SLICE, Meter, Pace
from app.scheduler import Scheduler
from app.session import Session
from app.settings import Settings
from app.tempo import Tempo
from engine import Recipe, Run
from engine.backend import BACKEND


class FakeJob:
    def __init__(self, name, log, slices, wait=0.0):
        self.name, self.log, self.left, self.wait = name, log, slices, wait
        self.starts = 0

    def start(self):
        self.starts += 1

    def turn(self):
        return self.burst if self.left else None

    async def burst(self, pool):
        self.left -= 1
        self.log.append(self.name)
        await asyncio.sleep(0)
        return self.wait


class QuickJob(FakeJob):
    """One whose bursts are so short that they need no thread."""

    def turn(self):
        if not self.left:
            return None
        self.left -= 1
        self.log.append(self.name)
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
        def turn(self):
            raise RuntimeError("broken")

    class BrokenLater(FakeJob):
        async def burst(self, pool):
            raise RuntimeError("broken later")

    log = []
    jobs = [Broken("x", log, 1), BrokenLater("y", log, 1), FakeJob("a", log, 3), QuickJob("b", log, 3)]
    asyncio.run(run(jobs, lambda: len(log) == 6))
    assert sorted(log) == ["a"] * 3 + ["b"] * 3
    assert "broken" in caplog.text
    assert "broken later" in caplog.text


def test_quick_turns_go_round_too():
    log = []
    asyncio.run(run([QuickJob(name, log, 4) for name in "abc"], lambda: len(log) == 12))
    assert "".join(log) == "abcabcabcabc"


def test_quick_turns_do_not_wait_for_a_thread():
    """One learner at full speed on a big net holds the only thread; the others' frames go on."""
    log = []

    class Endless(FakeJob):
        async def burst(self, pool):
            await asyncio.Event().wait()

    asyncio.run(run([Endless("x", log, 1), QuickJob("a", log, 20)], lambda: len(log) == 20))
    assert log == ["a"] * 20


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
        now += max(1e-3, meter.wait(600, 1 / 60, now))
    assert abs(done - 6000) <= 20


def test_full_speed_fills_a_slice_and_no_more():
    meter = Meter()
    for _ in range(100):
        iterations = meter.owed(None, 0.0)
        meter.done(iterations, iterations * 1e-4, None)
    assert abs(meter.owed(None, 0.0) * 1e-4 - SLICE) < 0.1 * SLICE


def test_of_a_larger_network_no_more_is_asked_than_fits_into_a_slice():
    meter = Meter()
    meter.weigh(64)
    for _ in range(100):
        iterations = meter.owed(None, 0.0)
        meter.done(iterations, iterations * 1e-7, None)
    meter.weigh(1024)  # sixteen times the work
    assert meter.owed(None, 0.0) * 16e-7 < 1.1 * SLICE


def test_what_a_slow_machine_misses_is_not_made_up_for_in_a_rush():
    meter = Meter()
    meter.start(0.0)
    for _ in range(50):
        meter.done(meter.owed(None, 0.0), 0.0, None)
        meter.done(10, 10 * 1e-3, None)  # a millisecond each
    assert meter.owed(1_000_000, 100.0) * 1e-3 < 2 * SLICE
    assert meter.wait(1_000_000, 1 / 60, 100.0) == 0.0  # but it goes as fast as it can


def test_turns_keep_an_even_beat_and_what_was_missed_is_skipped():
    meter, beat = Meter(), 0.1
    meter.start(0.0)
    assert meter.wait(600, beat, 0.02) == pytest.approx(0.08)
    assert meter.wait(600, beat, 0.05) == pytest.approx(0.05)  # a turn out of the beat, after an edit
    assert meter.wait(600, beat, 0.13) == pytest.approx(0.07)
    assert meter.wait(600, beat, 7.0) == pytest.approx(0.1)


def test_after_an_edit_the_next_turn_comes_with_the_next_iteration():
    meter = Meter()
    meter.start(0.0)
    assert meter.wait(100, 0.5, 0.004, soon=True) == pytest.approx(0.006)


def test_a_room_that_is_not_busy_gets_every_frame_and_a_full_one_thirty_a_second():
    def interval(cost, sessions):
        """The interval that is settled on when a frame costs so many seconds of the event loop."""
        tempo, now, worked = Tempo(60), 0.0, 0.0
        for _ in range(50):
            tempo.adjust(now, worked)
            now += 0.5
            worked += 0.5 * min(1.0, cost * sessions / tempo.interval)
        return tempo.interval

    assert interval(50e-6, 1) == pytest.approx(1 / 60)
    assert interval(50e-6, 100) == pytest.approx(1 / 60)
    assert 1 / 60 < interval(50e-6, 250) <= 1 / 30
    assert interval(50e-6, 400) == pytest.approx(1 / 30)
    assert interval(50e-6, 1000) == pytest.approx(50e-6 * 1000 / 0.95, rel=0.1)
    assert interval(50e-6, 100_000) == pytest.approx(1 / 10)


def test_an_edit_that_nobody_can_be_shown_yet_leaves_the_beat_as_it_is():
    """Its next iteration is to be shown at once; but a page that paints nothing must not keep the lab busy."""
    BACKEND.load()
    session = Session("s", Settings(database=""), lambda _: None, Tempo(60), Metrics())
    session.open(Recipe.named("xor"))
    outbox = Outbox(window=2)
    session.join(outbox, lambda: None)
    session.workspace.pace.playing, session.workspace.pace.speed = True, 20_000.0
    session.start()
    session.workspace.run.advance(1)
    for _frame in range(2):  # as many as may be on their way
        session.refresh(now=True)
        while outbox.take():
            pass
    session.workspace.edit(alpha=3)
    session.changed_run("alpha")
    waits = [wait for _ in range(20) if isinstance(wait := session.turn(), float)]
    assert max(waits) > 0.001


def test_full_speed_is_gathered_so_that_a_run_can_be_watched():
    pace = Pace(stop_iteration=10**9, speed=None)
    meter, run, now, seen = Meter(), 0, 0.0, []
    meter.start(now)
    while now < 2 and run < 60_000:
        iterations = meter.owed(pace.speed_at(run), now)
        meter.done(iterations, iterations * 1e-7, pace.speed_at(run))
        run += iterations
        seen.append(run)
        now += max(1e-3, meter.wait(pace.speed_at(run), 1 / 60, now))
    assert run >= 60_000
    assert len(seen) > 60
    assert pace.speed_at(10**6) is None
    assert Pace(stop_iteration=1, speed=5.0).speed_at(10**6) == 5.0


def test_of_a_network_that_was_never_trained_as_much_is_expected_as_it_multiplies():
    meter = Meter()
    meter.weigh(25_000_000)
    assert meter.owed(None, 0.0) == 1
    assert meter.seconds(100) > 1


def test_what_a_step_takes_is_learned_from_and_told_of_every_run_by_its_own_size():
    session = Session("s", Settings(database=""), lambda _: None, Tempo(60), Metrics())
    session.open(Recipe.named("xor"))
    small, large = session.workspace.run, Run(Recipe.named("xor", hidden_size=64))
    before = session.seconds_for(small, 1000)
    for _ in range(30):
        session.has_taken(10, 0.1)
    assert session.seconds_for(small, 1000) > 5 > before
    assert session.seconds_for(large, 1000) == pytest.approx(16 * session.seconds_for(small, 1000))
