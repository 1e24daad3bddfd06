"""What a page may change about the data, the weights and the program of a run."""

import json

import pytest


def edited(page, type_, **fields):
    """Ask for an edit of the data or the program, and return the snapshot that answers it."""
    return page.ask(type_, "snapshot", **fields)


def refused(page, type_, **fields):
    return page.ask(type_, "error", **fields)["message"]


def marks(snapshot):
    return [(mark["iteration"], mark["field"], mark["label"]) for mark in snapshot["marks"]]


# Weights


def test_one_weight_can_be_typed(page):
    page.step(1)
    page.send("set_weight", synapse=1, row=2, column=0, value="-0,5")
    frame = page.expect("frame")
    assert frame["weights"][1][2] == [-0.5]


def test_a_weight_that_no_computer_can_hold_is_refused(page):
    assert refused(page, "set_weight", synapse=0, row=1, column=2, value="1e400") == (
        "syn0[1, 2] is larger than any number a computer can hold."
    )
    assert refused(page, "set_weight", synapse=0, row=1, column=2, value="much") == (
        "syn0[1, 2] must be an ordinary number, such as 2.5 or -4."
    )


def test_a_weight_that_is_not_there_is_refused(page):
    assert refused(page, "set_weight", synapse=1, row=0, column=7, value=1) == (
        "There is no weight syn1[0, 7] in this network."
    )


def meant(page, run, value=5, **more):
    page.send("set_weight", synapse=0, row=0, column=0, value=value, run=run, **more)


@pytest.mark.parametrize(
    "away", [{"type_": "reset"}, {"type_": "choose_experiment", "experiment": "one-layer"}, {"type_": "branch"}]
)
def test_a_weight_goes_into_no_other_run_than_the_one_it_is_meant_for(page, open_page, away):
    page.step(3)
    meant(page, 1)
    assert page.expect("frame")["weights"][0][0][0] == 5
    present = page.ask(answer="snapshot", **away)
    meant(page, 1, 6)
    assert page.expect("error")["message"] == "Run 1 is not in view any more, so its weights stay as they are."
    again = open_page(session=page.welcome["session"]).snapshot
    assert (again["run"], again["frame"]["weights"]) == (present["run"], present["frame"]["weights"])
    meant(page, present["run"], 6)
    assert page.expect("edit_applied")["mark"]["label"] == "weights moved"


@pytest.mark.parametrize("gesture", [None, 7])
def test_a_weight_moved_in_the_past_goes_on_in_the_branch_that_it_began(page, gesture):
    page.step(9)
    page.send("go_to", iteration=4)
    meant(page, 1, 2, gesture=gesture)
    meant(page, 1, 3, gesture=gesture)
    branch = page.read_until(lambda m: m["type"] == "snapshot" and m["run"] == 2)
    assert branch["frame"]["weights"][0][0][0] == 2
    assert page.expect("frame")["weights"][0][0][0] == 3
    meant(page, 1, 4, gesture=8)  # a branch of one's own is another run to any other hand
    assert page.expect("error")["field"] == "run"


@pytest.mark.parametrize("gesture", [None, 7])
def test_a_branch_remembers_what_began_it_whatever_comes_in_between(page, monkeypatch, gesture):
    monkeypatch.setattr("app.undo.TOGETHER", 0)
    page.step(9)
    page.send("go_to", iteration=4)
    meant(page, 1, 2, gesture=gesture)
    page.read_until(lambda m: m["type"] == "snapshot" and m["run"] == 2)
    page.ask("set_alpha", "edit_applied", alpha=4)
    page.ask("undo", "snapshot")
    page.ask("undo", "snapshot")
    page.ask("redo", "snapshot")
    meant(page, 1, 3, gesture=gesture)
    frame = page.read_until(lambda m: m["type"] in ("frame", "error"))
    assert (frame["run"], frame["weights"][0][0][0]) == (2, 3)


def test_a_weight_goes_into_no_branch_that_another_change_began(page):
    page.step(9)
    page.send("go_to", iteration=4)
    page.send("set_alpha", alpha=4)
    page.read_until(lambda m: m["type"] == "snapshot" and m["run"] == 2)
    meant(page, 1)
    assert page.expect("error")["field"] == "run"


