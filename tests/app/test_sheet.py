"""Reading tables as people paste them."""

import pytest

from app.refusal import Refusal
from app.sheet import read


def rows(text, present=(3, 1)):
    change = read(text, present, (1000, 32, 8))
    return [list(inputs) + list(targets) for inputs, targets in zip(change.inputs, change.targets, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "0.5,1,0\n1,-2e3,1\n",
        "0.5, 1, 0\r\n1, -2e3, 1",
        "\ufeff0.5;1;0\n1;-2e3;1\n",
        "0,5;1;0\n1;-2000;1\n\n",
        "0,5\t1\t0\n1\t\u22122000\t1",
        "0.5 1 0\n1   -2000 1",
        "a,b,c\n0.5,1,0\n1,-2000,1",
        '"height in m","b","y"\n"0.5","1","0"\n1,-2000,1',
        "\n\n0.5,1,0\n\n1,-2000,1\n,,\n",
    ],
)
def test_the_ways_in_which_people_write_tables(text):
    assert rows(text) == [[0.5, 1, 0], [1, -2000, 1]]


def test_headings_become_names():
    change = read("height;weight;y\n1;2;0\n", (3, 1), (10, 10, 8))
    assert change.columns == ("height", "weight")


def test_several_targets_are_known_by_their_headings():
    change = read("a,y1,y2\n1,0,1\n", (3, 1), (10, 10, 8))
    assert (change.inputs, change.targets) == (((1,),), ((0, 1),))


def test_a_table_as_wide_as_the_data_is_divided_like_it():
    change = read("1,0,1,1\n", (2, 2), (10, 10, 8))
    assert change.targets == ((1, 1),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing in this table: paste rows of numbers, the answer in the last column."),
        (" \n;;\n", "There is nothing in this table: paste rows of numbers, the answer in the last column."),
        ("0,1\n1,0,1\n", "Row 2 has 3 columns, and the first has 2 columns."),
        ("a,b\n1,0\n1\n", "Row 3 has 1 column, and the first has 2 columns."),
        ("0,1\n1,dog\n", "Row 2, column 2 is no number: “dog”."),
        ("0,1\n1,NaN\n", "Row 2, column 2 is no number: “NaN”."),
        ("0,inf\n", "Row 1, column 2 is no number: “inf”."),
        ("0,1\n1,1e400\n", "Row 2, column 2 is larger than any number a computer can hold."),
        ("0,1\n,1\n", "Row 2, column 1 is empty: every cell needs a number."),
        ("a,1\n0,1\n", "Row 1, column 1 is no number: “a”."),
        ("a,b\n", "This table has headings but no row of numbers under them."),
        ("1\n2\n", "This table has one column: it takes at least one input, and the answer in the last column."),
        ("1,2\n" * 1001, "This table has 1,001 rows, and this lab takes up to 1,000."),
        ("1,2\n" * 1_000_000, "This table has 1,000,000 rows, and this lab takes up to 1,000."),
        (",".join("1" * 40), "This table has 39 input columns, and this lab takes up to 32."),
        (
            "a," + ",".join(["y"] * 9) + "\n" + ",".join("1" * 10),
            "This table has 9 target columns, and this lab takes up to 8.",
        ),
        ('"1,2\n', "Row 1 can't be read: is a quotation mark missing?"),
    ],
)
def test_the_first_fault_is_named_by_row_and_column(text, sentence):
    with pytest.raises(Refusal) as refusal:
        rows(text)
    assert refusal.value.message == sentence
