"""The real slice and the plane: what a ball sees of a real network."""

import re

from playwright.sync_api import Locator, expect

from .lab import Lab


def shown(lab: Lab, name: str) -> Locator:
    """A panel that is fetched when it comes into view."""
    panel = lab.panel(name)
    panel.scroll_into_view_if_needed()
    return panel


def test_the_slice_is_along_the_link_that_was_chosen_and_its_ball_moves_with_the_run(lab: Lab) -> None:
    link = lab.panel("The network").locator('[data-part="e1.2.0"]')
    link.focus()
    link.press("Enter")
    panel = shown(lab, "The real slice")
    expect(panel.locator(".slice-chart")).to_have_attribute("aria-label", re.compile(r"syn1\[2, 0\], which is −0\.95"))
    expect(panel.get_by_text("This slice has 1 minimum between −10 and 10")).to_be_visible()
    weight = panel.locator(".slice-figures td").first
    before = weight.inner_text()
    lab.button("Step").click()
    expect(weight).not_to_have_text(before)


def test_the_ball_takes_its_weight_along_by_keyboard_and_undo_brings_it_back(lab: Lab) -> None:
    ball = shown(lab, "The real slice").get_by_role("slider", name="syn0[0, 0]")
    expect(ball).to_have_attribute("aria-valuetext", re.compile(r"^−0\.17: ½ Σ error² 0\.495187, slope \+0\.0010"))
    ball.press("PageUp")
    expect(ball).to_have_attribute("aria-valuetext", re.compile(r"^0\.83: "))
    assert lab.iteration == 0
    lab.button("Undo: weights moved").click()
    expect(ball).to_have_attribute("aria-valuetext", re.compile(r"^−0\.17: "))


def test_of_too_many_rows_for_the_page_the_server_cuts_the_slice(lab: Lab) -> None:
    with lab.page.expect_response(lambda answer: "/-/slice?" in answer.url and answer.ok):
        lab.button("Copy up to 1,000 rows").click()
        panel = shown(lab, "The real slice")
        expect(panel.locator(".slice-curve")).to_have_attribute("d", re.compile("^M"))
    expect(panel.locator(".slice-waits")).to_have_count(0)
    expect(panel.get_by_text("This slice has")).to_be_visible()


def test_balls_are_dropped_by_keyboard_rolled_and_still_there_after_a_reload(lab: Lab) -> None:
    panel = shown(lab, "The plane")
    rows = panel.get_by_role("table", name="The balls").locator("tbody tr")
    expect(rows).to_have_count(1)
    panel.locator(".chart").focus()
    for key in ("Shift+ArrowLeft", "Shift+ArrowUp", "Enter"):
        lab.page.keyboard.press(key)
    expect(rows).to_have_count(2)
    panel.get_by_role("button", name="Roll", exact=True).click()
    expect(rows.nth(1).locator("td").nth(2)).to_have_text(re.compile(r"^[1-9][\d,]{2,}$"))  # its iteration
    panel.get_by_role("button", name="Hold", exact=True).click()
    lab.page.reload()
    lab.ready()
    panel = shown(lab, "The plane")
    expect(panel.get_by_role("table", name="The balls").locator("tbody tr")).to_have_count(2)
    panel.get_by_role("tab", name="Why no alpha is too large").click()
    panel.get_by_role("button", name="One step of 1000", exact=True).click()
    expect(panel.get_by_text("solved at once")).to_be_visible()
