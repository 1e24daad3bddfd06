"""Every setting, message and close code is documented."""

import re
from pathlib import Path

import pytest

from app import framing, messages, metrics, socket
from app.settings import Settings
from engine.link import decode

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name):
    assert f"`ELEVEN_LINES_{name.upper()}`" in (DOCS / "settings.md").read_text()


def types_of(adapter):
    schema = adapter.json_schema()
    return list(schema["discriminator"]["mapping"])


@pytest.mark.parametrize("name", types_of(messages.CLIENT_MESSAGES) + types_of(messages.SERVER_MESSAGES))
def test_every_message_is_documented(name):
    assert f"`{name}`" in (DOCS / "protocol.md").read_text()


@pytest.mark.parametrize("name", metrics.MEANINGS)
def test_every_metric_is_documented(name):
    assert f"| `{name}` |" in (DOCS / "metrics.md").read_text()


CLOSE_CODES = [getattr(socket, name) for name in ("TOO_LARGE", "FOREIGN", "FLOODED", "LATE", "FULL", "DEAF", "BROKEN")]


@pytest.mark.parametrize("code", [*CLOSE_CODES, framing.MALFORMED])
def test_every_close_code_is_documented(code):
    assert str(code) in (DOCS / "protocol.md").read_text()


ERROR_CODES = ["bad_message", "bad_value", "unknown_experiment", "too_many_edits", "too_many_iterations", "not_joined"]


@pytest.mark.parametrize("code", [*ERROR_CODES, "joined_already", "lab_full"])
def test_every_error_code_is_documented(code):
    assert f"`{code}`" in (DOCS / "protocol.md").read_text()


def test_no_other_error_code_is_used():
    sources = "".join(path.read_text() for path in (DOCS.parent / "app").glob("*.py"))
    import re

    used = set(re.findall(r'Refusal\(\s*"(\w+)"', sources)) | set(re.findall(r'code="(\w+)"', sources))
    http = {code for code in used if code.startswith("http_")}
    assert used - http == {*ERROR_CODES, "joined_already", "lab_full"}


PAGES = [*DOCS.glob("*.md"), DOCS.parent / "README.md"]
LINKS = [(page.name, link) for page in PAGES for link in re.findall(r"[?&]run=([A-Za-z0-9_-]+)", page.read_text())]


def test_there_are_links_in_the_docs():
    assert {"links.md", "sharing.md"} <= {page for page, _ in LINKS}


@pytest.mark.parametrize(("page", "link"), LINKS)
def test_every_link_in_the_docs_is_one(page, link):
    decode(link)
