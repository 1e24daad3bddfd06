"""A phone, held upright: everything within reach of a thumb."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from .lab import Lab


@pytest.fixture
def phone(new_tab: Callable[..., Lab], chromium: Browser) -> Iterator[Lab]:
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with chromium.new_context(**options) as context:
        lab = new_tab(context=context).open()
        yield lab


def test_the_controls_work_with_the_settings_open(phone: Lab) -> None:
    """What is in the bar does not move away from under the thumb."""
    phone.button("More settings").tap()
    sheet = phone.page.locator("#settings")
    phone.button("Play").tap()
    phone.rises(20)
    phone.button("Pause").tap()
    expect(sheet).to_be_visible()
    phone.page.locator("#stop").tap()
    phone.type("stop at iteration", "50000")
    expect(phone.page.locator("#stop")).to_contain_text("50,000")
    expect(phone.field("alpha value")).to_have_value("1")


def test_a_tap_beside_the_bar_closes_the_settings(phone: Lab) -> None:
    phone.button("More settings").tap()
    phone.page.get_by_role("heading", name="The network").tap()
    expect(phone.page.locator("#settings")).to_be_hidden()


def test_the_story_comes_after_the_examples_and_before_the_charts(phone: Lab) -> None:
    names = ["The network", "Examples", "What just happened", "Error", "Sigmoid slopes", "The code", "The weights"]
    tops = [phone.panel(name).bounding_box()["y"] for name in names]
    assert tops == sorted(tops)
    expect(phone.panel("Examples").get_by_text("choose a row")).to_be_visible()


def test_the_page_can_be_scrolled_past_the_landscape(phone: Lab) -> None:
    """A finger on it turns it, so there is room for one beside it."""
    phone.page.get_by_role("tab", name="Two weights").tap()
    phone.button("3-D").tap()
    landscape = phone.panel("Error surface").get_by_role("img", name="Error surface in 3-D")
    expect(landscape).to_be_visible()
    box = landscape.bounding_box()
    assert phone.page.viewport_size["width"] - box["width"] >= 2 * 44
    swipe(phone, box["x"] - 20, box["y"] + box["height"] / 2)
    phone.page.wait_for_function("scrollY > 50")


def test_a_finger_drags_a_weight_and_not_the_page(phone: Lab) -> None:
    drawing = phone.panel("The network")
    drawing.locator("[data-part='e0.0.0'] .hit").dispatch_event("click")
    field, grip = drawing.get_by_role("textbox", name="syn0[0, 0]"), drawing.locator(".grip")
    expect(field).to_have_value("-0.165956")
    grip.scroll_into_view_if_needed()
    stands, box = phone.page.evaluate("scrollY"), grip.bounding_box()
    swipe(phone, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(phone.button("Undo: weights moved")).to_be_visible()
    expect(field).to_have_value(re.compile(r"\d\d\.\d+"))  # it went all the way with the finger
    assert phone.page.evaluate("scrollY") == stands


def swipe(phone: Lab, x: float, y: float) -> None:
    """A finger that goes up."""
    touch = phone.page.context.new_cdp_session(phone.page)
    for i in range(15):
        kind = "touchMove" if i else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y - 12 * i}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
