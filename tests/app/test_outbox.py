"""The newest frame, never a queue; every control message, in order."""

import asyncio

import pytest

from app.frames import frame_of
from app.messages import Notice
from app.outbox import CONTROL_LIMIT, Outbox, Overflow, merged
from engine import Recipe, Run
from engine.curve import bucket_start


def frames(*iterations, name="two-weights", run_number=1):
    """The frames that a session would show at these iterations."""
    run, since, made = Run(Recipe.named(name)), 0, []
    for number, iteration in enumerate(iterations, start=1):
        run.advance(iteration - run.iteration)
        made.append(frame_of(run, number, run_number, since))
        since = bucket_start(iteration)
    return made


async def taken(outbox):
    """What waits in the outbox and may leave now."""
    messages = []
    while True:
        getter = asyncio.create_task(outbox.next())
        await asyncio.sleep(0)  # let it run until it has something or waits
        if not getter.done():
            getter.cancel()
            return messages
        messages.append(getter.result())


@pytest.fixture
def leave():
    """A function that takes what may leave an outbox now, always on one event loop."""
    with asyncio.Runner() as runner:
        yield lambda outbox: runner.run(taken(outbox))


def notices(*texts):
    return [Notice(message=text) for text in texts]


def test_control_messages_keep_their_order_and_go_before_a_frame(leave):
    outbox = Outbox()
    (frame,) = frames(1)
    first, second = notices("first", "second")
    outbox.show(frame)
    outbox.post(first)
    outbox.post(second)
    assert leave(outbox) == [first, second, frame]


def test_a_newer_frame_takes_the_place_of_one_that_waits(leave):
    outbox = Outbox()
    for frame in frames(1, 2, 3):
        outbox.show(frame)
    (sent,) = leave(outbox)
    assert sent.number == 3
    assert sent.curve.iterations == [0, 1, 2, 3]


def test_a_page_that_paints_nothing_gets_no_more_frames_than_the_window(leave):
    outbox = Outbox(window=2)
    sent = []
    for frame in frames(*range(1, 20)):
        outbox.show(frame)
        sent += leave(outbox)
    assert [frame.number for frame in sent] == [1, 2]
    outbox.painted(1)
    (newest,) = leave(outbox)
    assert newest.number == 19
    assert newest.curve.iterations[-1] == 19


def test_controls_leave_without_credit(leave):
    outbox = Outbox(window=1)
    first, second = frames(1, 2)
    outbox.show(first)
    leave(outbox)
    outbox.show(second)
    (notice,) = notices("still here")
    outbox.post(notice)
    assert leave(outbox) == [notice]


def test_painting_the_newest_frame_gives_back_the_credit_of_those_before_it(leave):
    outbox = Outbox(window=2)
    for frame in frames(1, 2):
        outbox.show(frame)
        leave(outbox)
    assert not outbox.wants_frame
    outbox.painted(2)
    assert outbox.wants_frame


def test_a_frame_that_waits_is_stale_after_a_snapshot(leave):
    outbox = Outbox()
    outbox.show(*frames(1))
    outbox.discard_frame()
    assert leave(outbox) == []


def test_a_page_that_reads_no_controls_overflows():
    outbox = Outbox()
    for _ in range(CONTROL_LIMIT):
        outbox.post(*notices("again"))
    with pytest.raises(Overflow):
        outbox.post(*notices("one too many"))
    outbox.close()
    with pytest.raises(Overflow):
        asyncio.run(outbox.next())


def fold(curve, frame):
    """What the page does with a frame's piece of the curve."""
    kept = [point for point in curve if point[0] < frame.curve.since]
    return kept + list(zip(frame.curve.iterations, frame.curve.errors, strict=True))


@pytest.mark.parametrize("iterations", [(3, 7, 9), (511, 512, 515), (900, 2000, 2001), (1000, 5000, 9000)])
def test_a_merged_frame_leaves_the_page_where_both_would(iterations):
    first, second, third = frames(*iterations)
    one_by_one = fold(fold(fold([], first), second), third)
    at_once = fold(fold([], first), merged(second, third))
    assert at_once == one_by_one
    both = merged(second, third)
    assert both.weights == third.weights
    assert both.path.iterations[-1] == iterations[-1]
    assert len(both.path.w0) == len(both.path.w1) == len(both.path.iterations)


def test_a_frame_of_another_run_replaces_everything():
    (old,), (new,) = frames(50), frames(1, run_number=2)
    assert merged(old, new) is new
