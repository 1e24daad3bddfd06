"""A link carries a whole run: short, exact, and refused in one sentence when it is not as it was made."""

import json
import random
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path

import numpy as np
import pytest

from engine import (
    AddColumn,
    AddRow,
    Copies,
    Edit,
    Recipe,
    RemoveColumn,
    RemoveRow,
    Replace,
    Rules,
    Run,
    SetCell,
    Shuffle,
)
from engine.link import CHANGED, CUT_OFF, LONGEST, NEWER, NO_LINK, NO_RUN, TOO_LARGE, VERSION, decode, encode, text_of
from engine.packing import Writer
from engine.parcel import Shared, write

DIGEST = "0123456789abcdef"
SENTENCES = {CUT_OFF, CHANGED, NEWER, TOO_LARGE, NO_LINK, NO_RUN}
GOLDEN = json.loads((Path(__file__).parents[1] / "links.json").read_text())


def eventful():
    """A run of rows of its own with an edit of every kind, some of which wait for later."""
    recipe = Recipe(
        "höhe", [[0.1, 2], [1 / 3, -5e-324], [1e300, 7]], [[0, 1], [1, 0], [0.5, 1]], (3, 2), 4294967295, 0.1 + 0.2,
        columns=("größe", ""), rules=Rules("step", slopeless=(1,), flipped=(0, 2)), start="equal",
    )  # fmt: skip
    edits = [
        Edit(0, "alpha", 1e-7),
        Edit(0, "rules", Rules()),
        Edit(5, "data", SetCell(0, 1, 0.3)),
        Edit(5, "data", AddRow((1, 2, 3, 4), at=0)),
        Edit(5, "data", RemoveRow(3)),
        Edit(6, "data", AddColumn(1.0, "ones")),
        Edit(6, "data", AddColumn(0.25, at=0)),
        Edit(7, "data", RemoveColumn(0)),
        Edit(8, "data", Shuffle(7)),
        Edit(9, "data", Copies(50, 0.1, 3)),
        Edit(10, "hidden_sizes", (5, 2)),
        Edit(10, "weights", tuple(np.linspace(-1, 1, 29))),
        Edit(2000, "data", Replace(((1, 2, 3),), ((0.125, 1),), ("a", "b", "c"))),
        Edit(10**12, "alpha", 123.456),
    ]
    run = Run(recipe, edits)
    run.advance(60)
    return run


def dragged(count):
    """What a thumb on alpha leaves behind while a run goes on at full speed."""
    chance, position, iteration, edits = random.Random(3), 300, 0, []
    for _ in range(count):
        position = min(600, max(0, position + chance.choice([-3, -2, -1, 1, 1, 2, 3])))
        iteration += chance.randrange(14_500, 17_500)
        edits.append(Edit(iteration, "alpha", float(f"{0.001 * 10 ** (position / 100):.1e}")))
    return edits


def shared(recipe=None, timeline=(), iteration=0):
    return Shared(recipe or Recipe.named("xor"), list(timeline), iteration, DIGEST)


def sealed(rest, version=VERSION):
    """A text around any bytes, with a length and a checksum that are right."""
    envelope = Writer()
    envelope.whole(2 * len(rest))
    envelope.bytes += zlib.crc32(version.encode() + rest).to_bytes(4, "little") + rest
    if len(envelope.bytes) % 3 == 0:
        envelope.bytes.append(0)
    return version + urlsafe_b64encode(envelope.bytes).decode().rstrip("=")


def refusal(text):
    with pytest.raises(ValueError) as caught:
        decode(text)
    assert str(caught.value) in SENTENCES
    return str(caught.value)


def outcome(text):
    try:
        return decode(text)
    except ValueError as error:
        return "refused" if str(error) in SENTENCES else str(error)


def test_a_run_comes_back_with_the_same_bits():
    run = eventful()
    again = Run.from_link(run.link())
    assert again.digest == run.digest
    assert (again.recipe, again.timeline, again.iteration) == (run.recipe, run.timeline, 60)
    assert again.recipe.fingerprint == run.recipe.fingerprint


