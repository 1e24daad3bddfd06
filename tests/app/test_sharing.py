"""A run is given to others: by a link, a short link, a picture, and in another page's frame."""

import asyncio
import re
import time
from dataclasses import replace
from io import BytesIO
from math import inf, nan

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.keep.saver import Saver
from app.main import create_app
from app.metrics import Metrics
from app.settings import Settings
from app.share import links as short_links
from app.share.drawing import error_text
from app.share.links import BURST, Links, NoShortLinkError
from app.share.pages import description
from app.share.pictures import MOST_SECONDS, Pictures
from engine import Copies, Recipe, Run, SetCell
from engine.link import LONGEST, decode, encode, text_of
from engine.parcel import DIGEST_DIGITS, Shared
from tests.app.conftest import Page


def chaotic(iterations=1500):
    run = Run(Recipe.named("xor", alpha=30, hidden_size=8))
    run.advance(400)
    run.set(alpha=100)
    run.advance(300)
    run.set(data=SetCell(0, 0, 0.5))
    run.advance(iterations - 700)
    return run


def shared(run, name=""):
    return Shared(run.recipe, list(run.timeline), run.iteration, run.digest[:DIGEST_DIGITS], name)


@pytest.fixture(scope="module")
def link():
    return encode(chaotic())


def arrived(page):
    """The arrival of a page's run, once it is known whether it is the same."""
    arrival = page.snapshot["arrival"]
    if arrival["same"] is None:
        arrival = page.expect("arrived")["arrival"]
    while page.iteration < arrival["iteration"]:  # a frame may come after what was said later
        page.read()
    return arrival


def me(page):
    return {"eleven-lines-session": page.welcome["session"]}


# Links


def test_a_link_opens_the_run_where_it_was_with_the_same_bits(open_page, link):
    page = open_page(query={"run": link})
    assert arrived(page) == {"iteration": 1500, "same": True}
    assert [mark["label"] for mark in page.snapshot["marks"]] == ["alpha 30 → 100", "row 1, column 1 = 0.5"]


def test_a_link_whose_digest_is_another_says_so_and_runs_all_the_same(open_page):
    run = chaotic()
    page = open_page(query={"run": encode_as(run, digest="0" * 16)})
    assert arrived(page) == {"iteration": 1500, "same": False}
    assert page.step()["iteration"] == 1501


def encode_as(run, **other):
    return text_of(replace(shared(run), **other))


def test_a_page_gives_a_link_to_its_run(client, page):
    page.step(7)
    page.send("set_alpha", alpha=3)
    page.step(5)
    answer = client.get("/-/share", headers=me(page)).json()
    run = Run.from_link(answer["run"])
    assert (run.iteration, run.alpha, answer["iteration"]) == (12, 3.0, 12)
    assert decode(answer["run"]).matches(run)


def test_a_link_to_the_beginning_has_all_that_is_done_later(client, page):
    page.step(7)
    page.send("set_alpha", alpha=3)
    page.step(5)
    found = decode(client.get("/-/share?from=start", headers=me(page)).json()["run"])
    assert (found.iteration, [edit.iteration for edit in found.timeline]) == (0, [7])


def test_only_the_page_of_a_session_gets_its_link(client, page):
    for method, path in [("GET", "/-/share"), ("POST", "/-/links"), ("POST", "/-/qr")]:
        assert client.request(method, path, content="x").status_code == 404
        assert client.request(method, path, content="x", headers={"eleven-lines-session": "x"}).status_code == 404


def test_a_name_travels_with_the_run_on_one_line(open_page):
    page = open_page(query={"run": encode(chaotic(), name="my\nbest " + "x" * 100)})
    assert page.snapshot["runs"][0]["name"].startswith("my best xxx")
    assert len(page.snapshot["runs"][0]["name"]) == 60


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        (lambda text: text[:-6], "cut off"),
        (lambda text: text[:20] + ("A" if text[20] != "A" else "B") + text[21:], "changed on its way"),
        (lambda text: "9" + text[1:], "changed on its way"),
        (lambda text: "A" * (LONGEST + 1), "too large"),
        (lambda text: "", "no run"),
        (lambda text: "<script>", "This is no link to a run."),
    ],
)
def test_a_link_that_is_none_is_refused_in_a_sentence_and_the_lab_opens_all_the_same(open_page, link, spoilt, sentence):
    page = open_page(joined=False)
    snapshot = page.join(query={"run": spoilt(link)})
    error = page.expect("error")
    assert error["code"] == "bad_value"
    assert sentence in error["message"]
    assert snapshot["experiment"] == "xor"
    assert page.step()["iteration"] == 1


