"""A page that does not hold all rows asks the server for the error along one weight."""

import numpy as np
import pytest

from app.routes import SESSION
from engine import Recipe, Run, error_slice


@pytest.fixture
def ask(client):
    def ask(page, **where):
        place = {"synapse": 0, "row": 0, "column": 0} | where
        return client.get("/-/slice", params=place, headers={SESSION: page.welcome["session"]})

    return ask


def test_a_slice_is_of_all_rows_and_of_the_weights_of_its_iteration(open_page, ask):
    page = open_page()
    page.step(30)
    answer = ask(page, row=1, column=2).json()
    run = Run(Recipe.named("xor"))
    run.advance(30)
    vector = np.concatenate([syn.ravel() for syn in run.weights])
    assert (answer["run"], answer["iteration"]) == (page.snapshot["run"], 30)
    assert answer["places"][:2] == [-10.0, -9.8]
    np.testing.assert_allclose(answer["errors"], error_slice(run.recipe, vector, 6, answer["places"]), atol=1e-14)
    assert answer["here"][:2] == [vector[6], pytest.approx(run.error)]
    assert answer["slopes"][1] == pytest.approx(-run.look().updates[0][1, 2])


def test_of_thousands_of_rows_too(open_page, ask):
    page = open_page()
    page.ask("copy_rows", "snapshot", rows=5000, noise=0.1)
    answer = ask(page, synapse=1, low=-1, high=1)
    assert answer.status_code == 200
    assert answer.json()["here"][1] == pytest.approx(page.ask("step", "frame")["error"], abs=0.05)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ({"synapse": 2}, "no such weight"),
        ({"row": -1}, "no such weight"),
        ({"low": 3, "high": 3}, "from a low weight to a higher one"),
        ({"low": "nan"}, "from a low weight to a higher one"),
        ({"high": 1e300}, "between −1,000,000 and 1,000,000"),
    ],
)
def test_what_cannot_be_cut_is_refused_in_words(open_page, ask, where, sentence):
    answer = ask(open_page(), **where)
    assert answer.status_code == 409
    assert sentence in answer.json()["message"]


def test_it_is_nobody_elses_business(client):
    assert client.get("/-/slice?synapse=0&row=0&column=0").status_code == 404
