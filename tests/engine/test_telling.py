"""What Python and a notebook show of a run: readable, small, safe, and never a change."""

import re
from base64 import b64decode
from xml.etree import ElementTree

import numpy as np
import pytest

from engine import AddRow, Copies, Edit, Recipe, Replace, Run, error_curves
from engine.axes import Axes
from engine.picture import Curve, curves
from engine.telling import edit_line, look_text, matrix_text


def trained(name="xor", iterations=600, **settings):
    run = Run(Recipe.named(name, **settings))
    run.advance(iterations)
    return run


def crowd():
    """A wide network on thousands of rows with hundreds of edits."""
    data = Copies(10_000, 0.1, 1).apply(Recipe.named("xor").data)
    recipe = Recipe.named("xor", hidden_size=64).with_data(data)
    return Run(recipe, [Edit(i, "alpha", 1 + i / 7) for i in range(500)])


def parsed(markup):
    """The markup as a tree, with the pictures in it: it must be well-formed."""
    tree = ElementTree.fromstring(f"<all>{markup}</all>")
    for image in tree.iter("img"):
        image.append(ElementTree.fromstring(b64decode(image.get("src").removeprefix("data:image/svg+xml;base64,"))))
    return tree


def test_a_run_says_in_one_line_where_it_stands():
    assert repr(trained()) == "Run(xor, hidden size 4, alpha 1, seed 1, iteration 600, error 0.076357)"
    assert repr(trained("two-weights", 0, seed=3)).startswith("Run(two-weights, alpha 1, seed 3, iteration 0, error 0.")
    assert repr(Recipe.named("xor", alpha=0.5)) == "Recipe(xor, 4 rows, 3 → 4 → 1 units, alpha 0.5, seed 1)"
    assert repr(crowd().data) == "Data(10,000 × 3 inputs x1, x2, x3, 1 targets)"


def test_a_look_prints_every_matrix_with_its_shape_and_its_numbers_in_line():
    text = repr(Run(Recipe.named("xor")).look())
    names = re.findall(r"(\w+) \((\d+) × (\d+)\)", text)
    assert {name: (int(rows), int(columns)) for name, rows, columns in names} == {
        "l0": (4, 3), "l1_sum": (4, 4), "l1": (4, 4), "l2_sum": (4, 1), "l2": (4, 1), "l2_error": (4, 1),
        "l2_delta": (4, 1), "l1_error": (4, 4), "l1_delta": (4, 4), "syn1_update": (4, 1), "syn0_update": (3, 4),
    }  # fmt: skip
    assert max(map(len, text.splitlines())) <= 100
    assert "mean |error| 0.49641" in text


def test_numbers_of_a_matrix_are_aligned_whatever_they_are():
    lines = matrix_text("m", np.array([[1.5, -200.25], [np.nan, np.inf], [0.0, -0.0]]))
    assert lines == ["m (3 × 2)      ", "   1.50 -200.25", "    NaN       ∞", "      0       0"]
    assert matrix_text("m", np.array([[1e-30], [0.0]]))[1:] == ["1.0000e-30", "         0"]
    assert matrix_text("m", np.array([[3.0, -1.0]]))[1].rstrip() == " 3 -1"
    assert matrix_text("m", np.full((2, 1), np.nan))[1].rstrip() == "NaN"


def test_large_matrices_are_folded_and_say_what_is_hidden():
    lines = matrix_text("l1", np.arange(100_000.0).reshape(1000, 100))
    assert len(lines) == 10
    assert "… 992 rows, 92 columns more" in lines[7]
    assert lines[1].split() == ["0", "1", "2", "3", "4", "5", "…", "98", "99"]
    assert lines[-1].split()[-1] == "99999"
    run = crowd()
    assert len(look_text(run.look())) < 12_000
    assert "9,992 rows, 56 columns more" in run.look()._repr_html_()


def test_what_a_notebook_shows_is_sound_markup_and_stays_small():
    for run in (trained(), trained("two-weights"), trained("one-layer", 0), trained(alpha=1e300), crowd()):
        run.set(alpha=2)
        for shown in (run, run.look(), run.recipe):
            markup = shown._repr_html_()
            assert len(markup) < 50_000
            assert {element.tag for element in parsed(markup).iter()}.isdisjoint({"script", "style", "link", "iframe"})


