"""What a page fetches of its own session: the error surface of its data, and the data as a file."""

import base64

import numpy as np
import pytest

SESSION = "Eleven-Lines-Session"


@pytest.fixture
def headers(page):
    return {SESSION: page.welcome["session"]}


def heights(answer):
    packed = answer.json()["data"][0]["z"]
    return np.frombuffer(base64.b64decode(packed["bdata"]), dtype=packed["dtype"])


def test_the_surface_is_that_of_the_data_in_view(client, page, headers):
    posts = client.get("/-/figures/error-contour.json")
    page.ask("choose_experiment", "snapshot", experiment="two-weights")
    assert np.array_equal(heights(client.get("/-/figures/error-contour.json", headers=headers)), heights(posts))
    page.ask("set_cell", "snapshot", row=0, column=2, value=1)
    assert not np.array_equal(heights(client.get("/-/figures/error-contour.json", headers=headers)), heights(posts))


def test_a_network_of_more_weights_has_no_surface(client, headers):
    answer = client.get("/-/figures/error-mesh.json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "http_409")


def test_the_data_comes_as_a_file_and_goes_back_as_it_was(client, page, headers):
    before = page.ask("copy_rows", "snapshot", rows=300, noise="0.3")
    text = client.get("/-/data.csv", headers=headers).text
    assert text.splitlines()[0] == "x1,x2,x3,y"
    assert len(text.splitlines()) == 301
    after = page.ask("load_data", "snapshot", text=text)
    assert after["inputs"] == before["inputs"]


def test_a_session_that_is_not_there_is_not_found(client):
    assert client.get("/-/data.csv").status_code == 404
    assert client.get("/-/data.csv", headers={SESSION: "x" * 1000}).status_code == 404
