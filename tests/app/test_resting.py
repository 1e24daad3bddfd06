"""A run that nobody looks at rests, and goes on when somebody looks again."""

import json

import pytest

from app.settings import Settings


@pytest.fixture
def settings():
    return Settings(database="", idle_seconds=0.2)


def read(page):
    return json.loads(page.socket.receive_text())


def test_training_rests_while_nothing_is_painted_and_goes_on_after(page):
    page.send("play")
    while not (message := read(page)).get("resting"):  # frames are read, but no credit is returned
        pass
    assert message["playing"]
    page.send("painted", frame=10**9)
    assert not page.expect("controls")["resting"]
    first = page.expect("frame")["iteration"]
    page.read_until(lambda message: message.get("iteration", 0) > first)
