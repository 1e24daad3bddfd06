"""The matrices as tables that can be typed into, copied and pasted."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab


def cell(lab: Lab, matrix: str, row: int, column: int) -> Locator:
    table = lab.panel("The weights").get_by_role("grid", name=matrix)
    return table.get_by_role("row").nth(row).get_by_role("gridcell").nth(column)


def test_a_cell_is_typed_over_where_it_stands(lab: Lab) -> None:
    cell(lab, "syn0 (3×4)", 1, 2).click()
    lab.page.keyboard.type("1.5")
    lab.page.keyboard.press("Enter")
    expect(cell(lab, "syn0 (3×4)", 1, 2)).to_have_text("1.500")
    expect(lab.panel("The network").locator(".chosen")).to_have_attribute("data-part", "e0.1.2")


def test_arrows_walk_the_cells_and_enter_opens_one(lab: Lab) -> None:
    cell(lab, "syn0 (3×4)", 0, 0).focus()
    for key in ("ArrowDown", "End", "F2"):
        lab.page.keyboard.press(key)
    expect(lab.field("syn0[1, 3]")).to_be_focused()
    lab.page.keyboard.press("Tab")
    expect(lab.field("syn0[2, 0]")).to_be_focused()
    lab.page.keyboard.press("Escape")
    expect(cell(lab, "syn0 (3×4)", 2, 0)).to_be_focused()
    assert lab.iteration == 0, "the arrow was not taken for a step"


def test_a_drag_over_the_numbers_selects_nothing(lab: Lab) -> None:
    start, end = cell(lab, "syn0 (3×4)", 0, 0), lab.panel("What just happened").locator(".report")
    start.hover()
    lab.page.mouse.down()
    end.hover()
    lab.page.mouse.up()
    assert lab.page.evaluate("getSelection().toString()") == ""


def test_all_matrices_fit_at_the_start(lab: Lab) -> None:
    for matrix in ("syn0 (3×4)", "syn1 (4×1)"):
        expect(lab.panel("The weights").get_by_text(matrix, exact=True)).to_be_visible()
    assert lab.page.locator(".matrices").evaluate("board => board.scrollHeight <= board.clientHeight")


def test_each_matrix_is_one_stop_for_the_tab_key(lab: Lab) -> None:
    cell(lab, "syn0 (3×4)", 2, 1).focus()
    lab.page.keyboard.press("Tab")
    expect(cell(lab, "syn1 (4×1)", 0, 0)).to_be_focused()


@pytest.mark.parametrize("typed", ["1e400", "much"])
def test_a_weight_that_is_no_number_is_refused_and_the_old_one_stays(lab: Lab, typed: str) -> None:
    cell(lab, "syn0 (3×4)", 0, 0).click()
    lab.page.keyboard.type(typed)
    lab.page.keyboard.press("Enter")
    expect(lab.page.get_by_role("alert").filter(has_text="syn0[0, 0]")).to_be_visible()
    expect(lab.field("syn0[0, 0]")).to_have_value(typed)
    lab.page.keyboard.press("Escape")
    expect(cell(lab, "syn0 (3×4)", 0, 0)).to_have_text("−0.166")


def test_what_is_being_typed_is_left_alone_by_training(lab: Lab) -> None:
    lab.button("Play").click()
    cell(lab, "syn0 (3×4)", 0, 1).click()
    lab.page.keyboard.type("3.1")
    lab.rises(lab.iteration + 200)
    expect(lab.field("syn0[0, 1]")).to_have_value("3.1")


def test_the_network_really_is_just_these_numbers(new_tab: Callable[[], Lab]) -> None:
    """Copied out of one page and put into another, they predict the same."""
    trained = new_tab().open()
    trained.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    trained.button("Play").click()
    trained.rises(500)
    trained.button("Pause").click()
    expect(trained.button("Play")).to_be_visible()
    trained.panel("The weights").get_by_role("button", name="Copy the weights").click()
    expect(trained.page.get_by_text("Copied: these numbers are all")).to_be_visible()
    text = trained.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("syn0 = np.array([[")
    other = new_tab().open("/?experiment=xor&seed=7")
    other.panel("The weights").get_by_role("button", name="Paste weights").click()
    other.page.get_by_label("all weights").fill(text)
    other.button("Use these weights").click()
    expect(other.page.get_by_label("mean error", exact=True)).to_have_attribute(
        "data-value", trained.page.get_by_label("mean error", exact=True).get_attribute("data-value")
    )
    expect(other.page.get_by_label("all weights")).to_be_hidden()
    assert other.iteration == 0


def test_a_wrong_count_of_weights_is_said_in_words(lab: Lab) -> None:
    lab.panel("The weights").get_by_role("button", name="Paste weights").click()
    lab.page.get_by_label("all weights").fill("1 2 3")
    lab.button("Use these weights").click()
    expect(lab.page.locator("#weights-sheet").get_by_role("alert")).to_have_text(
        "This network has 16 weights (syn0 3×4, syn1 4×1); the text has 3."
    )


def test_cells_can_show_how_often_each_weight_turned(lab: Lab) -> None:
    lab.panel("The weights").get_by_role("button", name="direction changes").click()
    expect(cell(lab, "syn0 (3×4)", 0, 0)).to_have_text("0")
    cell(lab, "syn0 (3×4)", 0, 0).click()
    expect(lab.field("syn0[0, 0]")).to_have_count(0)
    lab.panel("The weights").get_by_role("button", name="direction changes").click()
    expect(cell(lab, "syn0 (3×4)", 0, 0)).to_have_text("−0.166")


def test_what_is_out_of_view_is_said(new_tab: Callable[[], Lab]) -> None:
    lab = new_tab().open("/?experiment=xor&hidden_size=32")
    expect(lab.page.locator(".weights-foot")).to_contain_text("of 32 in view; syn1.T: columns")
    expect(lab.page.locator(".weights-foot")).not_to_contain_text("out of view")
