"""The page as it comes: what stands on it before the program runs stands where it will."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .lab import Lab, Server

TOPS = """() => Object.fromEntries(["main", "#network", "#examples", "#line"]
  .map(what => [what, Math.round(document.querySelector(what).getBoundingClientRect().top)]))"""


def without_program(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.route("**/main*.js", lambda route: route.abort())
    page.goto(url)
    page.evaluate("document.fonts.ready.then(() => null)")
    return page


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1100), (1440, 900)])
def test_nothing_jumps_when_the_program_has_come(
    new_tab: Callable[..., Lab], chromium: Browser, server: Server, width: int, height: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": height}) as context:
        before = without_program(context, server.url).evaluate(TOPS)
        lab = new_tab(context=context).open()
        lab.page.evaluate("document.fonts.ready.then(() => null)")
        assert lab.page.evaluate(TOPS) == before


def test_the_experiments_are_named_before_the_program_comes(chromium: Browser, server: Server) -> None:
    with chromium.new_context() as context:
        names = without_program(context, server.url).get_by_role("tab").all_inner_texts()
        assert names == ["One layer", "Hidden layer (XOR)", "Two weights"]
