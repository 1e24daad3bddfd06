"""The panel of the line that is stood on: its matrices, their shapes, and where every number comes from."""

import re

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab

L1, L1_ERROR, SYN1_UPDATE = 2, 6, 8


@pytest.fixture
def line(lab: Lab) -> Locator:
    return lab.panel("This line")


def stand(lab: Lab, steps: int) -> None:
    for step in range(1, steps + 1):
        lab.button("Step one line").click()
        expect(lab.panel("This line").locator(".panel-hint")).to_contain_text(f"line {10 + step} of 19")


def cell(line: Locator, matrix: str, row: int, column: int) -> Locator:
    return line.get_by_role("grid", name=matrix).locator(f'td[data-row="{row}"][data-column="{column}"]')


def test_nobody_who_stands_on_no_line_sees_the_panel(lab: Lab, line: Locator) -> None:
    expect(line).to_be_hidden()
    stand(lab, 1)
    expect(line).to_be_visible()


def test_a_line_shows_its_matrices_and_which_numbers_must_be_equal(lab: Lab, line: Locator) -> None:
    stand(lab, L1)
    expect(line.locator(".line-rule")).to_have_text("l0 (4×3) · syn0 (3×4) → l1_sum (4×4), then sigmoid → l1 (4×4)")
    expect(line.locator(".line-rule mark")).to_have_text(["3", "3"])
    for name in ("l0, 4 by 3", "syn0, 3 by 4", "l1_sum, 4 by 4", "l1, 4 by 4"):
        expect(line.get_by_role("grid", name=name, exact=True)).to_be_visible()


def test_forward_and_backward_point_opposite_ways(lab: Lab, line: Locator) -> None:
    stand(lab, L1)
    expect(line.locator(".line-way")).to_have_text("predict")
    expect(line.get_by_role("img", name="forward")).to_be_visible()
    stand_on = lab.button("Step one line")
    stand_on.click()
    stand_on.click()
    expect(line.locator(".line-way")).to_have_text("see how wrong")
    expect(line.get_by_role("img", name="backward")).to_be_visible()


def test_a_number_under_the_pointer_says_what_it_is_made_of_and_lights_that(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    cell(line, "l1_error", 2, 0).hover()
    because = line.locator(".because-head")
    expect(because).to_have_text(
        re.compile(r"^l1_error\[2, 0\] = l2_delta\[2, 0\] × syn1\[0, 0\] = \S+ × \S+ [=≈] \S+$")
    )
    expect(cell(line, "l2_delta", 2, 0)).to_have_class(re.compile("lit"))
    expect(cell(line, "syn1.T", 0, 0)).to_have_class(re.compile("lit"))


def test_a_number_tells_the_drawing_which_parts_it_is_made_of(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    lab.page.evaluate("document.addEventListener('parts', ({ detail }) => { window.parts = detail.parts; })")
    cell(line, "l1_error", 2, 0).hover()
    assert set(lab.page.evaluate("window.parts")) == {"n1.0", "n2.0", "e1.0.0"}
    lab.panel("The network").hover()
    assert lab.page.evaluate("window.parts") == []


def test_arrows_walk_from_number_to_number_and_step_no_iteration(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    cell(line, "l1_error", 0, 0).focus()
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("ArrowDown")
    expect(cell(line, "l1_error", 1, 1)).to_be_focused()
    expect(line.locator(".because-head")).to_contain_text("l1_error[1, 1] = ")
    expect(line.locator(".line-because")).to_have_attribute("aria-live", "polite")
    assert lab.iteration == 0, "the arrow was not taken for a step"


def test_the_tab_key_stops_once_a_matrix(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    for grid in line.get_by_role("grid").all():
        assert grid.locator('[tabindex="0"]').count() == 1


def test_the_head_of_a_row_chooses_its_example(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    line.get_by_role("grid", name="l1_error").get_by_role("rowheader", name="example 3").click()
    expect(lab.rows.nth(2)).to_have_attribute("aria-selected", "true")
    expect(cell(line, "l1_error", 2, 0)).to_have_class(re.compile("mine"))


def test_a_transposed_matrix_turns_back_and_again(lab: Lab, line: Locator) -> None:
    stand(lab, SYN1_UPDATE)
    line.get_by_role("button", name="turn l1.T back").click()
    expect(line.get_by_role("grid", name="l1, 4 by 4", exact=True)).to_be_visible()
    again = line.get_by_role("button", name="turn l1 again")
    expect(again).to_be_focused()
    again.click()
    expect(line.get_by_role("grid", name="l1.T, 4 by 4", exact=True)).to_be_visible()


def test_many_columns_are_folded_and_said_to_be(lab: Lab, line: Locator) -> None:
    lab.type("hidden size value", "32")
    stand(lab, L1)
    grid = line.get_by_role("grid", name="syn0, 3 by 32")
    expect(grid.locator("tbody tr").first.locator("td")).to_have_count(8)
    line.locator('[data-fold="1"]').click()
    expect(grid.locator("tbody tr").first.locator("td")).to_have_count(32)
    expect(line.locator('[data-fold="1"]')).to_have_text("fold")
    expect(line.locator('[data-fold="2"]')).to_have_text("⋯ 24 more columns")


def test_whoever_walks_on_with_the_focus_in_a_matrix_keeps_it_in_the_panel(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    cell(line, "l1_error", 1, 1).focus()
    lab.page.keyboard.press("l")
    expect(line.locator(".panel-hint")).to_contain_text("l1_delta")
    expect(line.locator("td:focus")).to_have_count(1)


def test_the_updated_weights_are_those_of_the_next_iteration(lab: Lab, line: Locator) -> None:
    stand(lab, SYN1_UPDATE)
    after = cell(line, "syn1 after", 0, 0).inner_text()
    lab.button("Step one line").click()
    lab.button("Step one line").click()
    expect(line.locator(".panel-hint")).to_contain_text("l0")
    lab.button("Step one line").click()
    lab.button("Step one line").click()
    expect(cell(line, "syn1, 4 by 1", 0, 0)).to_have_text(after)


def test_enter_on_the_line_goes_to_what_it_makes_and_escape_comes_back(lab: Lab, line: Locator) -> None:
    stand(lab, L1_ERROR)
    here = lab.panel("The code").locator("[aria-current]")
    here.focus()
    lab.page.keyboard.press("Enter")
    expect(line.get_by_role("grid", name="l1_error").locator("td:focus")).to_have_count(1)
    lab.page.keyboard.press("Escape")
    expect(here).to_be_focused()
    expect(line).to_be_visible()


def test_every_line_shows_its_result_at_once(lab: Lab, line: Locator) -> None:
    lab.page.set_viewport_size({"width": 1440, "height": 900})
    for step in range(1, 10):
        lab.button("Step one line").click()
        expect(line.locator(".panel-hint")).to_contain_text(f"line {10 + step} of 19")
        expect(line.locator(".term:last-child table")).to_be_in_viewport(ratio=1)
