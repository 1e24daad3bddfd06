"""The examples can be typed over, and the table put in another's place: every change is the run's."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, expect

from .lab import Lab

SIZE = ".table-size"
WIDE = "\n".join(f"{row % 2},{row % 3},{row % 2}" for row in range(200))
"""200 rows: more than are sent at once."""


def cell(lab: Lab, row: int, column: int) -> Locator:
    return lab.rows.nth(row).locator(".given").nth(column)


def editor(lab: Lab, name: str) -> Locator:
    return lab.panel("Examples").get_by_role("textbox", name=name, exact=True)


def load(lab: Lab, text: str) -> None:
    lab.field("your own table").fill(text)
    lab.button("Use this table").click()


def told(lab: Lab, words: str) -> None:
    size = lab.page.locator(SIZE)
    size.scroll_into_view_if_needed()  # what nobody sees is not painted
    expect(size).to_contain_text(words)


def refused(lab: Lab, words: str) -> None:
    expect(lab.panel("The data").get_by_role("alert").filter(has_text=words)).to_be_visible()


def test_a_double_click_changes_a_number_and_the_focus_stays(lab: Lab) -> None:
    cell(lab, 1, 0).dblclick()
    lab.page.keyboard.type("0.25")
    lab.page.keyboard.press("Enter")
    expect(cell(lab, 1, 0)).to_have_text("0.25")
    expect(cell(lab, 1, 0)).to_be_focused()
    told(lab, "Not the experiment's own data")
    expect(lab.panel("The code")).to_contain_text("0.25")


def test_a_number_is_typed_on_a_cell_that_was_reached_by_keys(lab: Lab) -> None:
    lab.rows.nth(0).focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowRight"):
        lab.page.keyboard.press(key)
    expect(cell(lab, 1, 1)).to_be_focused()
    lab.page.keyboard.press("7")
    lab.page.keyboard.press("Tab")
    expect(editor(lab, "x3 of row 2")).to_be_focused()
    lab.page.keyboard.press("Escape")
    expect(cell(lab, 1, 1)).to_have_text("7")
    expect(cell(lab, 1, 2)).to_be_focused()
    assert lab.iteration == 0, "no key was taken for a step"


def test_a_number_that_is_refused_stays_to_be_mended_and_goes_by_escape(lab: Lab) -> None:
    cell(lab, 0, 3).dblclick()
    field = editor(lab, "y of row 1")
    field.fill("1e400")
    field.press("Enter")
    expect(lab.page.get_by_role("alert").filter(has_text="Row 1, column 4")).to_be_visible()
    expect(field).to_have_value("1e400")
    field.press("Escape")
    expect(cell(lab, 0, 3)).to_have_text("0")


def test_a_half_typed_number_outlives_a_change_of_the_table(lab: Lab) -> None:
    cell(lab, 2, 0).dblclick()
    lab.page.keyboard.type("0.12")
    lab.page.evaluate("() => [...document.querySelectorAll('button')].find(b => b.textContent === 'Add').click()")
    expect(lab.rows.nth(2).locator(".given")).to_have_count(5)
    expect(editor(lab, "x1 of row 3")).to_be_focused()
    lab.page.keyboard.type("5")
    lab.page.keyboard.press("Enter")
    expect(cell(lab, 2, 0)).to_have_text("0.125")


def test_a_second_tap_on_a_row_opens_its_cell(new_tab: Callable[..., Lab], chromium: Browser) -> None:
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with chromium.new_context(**options) as context:
        lab = new_tab(context=context).open()
        cell(lab, 1, 0).tap()
        expect(lab.rows.nth(1)).to_have_attribute("aria-selected", "true")
        expect(lab.page.locator(".cell-field")).to_have_count(0)
        cell(lab, 1, 0).tap()
        expect(editor(lab, "x1 of row 2")).to_be_focused()
        expect(editor(lab, "x1 of row 2")).to_have_attribute("inputmode", "decimal")


def test_rows_and_columns_come_and_go(lab: Lab) -> None:
    lab.rows.nth(1).click()
    told(lab, "4 examples, 3 inputs")
    expect(lab.field("x2 of the new row")).to_have_value("1")
    lab.button("Add this row").click()
    told(lab, "5 examples, 3 inputs")
    lab.button("Remove row 2").click()
    told(lab, "4 examples, 3 inputs")
    lab.button("Add").click()
    told(lab, "4 examples, 4 inputs")
    lab.button("Remove the column").click()
    told(lab, "4 examples, 3 inputs")
    lab.button("Back to the experiment's own data").click()
    expect(lab.page.locator(SIZE)).not_to_contain_text("Not the experiment's own data")


def test_the_last_row_stays_and_the_reason_stands_at_the_button(lab: Lab) -> None:
    load(lab, "1,2,1")
    told(lab, "1 example, 2 inputs, 1 target")
    lab.button("Remove row 1").click()
    refused(lab, "at least one row")
    told(lab, "1 example")


def test_shuffling_changes_no_error_that_can_be_read(lab: Lab) -> None:
    before = lab.readout("mean error")
    lab.button("Shuffle the rows").click()
    expect(lab.panel("The data").get_by_text("Mean error before")).to_be_visible()
    assert abs(lab.readout("mean error") - before) < 1e-6


def test_a_thousand_noisy_copies_train_by_the_same_lines(lab: Lab) -> None:
    loop = lab.panel("The code").get_by_text("l2_error = y - l2")
    expect(loop).to_be_visible()
    lab.button("Copy up to 1,000 rows").click()
    told(lab, "1,000 examples, 3 inputs")
    expect(loop).to_have_count(1)
    lab.button("Step").click()
    lab.rises(0)


def test_an_offered_table_is_told_and_taken(lab: Lab) -> None:
    lab.page.get_by_label("offered table").select_option("parity")
    expect(lab.panel("The data").get_by_text("odd number")).to_be_visible()
    lab.button("Use it").click()
    told(lab, "8 examples, 4 inputs")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("1,2\n3", "Row 2"), ("1,2\n3,x", "Row 2, column 2"), ("1,2\n3,NaN", "Row 2, column 2"), ("", "nothing")],
)
def test_a_table_that_cannot_be_read_is_refused_in_words_and_stays(lab: Lab, text: str, sentence: str) -> None:
    load(lab, text)
    refused(lab, sentence)
    expect(lab.field("your own table")).to_have_value(text)
    told(lab, "4 examples")


def test_too_large_a_table_is_not_even_sent(lab: Lab) -> None:
    load(lab, "1," * 600_000)
    refused(lab, "bytes long")
    told(lab, "4 examples")


def test_a_file_is_read_with_its_mark_its_semicolons_and_its_decimal_commas(lab: Lab) -> None:
    content = "\ufeffheight;width;y\r\n0,5;1;0\r\n1,5;2;1\r\n".encode()
    file = {"name": "table.csv", "mimeType": "text/csv", "buffer": content}
    lab.panel("The data").locator("input[type=file]").set_input_files(file)
    told(lab, "2 examples, 2 inputs, 1 target")
    lab.panel("Examples").scroll_into_view_if_needed()
    expect(lab.panel("Examples").get_by_role("columnheader", name="height")).to_be_visible()
    expect(cell(lab, 1, 0)).to_have_text("1.5")


def test_a_file_that_is_no_text_is_refused(lab: Lab) -> None:
    file = {"name": "table.xls", "mimeType": "application/octet-stream", "buffer": b"\xd0\xcf\x11\xe0"}
    lab.panel("The data").locator("input[type=file]").set_input_files(file)
    refused(lab, "UTF-8")


def test_of_many_rows_some_are_in_view_and_all_can_be_reached(lab: Lab) -> None:
    load(lab, WIDE)
    told(lab, "200 examples")
    lab.panel("Examples").scroll_into_view_if_needed()
    where = lab.panel("Examples").get_by_label("rows in view")
    expect(where).to_have_text("rows 1–100 of 200")
    lab.button("Later rows").click()
    expect(where).to_have_text("rows 101–200 of 200")
    lab.type("go to row", "57")
    expect(where).to_have_text("rows 1–100 of 200")
    expect(lab.rows.nth(56)).to_have_attribute("aria-selected", "true")
    expect(lab.rows.nth(56)).to_be_in_viewport()
    lab.type("go to row", "201")
    expect(lab.page.get_by_role("alert").filter(has_text="from 1 to 200")).to_be_visible()


def test_several_targets_have_a_prediction_each(lab: Lab) -> None:
    load(lab, "a,b,y1,y2,y3\n0,1,0,1,0\n1,0,1,1,0")
    told(lab, "2 examples, 2 inputs, 3 targets")
    lab.panel("Examples").scroll_into_view_if_needed()
    expect(lab.rows.first.locator(".prediction")).to_have_count(3)


def test_the_statistics_know_that_a_constant_column_has_no_correlation(lab: Lab) -> None:
    feet = lab.panel("Examples").locator("tfoot td")
    expect(feet).to_have_text(["0.00", "0.00", "–"])
    table = lab.panel("The data").get_by_role("table", name="Hidden units")
    table.scroll_into_view_if_needed()
    expect(table.locator("tbody tr")).to_have_count(5)


def test_right_and_wrong_are_more_than_a_colour(lab: Lab) -> None:
    marks = lab.panel("Examples").locator(".rounded")
    expect(marks).to_have_text(["0 ✓", "0 ✗", "1 ✓", "1 ✗"])
    expect(marks.first).to_have_attribute("aria-label", "0, right")
