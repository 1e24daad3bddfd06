"""The program is a control: lines are walked through and changed, numbers typed over, names asked about."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, expect

from .lab import Lab

FIRST, LAST = 11, 19
"""Lines of the loop of XOR, as they are numbered on the page."""


def line(lab: Lab, number: int) -> Locator:
    return lab.panel("The code").locator(".code li").nth(number - 1)


def stands_on(lab: Lab, number: int) -> None:
    expect(line(lab, number)).to_have_attribute("aria-current", "step")
    expect(lab.panel("The code").locator("[aria-current]")).to_have_count(1)


def stands_nowhere(lab: Lab) -> None:
    expect(lab.panel("The code").locator("[aria-current]")).to_have_count(0)


def test_a_step_lights_the_line_and_reads_it_out(lab: Lab) -> None:
    lab.button("Step one line").click()
    stands_on(lab, FIRST)
    lab.page.keyboard.press("l")
    stands_on(lab, FIRST + 1)
    expect(lab.page.get_by_role("status").get_by_text("line 12 of 19: l1 = sigmoid(l0 @ syn0)")).to_be_attached()
    lab.page.keyboard.press("Shift+L")
    stands_on(lab, FIRST)
    lab.button("Back one line").click()
    stands_nowhere(lab)


def test_behind_the_last_line_the_next_iteration_begins(lab: Lab) -> None:
    line(lab, LAST).click(position={"x": 5, "y": 5})
    stands_on(lab, LAST)
    lab.page.keyboard.press("l")
    stands_on(lab, FIRST)
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    lab.button("Back one line").click()
    stands_on(lab, LAST)
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "0")


def test_a_whole_step_leaves_the_lines(lab: Lab) -> None:
    lab.page.keyboard.press("l")
    stands_on(lab, FIRST)
    lab.button("Step").click()
    stands_nowhere(lab)


def test_the_first_line_pauses_what_plays(lab: Lab) -> None:
    lab.button("Play").click()
    lab.rises()
    lab.button("Step one line").click()
    stands_on(lab, FIRST)
    expect(lab.button("Play")).to_be_visible()


@pytest.mark.parametrize("leave", ["click", "Escape"])
def test_a_click_goes_to_a_line_and_another_or_escape_leaves_it(lab: Lab, leave: str) -> None:
    spot = {"x": 5, "y": 5}
    line(lab, 14).click(position=spot)
    stands_on(lab, 14)
    if leave == "click":
        line(lab, 14).click(position=spot)
    else:
        lab.page.keyboard.press("Escape")
    stands_nowhere(lab)


def test_enter_goes_to_the_line_in_focus(lab: Lab) -> None:
    line(lab, 15).focus()
    lab.page.keyboard.press("Enter")
    stands_on(lab, 15)


def test_the_three_tasks_are_named_where_they_begin(lab: Lab) -> None:
    for number, word in ((11, "predict"), (14, "see how wrong"), (18, "update")):
        expect(line(lab, number)).to_contain_text(word)


def test_a_changed_line_is_shown_runs_and_is_mended(lab: Lab) -> None:
    line(lab, 15).focus()
    line(lab, 15).get_by_role("button", name="Change line 15").press("Enter")
    lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("Enter")
    expect(line(lab, 15).locator(".text")).to_have_text("l2_delta = l2_error")
    expect(lab.page.get_by_text("The program is changed in line 15.")).to_be_visible()
    expect(line(lab, 15).get_by_role("button", name="Change line 15")).to_be_focused()
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    line(lab, 15).get_by_role("button", name="Mend line 15").click()
    expect(line(lab, 15).locator(".text")).to_have_text("l2_delta = l2_error * slope(l2)")
    expect(lab.button("Mend")).to_be_hidden()


def test_one_click_mends_all(lab: Lab) -> None:
    for number in (15, 18):
        line(lab, number).hover()
        lab.button(f"Change line {number}").click()
        lab.page.get_by_role("menuitemradio").nth(1).click()
    expect(lab.page.get_by_text("The program is changed in lines 15 and 18.")).to_be_visible()
    lab.button("Mend").click()
    expect(line(lab, 18).locator(".text")).to_have_text("syn1 += alpha * l1.T @ l2_delta")
    expect(lab.button("Mend")).to_be_hidden()


def test_a_setting_is_typed_over_in_its_line(lab: Lab) -> None:
    lab.button("alpha = 1: change").click()
    lab.type("alpha in the code", "10")
    expect(lab.button("alpha = 10: change")).to_be_focused()
    expect(lab.field("alpha value")).to_have_value("10")


def test_what_is_refused_is_said_there_and_escape_restores_it(lab: Lab) -> None:
    lab.button("alpha = 1: change").click()
    field = lab.type("alpha in the code", "much")
    expect(lab.panel("The code").get_by_role("alert")).to_contain_text("alpha must be")
    field.press("Escape")
    expect(lab.button("alpha = 1: change")).to_be_focused()


def test_a_number_of_the_data_is_typed_over_in_its_line(lab: Lab) -> None:
    lab.button("row 2, y = 1: change").press("Enter")
    lab.type("y of row 2 in the code", "0.5")
    expect(line(lab, 5).locator(".text")).to_have_text("y = np.array([[0], [0.5], [1], [0]])")
    expect(lab.button("row 2, y = 0.5: change")).to_be_focused()


def test_the_keyboard_asks_a_name_what_it_is_now(lab: Lab) -> None:
    line(lab, 17).focus()
    lab.page.keyboard.press("ArrowRight")
    bubble = lab.page.get_by_role("tooltip")
    expect(bubble).to_contain_text("l1_delta: l1_error, made small where layer 1 is sure.")
    expect(bubble).to_contain_text("(4×4)")
    before = bubble.text_content() or ""
    lab.page.keyboard.press(".")
    expect(bubble).not_to_have_text(before)
    assert lab.iteration == 1, "the arrow was not taken for a step"


def test_a_tap_asks_a_name_too(new_tab: Callable[..., Lab], chromium: Browser) -> None:
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with chromium.new_context(**options) as context:
        lab = new_tab(context=context).open()
        line(lab, 12).locator("[data-name='syn0']").tap()
        expect(lab.page.get_by_role("tooltip")).to_contain_text("syn0: the weights between l0 and l1.")
        stands_on(lab, 12)
        line(lab, 12).locator("[data-name='syn0']").tap()
        expect(lab.page.get_by_role("tooltip")).to_be_hidden()
        stands_nowhere(lab)


def test_a_button_leaves_the_lines(lab: Lab) -> None:
    lab.page.keyboard.press("l")
    stands_on(lab, FIRST)
    lab.button("Leave the lines").press("Enter")
    stands_nowhere(lab)
    expect(lab.button("Leave the lines")).to_be_hidden()
    expect(line(lab, FIRST)).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1100)])
def test_the_line_stays_in_view_when_the_panels_change_places(
    new_tab: Callable[..., Lab], chromium: Browser, width: int, height: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": height}) as context:
        lab = new_tab(context=context).open()
        spot = {"x": 5, "y": 5}
        for places in ("of a walk", "of before"):
            line(lab, 14).click(position=spot)
            (stands_on(lab, 14) if places == "of a walk" else stands_nowhere(lab))
            expect(line(lab, 14)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("leave", ["Play", "Two weights"])
def test_whoever_leaves_the_lines_by_another_way_stays_there(
    new_tab: Callable[..., Lab], chromium: Browser, leave: str
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        lab = new_tab(context=context).open()
        lab.page.keyboard.press("l")
        stands_on(lab, FIRST)
        lab.page.get_by_role("button" if leave == "Play" else "tab", name=leave, exact=True).click()
        stands_nowhere(lab)
        assert lab.page.evaluate("scrollY") == 0
