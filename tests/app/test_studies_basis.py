"""A page can tell whether a study is of the run in view: number by number of its data, and line by line."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.studies.basis import basis_of
from engine import Recipe
from engine.changes import AddColumn, SetCell
from engine.rules import Rules
from tests.app.conftest import Page
from tests.app.studying import Lab

XOR = Recipe.named("xor")


@pytest.fixture
def lab(client, page):
    return Lab(client, page)


def asked(lab, **what):
    """What is said of a small study to be of."""
    return lab.sweep(seeds=1, iterations=1, **what)["basis"]


def edited(page, verb, **fields):
    return page.ask(verb, "snapshot", **fields)["basis"]


def line_of(snapshot, key):
    return next(i for i, line in enumerate(snapshot["code"]) if line["key"] == key)


def test_what_the_posts_claim_is_of_their_data_alone(lab):
    assert lab.sweep(purpose="success", hidden_sizes="2 3", seeds=1, iterations=1)["is_posts"]
    edited(lab.page, "set_cell", row=2, column=0, value=0.5)
    assert not lab.sweep(seeds=1, iterations=1)["is_posts"]
    assert lab.sweep(of="post", seeds=1, iterations=1)["is_posts"]


@pytest.mark.parametrize("iteration", [0, 5])
def test_one_number_makes_it_another_until_it_is_typed_back(lab, iteration):
    page = lab.page
    if iteration:
        page.step(iteration)
    first = page.snapshot["basis"]
    assert asked(lab) == first
    other = edited(page, "set_cell", row=2, column=0, value=0.5)
    assert asked(lab) == other != first
    assert edited(page, "set_cell", row=2, column=0, value="1.0") == first
    assert [study.row().basis for study in lab.session.studies] == [first, other]


@pytest.mark.parametrize("key", ["sigmoid", "X", "syn0", "l2_delta", "l1_delta", "syn1_update", "syn0_update"])
def test_a_switched_line_makes_it_another_until_it_is_mended(lab, key):
    page = lab.page
    page.step(3)
    line = line_of(page.snapshot, key)
    choice = page.snapshot["code"][line]["choices"][1]["name"]
    other = edited(page, "switch_line", line=line, choice=choice)
    assert asked(lab) == other != page.snapshot["basis"]
    assert edited(page, "mend") == page.snapshot["basis"]


def test_what_all_lines_can_do_is_told_apart():
    recipes = [XOR.with_data(AddColumn(value).apply(XOR.data)) for value in (0, 1)]
    recipes += [XOR.with_settings(start=start) for start in ("random", "zeros", "equal")]
    rules = [Rules("step"), Rules(slopeless=[1]), Rules(slopeless=[2]), Rules(flipped=[0]), Rules(flipped=[0, 1])]
    recipes += [XOR.with_settings(rules=rule) for rule in rules]
    recipes += [XOR.with_data(SetCell(row, 3, 0.5).apply(XOR.data)) for row in range(4)]
    assert len({basis_of(recipe) for recipe in recipes}) == len(recipes)


def test_alpha_the_hidden_size_and_the_seed_are_no_part_of_it(page):
    page.step(2)
    page.ask("set_alpha", "edit_applied", alpha=3)
    page.ask("set_hidden_size", "edit_applied", hidden_size=7)
    assert edited(page, "set_seed", seed=9) == page.snapshot["basis"]


def test_only_the_first_hidden_layer_has_a_size_that_is_no_part_of_it():
    deep = [basis_of(replace(XOR, hidden_sizes=sizes)) for sizes in ((4, 3), (8, 3), (4, 2), (4,))]
    assert deep[0] == deep[1]
    assert len(set(deep)) == 3


def test_the_same_numbers_have_the_same_however_they_were_come_by(lab):
    page = lab.page
    text = "cause;or;one;effect\n0;0;1;0\n0;1;1;1\n1;0;1;1\n1;1;1;0\n"
    assert edited(page, "load_data", text=text) == page.snapshot["basis"]
    assert asked(lab, of="post", alphas="1", hidden_sizes="4") == page.snapshot["basis"]
    assert edited(page, "shuffle_rows") != page.snapshot["basis"]
    assert edited(page, "use_data", name="xor") == page.snapshot["basis"]
    assert edited(page, "copy_rows", rows=8, noise=0) != page.snapshot["basis"]


def test_numbers_in_other_places_are_others():
    """Four by one is not two by two, nor is a target an input."""
    tables = [([[0, 1], [1, 1]], [[0], [1]]), ([[0], [1]], [[1, 0], [1, 1]]), ([[0, 1, 1]], [[1, 0, 1]])]
    assert len({basis_of(Recipe("own", inputs=inputs, targets=targets)) for inputs, targets in tables}) == 3


def test_where_the_page_stands_decides_which_it_is(page):
    page.step(4)
    edited(page, "set_cell", row=0, column=0, value=2)
    page.step(4)
    assert edited(page, "go_to", iteration=2) == page.snapshot["basis"]


def test_a_run_that_is_opened_from_a_study_is_of_it(lab):
    page = lab.page
    edited(page, "set_cell", row=1, column=1, value=0.1)
    basis = asked(lab)
    edited(page, "load_data", text="1,0\n0,1\n")
    page.send("open_from_study", study=1, alpha=1, hidden_size=4, seed=1)
    assert page.expect("snapshot")["basis"] == basis


def test_both_are_what_they_were_when_the_lab_has_started_again(settings):
    def lab_of(client, socket, session=None):
        page = Page(socket)
        page.snapshot = page.join(session=session)
        return Lab(client, page)

    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        lab = lab_of(client, socket)
        lab.page.step(3)
        edited(lab.page, "copy_rows", rows=40, noise=0.3)
        line = line_of(lab.page.snapshot, "syn0_update")
        basis = edited(lab.page, "switch_line", line=line, choice="minus")
        assert asked(lab) == basis
        lab.until("done")
        name = lab.session.name
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        lab = lab_of(client, socket, name)
        assert lab.page.snapshot["basis"] == lab.studies()[0]["basis"] == basis
        assert edited(lab.page, "mend") != basis


def test_many_rows_are_read_once_for_the_run_and_its_studies(lab):
    """A digest of the largest table takes milliseconds; the rows, and so what is known of them, are shared."""
    edited(lab.page, "copy_rows", rows=500, noise=0.2)
    asked(lab)
    asked(lab, alphas="3")
    data = lab.session.workspace.run.data
    assert "digest" in vars(data)
    assert all(study.asked.recipe.data is data for study in lab.session.studies)
