"""The page as it comes: what stands on it before the program runs stands where it will."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from .lab import Lab, Server

TOPS = """() => Object.fromEntries(["main", "#network", "#surface", "#code"]
  .map(what => [what, Math.round(document.querySelector(what).getBoundingClientRect().top)]))"""


def without_program(page: Page, url: str) -> Page:
    page.route("**/main*.js", lambda route: route.abort())
    page.goto(url)
    page.evaluate("document.fonts.ready.then(() => null)")
    return page


def begin(lab: Lab, what: str) -> None:
    if what == "a walk":
        lab.page.keyboard.press("l")
        expect(lab.page.locator(".code [aria-current]")).to_have_count(1)
    if what == "two weights":
        lab.page.get_by_role("tab", name="Two weights").click()
        expect(lab.panel("Error surface")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1100), (1440, 900)])
def test_nothing_jumps_when_the_program_has_come(
    new_tab: Callable[..., Lab], chromium: Browser, width: int, height: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": height}) as context:
        lab = new_tab(context=context).open()
        before = without_program(context.new_page(), lab.url).evaluate(TOPS)
        assert lab.page.evaluate(TOPS) == before


@pytest.mark.parametrize("what", ["two weights", "a walk"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_nothing_jumps_for_whoever_comes_back(
    new_tab: Callable[..., Lab], chromium: Browser, what: str, width: int, height: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": height}) as context:
        lab = new_tab(context=context).open()
        begin(lab, what)
        after = lab.page.evaluate(TOPS)
        before = without_program(lab.page, lab.url).evaluate(TOPS)
        lab.faults.clear()  # that the program was kept away is one
        assert before == after


def test_the_experiments_are_named_before_the_program_comes(chromium: Browser, server: Server) -> None:
    with chromium.new_context() as context:
        names = without_program(context.new_page(), server.url).get_by_role("tab").all_inner_texts()
        assert names == ["One layer", "Hidden layer (XOR)", "Two weights"]
