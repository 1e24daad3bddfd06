"""The page is long: links lead to its parts, and what is in the parts comes late."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from .lab import Lab


def part(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Parts of the page").get_by_role("link", name=name, exact=True)


def test_a_part_is_gone_to_by_keyboard_and_is_the_present_one(lab: Lab) -> None:
    expect(part(lab.page, "Lab")).to_have_attribute("aria-current", "location")
    part(lab.page, "Experiments").press("Enter")
    expect(part(lab.page, "Experiments")).to_have_attribute("aria-current", "location")
    expect(lab.page.get_by_role("group", name="Experiments")).to_be_focused()
    expect(lab.panel("The alpha race")).to_be_in_viewport(ratio=0.5)
    lab.page.go_back()
    expect(part(lab.page, "Lab")).to_have_attribute("aria-current", "location")


def test_an_address_may_name_a_part(new_tab: Callable[..., Lab]) -> None:
    page = new_tab().open("/#descent").page
    expect(page.get_by_role("heading", name="Gradient descent", level=2)).to_be_in_viewport()
    expect(part(page, "Gradient descent")).to_have_attribute("aria-current", "location")


def test_a_panel_that_cannot_be_fetched_says_so_and_comes_later(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab()
    lab.page.route("**/panels/late/pieces.js", lambda route: route.fulfill(status=404))
    lab.open()
    pieces = lab.panel("The pieces")
    pieces.scroll_into_view_if_needed()
    expect(pieces.get_by_role("status")).to_contain_text("It is tried again")
    lab.page.unroute("**/panels/late/pieces.js")
    expect(pieces.get_by_role("tab", name="Product", exact=True)).to_be_visible()
    expect(pieces).not_to_have_attribute("aria-busy", "true")
    lab.faults.clear()  # that it could not be fetched is said on the console too
