"""The page as it comes: what stands on it before the program runs stands where it will."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .lab import Lab, Server

TOPS = """() => Object.fromEntries(["main", "#network", "#surface", "#code"]
  .map(what => [what, Math.round(document.querySelector(what).getBoundingClientRect().top)]))"""


def without_program(page: Page, url: str) -> Page:
    page.route("**/main*.js", lambda route: route.abort())
    page.goto(url)
    page.evaluate("document.fonts.ready.then(() => null)")
    return page


def of_size(lab: Lab, width: int, height: int) -> Lab:
    lab.page.set_viewport_size({"width": width, "height": height})
    return lab


def begin(lab: Lab, what: str) -> None:
    if what == "a walk":
        lab.page.keyboard.press("l")
        expect(lab.page.locator(".code [aria-current]")).to_have_count(1)
    if what == "two weights":
        lab.page.get_by_role("tab", name="Two weights").click()
        expect(lab.panel("Error surface")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1100), (1440, 900)])
def test_nothing_jumps_when_the_program_has_come(
    new_tab: Callable[..., Lab], desk: BrowserContext, width: int, height: int
) -> None:
    lab = of_size(new_tab(), width, height).open()
    with desk.new_page() as page:
        page.set_viewport_size(lab.page.viewport_size)
        before = without_program(page, lab.url).evaluate(TOPS)
    assert lab.page.evaluate(TOPS) == before


@pytest.mark.parametrize("what", ["two weights", "a walk"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_nothing_jumps_for_whoever_comes_back(new_tab: Callable[..., Lab], what: str, width: int, height: int) -> None:
    lab = of_size(new_tab(), width, height).open()
    begin(lab, what)
    after = lab.page.evaluate(TOPS)
    before = without_program(lab.page, lab.url).evaluate(TOPS)
    lab.faults.clear()  # that the program was kept away is one
    assert before == after


def test_the_experiments_are_named_before_the_program_comes(desk: BrowserContext, server: Server) -> None:
    with desk.new_page() as page:
        names = without_program(page, server.url).get_by_role("tab").all_inner_texts()
        assert names == ["One layer", "Hidden layer (XOR)", "Two weights"]