def test_a_bad_link_takes_nothing_from_the_tab_that_opens_it(open_page, link):
    page = open_page()
    page.step(9)
    again = open_page(joined=False)
    snapshot = again.join(session=page.welcome["session"], query={"run": link[:-6]})
    assert snapshot["frame"]["iteration"] == 9


def test_a_run_larger_than_this_lab_takes_is_refused_in_words(settings):
    run = Run(Recipe.named("xor"))
    run.set(data=Copies(200, 0.1, 1))
    small = settings.model_copy(update={"max_rows": 100})
    with TestClient(create_app(small)) as client:
        answer = client.get("/-/picture.png", params={"run": encode(run)})
    assert "200" in answer.json()["message"]
    assert "100" in answer.json()["message"]


# Short links


def test_a_short_link_leads_to_the_run_and_is_the_same_for_the_same_run(client, open_page, page):
    page.step(30)
    first, again = (client.post("/-/links", headers=me(page)).json()["name"] for _ in range(2))
    assert first == again
    other = open_page(query={"r": first})
    assert arrived(other) == {"iteration": 30, "same": True}


def test_a_short_link_holds_a_run_that_is_too_large_for_a_long_one(client, open_page, page):
    table = "\n".join(f"{i / 7},{i / 3},{i % 2}" for i in range(9000))
    page.ask("load_data", "snapshot", text=table)
    answer = client.get("/-/share", headers=me(page)).json()
    assert answer["run"] is None
    assert "too large for a link" in answer["why"]
    name = client.post("/-/links", headers=me(page)).json()["name"]
    assert open_page(query={"r": name}).snapshot["rows"] == 9000


def test_short_links_outlast_the_server(settings):
    async def kept():
        saver = Saver(settings, Metrics())
        saver.start()
        links = Links(settings, saver)
        name = await links.keep("me", shared(chaotic()))
        await saver.stop()
        return name

    name = asyncio.run(kept())
    with TestClient(create_app(settings)) as client:
        assert client.get("/-/picture.png", params={"r": name}).status_code == 200


def test_a_session_makes_so_many_short_links_and_then_waits(settings):
    async def make():
        saver = Saver(settings, Metrics())
        saver.start()
        links = Links(settings, saver)
        run = Run(Recipe.named("xor"))
        for _ in range(BURST):
            run.advance()
            await links.keep("me", shared(run))
        with pytest.raises(NoShortLinkError, match="try again") as refused:
            await links.keep("me", shared(run))
        await links.keep("you", shared(run))
        await saver.stop()
        return refused.value.status

    assert asyncio.run(make()) == 429


def test_all_sessions_together_make_so_many_short_links_and_then_wait(settings, monkeypatch):
    monkeypatch.setattr(short_links, "LAB_BURST", 3)

    async def make():
        saver = Saver(settings, Metrics())
        saver.start()
        links = Links(settings, saver)
        for session in ("one", "another", "a third"):
            await links.keep(session, shared(chaotic()))
        with pytest.raises(NoShortLinkError, match="in this lab") as refused:
            await links.keep("a fresh one", shared(chaotic()))
        await saver.stop()
        return refused.value.status

    assert asyncio.run(make()) == 429


@pytest.mark.parametrize(
    ("bound", "sentence"), [({"max_links": 1}, "as many short links"), ({"max_links_bytes": 40}, "no room left")]
)
def test_a_full_shelf_of_short_links_takes_no_more_and_loses_none(settings, bound, sentence):
    with TestClient(create_app(settings.model_copy(update=bound))) as client:
        with client.websocket_connect("/ws") as socket:
            page = Page(socket)
            page.join()
            name = client.post("/-/links", headers=me(page)).json()["name"]
            assert client.post("/-/links", headers=me(page)).json()["name"] == name
            page.step()
            refused = client.post("/-/links", headers=me(page))
            assert refused.status_code == 409
            assert sentence in refused.json()["message"]
        assert client.get("/-/picture.png", params={"r": name}).status_code == 200


