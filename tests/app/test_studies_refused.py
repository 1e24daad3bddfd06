"""An absurd study is refused in one sentence, where it was typed; lists are read as people write them."""

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.refusal import Refusal
from app.settings import Settings
from app.studies.lists import once_each, typed_alphas, typed_sizes
from app.studies.reckoning import in_words
from app.studies.work import every
from tests.app.conftest import Page
from tests.app.studying import Lab

POSTS = ".001 .01 .1 1 10 100 1000"


@pytest.fixture(scope="module")
def lab():
    with TestClient(create_app(Settings(database=""))) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join()
        yield Lab(client, page)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (POSTS, (0.001, 0.01, 0.1, 1, 10, 100, 1000)),
        (".001 .01, 1; 10", (0.001, 0.01, 1, 10)),
        ("1,10,100", (1, 10, 100)),
        ("0.5,5", (0.5, 5)),
        ("0,5", (0.5,)),
        ("0,5 1,5; 2", (0.5, 1.5, 2)),
        ("1e-3\n1E2\t3", (0.001, 3, 100)),
        ("10 1 1.0 1", (1, 10)),
        (" 1, ", (1,)),
        ("", ()),
        ("  ", ()),
    ],
)
def test_alphas_are_read_as_people_write_them(typed, read):
    assert typed_alphas(typed, 100).numbers == read


@pytest.mark.parametrize(
    ("typed", "read"), [("4,8,16", (4, 8, 16)), ("4, 8", (4, 8)), ("32 4 4", (4, 32)), ("4.0", (4,)), ("", ())]
)
def test_hidden_sizes_are_read_as_people_write_them(typed, read):
    assert typed_sizes(typed, 64, 100).numbers == read


@pytest.mark.parametrize(
    ("typed", "repeated"),
    [
        ("1 1 1.0 2", ("1",)),
        ("1, 2, 1", ("1",)),
        ("0,1 0,5", ()),
        ("0,1 0,10", ("0,1",)),
        ("1e-3 2 .001 2", ("1e-3", "2")),
        ("", ()),
    ],
)
def test_what_was_typed_more_than_once_is_known_as_it_was_first_typed(typed, repeated):
    assert typed_alphas(typed, 100).repeated == repeated
    assert typed_sizes("8 4 4.0 2", 64, 100).repeated == ("4",)


def test_what_was_typed_more_than_once_is_said_as_people_say_it():
    assert once_each(()) == ""
    assert once_each(("4",)) == "4 was typed more than once, and is taken once."
    assert once_each((".1", "1", "4")) == ".1, 1 and 4 were typed more than once, and are taken once each."
    assert once_each("12345678").startswith("1, 2, 3, 4, 5 and 3 more were typed more than once,")
    assert once_each("123456").startswith("1, 2, 3, 4, 5 and 1 more were")
    assert once_each((f".{'1' * 99}",)) == f".{'1' * 39}… was typed more than once, and is taken once."


@pytest.mark.parametrize("typed", ["much", "1 two", "0", "-1", "−1", "nan", "inf", "1e-999", ".1.", "1/2", "0x1"])
def test_what_is_no_alpha_is_named(lab, typed):
    error = lab.refused("start_race", "alphas", alphas=typed)
    assert error["field"] == "alphas"
    assert error["message"].startswith("alphas must be positive numbers, such as ")
    assert f"“{typed.split()[-1]}” is not one." in error["message"]


@pytest.mark.parametrize("typed", ["1,5", "1,10 100", "1,000", "10 1,000"])
def test_a_comma_that_may_be_in_a_number_or_between_two_is_not_guessed_at(lab, typed):
    error = lab.refused("start_race", "alphas", alphas=typed)
    assert "could be one number or several" in error["message"]
    assert lab.refused("start_race", "sizes", hidden_sizes="1,000")["field"] == "hidden sizes"


@pytest.mark.parametrize("typed", ["0", "65", "4 1000000", "2.5", "four", "nan", "-3"])
def test_what_is_no_hidden_size_is_named(lab, typed):
    error = lab.refused("start_race", "sizes", hidden_sizes=typed)
    assert error["field"] == "hidden sizes"
    assert error["message"].startswith("hidden sizes must be whole numbers from 1 to 64")


@pytest.mark.parametrize("typed", ["1e999", "4 1e400"])
def test_what_is_too_large_for_a_number_is_told_so(lab, typed):
    for purpose in ("alphas", "sizes"):
        more = {"alphas" if purpose == "alphas" else "hidden_sizes": typed}
        said = f"“{typed.split()[-1]}” is too large a number: the largest is about 1.8e308."
        assert lab.refused("start_race", purpose, **more)["message"] == said


@pytest.mark.parametrize("typed", [",", "; ,", ",,,"])
def test_separators_alone_are_no_list(lab, typed):
    assert lab.refused("start_race", "rule", alphas=typed)["message"] == "There is no number in this list of alphas."


@pytest.mark.parametrize(
    ("verb", "purpose", "field"),
    [
        ("start_race", "alphas", "alphas"),
        ("start_race", "rule", "alphas"),
        ("start_sweep", "map", "alphas"),
        ("start_race", "sizes", "hidden sizes"),
        ("start_sweep", "success", "hidden sizes"),
    ],
)
def test_the_list_that_is_compared_must_not_be_empty(lab, verb, purpose, field):
    error = lab.refused(verb, purpose)
    assert error["field"] == field
    assert error["message"].startswith(f"There are no {field} to compare: type at least one, such as ")


