"""Changing the network while it trains."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from .lab import Lab

OVERLAPS = """() => {
  const seen = [...document.querySelectorAll(
      ".transport :is(.caption, .value, button:not(.info), output, input[type=text])")]
    .filter(e => e.checkVisibility() && !e.closest("[hidden], .sheet"))
    .map(e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      const { left, right, top, bottom } = (e.matches("button, input") ? e : range).getBoundingClientRect();
      return { name: e.getAttribute("aria-label") ?? e.textContent.trim(), left, right, top, bottom };
    });
  const beside = (a, b) => a.right <= b.left + .5 || b.right <= a.left + .5;
  const above = (a, b) => a.bottom <= b.top + 2 || b.bottom <= a.top + 2;  // lines of text have air around them
  const meet = (a, b) => !beside(a, b) && !above(a, b);
  return seen.flatMap((a, i) => seen.slice(i + 1).filter(b => meet(a, b)).map(b => `${a.name} and ${b.name}`))
    .concat(seen.filter(({ right }) => right > innerWidth).map(({ name }) => `${name} and the edge`));
}"""


def test_dragging_alpha_marks_the_curve_and_the_run_goes_on(lab: Lab) -> None:
    lab.button("Play").click()
    lab.rises(100)
    box = lab.slider("alpha").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    lab.page.mouse.move(box["x"] + box["width"] / 2, y)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=10)
    lab.page.mouse.up()
    expect(lab.field("alpha value")).not_to_have_value("1")
    expect(lab.page.locator("#latest")).to_contain_text("alpha")
    expect(lab.panel("Error").locator(".mark-line").first).to_be_attached()
    lab.rises()


def test_a_dragged_thumb_snaps_to_the_posts_alphas(lab: Lab) -> None:
    box = lab.slider("alpha").bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    lab.page.mouse.move(box["x"] + box["width"] / 2, y)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 4.03 / 6, y, steps=5)
    lab.page.mouse.up()
    expect(lab.field("alpha value")).to_have_value("10")


def test_typing_alpha_moves_the_slider_and_the_code(lab: Lab) -> None:
    lab.type("alpha value", "0.25")
    expect(lab.slider("alpha")).to_have_attribute("aria-valuetext", "0.25")
    expect(lab.panel("The code").locator(".hole").first).to_have_text("0.25")


def test_an_alpha_beyond_the_slider_rests_the_thumb_at_its_end(lab: Lab) -> None:
    lab.type("alpha value", "5000")
    expect(lab.slider("alpha")).to_have_value("600")
    expect(lab.slider("alpha")).to_have_attribute("aria-valuetext", "5000")
    expect(lab.field("alpha value")).to_have_value("5000")


def test_changing_the_hidden_size_changes_the_drawing_and_the_run_goes_on(lab: Lab) -> None:
    nodes = lab.panel("The network").locator(".node")
    expect(nodes).to_have_count(3 + 4 + 1)
    lab.button("Play").click()
    lab.rises(50)
    lab.slider("hidden size").press("ArrowRight")
    expect(nodes).to_have_count(3 + 5 + 1)
    lab.type("hidden size value", "64")
    expect(nodes).to_have_count(3 + 64 + 1)
    expect(lab.slider("hidden size")).to_have_attribute("aria-valuetext", "64")
    lab.rises()


def test_speed_runs_from_one_iteration_a_second_to_no_limit(lab: Lab) -> None:
    speed = lab.slider("speed")
    speed.press("End")
    expect(speed).to_have_attribute("aria-valuetext", "full speed")
    speed.press("Home")
    expect(speed).to_have_attribute("aria-valuetext", "1 it/s")


def test_at_no_width_do_two_of_the_controls_overlap(lab: Lab) -> None:
    speed = lab.slider("speed")
    speed.press("End")
    speed.press("ArrowLeft")
    expect(lab.page.locator(".control .value")).to_have_text("1,000,000 it/s")  # the longest that it can be
    for width in (320, 344, 360, 390, 700, 768, 1024, 1179, 1180, 1239, 1280, 1366, 1440):
        lab.page.set_viewport_size({"width": width, "height": 900})
        assert lab.page.evaluate(OVERLAPS) == [], f"{width} pixels wide"


def test_another_seed_starts_from_other_weights(lab: Lab) -> None:
    before = lab.readout("mean error")
    lab.type("seed", "2")
    lab.page.wait_for_function("old => document.querySelector('#error').dataset.value !== old", arg=str(before))
    assert lab.iteration == 0


def test_the_code_copied_is_the_code_that_runs(lab: Lab) -> None:
    lab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lab.type("alpha value", "3")
    expect(lab.panel("The code").locator(".hole").first).to_have_text("3")
    copy = lab.panel("The code").get_by_role("button", name="Copy")
    expect(copy).to_have_attribute("data-explain", re.compile("from the start, with the present"))
    copy.click()
    expect(lab.page.get_by_text("Copied")).to_be_visible()
    copied = lab.page.evaluate("navigator.clipboard.readText()")
    compile(copied, "copied", "exec")
    assert "alpha = 3\n" in copied


def test_a_ball_dropped_on_the_contour_goes_on_from_there(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab().open("/?experiment=two-weights")
    surface = lab.panel("Error surface")
    surface.get_by_role("button", name="Contour").click()
    surface.locator(".chart:visible svg.main-svg").first.wait_for()
    surface.locator(".chart:visible").click(position={"x": 120, "y": 60})
    expect(lab.page.locator("#latest")).to_contain_text("weights")
    lab.button("Play").click()
    lab.rises(20)