@pytest.mark.parametrize(
    ("database", "sentence"),
    [("", "this lab keeps none"), ("sqlite:///{folder}/no-folder/runs.db", "the server's database can't be used")],
)
def test_a_short_link_that_cannot_be_looked_up_is_refused_for_the_true_reason(tmp_path, database, sentence):
    (tmp_path / "no-folder").touch()
    settings = Settings(database=database.format(folder=tmp_path))
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join(query={"r": "abc"})
        assert sentence in page.expect("error")["message"]
        refused = client.post("/-/links", headers=me(page))
        assert refused.status_code == 503
        assert ("can't be used" in refused.json()["message"]) == bool(database)


def test_a_lab_that_keeps_nothing_says_so(link):
    with TestClient(create_app(Settings(database=""))) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join()
        assert client.get("/-/share", headers=me(page)).json()["keeps"] is False
        answer = client.post("/-/links", headers=me(page))
        assert answer.status_code == 503
        assert "no short links" in answer.json()["message"]
        assert client.get("/-/picture.png", params={"run": link}).status_code == 200


def test_an_unknown_short_link_opens_the_page_and_is_refused_in_words(client, open_page):
    assert client.get("/r/nothing").status_code == 200
    page = open_page(joined=False)
    page.join(query={"r": "nothing"})
    assert "short link" in page.expect("error")["message"]


def test_a_code_for_phones_is_drawn_of_what_they_can_read(client, page):
    answer = client.post("/-/qr", headers=me(page), content="https://lab.example.org/r/abc")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert client.post("/-/qr", headers=me(page), content="x" * 5000).status_code == 413


# What others show of a link


def head(client, path, **headers):
    page = client.get(path, headers=headers)
    return page, dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', page.text))


def test_the_page_of_a_link_tells_of_its_run(client, link):
    client.get("/-/picture.png", params={"run": link})  # the page does not wait for long until it knows the error
    page, said = head(client, f"/?run={link}", host="lab.example.org")
    assert page.headers["cache-control"] == "private, no-cache"
    assert said["og:title"] == "Hidden layer (XOR)"
    assert said["og:description"].startswith(
        "alpha 30 → 100, hidden size 8, data changed, seed 1, 1,500 iterations: mean"
    )
    assert re.search(r"mean error 0\.\d{6}\.$", said["og:description"])
    assert said["og:image"] == f"http://lab.example.org/-/picture.png?run={link}"
    assert said["twitter:card"] == "summary_large_image"


def test_before_the_error_is_known_the_page_tells_of_the_settings(link):
    words = description(decode(link), None)
    assert words == "alpha 30, hidden size 8, seed 1, 1,500 iterations, changed 2 times."


def test_the_page_without_a_link_is_as_cacheable_as_ever(client):
    page, said = head(client, "/?experiment=xor")
    assert page.headers["etag"] == client.get("/").headers["etag"]
    assert "og:image" not in said


def test_a_name_can_put_no_markup_into_the_page(client):
    text = encode(chaotic(), name='"><script>alert(1)</script>')
    page, said = head(client, f"/?run={text}")
    assert "<script>alert" not in page.text
    assert said["og:title"] == "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"


def test_a_bad_link_still_serves_the_page(client, link):
    assert client.get(f"/?run={link[:-5]}").headers["etag"] == client.get("/").headers["etag"]


@pytest.mark.parametrize(
    "run",
    [
        Run(Recipe.named("two-weights")),
        chaotic(),
        Run(Recipe.named("one-layer", alpha=1e308)),
        Run(Recipe.named("xor", hidden_size=64)),
        Run(Recipe("xor", [[1.0, 0, 0]], [[1.5e308]], hidden_sizes=(4,))),
    ],
    ids=["before it began", "chaotic", "overflown", "large", "of the largest error"],
)
def test_a_picture_is_drawn_of_any_run(client, run):
    run.advance(100 if run.alpha > 1e300 else 0)
    answer = client.get("/-/picture.png", params={"run": encode(run, name="中文 ünï")})
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(BytesIO(answer.content))
    assert image.size == (1200, 630)
    assert len(image.getcolors(maxcolors=1_000_000)) > 20


