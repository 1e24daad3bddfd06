"""Luck and size: many seeds of a recipe, and a map of recipes, from which one goes into a single run."""

import re

from playwright.sync_api import Locator, expect

from .lab import Lab


def started(panel: Locator, button: str, **typed: str) -> None:
    """Type into the fields of a form in view, by their labels, and ask for the study."""
    for label, text in typed.items():
        panel.get_by_role("textbox", name=re.compile(label.replace("_", " "))).fill(text)
    panel.get_by_role("button", name=button, exact=True).first.click()


def test_a_bar_of_the_luck_meter_opens_a_run_from_its_seed(lab: Lab) -> None:
    """It is reached with the keyboard; so few iterations are soon done, whatever trains them."""
    meter = lab.panel("The luck meter")
    meter.scroll_into_view_if_needed()
    started(meter, "Try them all", seeds="8", iterations="60")
    expect(meter.locator(".luck-rank")).to_contain_text(
        "Seed 1 ends at 0.482 after 60 iterations: better than all 7 others."
    )
    bars = meter.get_by_role("group", name="8 seeds by where they ended").get_by_role("button")
    bars.first.focus()
    bars.first.press("End")
    expect(bars.last).to_be_focused()
    seed = re.search(r"middle of them seed (\d+),", bars.last.get_attribute("aria-label"))[1]
    bars.last.press("Enter")
    expect(lab.field("seed")).to_have_value(seed)
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "60")
    meter.scroll_into_view_if_needed()  # the run was opened at the head of the page
    expect(meter.locator(".luck-rank")).to_contain_text(f"Seed {seed} ends at")


def test_a_map_refuses_in_words_fills_in_and_opens_a_cell(lab: Lab) -> None:
    """The arrow keys lead from cell to cell, and a mouse that rests on another takes nothing from them."""
    sizes = lab.panel("Hidden sizes")
    sizes.scroll_into_view_if_needed()
    sizes.get_by_role("tab", name="Map").click()
    started(sizes, "Fill the map", alphas="1 many", hidden_sizes="2 8", seeds="2", iterations="60")
    expect(sizes.get_by_role("alert").locator("visible=true")).to_contain_text("many")
    started(sizes, "Fill the map", alphas="1 10")
    cells = sizes.get_by_role("table", name="alpha × hidden size").get_by_role("button")
    expect(cells.nth(3)).to_have_attribute("aria-label", re.compile("alpha 10, 8 units: 2 seeds"))
    cells.first.focus()
    cells.first.press("ArrowDown")
    cells.nth(2).press("ArrowRight")
    opens = sizes.get_by_role("button", name="Open this run")
    expect(opens).to_be_visible()  # the focus chooses it
    cells.first.hover()
    expect(opens).to_be_hidden()
    cells.nth(3).press("Enter")
    expect(opens).to_be_visible()
    lab.page.reload()
    expect(cells.nth(3)).to_have_attribute("aria-pressed", "true")
    opens.press("Enter")
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "60")
    expect(lab.slider("hidden size")).to_have_attribute("aria-valuetext", re.compile("8"))
