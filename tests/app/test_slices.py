"""A page that does not hold all rows asks the server for the error along one weight."""

import asyncio

import numpy as np
import pytest

from app import slices
from app.metrics import Metrics
from app.routes import SESSION
from app.session import Session
from app.settings import Settings
from app.tempo import Tempo
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


def test_a_session_that_asks_for_many_holds_up_no_other(monkeypatch):
    cut, sliced = [], slices.slice_through

    def noted(data, sizes, *rest):
        cut.append(sizes[1])
        return sliced(data, sizes, *rest)

    async def story():
        monkeypatch.setattr(slices, "slice_through", noted)
        sessions = []
        for size in (4, 5):
            session = Session(str(size), Settings(database=""), lambda job: None, Tempo(60), Metrics())
            session.open(Recipe.named("xor", hidden_size=size))
            sessions += [session] * (9 if size == 4 else 1)
        await asyncio.gather(*(slices.slice_of(session, 0, 0, 0, -1, 1) for session in sessions))

    asyncio.run(story())
    assert sorted(cut) == [4] * 9 + [5]
    assert 5 in cut[:2]


def test_it_is_nobody_elses_business(client):
    assert client.get("/-/slice?synapse=0&row=0&column=0").status_code == 404


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("synapse=0&column=0", "The address has no “row”, and needs one."),
        ("synapse=0&row=1.5&column=0", "“row” in the address is not a whole number."),
        ("synapse=0&row=1&column=x", "“column” in the address is not a whole number."),
        ("synapse=0&row=1&column=0&low=far", "“low” in the address is not a number."),
        ("", "The address has no “synapse”, and needs one."),
    ],
)
def test_an_address_that_cannot_be_read_is_refused_as_all_else(client, query, sentence):
    answer = client.get(f"/-/slice?{query}")
    assert (answer.status_code, answer.json()) == (
        422,
        {"type": "error", "code": "http_422", "message": sentence, "field": None, "request": None},
    )