@pytest.mark.parametrize(
    ("error", "text"),
    [(0.25, "0.250000"), (0.0, "0.000000"), (3e-9, "3.00e−9"), (1.5e308, "1.50e308"), (inf, "infinite"), (nan, "NaN")],
)
def test_every_error_is_written_in_few_letters(error, text):
    assert error_text(error) == text


def test_a_run_that_cannot_be_drawn_has_its_page_all_the_same(client, link, monkeypatch, caplog):
    def fail(*_):
        raise ArithmeticError("a fault in the drawing")

    monkeypatch.setattr("app.share.drawing.drawn", fail)
    assert client.get("/-/picture.png", params={"run": link}).status_code == 404
    for _ in range(3):
        page, said = head(client, f"/?run={link}")
        assert page.status_code == 200
        assert said["og:description"] == description(decode(link), None)
    assert sum("could not be drawn" in record.message for record in caplog.records) == 1


def test_a_run_too_long_is_drawn_on_its_way():
    run = Run(Recipe.named("xor", hidden_size=64))
    run.set(data=Copies(3000, 0.1, 1))
    far = Shared(run.recipe, list(run.timeline), 10**9, "0" * 16)

    async def draw():
        pictures = Pictures()
        begin = time.monotonic()
        glimpse = await pictures.of(far, "far")
        assert glimpse is await pictures.of(far, "far")
        pictures.stop()
        return glimpse, time.monotonic() - begin

    glimpse, seconds = asyncio.run(draw())
    assert 0 < glimpse.iteration < 10**9
    assert seconds < 30 * MOST_SECONDS  # and not a day


# In another page's frame


def framed(client, path):
    headers = client.get(path).headers
    return headers["content-security-policy"].rpartition("frame-ancestors ")[2], headers.get("x-frame-options")


def test_nothing_can_be_framed_unless_a_setting_says_so(client, link):
    for path in ("/", "/?embed=network", f"/?run={link}&embed=network", "/r/abc?embed="):
        assert framed(client, path) == ("'none'", "DENY")


def test_a_setting_lets_pages_frame_the_embed_view_alone(settings, link):
    open_to = settings.model_copy(update={"embed_origins": ["https://blog.example.org", "https://*.example.com"]})
    with TestClient(create_app(open_to)) as client:
        for path in ("/?embed=network", f"/?run={link}&embed=", "/r/abc?embed=error"):
            assert framed(client, path) == ("https://blog.example.org https://*.example.com", None)
        for path in ("/", f"/?run={link}", "/?notembed=1"):
            assert framed(client, path) == ("'none'", "DENY")


@pytest.mark.parametrize(
    "origin", ["blog.example.org", "https://a;script-src *", "https://a b", "'none'", "http://a\n"]
)
def test_an_origin_that_could_end_the_header_is_no_setting(origin):
    with pytest.raises(ValueError, match="embed_origins"):
        Settings(embed_origins=[origin])


@pytest.mark.parametrize(
    "join",
    [
        {"query": {"embed": "network"}},
        {"query": {"embed": "network", "r": "nothing"}},
        {"query": {"embed": "network"}, "session": "one-that-is-over"},
    ],
    ids=["whole", "of a link that is none", "back after a long sleep"],
)
def test_the_session_of_an_embed_is_not_kept(settings, join):
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join(**join)
        name = page.welcome["session"]
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join(session=name)
        assert page.welcome["session"] != name


def test_an_embed_whose_connection_was_lost_goes_on_and_after_a_long_sleep_begins_again(open_page, link):
    query = {"embed": "network", "run": link}
    page = open_page(query=query)
    arrived(page)
    page.iteration = 1500
    page.step(5)
    again = open_page(query=query, session=page.welcome["session"])
    assert (again.welcome["fresh"], again.snapshot["frame"]["iteration"]) == (False, 1505)
    late = open_page(query=query, session="one-that-is-over")
    assert late.welcome["fresh"]
    assert arrived(late) == {"iteration": 1500, "same": True}
