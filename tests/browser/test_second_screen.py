"""The same run in two windows: they stay in step."""

from collections.abc import Callable

from playwright.sync_api import expect

from .lab import Lab


def second(lab: Lab, new_tab: Callable[..., Lab], view: str) -> Lab:
    """Open what the sheet of the first window offers."""
    lab.button("Second screen").click()
    address = lab.page.locator(f"#screen-sheet a[data-view={view}]").get_attribute("href")
    lab.page.keyboard.press("Escape")
    return new_tab().open(address.removeprefix(lab.url))


def test_a_step_in_one_window_is_a_step_in_both(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    other = second(lab, new_tab, "drawing")
    other.button("Step").click()
    for window in (other, lab):
        window.page.bring_to_front()
        expect(window.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")


def test_a_line_that_is_stepped_to_in_one_window_is_lit_in_the_other(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    other = second(lab, new_tab, "code")
    lab.page.bring_to_front()
    lab.button("Step one line").click()
    other.page.bring_to_front()
    expect(other.panel("The code").locator("[aria-current]")).to_have_count(1)
    expect(other.panel("This line")).to_be_visible()


def test_the_code_alone_hides_the_drawing_and_the_other_way_round(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    code = second(lab, new_tab, "code")
    expect(code.panel("The code")).to_be_visible()
    expect(code.panel("The network")).to_be_hidden()
    expect(code.panel("The data")).to_be_hidden()
    code.button("Show everything").click()
    expect(code.panel("The network")).to_be_visible()
    drawing = second(lab, new_tab, "drawing")
    expect(drawing.panel("The network")).to_be_visible()
    expect(drawing.panel("The code")).to_be_hidden()


def test_the_address_keeps_the_view_and_not_the_session(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    other = second(lab, new_tab, "code")
    assert other.page.url.endswith("/#view=code")
    lab.page.bring_to_front()
    lab.button("Step").click()
    other.page.bring_to_front()
    other.page.reload()
    other.ready()
    expect(other.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    expect(other.panel("The network")).to_be_hidden()


def test_a_link_for_another_device_is_there_to_copy(lab: Lab, new_tab: Callable[..., Lab]) -> None:
    lab.button("Step").click()
    lab.button("Second screen").click()
    link = lab.field("Link for another device").input_value()
    other = new_tab().open(link.removeprefix(lab.url))
    expect(other.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    expect(other.panel("The code")).to_be_visible()


def test_a_run_that_is_not_there_to_follow_is_told(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab()
    lab.page.goto(f"{lab.url}/#session=nobody&view=drawing")
    expect(lab.page.get_by_text("The run to follow was not found")).to_be_visible()
    expect(lab.panel("The network")).to_be_visible()