@pytest.mark.parametrize("name", ["xor", "one-layer", "two-weights"])
def test_a_plain_run_is_a_few_dozen_characters(name):
    run = Run(Recipe.named(name))
    run.advance(60_000)
    assert len(run.link()) < 40
    run.set(alpha=0.37)
    assert len(run.link("https://lab.example.org")) < 80
    assert Run.from_link(run.link("https://lab.example.org/")).digest == run.digest


def test_thousands_of_edits_from_one_drag_stay_short():
    text = text_of(shared(timeline=dragged(5000)))
    assert len(text) < LONGEST / 1.5
    assert decode(text).timeline == dragged(5000)


def test_a_link_may_stand_at_an_earlier_iteration():
    run = Run(Recipe.named("xor", alpha=10))
    run.advance(100)
    run.set(alpha=3)
    run.advance(100)
    there = decode(encode(run, 50, name="before it was slowed"))
    assert (there.iteration, there.timeline, there.name) == (50, run.timeline, "before it was slowed")
    assert there.matches(run.at(50))
    assert not there.matches(run)


def test_a_link_is_found_in_an_address_with_what_clings_to_it():
    run = Run(Recipe.named("xor", seed=7))
    text = run.link()
    for link in (f"http://127.0.0.1:8000/?embed=code&run={text}&panels=curve#x", f" {text[:9]}\r\n {text[9:]}).", text):
        assert decode(link).recipe == run.recipe
    for link in ("", " \n", "https://lab.example.org/?experiment=xor", "https://lab.example.org/?run="):
        assert refusal(link) == NO_RUN


@pytest.mark.parametrize("text", ["hello", "hello world", "hello%20world", "https://lab.example.org/?run=über"])
def test_what_was_never_a_link_is_told_from_one_that_is_damaged(text):
    assert refusal(text) == NO_LINK


def test_what_is_no_text_is_refused_in_words():
    with pytest.raises(TypeError, match=r"A link must be a text, such as Run\.link returns, not NoneType\."):
        Run.from_link(None)


def test_a_run_that_comes_to_other_bits_is_told():
    text = text_of(shared(iteration=20))
    with pytest.warns(UserWarning, match="other numbers"):
        assert Run.from_link(text).iteration == 20


@pytest.mark.parametrize("text", GOLDEN)
def test_links_of_version_1_can_be_read_for_ever(text):
    wanted = GOLDEN[text]
    found = decode(text)
    assert found.recipe == Recipe.from_dict(wanted["recipe"])
    assert found.timeline == [Edit.from_dict(edit) for edit in wanted["timeline"]]
    assert (found.iteration, found.digest, found.name) == (wanted["iteration"], wanted["digest"], wanted["name"])


@pytest.mark.parametrize("text", GOLDEN)
def test_however_much_is_cut_off_it_says_so(text):
    for length in range(1, len(text)):
        assert refusal(text[:length]) == CUT_OFF


def test_no_link_ends_in_what_chat_programs_leave_out():
    for seed in range(300):
        assert text_of(shared(Recipe.named("xor", seed=seed)))[-1] not in "-_"


def test_a_link_with_any_character_replaced_is_refused():
    text = text_of(shared(timeline=dragged(3), iteration=10**6))
    for place in range(1, len(text)):
        for other in "Aa0_":
            if other != text[place]:
                assert refusal(text[:place] + other + text[place + 1 :]) in (CHANGED, CUT_OFF)
    assert refusal("2" + text[1:]) == CHANGED  # the version is checked too
    assert refusal(text + "A") == CHANGED
    assert refusal(text.lower()) in (CHANGED, CUT_OFF)
    assert refusal(text.replace(text[5], "é")) == CHANGED


def test_a_later_version_is_told_from_a_damaged_link():
    text = sealed(b"what only a later version can read", version="2")
    assert refusal(text) == NEWER
    assert refusal(text[:-3]) == CUT_OFF
    assert refusal(text[:12] + "A" + text[13:]) == CHANGED


