"""The runs of an experiment side by side: branches, names, goals, and what each of them came to."""

from playwright.sync_api import Locator, expect

from .lab import Lab


def row(lab: Lab, name: str) -> Locator:
    return lab.panel("Runs").get_by_role("row").filter(has=lab.page.get_by_text(name, exact=True))


def train(lab: Lab, iterations: int) -> None:
    for _ in range(iterations):
        before = lab.iteration
        lab.button("Step").click()
        lab.rises(before)


def branch(lab: Lab, alpha: str) -> None:
    lab.type("alpha of the branch", alpha)


def test_a_branch_goes_on_from_here_and_the_run_stays_as_it_was(lab: Lab) -> None:
    expect(lab.panel("Runs")).to_contain_text("One run so far.")
    train(lab, 3)
    branch(lab, "10")
    expect(row(lab, "run 2")).to_contain_text("from 3 of run 1")
    expect(row(lab, "run 2")).to_contain_text("present")
    expect(lab.field("alpha of the branch")).to_have_value("")
    train(lab, 2)
    expect(row(lab, "run 2").get_by_role("cell").first).to_have_text("5")
    expect(row(lab, "run 1").get_by_role("cell").first).to_have_text("3")
    row(lab, "run 1").get_by_role("button", name="Turn to run 1").click()
    expect(row(lab, "run 1")).to_contain_text("present")
    expect(lab.field("alpha value")).to_have_value("1")
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "3")


def test_runs_are_named_hidden_and_deleted_by_keyboard(lab: Lab) -> None:
    train(lab, 2)
    branch(lab, "10")
    pencil = row(lab, "run 1").get_by_role("button", name="Rename run 1")
    pencil.press("F2")
    lab.field("name of run 1").fill("<b>slow</b>")
    lab.field("name of run 1").press("Enter")
    slow = row(lab, "<b>slow</b>")
    expect(slow.get_by_role("button", name="Rename <b>slow</b>")).to_be_focused()
    expect(row(lab, "run 2")).to_contain_text("from 2 of <b>slow</b>")
    legend = lab.panel("Error").get_by_role("list", name="other runs")
    expect(legend).to_contain_text("<b>slow</b>")
    slow.get_by_role("button", name="Hide").press("Enter")
    expect(legend).to_be_hidden()
    slow.get_by_role("button", name="Delete").press("Enter")
    expect(slow).to_have_count(0)
    expect(lab.page.get_by_role("status").filter(has_text="Undo brings it back")).to_be_visible()
    expect(row(lab, "run 2").get_by_role("button", name="Rename run 2")).to_be_focused()


def test_a_goal_says_when_each_run_came_down_to_it(lab: Lab) -> None:
    train(lab, 2)
    expect(row(lab, "run 1").get_by_role("cell").nth(2)).to_have_text("–")
    lab.type("goal: error down to", "0.9")
    expect(row(lab, "run 1").get_by_role("cell").nth(2)).to_have_text("0")
    lab.type("goal: error down to", "7")
    expect(lab.panel("Runs").get_by_role("alert").filter(has_text="above 0 and below 1")).to_be_visible()
    lab.field("goal: error down to").press("Escape")
    expect(lab.field("goal: error down to")).to_have_value("0.9")


def test_a_branch_that_cannot_be_is_refused_where_it_was_typed(lab: Lab) -> None:
    train(lab, 1)
    branch(lab, "fast")
    expect(lab.panel("Runs").get_by_role("alert").filter(has_text="alpha must be")).to_be_visible()
    expect(lab.field("alpha of the branch")).to_have_attribute("aria-invalid", "true")
    expect(lab.field("alpha of the branch")).to_have_value("fast")
    expect(lab.panel("Runs").locator("tbody").get_by_role("row")).to_have_count(1)
    lab.field("goal: error down to").focus()
    expect(lab.panel("Runs").get_by_role("alert")).to_have_count(0)
    expect(lab.field("alpha of the branch")).to_have_value("")
    expect(lab.field("alpha of the branch")).not_to_have_attribute("aria-invalid", "true")
