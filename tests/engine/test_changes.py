"""What can be done to data, and what is refused in a sentence that counts as people do."""

import json

import numpy as np
import pytest

from engine import (
    AddColumn,
    AddRow,
    Copies,
    Data,
    Recipe,
    RemoveColumn,
    RemoveRow,
    Replace,
    SetCell,
    Shuffle,
    change_from_dict,
)

XOR = Recipe.named("xor").data
NAMED = Data(((1.0, 2.0), (3.0, 4.0)), ((0.0,), (1.0,)), ("height", "weight"))

CHANGES = [
    SetCell(3, 1, -0.25),
    AddRow((1, 2, 3, 0)),
    AddRow((1, 2, 3, 0), at=0),
    RemoveRow(2),
    AddColumn(),
    AddColumn(0.5, "half", at=1),
    RemoveColumn(2),
    Replace(((1, 2),), ((0, 1, 1),), ("a", "b")),
    Shuffle(7),
    Copies(1000, 0.1, 7),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.kind)
def test_a_change_survives_a_journey_through_json_and_does_the_same_again(change):
    again = change_from_dict(json.loads(json.dumps(change.to_dict())))
    assert again == change
    assert again.apply(XOR) == change.apply(XOR)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.kind)
def test_what_a_change_makes_is_sound_and_the_old_data_stay(change):
    changed = change.apply(XOR)
    assert changed == Data(changed.inputs, changed.targets, changed.columns)
    assert Recipe.named("xor").data == XOR
    assert len(change.sources(3)) == changed.n_inputs


def test_a_cell_is_an_input_or_beyond_them_a_target():
    assert SetCell(1, 2, 5).apply(XOR).inputs[1] == (0.0, 1.0, 5.0)
    assert SetCell(1, 3, 5).apply(XOR).targets == ((0.0,), (5.0,), (1.0,), (0.0,))


def test_minus_zero_is_zero():
    assert str(SetCell(0, 0, -0.0).apply(XOR).X[0, 0]) == "0.0"
    assert str(Data(((-0.0,),), ((1.0,),)).X[0, 0]) == "0.0"


def test_a_row_comes_last_or_where_it_is_asked_for():
    assert AddRow((7, 8, 9, 1)).apply(XOR).inputs[4] == (7.0, 8.0, 9.0)
    first = AddRow((7, 8, 9, 1), at=0).apply(XOR)
    assert (first.inputs[0], first.targets[0], first.inputs[1:]) == ((7.0, 8.0, 9.0), (1.0,), XOR.inputs)


def test_columns_keep_their_names():
    assert XOR.names == ("x1", "x2", "x3")
    assert AddColumn(name="ones").apply(XOR).names == ("x1", "x2", "x3", "ones")
    assert AddColumn(at=1).apply(NAMED).names == ("height", "x2", "weight")
    assert RemoveColumn(0).apply(NAMED).names == ("weight",)
    assert RemoveColumn(3).apply(AddColumn(name="ones").apply(XOR)) == XOR


def test_a_change_of_columns_knows_where_each_came_from():
    assert AddColumn().sources(2) == (0, 1, None)
    assert AddColumn(at=0).sources(2) == (None, 0, 1)
    assert RemoveColumn(1).sources(3) == (0, 2)
    assert Replace(((1, 2, 3),), ((0,),)).sources(2) == (0, 1, None)
    assert SetCell(0, 0, 1).sources(2) == (0, 1)


def test_shuffled_rows_are_the_same_rows_in_the_same_other_order():
    shuffled = Shuffle(3).apply(XOR)
    assert shuffled != XOR
    pairs = set(zip(shuffled.inputs, shuffled.targets, strict=True))
    assert pairs == set(zip(XOR.inputs, XOR.targets, strict=True))
    assert Shuffle(4).apply(XOR) != shuffled


