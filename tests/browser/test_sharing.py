"""A run leaves the page as a link, arrives by one, and shows in another page's frame."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from engine import Recipe, Run
from engine.link import encode, text_of
from engine.parcel import DIGEST_DIGITS, Shared

from .lab import Lab, Server


def link() -> str:
    run = Run(Recipe.named("xor", alpha=10))
    run.advance(300)
    run.set(alpha=20)
    run.advance(200)
    return encode(run)


def test_a_link_from_the_sheet_opens_the_same_run_in_another_tab(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    lab.button("Share").focus()
    lab.page.keyboard.press("Enter")
    field = lab.field("link to this run")
    expect(field).not_to_have_value("")
    expect(lab.page.get_by_text("at iteration 1", exact=True)).to_be_visible()
    other = new_tab().open(field.input_value().removeprefix(lab.url))
    expect(other.page.locator("#arrival")).to_contain_text("Same bits")
    assert other.iteration == 1
    assert other.readout("mean error") == lab.readout("mean error")
    assert other.page.url == f"{lab.url}/"


def test_a_short_link_opens_the_run_too_and_has_a_code_for_phones(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    lab.button("Step").click()
    lab.button("Share").click()
    lab.button("Make a short link").click()
    short = lab.field("short link")
    expect(short).to_be_visible()
    lab.page.get_by_text("Code for phones").click()
    expect(lab.page.get_by_alt_text("QR code of the link")).to_be_visible()
    other = new_tab().open(short.input_value().removeprefix(lab.url))
    expect(other.page.locator("#arrival")).to_contain_text("Same bits")
    assert other.iteration == 1


def test_a_bad_link_is_refused_in_a_sentence_and_the_tab_keeps_its_run(lab: Lab) -> None:
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    lab.open(f"/?run={link()[:-4]}")
    expect(lab.page.get_by_role("alert").get_by_text("This link is cut off")).to_be_visible()
    assert lab.iteration == 1
    assert lab.page.url == f"{lab.url}/"


def test_the_button_to_play_stops_a_run_that_is_still_on_its_way(lab: Lab) -> None:
    run = Run(Recipe.named("xor"))
    far = Shared(run.recipe, [], 500_000_000, "0" * DIGEST_DIGITS)
    lab.open(f"/?run={text_of(far)}")
    lab.rises(0)
    lab.button("Pause").click()
    expect(lab.button("Play")).to_be_visible()
    assert 0 < lab.iteration < 500_000_000


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    """Posts on another origin, each with a lab that may be framed in its frame."""
    monkeypatch.setenv("ELEVEN_LINES_EMBED_ORIGINS", '["*"]')
    server = Server(tmp_path)

    class Post(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = self.path.removeprefix("/?").replace("&", "&amp;")
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{server.url}/?{query}" width="640" height="400"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            pass

    posts = ThreadingHTTPServer(("127.0.0.1", 0), Post)
    threading.Thread(target=posts.serve_forever, daemon=True).start()
    yield lambda query: f"http://localhost:{posts.server_port}/?{query}"
    posts.shutdown()
    posts.server_close()
    server.kill()


def test_in_a_narrow_frame_the_controls_are_behind_a_button(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 390, "height": 420})
    lab.open("/?embed=network,error&controls=1")
    network, alpha = lab.page.get_by_role("region", name="The network"), lab.page.get_by_role("slider", name="alpha")
    expect(alpha).to_be_hidden()
    expect(network).to_be_in_viewport(ratio=0.95)
    lab.button("More settings").click()
    expect(alpha).to_be_visible()
    expect(network).to_be_in_viewport(ratio=0.95)


def test_an_embed_shows_the_chosen_panels_and_trains_in_another_page(
    blog: Callable[[str], str], desk: BrowserContext
) -> None:
    page = desk.new_page()
    page.goto(blog(f"run={link()}&embed=network,error"))
    lab = page.frame_locator("iframe")
    expect(lab.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "500")
    expect(lab.get_by_role("region", name="The network")).to_be_visible()
    expect(lab.get_by_role("region", name="Error", exact=True)).to_be_visible()
    for hidden in ("The code", "Examples"):
        expect(lab.get_by_role("region", name=hidden)).to_be_hidden()
    expect(lab.get_by_role("slider", name="alpha")).to_be_hidden()
    expect(lab.get_by_role("link", name="open in Eleven Lines")).to_have_attribute("href", f"/?run={link()}")
    lab.get_by_role("button", name="Play").click()
    expect(lab.get_by_label("iteration", exact=True)).not_to_have_attribute("data-value", "500")
    page.goto(blog("embed=confetti"))
    expect(page.frame_locator("iframe").get_by_role("alert")).to_contain_text("These can be embedded: network, error")
    page.close()