def test_all_weights_can_be_pasted(page):
    page.step(1)
    page.send("set_weights", values=[str(i) for i in range(16)])
    assert page.expect("frame")["weights"] == [
        [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12], [13], [14], [15]]
    ]  # fmt: skip
    assert refused(page, "set_weights", values=[1, 2]) == "This network has 16 weights, and these are 2."


# Data


def test_a_cell_is_an_edit_on_the_timeline(page):
    page.step(5)
    snapshot = edited(page, "set_cell", row=1, column=3, value="0.25")
    assert snapshot["targets"][1] == [0.25]
    assert marks(snapshot) == [(5, "data", "row 2, column 4 = 0.25")]
    assert snapshot["own_data"] is True


def test_before_the_first_iteration_data_is_part_of_the_recipe(page):
    snapshot = edited(page, "set_cell", row=0, column=0, value=1)
    assert snapshot["marks"] == []
    assert "[[1,0,1]" in next(line["text"] for line in snapshot["code"] if line["key"] == "X")


def test_rows_come_and_go_but_for_the_last(page):
    assert edited(page, "add_row", values=[1, 1, 0, 1])["rows"] == 5
    for _ in range(4):
        snapshot = edited(page, "remove_row", row=0)
    assert (snapshot["inputs"], snapshot["targets"]) == ([[1, 1, 0]], [[1]])
    assert "last one stays" in refused(page, "remove_row", row=0)


def test_the_selected_example_is_always_one_that_is_there(page):
    page.ask("select_row", "controls", row=3)
    assert edited(page, "remove_row", row=3)["controls"]["row"] == 2


def test_columns_come_and_go_and_the_others_keep_their_weights(page):
    page.step(1)
    before = page.step(1)["weights"][0]
    assert edited(page, "remove_column", column=1)["frame"]["weights"][0] == [before[0], before[2]]
    assert edited(page, "add_column", value=1)["inputs"][0] == [0, 1, 1]


def test_a_table_is_pasted_and_learned(page):
    snapshot = edited(page, "load_data", text="\ufeffheight;weight;y\n1,5;2;0\n2,5;3;1\n")
    assert (snapshot["inputs"], snapshot["targets"]) == ([[1.5, 2], [2.5, 3]], [[0], [1]])
    assert snapshot["columns"] == ["height", "weight"]
    assert page.step(10)["iteration"] == 10


def test_a_table_that_cannot_be_read_leaves_the_data_alone(page):
    assert refused(page, "load_data", text="0,1,1\n1,0\n") == "Row 2 has 2 columns, and the first has 3 columns."
    assert page.step(1)["iteration"] == 1
    assert page.ask("reset", "snapshot")["own_data"] is False


def test_targets_that_no_sigmoid_reaches_are_pointed_out(page):
    page.send("load_data", text="1,2,30\n2,1,4\n")
    assert page.expect("notice")["message"] == (
        "The targets go from 4 to 30, but the sigmoid answers only between 0 and 1."
    )


def test_every_offered_table_can_be_used(page):
    for table in page.welcome["tables"]:
        edited(page, "use_data", name=table["name"])
    assert "choose one of" in refused(page, "use_data", name="nothing")


def test_shuffled_rows_are_the_same_rows(page):
    before = page.snapshot
    after = edited(page, "shuffle_rows")
    assert after["inputs"] != before["inputs"]
    assert sorted(zip(map(tuple, after["inputs"]), after["targets"], strict=True)) == sorted(
        zip(map(tuple, before["inputs"]), before["targets"], strict=True)
    )


def test_rows_that_are_all_alike_cannot_be_shuffled(page):
    edited(page, "load_data", text="1,0\n1,0\n")
    assert refused(page, "shuffle_rows") == "In any order these rows are the same."


def test_copies_that_cannot_be_are_refused(page):
    assert refused(page, "copy_rows", rows=10, noise=-1) == "noise must be 0 or more."
    assert page.step(1)["iteration"] == 1