def test_a_card_tells_the_timeline_in_words():
    run = Run(trained().recipe, [Edit(5, "alpha", 4.0), Edit(9, "data", AddRow((1, 1, 0, 1))), Edit(99, "alpha", 2.0)])
    run.advance(10)
    items = [item.text for item in parsed(run._repr_html_()).iter("li")]
    assert items == [
        "at 5: alpha=4",
        "at 9: data=AddRow(values=(1.0, 1.0, 0.0, 1.0), at=None)",
        "at 99: alpha=2 (waits)",
    ]
    assert "492 edits more" in crowd()._repr_html_()
    table = Replace([[1, 2]] * 300, [[1]] * 300)
    assert edit_line(Edit(0, "data", table)) == "data=Replace(300 rows)"
    assert repr(Edit(0, "weights", (1.0,) * 16)) == "Edit(0, weights=(16 numbers))"
    assert [repr(Edit(600, "alpha", alpha)) for alpha in (10, 1 / 3)] == [
        "Edit(600, alpha=10)",
        "Edit(600, alpha=0.3333333333333333)",
    ]


def test_names_that_people_gave_are_shown_as_text():
    recipe = Recipe('<script>"&', [[1, 0]], [[1]], columns=("<b>", "</td>"))
    run = Run(recipe)
    for markup in (run._repr_html_(), recipe._repr_html_(), str(error_curves({"</svg><script>": run}))):
        assert not [element.tag for element in parsed(markup).iter() if element.tag.endswith("script")]
    assert [cell.text for cell in parsed(recipe._repr_html_()).iter("th")] == ["<b>", "</td>", "y"]


def test_the_error_curve_is_drawn_to_where_the_run_is():
    fast, slow = trained(alpha=10, iterations=60_000), trained(iterations=60_000)
    picture = error_curves({"fast": fast, "slow": slow})
    ends = [end.attrib for end in parsed(str(picture)).iter("{http://www.w3.org/2000/svg}circle")]
    assert float(ends[0]["cy"]) > float(ends[1]["cy"])  # further down is a smaller error
    assert ends[0]["cx"] == ends[1]["cx"]
    assert len(str(picture)) < 30_000
    assert repr(picture) == "Picture(The error curves of fast, slow, on logarithmic axes)"


def test_a_curve_without_a_number_is_still_a_picture():
    nothing = trained(alpha=1e308, iterations=30)
    nothing.set(weights=[1e308] * 16)
    nothing.advance(5)
    assert "nan" not in str(error_curves({"": nothing}))
    assert parsed(nothing._repr_html_()) is not None


def test_the_largest_errors_and_the_smallest_are_drawn_with_labels():
    for target, labels in ((1.5e308, {"1e308", "1e309"}), (5e-324, {"0.1", "1"})):
        run = Run(Recipe("xor", [[1.0, 0, 0]], [[target]], hidden_sizes=(4,)))
        run.advance(3)
        texts = {element.text for element in parsed(run._repr_html_()).iter("{http://www.w3.org/2000/svg}text")}
        assert labels <= texts
    assert "1e−324" in curves([Curve([1, 2], [5e-324, 1e-323])])


def test_what_moves_slowly_is_thinned_and_not_cut_short():
    axes = Axes((0, 0, 100, 100), 100, [1, 10])
    iterations = range(1, 101)
    (bent,) = axes.parts(iterations, [10 ** (0.5 + abs(i - 50) / 100) for i in iterations], apart=1)
    assert 20 < len(bent) < 90
    assert max(y for _, y in bent) == pytest.approx(axes.place(50, 10**0.5)[1], abs=1)
    assert (bent[0], bent[-1]) == (axes.place(1, 10**0.99), axes.place(100, 10.0))


def test_showing_never_changes_a_bit():
    run = trained()
    digest = run.digest
    _ = repr(run), run._repr_html_(), repr(run.look()), run.look()._repr_html_(), error_curves({"": run}), run.link()
    assert run.digest == digest


def test_the_error_curve_comes_as_arrays():
    iterations, errors = trained().curve.arrays()
    assert (iterations.dtype, errors.dtype) == (np.int64, np.float64)
    assert (iterations.tolist(), errors.tolist()) == trained().curve.points()


def test_a_branch_shares_the_past_and_leaves_the_run_as_it_is():
    run = Run(Recipe.named("xor"), [Edit(900, "alpha", 3.0)])
    run.advance(600)
    digest, timeline = run.digest, list(run.timeline)
    branch = run.branch(alpha=10, hidden_size=6)
    assert branch.curve.points() == run.curve.points()
    assert [edit.iteration for edit in branch.timeline] == [600, 600]  # nothing waits in it
    branch.advance(1000)
    assert (run.digest, run.timeline, run.iteration) == (digest, timeline, 600)
    replayed = Run(branch.recipe, branch.timeline)
    replayed.advance(1600)
    assert replayed.digest == branch.digest
    with pytest.raises(ValueError, match="positive number"):
        run.branch(alpha=0)
