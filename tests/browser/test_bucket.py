"""The bucket, as one plays with it."""

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab, patiently


@pytest.fixture
def bucket(lab: Lab) -> Locator:
    panel = lab.panel("The bucket")
    panel.scroll_into_view_if_needed()  # it is fetched when somebody comes near
    expect(panel.get_by_role("button", name="By hand", exact=True)).to_be_visible()
    return panel


def draw(lab: Lab, bucket: Locator, begin: tuple[float, int], end: tuple[float, int]) -> None:
    """One stroke, from and to a part of the stage's width and so many pixels below its top."""
    box = bucket.get_by_role("application").bounding_box()
    mouse = lab.page.mouse
    mouse.move(box["x"] + box["width"] * begin[0], box["y"] + begin[1])
    mouse.down()
    mouse.move(box["x"] + box["width"] * end[0], box["y"] + end[1], steps=4)
    mouse.up()


def press(panel: Locator, *names: str) -> None:
    for name in names:
        panel.get_by_role("button", name=name, exact=True).click()


def test_the_bottom_is_found_by_hand_and_the_rules_are_counted_beside(lab: Lab, bucket: Locator) -> None:
    slope = bucket.get_by_label("slope under the ball")
    stage = bucket.get_by_role("application")
    for _ in range(60):
        if bucket.get_by_role("table").is_visible():
            break
        steep = float(slope.inner_text().replace("−", "-"))
        stage.press(("Shift+" if abs(steep) < 0.2 else "") + ("ArrowLeft" if steep > 0 else "ArrowRight"))
    moves = bucket.get_by_label("moves made").inner_text()
    expect(bucket.get_by_role("status").first).to_contain_text(f"You reached the bottom in {moves} moves")
    rows = bucket.get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text(moves)
    expect(rows.nth(2)).to_contain_text("x −= slope")
    assert lab.iteration == 0  # the arrow keys were the ball's
    # Shift went by the other length, and chose none.
    expect(bucket.get_by_role("button", name="0.5", exact=True)).to_have_attribute("aria-pressed", "true")


def test_a_game_by_hand_goes_on_after_a_reload(lab: Lab, bucket: Locator) -> None:
    press(bucket, "right ▶", "right ▶", "◀ left")
    slope = bucket.get_by_label("slope under the ball").inner_text()
    lab.page.reload()
    lab.ready()
    bucket.scroll_into_view_if_needed()
    expect(bucket.get_by_label("moves made")).to_have_text("3")
    expect(bucket.get_by_label("slope under the ball")).to_have_text(slope)
    press(bucket, "right ▶")
    expect(bucket.get_by_role("status").first).to_contain_text("Move 4.")


def test_a_ball_is_trapped_freed_by_a_larger_alpha_and_there_after_a_reload(lab: Lab, bucket: Locator) -> None:
    press(bucket, "Three rules", "Ripple", "To the end")
    told = bucket.get_by_role("status").last
    expect(told).to_contain_text("Trapped")
    alpha = bucket.get_by_role("textbox", name="alpha of the ball, typed")
    expect(alpha).to_have_attribute("inputmode", "decimal")
    start = bucket.get_by_role("textbox", name="start of the ball")
    expect(start).to_have_attribute("inputmode", "text")  # a keypad for numbers may have no minus
    alpha.fill("lots")
    alpha.press("Enter")
    expect(bucket.get_by_role("alert")).to_have_text("alpha is a number from 0.001 to 10.")
    alpha.fill("0.8")
    alpha.press("Enter")
    expect(told).not_to_contain_text("Trapped")  # that was another alpha's
    press(bucket, "To the end")
    expect(told).to_contain_text("Converged")
    lab.page.reload()
    lab.ready()
    bucket.scroll_into_view_if_needed()
    expect(alpha).to_have_value("0.8")
    expect(bucket.get_by_role("button", name="Ripple")).to_have_attribute("aria-pressed", "true")


def test_on_a_phone_the_task_the_rules_and_their_number_stand_with_the_stage(lab: Lab, bucket: Locator) -> None:
    lab.page.set_viewport_size({"width": 390, "height": 844})
    stage = bucket.get_by_role("application")

    def order(*parts: Locator) -> None:
        expect(parts[-1]).to_be_visible()
        for _ in patiently():
            tops = [part.bounding_box()["y"] for part in parts]
            if tops == sorted(tops) and tops[-1] - tops[0] < 844 - 300:  # a screen, less what always stands there
                return

    order(bucket.get_by_text("Find the bottom."), stage, bucket.get_by_role("button", name="right ▶"))
    press(bucket, "Three rules")
    sign, slope, alpha = (bucket.get_by_role("button", name=f"Rule {rule}:") for rule in (1, 2, 3))
    roll = bucket.get_by_role("button", name="Roll", exact=True)
    numbers = {sign: bucket.get_by_role("textbox", name="step"), alpha: bucket.get_by_role("textbox", name="alpha")}
    for rule in (sign, slope, alpha):
        rule.click()
        for other, number in numbers.items():
            expect(number).to_be_visible(visible=other is rule)
        order(rule, stage, roll, *([numbers[rule]] if rule in numbers else []))


