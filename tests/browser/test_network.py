"""The drawing: what the lines of the program do to it, and weights taken in hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab

COUNT_FLOWS = """() => {
  window.flows = 0;
  const real = Element.prototype.animate;
  Element.prototype.animate = function (...given) {
    if (this.matches(".flow")) flows++;
    return real.apply(this, given);
  };
}"""
COUNT_WEIGHTS = """() => {
  window.weights = 0;
  const real = WebSocket.prototype.send;
  WebSocket.prototype.send = function (text) {
    if (JSON.parse(text).type === "set_weight") weights++;
    return real.call(this, text);
  };
}"""
ON_ITS_LINE = """hit => {
  const { x, y } = hit.getPointAtLength(hit.getTotalLength() * 0.64);
  const { left, top } = hit.ownerSVGElement.getBoundingClientRect();
  return [left + x, top + y];
}"""


def part(lab: Lab, key: str) -> Locator:
    return lab.panel("The network").locator(f'[data-part="{key}"]')


def caption(lab: Lab) -> Locator:
    return lab.panel("The network").locator(".network-caption")


def walk(lab: Lab, lines: int) -> None:
    for _ in range(lines):
        lab.button("Step one line").click()


def take(lab: Lab, key: str, up: int) -> None:
    """Press the mouse on a line and move it up, without letting go."""
    x, y = part(lab, key).locator(".hit").evaluate(ON_ITS_LINE)
    lab.page.mouse.move(x, y)
    lab.page.mouse.down()
    lab.page.mouse.move(x, y - up, steps=6)


def weight(lab: Lab, key: str) -> Locator:
    """The line, with the focus on it, so that it says its weight."""
    part(lab, key).focus()
    return part(lab, key)


def test_circles_are_empty_until_their_line_has_made_them(lab: Lab) -> None:
    walk(lab, 2)
    expect(caption(lab)).to_contain_text("l1 of example 1")
    expect(part(lab, "n1.0").locator("text")).to_have_text("0.45")
    expect(part(lab, "n2.0").locator("text")).to_have_text("")
    walk(lab, 1)
    expect(part(lab, "n2.0").locator("text")).to_have_text("0.47")


def test_forward_and_back_go_opposite_ways(lab: Lab) -> None:
    """A line's arrow ends where it leads to: at the right going forward, at the left going back."""
    ends = "flow => flow.getPointAtLength(flow.getTotalLength()).x - flow.getPointAtLength(0).x"
    walk(lab, 3)
    expect(lab.page.locator(".flow.forward")).to_have_count(4)
    assert lab.page.locator(".flow.forward").first.evaluate(ends) > 0
    walk(lab, 3)
    expect(lab.page.locator(".flow.back")).to_have_count(4)
    assert lab.page.locator(".flow.back").first.evaluate(ends) < 0
    expect(caption(lab)).to_contain_text("l1_error of example 1")


def test_the_error_stands_beside_the_target(lab: Lab) -> None:
    walk(lab, 4)
    expect(part(lab, "n2.0").locator("text")).to_have_text("−.474")
    expect(lab.page.locator("#network .off")).to_have_text("error −0.474")
    walk(lab, 1)
    expect(part(lab, "n2.0").locator("text")).to_have_text("−.118")


def test_a_step_back_shows_the_earlier_state_without_a_show(lab: Lab) -> None:
    walk(lab, 7)
    expect(caption(lab)).to_contain_text("l1_delta")
    lab.page.evaluate(COUNT_FLOWS)
    lab.button("Back one line").click()
    expect(caption(lab)).to_contain_text("l1_error")
    expect(lab.page.locator(".flow.back")).to_have_count(4)
    assert lab.page.evaluate("flows") == 0


def test_whoever_wants_no_motion_gets_arrows_that_stand(lab: Lab) -> None:
    lab.page.emulate_media(reduced_motion="reduce")
    lab.page.evaluate(COUNT_FLOWS)
    walk(lab, 6)
    expect(lab.page.locator(".flow.back[marker-end]")).to_have_count(4)
    assert lab.page.evaluate("flows") == 0


def test_an_update_shows_the_weights_that_the_next_iteration_has(lab: Lab) -> None:
    walk(lab, 8)
    expect(lab.page.locator(".flow.move")).to_have_count(4)
    expect(weight(lab, "e1.0.0")).to_have_attribute("aria-label", "weight syn1[0, 0] = −0.5956, moved by −0.0045")
    lab.button("Step").click()
    expect(lab.page.locator(".flow")).to_have_count(0)
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    part(lab, "n0.0").focus()
    expect(weight(lab, "e1.0.0")).to_have_attribute("aria-label", "weight syn1[0, 0] = −0.5956, turned 0 times")


def test_parts_that_are_spoken_of_elsewhere_light_up(lab: Lab) -> None:
    tell = "keys => document.dispatchEvent(new CustomEvent('parts', { detail: { parts: keys } }))"
    lab.page.evaluate(tell, ["n1.2", "e0.1.3"])
    expect(lab.page.locator("#network .pointed")).to_have_count(2)
    lab.page.evaluate(tell, [])
    expect(lab.page.locator("#network .pointed")).to_have_count(0)