def test_more_units_leave_fewer_rows_in_view(page):
    edited(page, "copy_rows", rows=200)
    snapshot = edited(page, "set_hidden_size", hidden_size=32)
    assert len(snapshot["inputs"]) == len(snapshot["frame"]["layers"][0]) < 100


def test_many_noisy_copies_train_with_the_same_lines(page):
    snapshot = edited(page, "copy_rows", rows="1,000", noise="0.05")
    assert snapshot["rows"] == 1000
    assert len(snapshot["inputs"]) < 1000
    assert snapshot["code"][-1]["text"] == page.snapshot["code"][-1]["text"]
    frame = page.step(20)
    assert len(frame["layers"][0]) == len(snapshot["inputs"])


def test_the_page_of_rows_turns_with_the_selected_one(page):
    edited(page, "copy_rows", rows=1000)
    snapshot = edited(page, "select_row", row=950)
    assert snapshot["first_row"] <= 950 < snapshot["first_row"] + len(snapshot["inputs"])
    assert snapshot["frame"]["first_row"] == snapshot["first_row"]
    assert page.step(1)["first_row"] == snapshot["first_row"]


def test_there_is_an_end_to_rows_and_columns(page, settings):
    most = settings.max_rows
    assert f"{most:,}" in refused(page, "copy_rows", rows=most + 1)
    assert f"up to {most:,}" in refused(page, "load_data", text="0,1\n" * (most + 2))


def test_a_timeline_holds_no_end_of_tables(page, monkeypatch):
    monkeypatch.setattr("app.workspace.MOST_CELLS", 20)
    page.step(1)
    edited(page, "use_data", name="or")
    edited(page, "use_data", name="and")
    assert "as many numbers as it can hold" in refused(page, "use_data", name="xor")
    assert page.step(1)["iteration"] == 2


def test_columns_are_correlated_with_the_target(page):
    assert page.snapshot["correlations"] == [0, 0, "NaN"]
    assert edited(page, "use_data", name="one-layer")["correlations"] == [1, 0, "NaN"]


# The program


def line_of(snapshot, key):
    return next(i for i, line in enumerate(snapshot["code"]) if line["key"] == key)


@pytest.mark.parametrize(
    ("key", "choice", "shown"),
    [
        ("sigmoid", "step", "np.heaviside"),
        ("l2_delta", "no-slope", "l2_delta = l2_error"),
        ("l1_delta", "no-slope", "l1_delta = l1_error"),
        ("syn1_update", "minus", "syn1 -= alpha"),
        ("syn0", "zeros", "np.zeros"),
        ("syn1", "equal", "np.full"),
        ("X", "no-ones", "[[0,0], [0,1], [1,0], [1,1]]"),
    ],
)
def test_a_switched_line_is_shown_and_mended(page, key, choice, shown):
    page.step(3)
    broken = edited(page, "switch_line", line=line_of(page.snapshot, key), choice=choice)
    assert shown in broken["code"][line_of(broken, key)]["text"]
    assert broken["broken"]
    mended = edited(page, "mend")
    assert not mended["broken"]
    assert mended["code"][line_of(mended, key)] == page.snapshot["code"][line_of(page.snapshot, key)]


def test_a_wrong_sign_makes_the_error_grow(page):
    page.step(1000)
    for key in ("syn0_update", "syn1_update"):
        edited(page, "switch_line", line=line_of(page.snapshot, key), choice="minus")
    before = page.step(1)["error"]
    assert page.step(100)["error"] > before


def test_the_step_is_named_as_what_stops_learning(page):
    snapshot = edited(page, "switch_line", line=line_of(page.snapshot, "sigmoid"), choice="step")
    assert snapshot["frame"]["why"]["kind"] == "step"


def test_what_cannot_be_switched_is_refused(page):
    assert "nothing that could be switched" in refused(page, "switch_line", line=0, choice="step")
    assert "can be one of sigmoid, step" in refused(page, "switch_line", line=1, choice="tanh")
    assert "nothing that could be switched" in refused(page, "switch_line", line=99, choice="x")
    assert "greater than or equal to 0" in refused(page, "switch_line", line=-1, choice="x")


# Inputs that are not taught