def test_mutated_links_are_refused_in_words_or_are_the_same_run():
    chance = random.Random(20)
    texts = [*GOLDEN, text_of(shared(timeline=dragged(40)))]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_%é/ "
    for _ in range(600):
        text = chance.choice(texts)
        letters = list(text)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(letters))
            what = chance.choice(["replace", "insert", "delete", "swap", "repeat"])
            if what == "replace":
                letters[place] = chance.choice(alphabet)
            elif what == "insert":
                letters.insert(place, chance.choice(alphabet))
            elif what == "delete" and len(letters) > 1:
                del letters[place]
            elif what == "swap":
                letters[0:0] = [letters.pop(place)]
            else:
                letters[place:place] = letters[place : place + 9]
        assert outcome("".join(letters)) in ("refused", decode(text))


def test_forged_bytes_with_a_right_checksum_are_refused_in_words():
    chance = random.Random(21)
    sound = [write(decode(text)) for text in GOLDEN]
    for _ in range(600):
        data = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] = chance.choice([0, 1, 127, 128, 255, chance.randrange(256)])
        found = outcome(sealed(bytes(data)))
        if found != "refused":  # then, whatever it is, it is a run that can be trained and shared
            past = max([3, *(edit.iteration for edit in found.timeline if edit.iteration < 3000)])
            Run(found.recipe, found.timeline).advance(past)
            assert decode(text_of(found)) == found


def of_bytes(*parts):
    """A body up to the recipe of plain XOR, and what follows it."""
    writer = Writer()
    writer.whole(9)
    writer.bytes += bytes.fromhex(DIGEST)
    writer.text("")
    writer.whole(0)
    for part in parts:
        writer.whole(part) if isinstance(part, int) else writer.text(part, most=10**6)
    return sealed(bytes(writer.bytes))


def test_what_would_be_enormous_is_refused_before_it_is():
    deep = "[" * 15_000
    enormous = {
        "hidden units": of_bytes(8, 1, 10**12, 0),
        "hidden layers": of_bytes(8, 10**6),
        "rows": of_bytes(2, 10**9, 3, 1),
        "edits": of_bytes(0, 10**9),
        "iterations": of_bytes(0, 1, 2**60),
        "copies": text_of_edit(json.dumps({"kind": "copies", "rows": 10**12, "noise": 0, "seed": 1})),
    }
    assert {name: refusal(text) for name, text in enormous.items()} == dict.fromkeys(enormous, TOO_LARGE)
    assert refusal(text_of_edit(deep)) == CHANGED
    assert refusal("1" + "A" * LONGEST) == refusal("x" * 10**6) == TOO_LARGE
    bomb = zlib.compressobj(9, wbits=-15)
    body = bomb.compress(bytes(10**7)) + bomb.flush()
    envelope = Writer()
    envelope.whole(2 * len(body) + 1)
    envelope.bytes += zlib.crc32(b"1" + body).to_bytes(4, "little") + body
    assert len(envelope.bytes) % 3
    assert refusal("1" + urlsafe_b64encode(envelope.bytes).decode().rstrip("=")) == TOO_LARGE


def text_of_edit(change):
    return of_bytes(0, 1, 5, 4, change)


def test_changes_that_would_take_for_ever_are_refused():
    edits = [Edit(0, "data", Copies(9000, 0.1, 1)), *(Edit(i, "data", Shuffle(i)) for i in range(4000))]
    with pytest.raises(ValueError, match="too large for a link: It is changed too often"):
        text_of(shared(timeline=edits))
    assert refusal(sealed(write(shared(timeline=edits)))) == TOO_LARGE


def test_an_edit_that_does_not_fit_is_refused_before_the_run_meets_it():
    assert refusal(sealed(write(shared(timeline=[Edit(10**9, "weights", (1.0, 2.0))])))) == CHANGED
    assert refusal(text_of_edit('{"kind":"remove_row","row":4}')) == CHANGED
    assert refusal(text_of_edit('{"kind":"set_cell","row":0,"column":0,"value":NaN}')) == CHANGED


def test_a_run_too_large_for_a_link_is_told_so():
    rows = np.random.default_rng(1).random((2000, 3))
    run = Run(Recipe("own", rows, rows[:, :1]))
    with pytest.raises(ValueError, match=r"too large for a link: it would take [\d,]+ characters, and 32,768 are"):
        run.link()
    many = Recipe("own", np.zeros((30_000, 4)), np.zeros((30_000, 1)))
    with pytest.raises(ValueError, match="too large for a link: 100,000 numbers are the most"):
        Run(many).link()
