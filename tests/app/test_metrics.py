"""What the lab does can be watched."""

from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from app import metrics
from app.main import create_app
from app.settings import Settings


def samples(client):
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.text)
    return {(sample.name, *sample.labels.values()): sample.value for family in families for sample in family.samples}


def test_what_happens_is_counted(client, page):
    page.step(5)
    page.send("set_alpha", alpha="much")
    page.expect("error")
    found = samples(client)
    assert found["eleven_lines_sessions",] == 1
    assert found["eleven_lines_pages",] == 1
    assert found["eleven_lines_frames_total",] == found["eleven_lines_frames_sent_total",] == 1
    assert found["eleven_lines_messages_total",] >= 4
    assert found["eleven_lines_refusals_total", "bad_value"] == 1
    assert found["eleven_lines_frame_seconds_count",] == 1
    assert found["process_resident_memory_bytes",] > 1e6


def test_bursts_are_counted_where_they_were_done(client, page):
    page.send("play")
    page.read_until(lambda message: message.get("iteration", 0) > 3)
    page.ask("pause", "controls")
    found = samples(client)
    assert sum(found["eleven_lines_burst_seconds_count", where] for where in ("loop", "thread")) > 0


def test_every_metric_has_its_meaning(client):
    names = {name for name, *_ in samples(client) if name.startswith(metrics.PREFIX)}
    for name in metrics.MEANINGS:
        if name not in metrics.LABELLED:  # which have no sample until something happens
            assert any(sample.startswith(metrics.PREFIX + name) for sample in names), name


def test_each_app_counts_for_itself(client, page):
    page.step()
    with TestClient(create_app(Settings(database=""))) as other:
        assert samples(other)["eleven_lines_frames_total",] == 0
        assert samples(client)["eleven_lines_frames_total",] == 1
