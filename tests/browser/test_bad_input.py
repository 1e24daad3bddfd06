"""Whatever is typed, the answer is a sentence at the field, and the run goes on."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from .lab import Lab, Server

BAD = [
    *(("alpha value", text, "positive number") for text in ("0", "-1", "NaN", "abc", "1e999", "")),
    *(("hidden size value", text, "whole number from 1 to 64") for text in ("0", "65", "1000000", "four")),
    *(("seed", text, "whole number") for text in ("1.5", "-3", "one")),
]


@pytest.fixture(scope="module")
def training(desk: BrowserContext, server: Server) -> Iterator[Lab]:
    """A run that goes on through all the tests here."""
    lab = Lab(desk.new_page(), server.url).open()
    lab.button("Play").click()
    lab.rises(10)
    yield lab
    lab.page.close()


@pytest.mark.parametrize(("field", "text", "allowed"), BAD)
def test_a_bad_value_is_refused_where_it_was_typed(training: Lab, field: str, text: str, allowed: str) -> None:
    truth = training.field(field).input_value()
    box = training.type(field, text)
    expect(box).to_have_attribute("aria-invalid", "true")
    refusal = training.page.get_by_role("alert").filter(has_text=allowed)
    expect(refusal).to_be_visible()
    assert len(re.findall(r"\.(?: |$)", refusal.inner_text())) == 1, "one sentence"
    training.rises()
    box.press("Escape")
    expect(box).to_have_value(truth)
    expect(box).not_to_have_attribute("aria-invalid", "true")
    expect(refusal).to_be_hidden()
    assert not training.faults


@pytest.mark.parametrize(("field", "text"), [("stop at iteration", "0"), ("stop at error", "7")])
def test_a_bad_stop_is_refused_where_it_was_typed(training: Lab, field: str, text: str) -> None:
    training.page.locator("#stop").click()
    box = training.type(field, text)
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(training.page.get_by_role("alert").filter(has_text=field)).to_be_visible()
    training.rises()
    box.press("Escape")
    box.press("Escape")
    expect(box).to_be_hidden()


def test_a_refused_value_left_behind_goes_back_to_the_truth(training: Lab) -> None:
    """Leaving the field sends what is in it; the sentence stays readable for a while."""
    box = training.field("alpha value")
    box.fill("nonsense")
    box.press("Tab")
    expect(training.page.get_by_role("alert").filter(has_text="positive number")).to_be_visible()
    expect(box).to_have_value("1")


def test_an_address_with_an_unknown_experiment_is_answered_in_words(new_tab: Callable[..., Lab]) -> None:
    lab = new_tab().open("/?experiment=chess")
    expect(lab.page.get_by_role("alert").filter(has_text="chess")).to_be_visible()
    lab.button("Play").click()
    lab.rises(10)


def test_a_bad_address_leaves_the_tab_its_run(lab: Lab) -> None:
    lab.button("Step").click()
    lab.rises(0)
    lab.open("/?experiment=chess")
    expect(lab.page.get_by_role("alert").filter(has_text="chess")).to_be_visible()
    assert lab.iteration == 1
    lab.page.reload()
    lab.ready()
    assert lab.iteration == 1


def test_a_good_address_opens_a_fresh_run_without_a_word(lab: Lab) -> None:
    lab.button("Step").click()
    lab.rises(0)
    lab.open("/?experiment=xor")
    assert lab.iteration == 0
    expect(lab.page.locator(".notice")).to_have_count(0)
