"""The bucket, as one plays with it."""

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab


@pytest.fixture
def bucket(lab: Lab) -> Locator:
    panel = lab.panel("The bucket")
    panel.scroll_into_view_if_needed()  # it is fetched when somebody comes near
    expect(panel.get_by_role("button", name="By hand", exact=True)).to_be_visible()
    return panel


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
    expect(bucket.get_by_role("status").last).to_contain_text(f"You reached the bottom in {moves} moves")
    rows = bucket.get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text(moves)
    expect(rows.nth(2)).to_contain_text("x −= slope")
    assert lab.iteration == 0  # the arrow keys were the ball's


def test_a_ball_is_trapped_freed_by_a_larger_alpha_and_there_after_a_reload(lab: Lab, bucket: Locator) -> None:
    press(bucket, "Three rules", "Ripple", "To the end")
    told = bucket.get_by_role("status").last
    expect(told).to_contain_text("Trapped")
    alpha = bucket.get_by_role("textbox", name="alpha of the ball, typed")
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


def test_a_hundred_balls_end_in_five_places_and_none_on_a_curve_half_drawn(lab: Lab, bucket: Locator) -> None:
    press(bucket, "A hundred balls", "To the end")
    expect(bucket.get_by_label("distinct ends")).to_have_text("5")
    expect(bucket.get_by_role("status").last).to_contain_text("the middle of 15 searches")
    press(bucket, "Drop one more", "To the end")
    expect(bucket.get_by_label("balls at rest")).to_have_text("101 of 101")
    press(bucket, "Draw your own")
    box = bucket.get_by_role("application").bounding_box()
    mouse = lab.page.mouse
    mouse.move(box["x"] + box["width"] * 0.1, box["y"] + 40)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 200, steps=4)
    mouse.up()
    expect(bucket.get_by_role("status").first).to_contain_text("too little to guess the rest")
    for name in ("Roll all", "Drop one more"):
        expect(bucket.get_by_role("button", name=name)).to_have_attribute("aria-disabled", "true")
    expect(bucket.get_by_label("balls at rest")).to_have_text("–")
    bucket.get_by_role("slider", name="height at x = 2").press("ArrowDown")
    expect(bucket.get_by_role("status").first).to_contain_text("All of the width is drawn")
    expect(bucket.get_by_label("balls at rest")).to_have_text("0 of 100")
    expect(bucket.get_by_role("table").locator("tbody tr")).to_have_count(1)
