"""The pieces, and the posts' figure of the sigmoid, as one plays with them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from .lab import Lab
from .test_charts import drawn


@pytest.fixture
def piece(lab: Lab) -> Callable[[str], Locator]:
    """Turn to a piece by its name, and return its page."""

    lab.panel("The pieces").scroll_into_view_if_needed()  # it is fetched when somebody comes near

    def turn(name: str) -> Locator:
        lab.panel("The pieces").get_by_role("tab", name=name, exact=True).click()
        return lab.panel("The pieces").get_by_role("tabpanel", name=name, exact=True)

    return turn


def test_the_product_of_the_notes_is_walked_cell_by_cell(piece: Callable[[str], Locator]) -> None:
    product = piece("Product")
    cells = product.get_by_role("table", name="A · B (2×2)").get_by_role("button")
    assert cells.all_inner_texts() == ["58", "64", "139", "154"]
    told = product.get_by_role("status").last
    expect(told).to_have_text("row 0 · column 0: 1 × 7 + 2 × 9 + 3 × 11 = 7 + 18 + 33 = 58")
    product.get_by_role("button", name="next cell →").click()
    expect(told).to_contain_text("= 64")
    cells.nth(1).press("ArrowDown")
    expect(told).to_contain_text("4 × 8 + 5 × 10 + 6 × 12")
    lit = product.locator("td.lit input")
    assert [cell.input_value() for cell in lit.all()] == ["8", "10", "12", "4", "5", "6"]


def test_the_arrow_keys_in_a_product_do_not_train(lab: Lab, piece: Callable[[str], Locator]) -> None:
    before, product = lab.iteration, piece("Product")
    product.get_by_role("button", name="product [0, 0]: 58").press("ArrowRight")
    expect(product.get_by_role("button", name="product [0, 1]: 64")).to_be_focused()
    assert lab.iteration == before


def test_shapes_that_do_not_match_are_refused_by_the_rule(piece: Callable[[str], Locator]) -> None:
    product = piece("Product")
    product.get_by_role("button", name="(4×3) · (4×1)").click()
    expect(product.get_by_role("alert")).to_have_text(
        "(4×3) · (4×1): the inner numbers 3 and 4 differ, so there is no product."
    )
    product.get_by_role("button", name="transpose A").click()
    expect(product.get_by_role("table", name="A · B (3×1)")).to_be_visible()
    product.get_by_role("button", name="fewer rows of B").click()
    expect(product.get_by_role("alert")).to_contain_text("(3×4) · (3×1)")


def test_a_number_of_a_matrix_is_edited_and_text_refused(piece: Callable[[str], Locator]) -> None:
    product = piece("Product")
    cell = product.get_by_role("textbox", name="A[0, 0]")
    cell.fill("abc")
    cell.press("Enter")
    expect(product.get_by_role("alert")).to_contain_text("Type a number")
    cell.fill("−1")
    cell.press("Enter")
    expect(product.get_by_role("status").last).to_contain_text("= −7 + 18 + 33 = 44")


def test_a_product_of_the_run_keeps_its_shapes(piece: Callable[[str], Locator]) -> None:
    product = piece("Product")
    product.get_by_role("button", name="X · syn0 of this run").click()
    expect(product.get_by_role("table", name="A · B (4×4)")).to_be_visible()
    expect(product.get_by_role("textbox", name="B[0, 0]")).to_have_value("−0.17")


def test_the_random_start_gives_the_first_weights_of_the_run(piece: Callable[[str], Locator]) -> None:
    start = piece("Random start")
    expect(start.get_by_role("status").last).to_contain_text("the first weights of this run")
    numbers = start.get_by_role("table").locator("tbody tr").first
    expect(numbers).to_contain_text("0.41702200")
    start.get_by_role("button", name="3. − 1").click()
    expect(numbers).to_contain_text("−0.16595599")
    start.get_by_role("button", name="next seed").click()
    expect(start.get_by_role("status").last).to_contain_text("began from other weights")
    start.get_by_role("button", name="(10000, 1)").click()
    expect(start.get_by_role("table")).to_contain_text("the first 3 of 10,000")


def test_signs_and_functions_work_on_all_elements(piece: Callable[[str], Locator]) -> None:
    page = piece("Elementwise")
    made = page.locator(".made")
    assert made.all_inner_texts() == ["4", "3", "2"]
    page.get_by_role("button", name="fewer numbers in b").click()
    expect(page.get_by_role("status").last).to_contain_text("the lengths differ and neither is 1")
    page.get_by_role("button", name="fewer numbers in b").click()
    expect(page.get_by_role("status").last).to_contain_text("The single number meets every row.")
    page.get_by_role("button", name="np.exp", exact=True).click()
    expect(made.nth(1)).to_have_text("54.60")
    page.get_by_role("button", name="error × slope of this run").click()
    expect(page.locator("code")).to_have_text("l2_error * slope(l2)")


def test_the_sigmoid_and_its_slope_have_the_values_of_the_posts(piece: Callable[[str], Locator]) -> None:
    sigmoid = piece("Sigmoid")
    for x, out in (("−4", "0.018"), ("0", "0.500"), ("4", "0.982")):
        sigmoid.get_by_role("button", name=f"x = {x}", exact=True).click()
        expect(sigmoid.get_by_role("status").last).to_contain_text(f"= {out}")
    slope = piece("Slope")
    slope.get_by_role("slider").fill("0")
    expect(slope.get_by_role("status").last).to_contain_text("slope 0.250: its ceiling")
    slope.get_by_role("button", name="0.001").click()
    assert slope.get_by_role("table").locator("td").all_inner_texts()[:2] == ["0.2500000", "0.2500000"]


def test_outside_links_open_beside_the_lab(piece: Callable[[str], Locator]) -> None:
    link = piece("Slope").get_by_role("link")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_accessible_name("derivatives at Khan Academy (outside the lab, in a new tab)")


def test_a_riddle_is_answered(piece: Callable[[str], Locator]) -> None:
    words = piece("Words")
    words.get_by_text("Riddle: find the iteration").click()
    answer = words.get_by_role("textbox", name="iteration of the sums")
    for guess, verdict in (("10,000", "−4.62964. Later."), ("20006", "Right")):
        answer.fill(guess)
        answer.press("Enter")
        expect(words.get_by_role("status").first).to_contain_text(verdict)


def test_the_figure_of_the_posts_has_three_dots_to_move(lab: Lab) -> None:
    panel = lab.panel("Sigmoid slopes")
    drawn(lab, "Sigmoid slopes")
    lab.button("three dots").click()
    for colour, told in (
        ("green", "x 2.0, sigmoid 0.881, slope 0.105"),
        ("blue", "x 0.0, sigmoid 0.500, slope 0.250"),
        ("purple", "x −1.0, sigmoid 0.269, slope 0.197"),
    ):
        expect(panel.get_by_role("slider", name=f"{colour} dot")).to_have_attribute("aria-valuetext", told)
    blue = panel.get_by_role("slider", name="blue dot")
    blue.press("ArrowRight")
    expect(blue).to_have_attribute("aria-valuenow", "0.1")
    assert lab.iteration == 0
    box = blue.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    lab.page.mouse.move(x, y)
    lab.page.mouse.down()
    lab.page.mouse.move(x - 60, y, steps=4)
    lab.page.mouse.up()
    assert float(blue.get_attribute("aria-valuenow")) < -1
    expect(panel.locator(".chart-note")).to_contain_text("between 0 and 0.25")


def test_the_dots_of_the_run_come_back(lab: Lab) -> None:
    panel = lab.panel("Sigmoid slopes")
    drawn(lab, "Sigmoid slopes")
    before = panel.locator(".dots.chosen").last.get_attribute("d")
    lab.button("three dots").click()
    expect(panel.locator(".dots.chosen").last).to_have_attribute("d", "")
    lab.button("three dots").click()
    expect(panel.locator(".dots.chosen").last).to_have_attribute("d", before)
    expect(panel.locator(".chart-note")).to_contain_text("Example 1")
    expect(panel.get_by_role("slider")).to_have_count(0)