def test_on_a_small_phone_a_game_by_hand_stands_above_the_bar_with_all_its_buttons(lab: Lab, bucket: Locator) -> None:
    names = ("◀ left", "right ▶", "0.5", "0.1", "Show the curve", "Another bucket")
    buttons = [bucket.get_by_role("button", name=name, exact=True) for name in names]
    parts, bar = lab.page.get_by_role("navigation", name="Parts of the page"), lab.page.locator(".transport")
    body = bucket.locator(".panel-body")  # on the smallest the panel's heading is scrolled away
    for width, height, first in ((360, 780, bucket), (375, 667, body), (360, 640, body)):
        lab.page.set_viewport_size({"width": width, "height": height})
        for _ in patiently():  # less the parts of the page above and the bar below
            room = bar.bounding_box()["y"] - parts.bounding_box()["height"]
            top, boxes = first.bounding_box()["y"], [button.bounding_box() for button in buttons]
            fits = all(box["y"] + box["height"] - top <= room for box in boxes)
            if fits and all(min(box["width"], box["height"]) >= 44 for box in boxes):
                break


def test_a_hundred_balls_end_in_five_places_and_none_on_a_curve_half_drawn(lab: Lab, bucket: Locator) -> None:
    press(bucket, "A hundred balls", "To the end")
    expect(bucket.get_by_label("distinct ends")).to_have_text("5")
    names = bucket.locator(".bucket-alpha:visible .bucket-zones i")
    expect(names).to_have_text(["settles", "overshoots", "thrown out"])
    lab.page.set_viewport_size({"width": 390, "height": 844})
    for i in range(3):
        expect(names.nth(i)).to_be_visible()
    for _ in patiently():  # however little room there is, none over another, and none beyond the slider
        settles, overshoots, thrown = (names.nth(i).bounding_box() for i in range(3))
        slider = bucket.get_by_role("slider", name="alpha of the ball").bounding_box()
        if (
            slider["x"] <= settles["x"]
            and settles["x"] + settles["width"] < overshoots["x"]
            and overshoots["x"] + overshoots["width"] < thrown["x"]
            and thrown["x"] + thrown["width"] <= slider["x"] + slider["width"]
        ):
            break
    expect(bucket.get_by_role("status").last).to_contain_text("the middle of 15 searches")
    lab.page.set_viewport_size({"width": 1440, "height": 900})
    press(bucket, "Drop one more")
    expect(bucket.get_by_label("balls in a bottom")).to_have_text("101 of 101")
    press(bucket, "Draw your own")
    draw(lab, bucket, (0.1, 40), (0.4, 200))
    expect(bucket.get_by_role("status").first).to_contain_text("too little to guess the rest")
    for name in ("Roll all", "Drop one more", "To the end"):
        expect(bucket.get_by_role("button", name=name)).to_have_attribute("aria-disabled", "true")
    expect(bucket.get_by_label("balls in a bottom")).to_have_text("–")
    bucket.get_by_role("slider", name="height at x = 2", exact=True).press("ArrowDown")
    expect(bucket.get_by_role("status").first).to_contain_text("All of the width is drawn")
    expect(bucket.get_by_label("balls in a bottom")).to_have_text("0 of 100")
    expect(bucket.get_by_role("table").locator("tbody tr")).to_have_count(1)


def test_a_stroke_over_a_drawing_changes_its_part_and_is_taken_back(lab: Lab, bucket: Locator) -> None:
    press(bucket, "Three rules", "Draw your own")
    bucket.get_by_role("button", name="Rub out").dispatch_event("click")  # what another test drew, if it did
    names = ("height at x = −3", "height at x = 0", "height at x = 3")
    left, middle, right = (bucket.get_by_role("slider", name=name, exact=True) for name in names)
    middle.press("ArrowDown")
    middle.press("Shift+ArrowDown")  # a narrow part
    expect(middle).to_have_attribute("aria-valuenow", "4.0")
    expect(bucket.get_by_role("slider", name="height at x = 0.5")).to_have_attribute("aria-valuenow", "4.7")
    draw(lab, bucket, (0.15, 60), (0.4, 60))
    expect(left).not_to_have_attribute("aria-valuenow", "5.0")
    for handle, height in ((middle, "4.0"), (right, "5.0")):
        expect(handle).to_have_attribute("aria-valuenow", height)
    middle.press("Control+z")
    expect(left).to_have_attribute("aria-valuenow", "5.0")
    press(bucket, "Undo", "Undo")
    expect(bucket.get_by_role("status").first).to_contain_text("Draw across the frame")
    assert lab.iteration == 0
