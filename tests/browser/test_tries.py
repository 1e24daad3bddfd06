"""Inputs that the network is not taught, and what it answers."""

from playwright.sync_api import Locator, expect

from .lab import Lab

POSTS = {"011": "0.00786", "110": "0.99992", "101": "0.99359", "111": "0.99212"}


def lines(lab: Lab) -> Locator:
    """All combinations counted upwards, then the rows of one's own."""
    return lab.panel("Try other inputs").locator("tbody tr")


def try_row(lab: Lab, *values: str) -> None:
    for number, value in enumerate(values, start=1):
        lab.field(f"x{number} to try").fill(value)
    lab.page.keyboard.press("Enter")


def test_the_four_rows_of_the_post_are_answered_as_it_prints_them(lab: Lab) -> None:
    lab.page.get_by_role("tab", name="One layer").click()
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", "10000")
    lab.page.keyboard.press("Escape")
    lab.slider("speed").press("End")
    lab.button("Play").click()
    lab.rises(9_999)
    lines(lab).first.scroll_into_view_if_needed()  # what nobody sees is not painted
    for inputs, answer in POSTS.items():
        expect(lines(lab).nth(int(inputs, 2)).locator("b")).to_have_text(answer)


def test_all_combinations_are_there_and_the_examples_among_them_are_marked(lab: Lab) -> None:
    expect(lines(lab)).to_have_count(8)
    marks = [text.strip() for text in lines(lab).locator(".taught").all_text_contents()]
    assert marks == ["", "taught", "", "taught", "", "taught", "", "taught"]


def test_the_answer_to_an_example_is_its_prediction(lab: Lab) -> None:
    prediction = lab.rows.first.locator(".prediction").text_content()
    answer = lines(lab).nth(1).locator("b").text_content()
    assert float(answer) == float(f"{float(answer):.5f}")
    assert abs(float(answer) - float(prediction)) < 0.0001


def test_a_row_of_ones_own_survives_a_reload_until_it_is_forgotten(lab: Lab) -> None:
    try_row(lab, "0.5", "-2", "1")
    expect(lines(lab)).to_have_count(9)
    lab.page.reload()
    lab.ready()
    expect(lines(lab).last.locator("td").first).to_have_text("0.5")
    lab.button("Forget 0.5, -2, 1").click()
    expect(lines(lab)).to_have_count(8)


def test_inputs_that_are_no_numbers_are_refused_under_the_row_and_stay(lab: Lab) -> None:
    try_row(lab, "0", "abc", "1")
    expect(lab.panel("Try other inputs").get_by_role("alert")).to_be_visible()
    expect(lab.field("x2 to try")).to_have_value("abc")
    expect(lines(lab)).to_have_count(8)
