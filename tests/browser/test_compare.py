"""The first iteration, pinned ones and now, number by number."""

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab


@pytest.fixture
def compare(lab: Lab) -> Locator:
    panel = lab.panel("First, now, last")
    panel.scroll_into_view_if_needed()
    return panel


def train(lab: Lab, iterations: int) -> None:
    """Train at full speed until the run stops by itself."""
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", str(iterations))
    lab.slider("speed").press("End")
    lab.button("Play").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", str(iterations))


def numbers(compare: Locator) -> list[list[str]]:
    lines = compare.locator("tbody tr").all()
    return [line.locator(".number").all_inner_texts() for line in lines]


def test_the_answers_of_the_first_iteration_stand_beside_those_of_now(lab: Lab, compare: Locator) -> None:
    """One row per example with its target; the post's last answers are those of iteration 9,999."""
    lab.page.get_by_role("tab", name="One layer").click()
    compare.scroll_into_view_if_needed()  # which a click on a tab above has left
    expect(compare.locator("tbody tr")).to_have_count(4)
    expect(compare.locator("td.number").first).to_have_text("0.26899")
    assert [line[0] for line in numbers(compare)] == ["0.26899", "0.36375", "0.23763", "0.32628"]
    assert compare.locator(".target").all_inner_texts() == ["0", "0", "1", "1"]
    train(lab, 10_000)
    lab.type("pin iteration", "9999")
    expect(compare.locator("thead")).to_contain_text("9,999")
    assert [line[1] for line in numbers(compare)] == ["0.00966", "0.00787", "0.99359", "0.99212"]


def test_the_sums_of_the_post_are_found_at_another_iteration(lab: Lab, compare: Locator) -> None:
    """They are printed as those after 10,000 iterations, and come up a little after 20,000."""
    lab.page.get_by_role("tab", name="One layer").click()
    train(lab, 20_010)
    compare.get_by_label("matrix").select_option("l1_sum")
    for iteration in ("10000", "20006"):
        lab.type("pin iteration", iteration)
        expect(lab.field("pin iteration")).to_have_value("")
    assert numbers(compare)[0][1:3] == ["−4.62964", "−4.98467"]
    assert numbers(compare)[1][2] == "−5.19108"


def test_any_iteration_can_be_pinned_and_unpinned(lab: Lab, compare: Locator) -> None:
    lab.button("Step").click()
    compare.get_by_role("button", name="Pin now").click()
    expect(compare.get_by_role("status").filter(has_text="Pinned iteration 1.")).to_have_count(1)
    lab.button("Step").click()
    expect(compare.locator("thead .now b")).to_have_text("2")
    compare.get_by_role("button", name="Unpin iteration 1", exact=True).press("Enter")
    expect(compare.get_by_role("button", name="Unpin iteration 1", exact=True)).to_have_count(0)
    expect(compare.get_by_role("button", name="Pin now")).to_be_focused()


def test_an_iteration_that_has_not_been_is_refused_where_it_was_typed(lab: Lab, compare: Locator) -> None:
    lab.type("pin iteration", "9")
    expect(compare.get_by_role("alert")).to_contain_text("0")
    expect(lab.field("pin iteration")).to_have_value("9")


def test_the_difference_to_now_is_shown_on_demand(lab: Lab, compare: Locator) -> None:
    compare.get_by_label("matrix").select_option("syn1")
    compare.get_by_role("button", name="differences").click()
    lab.button("Step").click()
    expect(compare.locator("thead .now b")).to_have_text("1")
    then, now = (float(text.replace("−", "-")) for text in numbers(compare)[0])
    change = compare.locator("tbody td.change").first
    expect(change).not_to_have_text("+0.00000")
    assert float(change.inner_text().replace("−", "-")) == pytest.approx(now - then, abs=2e-5)
    compare.get_by_role("button", name="differences").click()


def test_a_pin_of_another_hidden_size_says_so(lab: Lab, compare: Locator) -> None:
    compare.get_by_label("matrix").select_option("syn0")
    lab.button("Step").click()
    lab.type("hidden size value", "32")
    expect(compare).to_contain_text("syn0 was 3×4, now it is 3×32")
    expect(compare.locator("tbody tr")).to_have_count(3 * 32)
    assert "–" in numbers(compare)[31]


def test_what_does_not_fit_is_in_pages_and_said(lab: Lab, compare: Locator) -> None:
    lab.type("hidden size value", "64")
    compare.get_by_label("matrix").select_option("l1")
    expect(compare.get_by_role("status").filter(has_text="Examples 1–2 of 4")).to_be_visible()
    compare.get_by_role("button", name="Rows behind").click()
    expect(compare.get_by_role("status").filter(has_text="Examples 3–4 of 4")).to_be_visible()
