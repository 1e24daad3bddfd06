"""Pressing Play and watching: numbers, drawing and charts follow the run."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, WebSocketRoute, expect

from .lab import Lab, Server, patiently


def test_play_trains_and_pause_stops(lab: Lab) -> None:
    """One button: Play while paused, Pause while training."""
    before = lab.readout("mean error")
    lab.button("Play").click()
    lab.rises(300)
    lab.button("Pause").click()
    expect(lab.button("Play")).to_be_visible()
    assert lab.readout("mean error") < before


def test_step_trains_one_iteration(lab: Lab) -> None:
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")


def test_reset_starts_again_and_keeps_the_older_run(lab: Lab) -> None:
    """Reset gives the same first error again, with the run so far still to compare with."""
    first = lab.readout("mean error")
    lab.button("Play").click()
    lab.rises(100)
    lab.button("Reset").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "0")
    assert lab.readout("mean error") == first
    expect(lab.panel("Error").get_by_role("list", name="other runs").get_by_role("listitem")).to_have_count(1)


def test_the_golden_run_comes_out(lab: Lab) -> None:
    """At full speed to the end of the post: 60,000 iterations, and an error as small as there."""
    lab.slider("speed").press("End")
    lab.button("Play").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_text("60,000", timeout=60_000)
    expect(lab.button("Play")).to_be_visible()
    assert abs(lab.readout("mean error") - 0.0036) < 0.002


def test_training_stops_where_it_is_told(lab: Lab) -> None:
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", "50")
    expect(lab.page.locator("#stop")).to_contain_text("50")
    lab.page.keyboard.press("Escape")
    lab.button("Play").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "50")
    expect(lab.button("Play")).to_be_visible()


def test_each_experiment_keeps_its_run(lab: Lab) -> None:
    """Turning to another tab and back finds the run where it was left."""
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    lab.page.get_by_role("tab", name="One layer").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "0")
    expect(lab.slider("hidden size")).to_be_disabled()
    lab.page.get_by_role("tab", name="Hidden layer (XOR)").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")


def test_choosing_a_row_sends_it_through_the_network(lab: Lab) -> None:
    lab.rows.nth(2).click()
    expect(lab.rows.nth(2)).to_have_attribute("aria-selected", "true")
    network = lab.panel("The network")
    expect(network.get_by_text("target 1")).to_be_visible()
    inputs = [network.locator(f'[data-part="n0.{unit}"] text') for unit in range(3)]
    assert [text.text_content() for text in inputs] == ["1.00", "0.00", "1.00"]


def test_a_huge_alpha_is_shown_with_the_reason(lab: Lab) -> None:
    """Training that stands still says why, and what to do."""
    lab.type("alpha value", "10000")
    lab.button("Play").click()
    expect(lab.page.locator("#why")).to_contain_text("smaller alpha")
    assert lab.readout("mean error") > 0.4


def test_numbers_that_are_none_are_shown_as_they_are(new_tab: Callable[..., Lab]) -> None:
    """NaN travels as a word; the page shows it, keeps drawing and says why."""
    lab = new_tab()

    def spoil(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        server.on_message(lambda text: socket.send(broken(json.loads(text))))

    lab.page.route_web_socket(re.compile("/ws$"), spoil)
    lab.open().button("Step").click()
    expect(lab.page.get_by_label("mean error", exact=True)).to_have_text("NaN")
    expect(lab.page.locator("#why")).to_have_text("There is no number left.")
    expect(lab.panel("The network").locator('[data-part="n2.0"] text')).to_have_text("NaN")
    expect(lab.panel("Examples").get_by_text("NaN").first).to_be_visible()
    lab.button("Step").click()
    lab.rises(1)


def broken(message: dict[str, Any]) -> str:
    """Return a message as the server sends it once the numbers have overflowed."""
    if message["type"] == "frame":
        words = re.sub(
            r"-?\d+\.\d+(e-?\d+)?", '"NaN"', json.dumps([message["weights"], message["layers"], message["sums"]])
        )
        message["weights"], message["layers"], message["sums"] = json.loads(words)
        message["curve"]["errors"] = ["NaN" for _ in message["curve"]["errors"]]
        why = {"kind": "overflow", "sentence": "There is no number left.", "advice": "", "rows": [], "units": []}
        message |= {"error": "NaN", "why": why, "detail": None}
    return json.dumps(message)


def test_an_address_opens_that_recipe_once(new_tab: Callable[..., Lab]) -> None:
    """The address is plain afterwards, so that a reload comes back to the run."""
    lab = new_tab().open("/?experiment=xor&alpha=10&hidden_size=32&seed=7")
    expect(lab.field("alpha value")).to_have_value("10")
    expect(lab.field("hidden size value")).to_have_value("32")
    expect(lab.field("seed")).to_have_value("7")
    assert lab.page.evaluate("location.search") == ""


def test_the_page_fits_every_screen(new_tab: Callable[..., Lab], chromium: Browser, server: Server) -> None:
    """The lab itself on one screen of a desk; never a sideways scroll, even with all 64 units."""
    for width, height in ((1440, 900), (768, 1024), (390, 844)):
        context = chromium.new_context(viewport={"width": width, "height": height})
        page = new_tab(context=context).open("/?hidden_size=64").page
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        if width == 1440:
            assert page.evaluate("document.querySelector('#lab').getBoundingClientRect().bottom - innerHeight") <= 0


def test_the_theme_follows_the_system_until_it_is_chosen(new_tab: Callable[..., Lab], chromium: Browser) -> None:
    lab = new_tab(context=chromium.new_context(color_scheme="dark")).open()
    theme = lab.page.locator("html")
    expect(theme).to_have_attribute("data-theme", "dark")
    lab.button("Dark colours").click()
    expect(theme).to_have_attribute("data-theme", "light")
    lab.page.reload()
    expect(theme).to_have_attribute("data-theme", "light")


def test_what_was_said_of_a_run_goes_with_it(lab: Lab) -> None:
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", "50")
    lab.page.keyboard.press("Escape")
    lab.button("Play").click()
    card = lab.page.locator(".notice")
    expect(card).to_contain_text("Stopped")
    box = card.bounding_box()
    assert box["y"] + box["height"] < lab.panel("The network").bounding_box()["y"]
    lab.button("Reset").click()
    expect(card).to_have_count(0, timeout=3_000)


def test_the_last_numbers_are_the_same_everywhere(lab: Lab) -> None:
    """In the words and the matrices as in the drawing, however fast the run was."""
    lab.type("hidden size value", "1")
    lab.button("Play").click()
    lab.rises(200)
    lab.type("hidden size value", "2")
    lab.button("Pause").click()
    expect(lab.button("Play")).to_be_visible()
    drawn = lab.panel("The network").locator(".node .number").last
    moment = lab.panel("What just happened").locator(".moment")
    for _ in patiently():
        output = float(drawn.text_content())
        prediction = float(lab.rows.first.locator(".prediction").text_content())
        said = re.search(r"gives (0\.\d+)", moment.text_content())
        if said and abs(prediction - output) <= 0.0051 and abs(prediction - float(said[1])) <= 0.0006:
            break
    expect(lab.panel("The weights").get_by_role("grid", name="syn0 (3×2)")).to_be_visible()