def test_a_very_long_list_is_refused(lab):
    typed = " ".join(str(number) for number in range(1, 26))
    error = lab.refused("start_race", "alphas", alphas=typed)
    assert error["message"] == "These are 25 alphas, and at most 24 can be tried at once."
    quoted = lab.refused("start_race", "alphas", alphas="x" * 2000)["message"]
    assert len(quoted) < 200


@pytest.mark.parametrize("seeds", [0, -1, 1_000_000, "1,000,000", "many", "", 2.5, "NaN"])
def test_seeds_have_a_bound(lab, seeds):
    error = lab.refused("start_sweep", "luck", seeds=seeds)
    assert (error["field"], error["message"]) == ("seeds", "seeds must be a whole number from 1 to 10,000.")


@pytest.mark.parametrize("iterations", [0, -5, "soon", "", 2_000_000_000, "1.5"])
def test_iterations_have_a_bound(lab, iterations):
    for verb, purpose in (("start_race", "alphas"), ("start_sweep", "luck")):
        assert lab.refused(verb, purpose, alphas="1", iterations=iterations)["field"] == "iterations"


def test_too_many_runs_in_all_are_refused(lab):
    error = lab.refused("start_race", "rule", alphas=POSTS, hidden_sizes="1 2 3 4 5")
    assert (error["field"], "35 runs side by side, and the limit is 24" in error["message"]) == ("alphas", True)
    error = lab.refused("start_sweep", "map", alphas=POSTS, hidden_sizes="1 2 4 8", seeds=1000)
    assert error["field"] == "seeds"
    assert error["message"] == "This would be 28,000 runs in all, and the limit is 10,000: take fewer seeds."


def test_too_much_work_in_all_is_refused_with_how_much_it_would_be(lab):
    error = lab.refused("start_race", "alphas", alphas=POSTS, iterations="1,000,000,000")
    assert error["field"] == "iterations"
    assert error["message"].startswith("This would take about 22 minutes of computing, and the limit is 5 minutes")
    lab.page.ask("copy_rows", "snapshot", rows=10_000, noise=0.1)
    error = lab.refused("start_sweep", "luck", seeds=1000)
    lab.page.ask("undo", "snapshot")
    assert error["field"] == "seeds"
    assert "about 80 minutes of computing" in error["message"]


def test_a_network_without_hidden_layer_has_no_sizes_to_compare(lab):
    lab.page.ask("choose_experiment", "snapshot", experiment="two-weights")
    error = lab.refused("start_race", "alphas", alphas="1", hidden_sizes="4")
    assert error["message"] == (
        "This network has no hidden layer: leave the hidden sizes empty, or try the posts' XOR."
    )
    error = lab.refused("start_sweep", "success", seeds=3)
    assert error["message"] == ("This network has no hidden layer, so it has no sizes to compare: try the posts' XOR.")
    lab.page.ask("choose_experiment", "snapshot", experiment="xor")


def test_there_is_no_such_study(lab):
    for verb, more in (("cancel_study", {}), ("delete_study", {}), ("open_from_study", {"alpha": 1, "seed": 1})):
        lab.page.send(verb, study=99, **more)
        assert lab.page.expect("error")["message"] == "There is no experiment 99 here."
    answer = lab.ask(99)
    assert (answer.status_code, answer.json()["message"]) == (404, "There is no experiment 99 here.")
    assert lab.client.get("/-/studies/x").status_code == 404


def test_times_are_said_as_people_say_them():
    assert [in_words(seconds) for seconds in (7, 119, 300, 7200, 1e6, 1e9, 1e15)] == [
        "7 seconds", "119 seconds", "5 minutes", "2 hours", "12 days", "32 years", "31,709,792 years",
    ]  # fmt: skip


def test_the_table_of_a_race_has_round_numbers_and_few_rows():
    assert [every(iterations) for iterations in (1, 11, 6_000, 20_000, 200_000, 200_001, 10**9)] == [
        1, 1, 1_000, 10_000, 10_000, 20_000, 100_000_000,
    ]  # fmt: skip


def test_a_text_that_is_too_long_is_no_message(lab):
    lab.page.send("start_race", purpose="alphas", alphas="1 " * 1001)
    assert lab.page.expect("error")["code"] == "bad_message"


def test_refusals_name_the_field():
    with pytest.raises(Refusal) as refused:
        typed_sizes("a b", 64, 9)
    assert refused.value.field == "hidden sizes"


def test_what_was_typed_more_than_once_is_told_with_the_number_of_the_asking(lab):
    row = lab.race(alphas="1 .1 1.0", hidden_sizes="4 2 4", iterations=10, asking=2**53 - 1)
    assert (row["asking"], row["title"]) == (2**53 - 1, "2 alphas × 2 hidden sizes × 10 iterations")
    assert row["taken"] == "1 and 4 were typed more than once, and are taken once each."
    row = lab.sweep("map", alphas="1 .1", hidden_sizes="2 4", seeds=1, iterations=10)
    assert (row["asking"], row["taken"]) == (None, "")
    row = lab.sweep("map", alphas="2 2", hidden_sizes="2 2", seeds=1, iterations=10)
    assert row["taken"] == "2 was typed more than once, and is taken once."
