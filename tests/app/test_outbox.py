"""The newest frame, never a queue; every control message, in order."""

import json

import pytest

from app.audience import Audience
from app.frames import view_of
from app.messages import SERVER_MESSAGES, Notice
from app.metrics import Metrics
from app.outbox import CONTROL_LIMIT, Outbox, Overflow
from app.view import View, merged
from engine import Recipe, Run
from engine.curve import bucket_start


def frames(*iterations, name="two-weights", run_number=1):
    """The frames that a session would show at these iterations."""
    run, since, made = Run(Recipe.named(name)), 0, []
    for number, iteration in enumerate(iterations, start=1):
        run.advance(iteration - run.iteration)
        made.append(view_of(run, number, run_number, since, slice(0, 4)))
        since = bucket_start(iteration)
    return made


def show(outbox, frame):
    outbox.show(frame, {})


def leave(outbox):
    """What waits in the outbox and may leave now."""
    messages = []
    while (message := outbox.take()) is not None:
        messages.append(message)
    return messages


def notices(*texts):
    return [text.encode() for text in texts]


def test_control_messages_keep_their_order_and_go_before_a_frame():
    outbox = Outbox()
    (frame,) = frames(1)
    first, second = notices("first", "second")
    show(outbox, frame)
    outbox.post(first)
    outbox.post(second)
    assert leave(outbox) == [first, second, frame]


def test_a_newer_frame_takes_the_place_of_one_that_waits():
    outbox = Outbox()
    for frame in frames(1, 2, 3):
        show(outbox, frame)
    (sent,) = leave(outbox)
    assert sent.number == 3
    assert sent.curve.iterations == [0, 1, 2, 3]


def test_a_page_that_paints_nothing_gets_no_more_frames_than_the_window():
    outbox = Outbox(window=2)
    sent = []
    for frame in frames(*range(1, 20)):
        show(outbox, frame)
        sent += leave(outbox)
    assert [frame.number for frame in sent] == [1, 2]
    outbox.painted(1)
    (newest,) = leave(outbox)
    assert newest.number == 19
    assert newest.curve.iterations[-1] == 19


def test_controls_leave_without_credit():
    outbox = Outbox(window=1)
    first, second = frames(1, 2)
    show(outbox, first)
    leave(outbox)
    show(outbox, second)
    (notice,) = notices("still here")
    outbox.post(notice)
    assert leave(outbox) == [notice]


def test_painting_the_newest_frame_gives_back_the_credit_of_those_before_it():
    outbox = Outbox(window=2)
    for frame in frames(1, 2):
        show(outbox, frame)
        leave(outbox)
    assert not outbox.wants_frame
    outbox.painted(2)
    assert outbox.wants_frame


def test_a_frame_that_waits_is_stale_after_a_snapshot():
    outbox = Outbox()
    show(outbox, *frames(1))
    outbox.discard_frame()
    assert leave(outbox) == []


def test_a_page_that_reads_no_controls_overflows():
    outbox = Outbox()
    for _ in range(CONTROL_LIMIT):
        outbox.post(b"again")
    with pytest.raises(Overflow):
        outbox.post(b"one too many")


def test_a_watcher_that_reads_no_controls_is_dropped_and_the_others_stay():
    metrics, dropped = Metrics(), []
    audience, deaf, well = Audience(metrics), Outbox(), Outbox()
    audience.join(deaf, lambda: dropped.append("deaf"))
    audience.join(well, lambda: dropped.append("well"))
    for _ in range(CONTROL_LIMIT + 1):
        audience.post(Notice(message="again"))
        leave(well)
    assert dropped == ["deaf"]
    assert len(audience) == 1


def fold(curve, frame):
    """What the page does with a frame's piece of the curve."""
    kept = [point for point in curve if point[0] < frame.curve.since]
    return kept + list(zip(frame.curve.iterations, frame.curve.columns["errors"], strict=True))


@pytest.mark.parametrize("iterations", [(3, 7, 9), (511, 512, 515), (900, 2000, 2001), (1000, 5000, 9000)])
def test_a_merged_frame_leaves_the_page_where_both_would(iterations):
    first, second, third = frames(*iterations)
    one_by_one = fold(fold(fold([], first), second), third)
    at_once = fold(fold([], first), merged(second, third))
    assert at_once == one_by_one
    both = merged(second, third)
    assert both.weights is third.weights
    assert both.path.iterations[-1] == iterations[-1]
    assert {len(values) for values in both.path.columns.values()} == {len(both.path.iterations)}


def test_a_frame_of_another_run_replaces_everything():
    (old,), (new,) = frames(50), frames(1, run_number=2)
    assert merged(old, new) is new


def test_watchers_who_wait_for_the_same_share_one_frame():
    audience, outboxes = Audience(Metrics()), [Outbox(window=2) for _ in range(3)]
    for outbox in outboxes:
        audience.join(outbox, lambda: None)
    sent = []
    for frame in frames(1, 2, 3, 4, 5):
        audience.show(frame)
        sent.append([leave(outbox) for outbox in outboxes])
    assert sent[2:] == [[[], [], []]] * 3
    for outbox in outboxes:
        outbox.painted(2)
    first, *others = [leave(outbox) for outbox in outboxes]
    assert first == others[0] == others[1]
    assert first[0].number == 5
    assert first[0].encoded is others[0][0].encoded


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("one-layer", {}),
        ("xor", {"hidden_size": 32}),
        ("two-weights", {}),
        ("xor", {"alpha": 1e308}),
        ("xor", {"alpha": 100}),
    ],
)
def test_what_is_sent_is_what_the_protocol_says_a_frame_is(name, changes):
    """The frame is put together past the model that defines it, also where numbers are not finite."""
    run = Run(Recipe.named(name, **changes))
    run.advance(700)
    run.set(**({"weights": (1, 2)} if name == "two-weights" else {"alpha": 3}))
    view = view_of(run, 7, 3, 0, slice(1, 3))
    assert json.loads(view.encoded) == json.loads(view.to_message().model_dump_json())
    assert SERVER_MESSAGES.validate_json(view.encoded).model_dump_json() == view.to_message().model_dump_json()


def test_a_frame_has_every_field_of_the_protocol_and_no_other():
    (view,) = frames(9)
    assert isinstance(view, View)
    assert list(json.loads(view.encoded)) == list(type(view.to_message()).model_fields)