def test_tried_inputs_stay_until_they_are_forgotten(open_page):
    page = open_page()
    assert page.ask("try_inputs", "controls", values=["0,5", 1, 0])["tried"] == [[0.5, 1, 0]]
    again = open_page(session=page.welcome["session"])
    assert again.snapshot["controls"]["tried"] == [[0.5, 1, 0]]
    assert again.ask("forget_inputs", "controls", index=0)["tried"] == []


def test_inputs_that_do_not_fit_are_refused(page):
    assert refused(page, "try_inputs", values=[1]) == "This network has 3 inputs, and these are 1."
    assert "Input 2 must be an ordinary number" in refused(page, "try_inputs", values=[1, "NaN", 0])
    assert "any more" in refused(page, "forget_inputs", index=0)


# Comparing


def test_the_first_iteration_is_always_there_to_compare_with(page):
    page.step(4)
    first = page.ask("pin", "pins")["pins"][0]
    assert first["iteration"] == 0
    assert first["weights"] == page.snapshot["frame"]["weights"]


def test_a_pin_has_every_matrix_of_its_iteration(page):
    page.step(4)
    page.step(3)
    here = page.ask("pin", "pins")["pins"][1]
    past = page.ask("pin", "pins", iteration="4")["pins"][1]
    assert (past["iteration"], here["iteration"]) == (4, 7)
    assert past["error"] != here["error"]
    assert [len(past[part]) for part in ("layers", "sums", "errors", "deltas", "updates")] == [2] * 5
    assert [pin["iteration"] for pin in page.ask("unpin", "pins", iteration=4)["pins"]] == [0, 7]


def test_what_has_not_come_yet_cannot_be_pinned(page):
    page.step(4)
    assert refused(page, "pin", iteration=5) == "pin must be a whole number from 0 to 4."


def test_a_pin_remembers_the_data_of_its_time(page):
    page.step(2)
    page.ask("pin", "pins")
    snapshot = edited(page, "use_data", name="parity")
    assert [len(syn) for syn in snapshot["pins"][1]["weights"]] == [3, 4]
    assert [len(syn) for syn in snapshot["frame"]["weights"]] == [4, 4]


def test_a_pin_stays_what_it_was_whatever_becomes_of_the_run(page):
    pin = page.ask("pin", "pins")["pins"][1]
    snapshot = edited(page, "remove_column", column=1)  # before the first iteration: another recipe
    assert snapshot["pins"][1] == pin
    page.step(4)
    later = page.ask("pin", "pins")["pins"][2]
    page.ask("go_to_line", "controls", line=len(snapshot["code"]) - 9)
    while page.iteration > 2:
        page.send("step_line", back=True)
        page.read_until(lambda message: message["type"] in ("snapshot", "controls"))
    assert edited(page, "add_column")["pins"][2] == later


def test_the_past_is_told_by_unit_and_by_example(page):
    page.step(40)
    history = page.ask("look_back", "history", since=0)
    assert history["iterations"][:5] == [0, 1, 2, 3, 4]
    assert [len(line) for line in history["correlations"]] == [len(history["iterations"])] * 4
    assert [len(line) for line in history["errors"]] == [len(history["iterations"])] * 4
    later = page.ask("look_back", "history", since=20)
    assert later["iterations"] == [i for i in history["iterations"] if i >= 20]


# A crash


def test_everything_made_is_on_disk_and_comes_back(settings, client, open_page):
    page = open_page()
    page.step(5)
    edited(page, "set_cell", row=0, column=0, value=0.5)
    edited(page, "switch_line", line=line_of(page.snapshot, "l2_delta"), choice="no-slope")
    page.ask("try_inputs", "controls", values=[1, 2, 3])
    page.ask("pin", "pins")
    page.step(3)
    hub = client.app.state.hub
    client.portal.call(hub.saver.save, list(hub.sessions.values()))
    before = open_page(session=page.welcome["session"]).snapshot
    hub.sessions.clear()
    after = open_page(session=page.welcome["session"]).snapshot
    for name in ("inputs", "code", "marks", "pins"):
        assert json.dumps(after[name]) == json.dumps(before[name]), name
    assert after["frame"]["weights"] == before["frame"]["weights"]
    assert after["controls"]["tried"] == [[1, 2, 3]]
