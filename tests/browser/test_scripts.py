"""The two programs of the posts side by side, and the hidden units that do the same."""

from playwright.sync_api import expect

from .lab import Lab


def test_a_line_of_the_two_programs_says_what_changed_in_it(lab: Lab) -> None:
    panel = lab.panel("Eleven lines, thirteen lines")
    panel.scroll_into_view_if_needed()  # it is fetched when somebody comes near
    lines = panel.get_by_role("list").first.get_by_role("listitem")
    expect(lines).to_have_count(15)
    lines.first.focus()
    for _ in range(12):
        lab.page.keyboard.press("ArrowDown")
    told = panel.get_by_role("status")
    expect(told).to_contain_text("With alpha 1 both programs have the same weights")
    panel.get_by_role("button", name="changes weights").click()
    expect(told).to_contain_text("Only the last two lines optimise")
    panel.get_by_role("button", name="eleven", exact=True).click()
    expect(lines).to_have_count(14)
    expect(panel.get_by_role("link", name="Run in the lab: Thirteen lines")).to_have_attribute(
        "href", "?experiment=xor&alpha=0.5&hidden_size=4&seed=1"
    )


def test_two_units_with_the_same_weights_are_told_to_be_twins(lab: Lab) -> None:
    lab.open("/?experiment=xor&hidden_size=2")
    lab.button("Change line 8").click()
    lab.page.get_by_role("menuitemradio").nth(2).click()  # all weights begin at 0.5
    panel = lab.panel("Units that do the same")
    panel.scroll_into_view_if_needed()
    expect(panel.get_by_role("status").nth(1)).to_contain_text("1 of 2 hidden units is distinct")
    cell = panel.get_by_role("button", name="l1[0] and l1[1]").first
    cell.focus()
    expect(cell).to_have_accessible_name("l1[0] and l1[1]: cosine 1.000, twins.")
    expect(lab.page.locator("#network .pointed")).to_have_count(2)
