"""Every iteration of the run under one thumb, and the changes on the way."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, expect

from .lab import Lab

PAST = "Play trains the same numbers again; a change makes a branch"


def at(lab: Lab, iteration: int) -> None:
    """Wait until the page shows an iteration."""
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", str(iteration))


def train(lab: Lab, iteration: int) -> None:
    """Train up to an iteration, and no further."""
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", str(iteration)).press("Escape")
    lab.button("Play").click()
    at(lab, iteration)
    expect(lab.button("Play")).to_be_visible()


def changes(lab: Lab) -> Locator:
    return lab.page.locator(".change:visible")


def test_the_thumb_goes_to_any_iteration_and_the_page_follows(lab: Lab) -> None:
    train(lab, 200)
    error = lab.readout("mean error")
    timeline = lab.slider("timeline")
    timeline.press("Home")
    at(lab, 0)
    expect(lab.page.get_by_text(PAST)).to_be_visible()
    expect(lab.panel("Error").locator(".curve-head")).to_have_attribute("cx", "44.0")
    timeline.fill("120")
    at(lab, 120)
    timeline.press("ArrowLeft")
    at(lab, 119)
    lab.button("Play").click()
    at(lab, 200)
    assert lab.readout("mean error") == error, "the same numbers again"
    expect(lab.page.get_by_text(PAST)).to_be_hidden()


def test_a_drag_ends_where_the_pointer_did_and_pauses(lab: Lab) -> None:
    lab.button("Play").click()
    lab.rises(300)
    rail = lab.page.locator(".rail").bounding_box()
    middle = rail["y"] + rail["height"] / 2
    thumb = lab.page.locator(".thumb i").bounding_box()
    lab.page.mouse.move(thumb["x"] - 20, middle)
    lab.page.mouse.down()
    lab.page.mouse.move(rail["x"] + 60, middle, steps=20)
    lab.page.mouse.move(rail["x"] - 30, middle, steps=5)
    lab.page.mouse.up()
    at(lab, 0)
    expect(lab.button("Play")).to_be_visible()
    lab.button("Back to the end").click()
    assert lab.rises(0) > 300
    expect(lab.slider("timeline")).to_be_focused()


def test_a_change_is_moved_and_removed_and_that_is_taken_back(lab: Lab) -> None:
    train(lab, 100)
    lab.type("alpha value", "4")
    train(lab, 200)
    change = changes(lab)
    expect(change).to_have_accessible_name("at 100: alpha 1 → 4")
    change.click()
    lab.type("at iteration", "soon")
    expect(lab.page.get_by_role("alert")).to_contain_text("iteration must be a whole number from 0 to 200")
    lab.field("at iteration").fill("50")
    lab.button("Move").click()
    expect(change).to_have_accessible_name("at 50: alpha 1 → 4")
    expect(change).to_be_focused()
    change.press("Delete")
    expect(change).to_have_count(0)
    expect(lab.slider("timeline")).to_be_focused()
    at(lab, 200)
    lab.page.keyboard.press("Control+z")
    expect(change).to_have_accessible_name("at 50: alpha 1 → 4")
    expect(lab.button("Redo: alpha 1 → 4 removed")).to_be_visible()
    lab.page.keyboard.press("Shift+M")
    at(lab, 50)


def test_what_is_said_of_a_change_goes_with_it(lab: Lab) -> None:
    for iteration, alpha in ((20, "2"), (100, "4"), (500, "8")):
        train(lab, iteration)
        lab.type("alpha value", alpha)
        expect(changes(lab).last).to_have_accessible_name(re.compile(f"→ {alpha}$"))
    bubble = lab.page.get_by_role("tooltip")
    changes(lab).last.focus()
    lab.page.keyboard.press("ArrowLeft")
    expect(bubble).to_contain_text("at 100: alpha 2 → 4")
    lab.page.keyboard.press("Delete")
    expect(changes(lab)).to_have_count(2)
    expect(bubble).to_contain_text("at 500: ")


def test_keys_move_a_change_and_one_move_is_one_step_back(lab: Lab) -> None:
    train(lab, 100)
    lab.type("alpha value", "4")
    train(lab, 200)
    change = changes(lab)
    change.focus()
    lab.page.keyboard.down("Shift")
    for _ in range(3):
        lab.page.keyboard.press("ArrowLeft")
    lab.page.keyboard.up("Shift")
    expect(change).to_have_accessible_name("at 97: alpha 1 → 4")
    lab.page.keyboard.press("Control+z")
    expect(change).to_have_accessible_name("at 100: alpha 1 → 4")


def test_a_finger_moves_the_thumb_on_a_phone(new_tab: Callable[..., Lab], chromium: Browser) -> None:
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with chromium.new_context(**options) as context:
        phone = new_tab(context=context).open()
        phone.button("Play").tap()
        phone.rises(200)
        phone.button("Pause").tap()
        track = phone.page.locator(".track").bounding_box()
        thumb = phone.page.locator(".thumb i").bounding_box()
        assert track["height"] >= 40
        assert phone.button("Undo").bounding_box()["width"] >= 40
        touch = phone.page.context.new_cdp_session(phone.page)
        x, y = thumb["x"] + thumb["width"] / 2, thumb["y"] + thumb["height"] / 2
        for i in range(10):
            kind = "touchMove" if i else "touchStart"
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x - 20 * i, "y": y}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        at(phone, 0)
        phone.button("Back to the end").click()
        phone.rises(0)
