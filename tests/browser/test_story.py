"""What just happened is told in words that the numbers on the page bear out."""

import re

from playwright.sync_api import Locator, expect

from .lab import Lab, patiently


def height(lab: Lab) -> int:
    result: int = story(lab).evaluate("e => e.offsetHeight")
    return result


def story(lab: Lab) -> Locator:
    return lab.panel("What just happened")


def test_before_any_training_the_start_is_told(lab: Lab) -> None:
    expect(story(lab)).to_contain_text("Nothing is trained yet: 16 weights between −1.00 and 0.76")
    expect(story(lab)).to_contain_text("Example 1 should give 0 and gives 0.474")


def test_a_step_is_told_and_read_aloud(lab: Lab) -> None:
    lab.button("Step").click()
    expect(story(lab).locator(".report")).to_contain_text("In iteration 1 the mean error fell from 0.496")
    expect(story(lab).get_by_role("status")).to_contain_text("In iteration 1")


def test_nothing_is_read_aloud_that_is_over(lab: Lab) -> None:
    aloud = story(lab).get_by_role("status")
    expect(aloud).to_contain_text("Nothing is trained yet")
    lab.button("Play").click()
    lab.rises(0)
    expect(aloud).to_be_empty()
    lab.button("Pause").click()
    expect(aloud).to_contain_text("the mean error")


def test_a_stretch_is_told_from_its_start_to_its_end(lab: Lab) -> None:
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    lab.button("Play").click()
    lab.rises(50)
    lab.button("Pause").click()
    expect(lab.button("Play")).to_be_visible()
    report = story(lab).locator(".report")
    expect(report).to_contain_text(re.compile(r"From iteration 1 to [\d,]+ the mean error"))
    for _ in patiently():  # the report is told again while the run trains on
        if f"to {lab.iteration:,} the mean error" in report.inner_text():
            break


def test_the_line_that_is_stood_on_is_told_instead(lab: Lab) -> None:
    lab.button("Step one line").click()
    expect(story(lab).locator(".report")).not_to_contain_text("Nothing is trained")
    expect(story(lab).locator(".report")).not_to_be_empty()
    expect(story(lab).locator(".moment")).to_be_hidden()


def test_the_story_keeps_its_height(lab: Lab) -> None:
    before = height(lab)
    lab.button("Step").click()
    expect(story(lab)).to_contain_text("In iteration 1")
    assert height(lab) == before


def test_an_autopsy_names_examples_that_can_be_chosen(lab: Lab) -> None:
    stall(lab)
    expect(story(lab)).to_contain_text("where the sigmoid is flat")
    expect(story(lab).locator(".finding [data-name='sigmoid']")).to_be_visible()
    chip = story(lab).get_by_role("group", name="examples concerned").get_by_role("button").last
    row = int(re.search(r"example (\d+)", chip.get_attribute("aria-label") or "")[1])
    chip.click()
    expect(lab.rows.nth(row - 1)).to_have_attribute("aria-selected", "true")
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_the_advice_can_be_taken(lab: Lab) -> None:
    stall(lab)
    story(lab).get_by_role("button", name="alpha 1000 → 100, and reset").click()
    expect(lab.field("alpha value")).to_have_value("100")
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "0")
    expect(story(lab).locator(".autopsy")).to_be_hidden()


def test_why_nothing_moves_does_not_grow_the_bar(lab: Lab) -> None:
    height = "document.querySelector('.bar').offsetHeight"
    before = lab.page.evaluate(height)
    stall(lab)
    expect(lab.page.locator("#why")).to_contain_text("smaller alpha")
    assert lab.page.evaluate(height) == before


def stall(lab: Lab) -> None:
    """At alpha 1000 every slope is flat before long."""
    lab.open("/?experiment=xor&alpha=1000&seed=1")
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", "500")
    lab.page.keyboard.press("Escape")
    lab.button("Play").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "500")
    expect(lab.button("Play")).to_be_visible()
    expect(story(lab).locator(".autopsy")).to_be_visible()