def test_copies_leave_the_originals_the_ones_and_the_targets_as_they_are():
    data = Copies(1002, 0.05, 1).apply(XOR)
    assert data.n_rows == 1002
    assert data.inputs[:4] == XOR.inputs
    assert (data.X[:, 2] == 1).all()
    assert data.targets == (XOR.targets * 251)[:1002]
    noise = data.X[4:, :2] - np.tile(XOR.X[:, :2], (250, 1))[:998]
    assert noise.std() == pytest.approx(0.05, rel=0.1)
    assert abs(noise.mean()) < 0.01


def test_copies_without_noise_are_exact_and_more_of_them_begin_like_fewer():
    assert Copies(8, 0, 1).apply(XOR).inputs == XOR.inputs * 2
    assert Copies(90, 0.3, 1).apply(XOR).inputs == Copies(100, 0.3, 1).apply(XOR).inputs[:90]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (SetCell(4, 0, 1), "There is no row 5: the rows are 1 to 4."),
        (SetCell(0, 4, 1), "There is no column 5: the columns are 1 to 4, the targets last."),
        (SetCell(-1, 0, 1), "There is no row 0: the rows are 1 to 4."),
        (AddRow((1, 2)), "A row needs 4 numbers, the targets last; this one has 2."),
        (AddRow((1, 2, 3, 4), at=5), "A new row can be number 1 to 5, not 6."),
        (RemoveRow(9), "There is no row 10: the rows are 1 to 4."),
        (AddColumn(at=4), "A new input column can be number 1 to 4, not 5."),
        (RemoveColumn(3), "There is no input column 4: there are 3."),
        (Copies(3, 0, 1), "There are 4 rows already, so with copies there are no fewer."),
        (Copies(99, 1e308, 1), "So much noise gives numbers past the largest one that a computer can hold."),
    ],
)
def test_what_does_not_fit_the_data_is_refused(change, sentence):
    with pytest.raises(ValueError) as refusal:
        change.apply(XOR)
    assert str(refusal.value) == sentence


def test_the_last_row_and_the_last_input_column_stay():
    single = Data(((1.0,),), ((0.0,),))
    with pytest.raises(ValueError, match="The data needs at least one row, so the last one stays"):
        RemoveRow(0).apply(single)
    with pytest.raises(ValueError, match="The data needs at least one input column, so the last one stays"):
        RemoveColumn(0).apply(single)


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({"kind": "set_cell", "row": 1, "column": 2, "value": float("nan")}, "Row 2, column 3 must be a finite number"),
        ({"kind": "set_cell", "row": 1, "column": 2, "value": "1"}, "Row 2, column 3 must be a finite number"),
        ({"kind": "set_cell", "row": 1.5, "column": 2, "value": 1}, "row must be a whole number"),
        ({"kind": "set_cell", "row": 1}, "set_cell is described by row, column, value"),
        ({"kind": "add_row", "values": [1, None]}, "Column 2 of the new row must be a finite number"),
        ({"kind": "add_column", "name": 3}, "must be a text"),
        ({"kind": "copies", "rows": 9, "noise": -1, "seed": 1}, "noise must be 0 or more"),
        ({"kind": "shuffle", "seed": -1}, "seed must be a whole number"),
        ({"kind": "replace", "inputs": [[1, 2], [3, "x"]], "targets": [[1], [0]]}, "one in row 2 is none"),
        ({"kind": "replace", "inputs": [[1, 2]], "targets": [[float("inf")]]}, "row 1, column 3 is none"),
        ({"kind": "replace", "inputs": [[1, 2], [3]], "targets": [[1], [0]]}, "row 2 has not"),
        ({"kind": "replace", "inputs": [[1]], "targets": [[1]], "columns": ["a", "b"]}, "2 names for 1 input columns"),
        ({"kind": "explode"}, "'explode' is nothing that can be done to data"),
    ],
)
def test_what_is_no_change_is_refused(document, sentence):
    with pytest.raises(ValueError, match=sentence):
        change_from_dict(document)
