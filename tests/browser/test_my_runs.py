"""A shelf of small pictures of all that this browser has made, and a word when nothing of it is saved."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from playwright.sync_api import Locator, expect

from .lab import Lab, Server


def shelf(lab: Lab) -> Locator:
    """Open the sheet, and return the cards in it."""
    lab.button("My runs").click()
    return lab.page.locator("#keep-sheet").get_by_role("listitem")


def stepped(lab: Lab, iterations: int) -> Lab:
    for iteration in range(lab.iteration + 1, lab.iteration + iterations + 1):
        lab.button("Step").click()
        expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", str(iteration))
    return lab


def test_a_run_of_another_tab_is_opened_from_the_shelf(new_tab: Callable[..., Lab], own_server: Server) -> None:
    stepped(new_tab(url=own_server.url).open("/?experiment=two-weights"), 3)
    lab = stepped(new_tab(url=own_server.url).open(), 1)
    cards = shelf(lab)
    expect(cards).to_have_count(2)
    expect(cards.filter(has_text="open now")).to_contain_text("Hidden layer (XOR)")
    cards.filter(has_text="Two weights").get_by_role("button").first.click()
    expect(lab.page.locator("#keep-sheet")).to_be_hidden()
    expect(lab.page.get_by_role("tab", name="Two weights")).to_have_attribute("aria-selected", "true")
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "3")


def test_a_run_is_named_and_deleted_by_the_keyboard_alone(new_tab: Callable[..., Lab], own_server: Server) -> None:
    lab = stepped(new_tab(url=own_server.url).open(), 2)
    lab.button("My runs").press("Enter")
    lab.button("Rename Hidden layer (XOR)").press("Enter")
    lab.page.keyboard.type("the good one")
    lab.page.keyboard.press("Enter")
    expect(lab.button("Delete the good one")).to_be_visible()
    lab.button("Delete the good one").press("Enter")
    lab.button("Delete the good one for good: press again").press("Enter")
    expect(lab.page.locator("#keep-sheet").get_by_role("listitem")).to_have_count(0)
    expect(lab.page.locator("#keep-sheet").get_by_role("status")).to_contain_text("Nothing here yet")
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "0")


def test_not_saved_stands_beside_the_pill_until_it_is(new_tab: Callable[..., Lab], own_server: Server) -> None:
    lab = stepped(new_tab(url=own_server.url).open(), 1)
    own_server.wait_until_saved(iteration=1)
    word = lab.page.locator("#unsaved")
    expect(word).to_have_text("")
    with closing(sqlite3.connect(own_server.file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        stepped(lab, 1)
        expect(word).to_have_text("not saved")
        word.hover()
        expect(lab.page.get_by_role("tooltip")).to_contain_text("another program keeps the database locked")
    expect(word).to_have_text("")
    own_server.wait_until_saved(iteration=2)
