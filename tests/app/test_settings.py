"""What the command says of a setting that can't be used."""

import pytest

from app.__main__ import main
from app.settings import Settings


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        (
            "EMBED_ORIGINS",
            "http://[::1]",
            'must be a JSON list such as ["https://blog.example.org"], not "http://[::1]".',
        ),
        ("EMBED_ORIGINS", '["blog"]', 'must be a JSON list such as ["https://blog.example.org"], without "blog".'),
        ("ALLOWED_ORIGINS", '"*"', 'must be a JSON list such as ["https://lab.example.org"], not "*".'),
        ("THREADS", "99", 'is "99": input should be less than or equal to 64.'),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_what_is_wanted(monkeypatch, capsys, variable, value, words):
    monkeypatch.setenv(f"ELEVEN_LINES_{variable}", value)
    assert main([]) == 2
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith(f"eleven-lines: ELEVEN_LINES_{variable} {words}")


def test_a_list_is_read_from_json(monkeypatch):
    monkeypatch.setenv("ELEVEN_LINES_EMBED_ORIGINS", '["https://blog.example.org", "*"]')
    assert Settings().embed_origins == ["https://blog.example.org", "*"]
