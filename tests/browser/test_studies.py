"""The alpha race: asked for, refused, cancelled, shown again, and one of its runs opened."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from .lab import Lab, patiently


def race_of(lab: Lab) -> Locator:
    """Scroll to the alpha race: what makes it is fetched then."""
    panel = lab.panel("The alpha race")
    panel.scroll_into_view_if_needed()
    expect(panel.get_by_role("button", name="Race", exact=True)).to_be_visible()
    return panel


def ask(panel: Locator, alphas: str, iterations: str) -> None:
    panel.get_by_role("textbox", name="iterations of the alpha race").fill(iterations)
    field = panel.get_by_role("textbox", name="alphas of the alpha race")
    field.fill(alphas)
    field.press("Enter")


def test_the_posts_race_is_set_beside_its_figures_and_a_lane_opened_as_a_run(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab().open("/?experiment=xor")
    panel = race_of(lab)
    panel.get_by_role("button", name="The post’s experiment: 7 × 60,000").first.click()
    expect(panel).to_contain_text("Alpha 10 is lowest after 60,000 iterations: a mean error of 0.001192.")
    expect(panel.get_by_role("row").filter(has_text="alpha 0.1").get_by_text("✓")).to_have_count(7)
    panel.get_by_role("button", name="Alpha 1000: tell more").click()
    expect(panel).to_contain_text("no slope is left")
    opens = panel.get_by_role("button", name="Open alpha 100 as a run")
    opens.click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "60000")
    expect(lab.slider("alpha")).to_have_attribute("aria-valuetext", "100")
    expect(opens).not_to_be_in_viewport()
    back = lab.page.get_by_role("button", name="Back to the experiments")
    back.press("Enter")
    expect(opens).to_be_focused()
    expect(opens).to_be_in_viewport()
    opens.press("Enter")
    expect(back).to_be_visible()
    lab.page.go_back()
    expect(opens).to_be_focused()
    expect(opens).to_be_in_viewport()
    expect(back).to_be_hidden()


def test_an_absurd_list_is_refused_where_it_was_typed_and_given_back(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab().open("/?experiment=xor")
    panel = race_of(lab)
    field = panel.get_by_role("textbox", name="alphas of the alpha race")
    before = field.input_value()
    ask(panel, "1 two 3", "100")
    expect(panel.get_by_role("alert")).to_contain_text("“two” is not one")
    expect(field).to_have_attribute("aria-invalid", "true")
    lab.button("Step").focus()
    expect(field).to_have_value(before)
    expect(panel.get_by_role("alert")).to_be_hidden()


def test_a_cancelled_race_survives_a_reload_and_is_shown_and_deleted_from_the_runs(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab().open("/?experiment=xor&hidden_size=32")
    panel = race_of(lab)
    ask(panel, "1 10", "20000000")
    panel.get_by_role("button", name="Cancel the alpha race").press("Enter")
    expect(panel).to_contain_text("Cancelled")
    expect(panel.get_by_text("Cancelled")).to_be_focused()
    lab.page.reload()
    lab.ready()
    lab.button("Show Alpha race: 2 alphas × 20,000,000 iterations · Hidden layer (XOR), hidden size 32, seed 1").click()
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("2 alphas × 20,000,000 iterations")
    lab.button("My runs").click()
    sheet = lab.page.locator("#keep-sheet")
    sheet.get_by_role("button", name="Show Alpha race").click()
    expect(sheet).to_be_hidden()
    expect(panel).to_be_focused()
    lab.panel("Runs").get_by_role("button", name="Delete Alpha race").click()
    expect(lab.panel("Runs").get_by_role("heading", name="Experiments")).to_be_hidden()
    expect(panel).to_contain_text("Copies of one network will start from the same weights")


def test_an_older_race_that_is_shown_and_the_lane_chosen_in_it_outlast_a_reload(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab().open("/?experiment=xor")
    panel = race_of(lab)
    for alphas in ("1 10", "1 10 100"):
        ask(panel, alphas, "60")
        expect(panel.get_by_role("button", name=re.compile(": tell more$"))).to_have_count(len(alphas.split()))
    lab.panel("Runs").scroll_into_view_if_needed()
    lab.page.get_by_role("button", name=re.compile("^Show Alpha race: 2 alphas")).click()
    worse = panel.get_by_role("button", name="Alpha 1: tell more")
    expect(worse).to_have_attribute("aria-pressed", "false")
    worse.click()
    lab.page.reload()
    lab.ready()
    race_of(lab)
    expect(panel).to_contain_text("2 alphas × 60 iterations")
    expect(worse).to_have_attribute("aria-pressed", "true")


def test_a_table_wider_than_a_phone_says_so_until_the_arrow_keys_have_brought_its_end(
    new_tab: Callable[..., Lab],
) -> None:
    """They move the table then, and not the run."""
    lab = new_tab().open("/?experiment=xor")
    lab.page.set_viewport_size({"width": 390, "height": 844})
    panel = lab.panel("Does the rule hold?")
    panel.scroll_into_view_if_needed()
    panel.get_by_role("textbox", name="iterations of the rule").fill("60")
    panel.get_by_role("button", name="Count", exact=True).click()
    table = panel.get_by_role("region", name="changes of direction by alpha")
    expect(table).to_have_class(re.compile("more-right"))
    table.focus()
    for _ in patiently():
        lab.page.keyboard.press("ArrowRight")
        if "more-right" not in table.get_attribute("class"):
            break
    expect(table).to_have_class(re.compile("more-left"))
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "0")