def test_direction_changes_stand_on_the_lines(new_tab: Callable[[], Lab]) -> None:
    """The counts of the posts' script: seed_inventory.md, row 81."""
    lab = new_tab().open("/?experiment=xor&alpha=10&hidden_size=4&seed=1")
    lab.button("Play").click()
    lab.rises(2000)
    lab.button("Pause").click()
    expect(lab.button("Play")).to_be_visible()
    lab.panel("The network").get_by_role("button", name="direction changes").click()
    expect(lab.page.locator("#network .weight").nth(11)).to_have_text("17")
    assert "turned 17 times" in weight(lab, "e0.2.3").get_attribute("aria-label")


def test_many_direction_changes_are_told_by_the_width_of_the_lines(new_tab: Callable[[], Lab]) -> None:
    lab = new_tab().open("/?experiment=xor&alpha=10&hidden_size=16&seed=1")
    lab.button("Play").click()
    lab.rises(200)
    lab.button("Pause").click()
    lab.panel("The network").get_by_role("button", name="direction changes").click()
    expect(caption(lab)).to_contain_text("how often each weight has changed direction, up to")
    expect(lab.page.locator("#network .line.turned")).to_have_count(64)


def test_a_line_that_is_clicked_can_be_typed_over(lab: Lab) -> None:
    x, y = part(lab, "e1.1.0").locator(".hit").evaluate(ON_ITS_LINE)
    lab.page.mouse.click(x, y)
    field = lab.panel("The network").get_by_role("textbox", name="syn1[1, 0]")
    expect(field).to_be_focused()
    field.fill("2.5")
    field.press("Enter")
    expect(weight(lab, "e1.1.0")).to_have_attribute("aria-label", "weight syn1[1, 0] = 2.5000")
    expect(part(lab, "e1.1.0")).to_have_class("edge chosen lit")


@pytest.mark.parametrize("typed", ["1e400", "lots"])
def test_a_weight_that_is_no_number_is_refused_at_its_field(lab: Lab, typed: str) -> None:
    part(lab, "e1.2.0").focus()
    lab.page.keyboard.press("Enter")
    field = lab.panel("The network").get_by_role("textbox", name="syn1[2, 0]")
    field.fill(typed)
    field.press("Enter")
    expect(lab.panel("The network").get_by_role("alert").filter(has_text="syn1[2, 0]")).to_contain_text("number")
    field.press("Escape")
    expect(lab.panel("The network").get_by_role("alert").filter(has_text="syn1[2, 0]")).to_have_count(0)
    field.press("Escape")
    expect(part(lab, "e1.2.0")).to_be_focused()


def test_a_line_that_is_dragged_takes_its_weight_along(lab: Lab) -> None:
    before = weight(lab, "e1.3.0").get_attribute("aria-label")
    take(lab, "e1.3.0", up=60)
    lab.page.mouse.up()
    expect(part(lab, "e1.3.0").locator(".line")).to_have_class("line positive")
    part(lab, "n0.0").focus()
    expect(weight(lab, "e1.3.0")).not_to_have_attribute("aria-label", before)
    assert lab.iteration == 0


def test_escape_puts_a_dragged_weight_back(lab: Lab) -> None:
    before = weight(lab, "e1.1.0").get_attribute("aria-label")
    take(lab, "e1.1.0", up=90)
    field = lab.panel("The network").get_by_role("textbox", name="syn1[1, 0]")
    was = field.input_value()
    lab.page.keyboard.press("Escape")
    expect(field).not_to_have_value(was)
    lab.page.mouse.up()
    part(lab, "n0.0").focus()
    expect(weight(lab, "e1.1.0")).to_have_attribute("aria-label", before)


def test_a_line_in_hand_goes_into_no_other_run_than_its_own(lab: Lab) -> None:
    before = str(weight(lab, "e1.3.0").get_attribute("aria-label"))
    take(lab, "e1.3.0", up=60)
    expect(lab.button("Undo: weights moved")).to_be_visible()
    lab.page.keyboard.press("r")
    expect(lab.button("Undo: Reset")).to_be_visible()
    lab.page.evaluate(COUNT_WEIGHTS)
    lab.page.mouse.move(0, 0, steps=3)
    lab.page.mouse.up()
    weight(lab, "e0.0.0").press("+")  # what came before it has been heard when this is done
    expect(lab.button("Undo: weights moved")).to_be_visible()
    expect(weight(lab, "e1.3.0")).to_have_attribute("aria-label", before)
    assert lab.page.evaluate("weights") == 1  # that of the key


def test_plus_and_minus_move_a_weight(lab: Lab) -> None:
    line = weight(lab, "e0.0.0")
    for key in ("+", "+", "PageDown"):
        line.press(key)
    expect(line).to_have_attribute("aria-label", "weight syn0[0, 0] = −0.9660")
    expect(lab.panel("The network").get_by_role("status")).to_have_text("syn0[0, 0] is −0.9660")
