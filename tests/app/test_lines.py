"""Walking through the program line by line."""

import pytest


@pytest.fixture
def lines(page):
    """Where the lines of the loop are."""
    code = page.snapshot["code"]
    first = next(i for i, line in enumerate(code) if line["key"] == "l0")
    return range(first, len(code))


def stand(page, back=False):
    """Step a line and return the controls."""
    return page.ask("step_line", "controls", back=back)


def test_the_first_press_stands_on_the_first_line_of_the_loop(page, lines):
    assert stand(page)["line"] == lines[0]


def test_behind_the_last_line_the_iteration_is_done(page, lines):
    page.ask("go_to_line", "controls", line=lines[-1])
    page.send("step_line")
    frame = page.read_until(lambda message: message["type"] == "frame" and message["iteration"] == 1)
    assert frame["detail"] is not None


def test_a_walk_through_the_loop_trains_what_step_trains(open_page):
    walker, stepper = open_page(), open_page()
    loop = len([line for line in walker.snapshot["code"] if line["task"] in ("predict", "compare", "update")])
    for _ in range(2 * loop + 1):
        stand(walker)
    walked = walker.read_until(lambda message: message["type"] == "frame" and message["iteration"] == 2)
    assert walked["weights"] == stepper.step(2)["weights"]


def test_before_the_first_line_the_iteration_before_comes_back(page, lines):
    first = page.snapshot["frame"]["weights"]
    page.step(3)
    second = page.step(1)
    page.ask("go_to_line", "controls", line=lines[0])
    page.send("step_line", back=True)
    snapshot = page.expect("snapshot")
    assert (snapshot["frame"]["iteration"], snapshot["controls"]["line"]) == (3, lines[-1])
    assert snapshot["frame"]["weights"] not in (first, second["weights"])
    assert page.step(1)["weights"] == second["weights"]


def test_there_is_no_line_before_the_beginning(page):
    assert "beginning" in page.ask("step_line", "error", back=True)["message"]


def test_only_lines_of_the_loop_can_be_stood_on(page, lines):
    refusal = page.ask("go_to_line", "error", line=0)["message"]
    assert refusal == f"Only lines {lines[0] + 1} to {lines[-1] + 1} are done in every iteration."


@pytest.mark.parametrize("verb", ["play", "step", "reset"])
def test_training_and_beginning_anew_leave_the_line(page, verb):
    stand(page)
    page.send(verb)
    message = page.read_until(lambda message: message["type"] in ("controls", "snapshot"))
    assert message.get("controls", message)["line"] is None


def test_a_line_pauses_training(page):
    page.send("play")
    page.read_until(lambda message: message["type"] == "controls" and message["playing"])
    page.send("step_line")
    page.read_until(lambda message: message["type"] == "controls" and message["line"] is not None)
    assert page.ask("set_speed", "controls", speed=60)["playing"] is False


def test_a_second_page_stands_on_the_same_line(open_page):
    page = open_page()
    other = open_page(session=page.welcome["session"])
    line = stand(page)["line"]
    assert other.read_until(lambda message: message["type"] == "controls")["line"] == line


def test_a_line_survives_a_reload(open_page):
    page = open_page()
    line = stand(page)["line"]
    assert open_page(session=page.welcome["session"]).snapshot["controls"]["line"] == line


def test_a_change_in_the_past_needs_not_fit_the_edits_that_came_later(page, lines):
    page.step(2)
    page.ask("remove_column", "snapshot", column=1)
    page.ask("go_to_line", "controls", line=lines[0])
    page.ask("step_line", "snapshot", back=True)
    branch = page.ask("load_data", "snapshot", text="1,0\n0,1\n")  # there is no second column to remove
    assert [mark["iteration"] for mark in branch["marks"]] == [1]
    assert page.step(2)["iteration"] == 3
    before = page.ask("choose_run", "snapshot", run=page.snapshot["run"])
    assert [mark["iteration"] for mark in before["marks"]] == [2]


def test_an_edit_that_waited_is_told_when_it_comes_about(page, lines):
    page.step(3)
    page.ask("set_cell", "snapshot", row=0, column=0, value=0.75)
    page.ask("go_to_line", "controls", line=lines[0])
    assert page.ask("step_line", "snapshot", back=True)["inputs"][0][0] == 0
    page.send("step", iterations=2)
    snapshot = page.expect("snapshot")
    assert snapshot["inputs"][0][0] == 0.75
    assert [mark["iteration"] for mark in snapshot["marks"]] == [3]


def test_a_step_back_that_cannot_be_pauses_and_says_so(page):
    page.send("set_speed", speed=1)
    page.send("play")
    page.read_until(lambda message: message["type"] == "controls" and message["playing"])
    page.send("step_line", back=True)
    assert page.read_until(lambda message: message["type"] == "controls" and not message["playing"])
    assert "beginning" in page.expect("error")["message"]
