"""The page's types are those of the messages."""

from tools.message_types import TARGET, generate


def test_the_types_of_the_page_are_generated_from_the_messages_of_today():
    """`make types` writes the file; a change of a message without it would let the two sides drift apart."""
    assert TARGET.read_text(encoding="utf-8") == generate()
