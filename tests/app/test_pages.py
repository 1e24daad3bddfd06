"""The page, its files, and the headers that protect it."""

import re

import pytest

from app.headers import CONTENT_SECURITY_POLICY


def test_health_is_answered_when_the_lab_can_serve(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["saves"] is True


def test_the_page_loads_nothing_from_elsewhere(client):
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert loaded
    assert all(address.startswith(("/", "#")) for address in loaded)
    for address in loaded:
        if address.startswith("/static/"):
            assert client.get(address).status_code == 200, address


def test_the_page_has_no_inline_script_or_style(client):
    page = client.get("/").text
    assert not re.search(r"<style|\son[a-z]+=", page)
    assert all("src=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_files_are_kept_by_the_browser_for_ever(client):
    address = re.search(r'"(/static/[^"]+/main\.js)"', client.get("/").text)[1]
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"


def test_the_page_is_small_and_asked_for_again(client):
    page = client.get("/", headers={"accept-encoding": "gzip"})
    assert page.headers["content-encoding"] == "gzip"
    assert page.headers["cache-control"] == "no-cache"
    assert client.get("/", headers={"if-none-match": page.headers["etag"]}).status_code == 304


def test_fonts_are_named_and_not_compressed_twice(client):
    address = re.search(r'"(/static/[^"]+\.woff2)"', client.get("/").text)[1]
    answer = client.get(address, headers={"accept-encoding": "gzip, br"})
    assert answer.headers["content-type"] == "font/woff2"
    assert "content-encoding" not in answer.headers


def test_a_file_of_another_version_is_not_found(client):
    answer = client.get("/static/000000000000/main.js")
    assert answer.status_code == 404
    assert answer.json()["type"] == "error"


@pytest.mark.parametrize("path", ["/nowhere", "/static/x/../../pyproject.toml", "/-/figures/nothing.json"])
def test_what_is_not_there_is_answered_in_the_one_error_shape(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json() == {
        "type": "error",
        "code": "http_404",
        "message": answer.json()["message"],
        "field": None,
        "request": None,
    }


def test_no_file_outside_the_static_folder_can_be_read(client):
    digest = re.search(r"/static/([0-9a-f]+)/", client.get("/").text)[1]
    for name in ("../pyproject.toml", "%2e%2e/pyproject.toml", "..%2f..%2fetc%2fpasswd"):
        assert client.get(f"/static/{digest}/{name}").status_code == 404


def test_a_figure_is_fetched_once(client):
    first = client.get("/-/figures/error-contour.json")
    again = client.get("/-/figures/error-contour.json", headers={"if-none-match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert not again.content


def test_a_wrong_method_is_answered_in_the_one_error_shape(client):
    answer = client.post("/")
    assert answer.status_code == 405
    assert answer.json()["code"] == "http_405"


def test_an_unknown_experiment_in_the_address_still_serves_the_page(client):
    assert client.get("/?experiment=cifar&alpha=abc").status_code == 200
