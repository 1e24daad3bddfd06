"""One weight: what every example asks of it, and what is left."""

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab


def pushes(lab: Lab) -> Locator:
    return lab.panel("One weight")


def number(cell: Locator) -> float:
    return float((cell.text_content() or "").replace("−", "-"))


def test_the_pushes_add_up_to_the_update(lab: Lab) -> None:
    rows = pushes(lab).locator("tbody tr", has=lab.page.locator("th"))
    expect(rows).to_have_count(4)
    asked = sum(number(rows.nth(i).locator(".push")) for i in range(4))
    assert asked == pytest.approx(number(pushes(lab).locator("tfoot .push").last), abs=3e-4)
    expect(pushes(lab)).to_contain_text("syn0_update[0, 0] = l0.T[0, :] · l1_delta[:, 0]")


def test_arrows_choose_a_weight_and_so_do_its_numbers(lab: Lab) -> None:
    pushes(lab).get_by_role("gridcell", name="syn0[0, 0]").focus()
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("ArrowDown")
    expect(pushes(lab).get_by_role("gridcell", name="syn0[1, 1]")).to_have_attribute("aria-selected", "true")
    expect(pushes(lab)).to_contain_text("from x2 to l1[1]")
    pushes(lab).get_by_label("matrix of the weight").select_option("syn1")
    expect(pushes(lab)).to_contain_text("from l1[1] to l2[0]")
    assert lab.iteration == 0, "the arrow was not taken for a step"


def test_what_the_weight_does_next_is_what_was_said(lab: Lab) -> None:
    said = pushes(lab).locator(".sums").text_content() or ""
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    weight = pushes(lab).locator(".place b").text_content() or ""
    promised, came = (float(text.replace("−", "-")) for text in (said.rstrip(".").split(" to ")[-1], weight))
    assert abs(promised - came) <= 0.0005


def test_one_example_alone_is_a_little_picture(lab: Lab) -> None:
    pushes(lab).get_by_role("button", name="only this one").click()
    expect(pushes(lab)).to_contain_text("Example 1 has an input of 0 here")
    for _ in range(2):
        pushes(lab).get_by_role("button", name="next example").click()
    expect(pushes(lab)).to_contain_text("Example 3 alone would move syn0[0, 0]")
    expect(lab.rows.nth(2)).to_have_attribute("aria-selected", "true")


def test_a_row_chosen_here_goes_through_the_network(lab: Lab) -> None:
    pushes(lab).locator("tbody tr", has=lab.page.locator("th")).nth(2).click()
    expect(lab.rows.nth(2)).to_have_attribute("aria-selected", "true")


def test_a_weight_that_vanishes_gives_way_to_the_nearest(lab: Lab) -> None:
    pushes(lab).get_by_role("gridcell", name="syn0[2, 3]").click()
    lab.type("hidden size value", "2")
    expect(pushes(lab)).to_contain_text("from x3 to l1[1]")


def test_with_64_units_every_weight_can_be_chosen(lab: Lab) -> None:
    lab.open("/?experiment=xor&hidden_size=64")
    expect(pushes(lab).get_by_role("gridcell")).to_have_count(3 * 64 + 64)
    pushes(lab).get_by_label("column of the weight").select_option("63")
    expect(pushes(lab)).to_contain_text("from x1 to l1[63]")
    body = pushes(lab).locator(".panel-body")
    assert body.evaluate("e => e.scrollWidth <= e.clientWidth"), "nothing sticks out"
