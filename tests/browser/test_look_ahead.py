"""Where the error would go with another value, before it is decided."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, expect

from .lab import Lab


def words(lab: Lab) -> Locator:
    return lab.panel("Error").locator(".ahead-words")


def over(lab: Lab, slider: str, end: float) -> tuple[float, float]:
    box = lab.slider(slider).bounding_box()
    assert box
    return box["x"] + 8 + (box["width"] - 16) * end, box["y"] + box["height"] / 2


def test_a_pointer_that_rests_on_alpha_shows_what_would_be_and_decides_nothing(lab: Lab) -> None:
    lab.button("Step").click()
    lab.page.mouse.move(*over(lab, "alpha", 4 / 6))
    sentence = r"^At 401: error 0\.\d+ with alpha 3\.33, 0\.\d+ with 10, 0\.\d+ with 30$"
    expect(words(lab)).to_have_text(re.compile(sentence))
    expect(lab.panel("Error").get_by_role("status")).to_contain_text(" with 10,")
    lines = lab.panel("Error").locator(".ahead-curve:not([display])")
    expect(lines).to_have_count(3)
    expect(lab.field("alpha value")).to_have_value("1")
    lab.page.mouse.move(5, 5)
    expect(words(lab)).to_be_hidden()
    expect(lines).to_have_count(0)
    assert lab.iteration == 1


def test_a_thumb_that_is_held_shows_it_from_where_the_run_has_come_to(lab: Lab) -> None:
    lab.button("Play").click()
    lab.rises(50)
    lab.page.mouse.move(*over(lab, "alpha", 3 / 6))
    lab.page.mouse.down()
    lab.page.mouse.move(*over(lab, "alpha", 4 / 6), steps=6)
    expect(words(lab)).to_contain_text(" with 10,")
    expect(lab.field("alpha value")).to_have_value("10")
    first = words(lab).text_content()
    expect(words(lab)).not_to_have_text(first)
    expect(words(lab)).to_contain_text(" with 10,")
    lab.page.mouse.up()


def test_an_arrow_key_on_the_hidden_size_shows_it_too(lab: Lab) -> None:
    lab.button("Step").click()
    lab.slider("hidden size").press("ArrowRight")
    expect(words(lab)).to_contain_text(re.compile(r"error .* with hidden size 2.*, .* with 5.*, .* with 15"))
    lab.slider("hidden size").blur()
    expect(words(lab)).to_be_hidden()


def test_on_a_phone_it_is_told_beside_the_transport_while_the_chart_is_out_of_view(
    new_tab: Callable[..., Lab], chromium: Browser
) -> None:
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with chromium.new_context(**options) as context:
        phone = new_tab(context=context).open()
        phone.button("Step").tap()
        phone.rises(0)
        peek = phone.page.locator(".ahead-peek")
        x, y = over(phone, "alpha", 4 / 6)
        touch = context.new_cdp_session(phone.page)
        before = phone.slider("alpha").bounding_box()
        for type_, points in (("touchStart", [{"x": x, "y": y}]), ("touchMove", [{"x": x + 2, "y": y}])):
            touch.send("Input.dispatchTouchEvent", {"type": type_, "touchPoints": points})
        expect(peek).to_contain_text(re.compile(r"^At [\d,]+: error 0\.\d+ with alpha"))
        expect(peek.locator("path[d^=M]")).to_have_count(3)
        assert phone.slider("alpha").bounding_box() == before
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect(peek).to_be_hidden()
