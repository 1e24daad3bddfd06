"""The past of a run: units, examples, and what the posts print."""

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab
from .test_compare import train


@pytest.fixture
def time(lab: Lab) -> Locator:
    panel = lab.panel("Through time")
    panel.scroll_into_view_if_needed()
    return panel


def test_the_print_outs_are_those_of_the_post(lab: Lab, time: Locator) -> None:
    time.get_by_role("button", name="Print-outs").click()
    train(lab, 60_000)
    time.scroll_into_view_if_needed()
    lines = time.get_by_role("table").first.locator("tbody tr")
    expect(lines).to_have_count(7)
    printed = [text.split("Error:")[1] for text in lines.all_inner_texts()]
    assert printed[:2] == ["0.496410031903", "0.00858452565325"]
    assert [round(float(text), 5) for text in printed[:6]] == [0.49641, 0.00858, 0.00579, 0.00463, 0.00396, 0.00351]


def test_every_unit_has_a_line_with_its_name(lab: Lab, time: Locator) -> None:
    expect(time).to_contain_text("Nothing has been trained yet")
    train(lab, 2000)
    time.scroll_into_view_if_needed()
    expect(time.locator(".time-name:not([display])")).to_have_count(4)
    assert sorted(time.locator(".time-name").all_text_contents()) == [f"l1[{unit}]" for unit in range(4)]


def test_of_many_units_eight_are_named_and_that_is_said(lab: Lab, time: Locator) -> None:
    lab.type("hidden size value", "32")
    lab.button("Step").click()
    expect(time).to_contain_text("Of 32 lines the 8 that end farthest from 0 have names")
    expect(time.locator(".time-name:not([display])")).to_have_count(8)


def test_the_past_can_be_read_by_keyboard(lab: Lab, time: Locator) -> None:
    train(lab, 1000)
    time.get_by_role("button", name="Examples").click()
    expect(time.locator(".time-name:not([display])")).to_have_count(4)
    chart = time.get_by_role("img", name="Arrow keys")
    chart.focus()
    chart.press("Home")
    expect(time.locator(".chart-voice")).to_contain_text("iteration 0: ")
    expect(time.locator(".chart-tip")).to_contain_text("1 0 1  +0.456")
    chart.press("End")
    expect(time.locator(".chart-voice")).to_contain_text("iteration 1,000: ")


def test_a_reset_begins_with_no_past(lab: Lab, time: Locator) -> None:
    train(lab, 1000)
    time.scroll_into_view_if_needed()
    lab.button("Reset").click()
    expect(time).to_contain_text("Nothing has been trained yet")
