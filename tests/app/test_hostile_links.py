"""Links that somebody made to do harm: what they cost is bounded, and whatever it is, others wait for none of it."""

import asyncio
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import pytest

from app.admission import admitted
from app.keep import archive, shelf
from app.keep.saved import StorageError, id_of
from app.keep.saver import UNREADABLE
from app.keep.storage import Storage
from app.main import create_app
from app.refusal import Refusal
from app.settings import Settings
from app.share.turns import AT_ONCE, CROWD, Turns
from engine import AddColumn, Edit, Recipe, Run
from engine.extent import Extent
from engine.link import decode, text_of
from engine.parcel import Shared, write
from engine.state import State
from tests.engine.test_link import DIGEST, GOLDEN, outcome, sealed

XOR = Recipe.named("xor")


def text(*edits, iteration=0, recipe=XOR):
    return text_of(Shared(recipe, list(edits), iteration, DIGEST))


def swinging(iteration, count=40):
    """The hidden size changed again and again at one iteration."""
    return [Edit(iteration, "hidden_sizes", (64 if i % 2 else 1,)) for i in range(count)]


HEAVY = text(*swinging(0), *swinging(1), iteration=1)


def new_hub(database=""):
    return create_app(Settings(database=database)).state.hub


@asynccontextmanager
async def saving_hub(tmp_path):
    hub = new_hub(f"sqlite:///{tmp_path}/runs.db")
    hub.saver.start()
    await hub.saver.opened()
    try:
        yield hub
    finally:
        await hub.saver.stop()


async def trained(session, pool):
    """Give a session its turns until it has nothing more to do."""
    while (turn := session.turn()) is not None:
        if callable(turn) and await turn(pool) is None:
            return


@pytest.fixture
def at_work(monkeypatch):
    """The threads in which edits came about."""
    threads, real = set(), State.apply

    def apply(self, edit, seed):
        threads.add(threading.current_thread())
        real(self, edit, seed)

    monkeypatch.setattr(State, "apply", apply)
    return threads


# The event loop


def test_edits_of_a_link_come_about_in_threads(at_work):
    async def scenario():
        session = await new_hub().arrive({"run": HEAVY})
        with ThreadPoolExecutor(1) as pool:
            await trained(session, pool)
            assert session.workspace.run.edits_done == 80
        session.snapshot()

    asyncio.run(scenario())
    assert at_work
    assert threading.main_thread() not in at_work


def test_a_branch_of_such_a_run_knows_its_beginning(monkeypatch):
    async def scenario():
        session = await new_hub().arrive({"run": text(*swinging(0), iteration=9)})
        with ThreadPoolExecutor(1) as pool:
            await trained(session, pool)
        kept = session.workspace.kept
        kept.run = await asyncio.to_thread(kept.known.at, 5)
        monkeypatch.setattr(Run, "at", lambda run, k: run.fork() if k == run.iteration else pytest.fail("made again"))
        session.workspace.edit(alpha=2.0)
        assert session.workspace.kept is not kept
        assert session.snapshot().pins[0].iteration == 0
        assert session.workspace.kept.first() is kept.first()

    asyncio.run(scenario())


def test_a_run_of_another_session_is_begun_in_a_thread(at_work):
    async def scenario():
        hub = new_hub()
        there, here = await hub.arrive({"run": HEAVY}), hub.open({})
        there.owner = owner = "o" * 24
        with ThreadPoolExecutor(1) as pool:
            await trained(there, pool)
        at_work.clear()
        await shelf.open_run(hub, owner, here, id_of(there.name, there.workspace.kept.number))
        assert here.workspace.run.edits_done == 40

    asyncio.run(scenario())
    assert at_work
    assert threading.main_thread() not in at_work


def test_a_burst_ends_where_edits_have_taken_long(monkeypatch):
    monkeypatch.setattr("app.session.SLICE", 0.0)

    async def scenario():
        edits = [Edit(i, "alpha", 1.0 + i) for i in (10, 20, 30)]
        session = await new_hub().arrive({"run": text(*edits, iteration=500)})
        assert [session._advance(500)[0] for _ in range(4)] == [10, 10, 10, 500]

    asyncio.run(scenario())


# So much at once, and once only


def test_few_links_are_at_work_at_once_and_a_crowd_is_known(monkeypatch):
    made, active, most = threading.Event(), [], []

    def run(recipe, timeline):
        active.append(1)
        most.append(len(active))
        made.wait()
        active.pop()
        return Run(recipe, timeline)

    monkeypatch.setattr("app.share.links.Run", run)

    async def scenario():
        hub = new_hub()
        arrivals = [asyncio.create_task(hub.arrive({"run": HEAVY})) for _ in range(CROWD + 1)]
        while len(active) < AT_ONCE or not hub.links.turns.crowded:
            await asyncio.sleep(0)
        made.set()
        await asyncio.gather(*arrivals)
        assert not hub.links.turns.crowded

    asyncio.run(scenario())
    assert max(most) == AT_ONCE


def test_in_a_crowd_the_page_comes_without_a_word_on_its_link(client, monkeypatch):
    assert "og:image" in client.get("/", params={"run": HEAVY}).text
    monkeypatch.setattr(Turns, "crowded", True)
    page = client.get("/", params={"run": HEAVY})
    assert page.status_code == 200
    assert "og:image" not in page.text


def test_the_page_and_its_socket_read_a_link_once(client, open_page, monkeypatch):
    followed, real = [], Extent.of.__func__

    def of(cls, recipe, timeline):
        followed.append(1)
        return real(cls, recipe, timeline)

    monkeypatch.setattr(Extent, "of", classmethod(of))
    client.get("/", params={"run": HEAVY})
    open_page(query={"run": HEAVY})
    assert len(followed) == 1


# What is too large


@pytest.mark.parametrize(
    ("sizes", "edit", "settings", "words"),
    [
        ((1,) * 64, (64,) * 64, {}, "64 hidden layers, and this lab takes up to 4"),
        ((1, 1, 1, 1), (64, 64, 64, 64), {}, "256 hidden units, and this lab takes up to 64"),
        ((40, 30), (1, 1), {}, "70 hidden units"),
        ((512, 512), (1, 1), {"max_hidden_size": 1024}, "264,192 weights, and this lab takes up to 40,960"),
    ],
)
def test_a_network_larger_than_the_lab_makes_is_refused(sizes, edit, settings, words):
    recipe, edits = Recipe.named("xor", hidden_sizes=sizes), [Edit(1, "hidden_sizes", edit)]
    with pytest.raises(Refusal) as refusal:
        admitted(Settings(**settings), recipe, edits, 3)
    assert words in refusal.value.message


def test_a_program_may_bring_a_network_of_several_layers():
    recipe = Recipe.named("xor", hidden_sizes=(32, 20, 8, 4))
    assert admitted(Settings(), recipe, [], 3) == recipe


# What can't be saved


def test_the_trouble_of_one_session_is_its_own(tmp_path):
    async def scenario():
        async with saving_hub(tmp_path) as hub:
            good, bad = hub.open({}), hub.open({})
            bad.workspace.kept.name = "\ud800"  # no document can hold it
            await hub.saver.save([good, bad])
            assert (hub.saver.trouble_of(good), hub.saver.trouble_of(bad)) == ("", UNREADABLE)
            assert hub.saver.saves
            assert hub.links.keeps
            assert hub.saver.is_safe(good)
            assert not hub.saver.is_safe(bad)

    asyncio.run(scenario())


@pytest.mark.parametrize("is_damage", [False, True])
def test_a_database_that_takes_nothing_is_everybodys_trouble(tmp_path, monkeypatch, is_damage):
    taken, real = set(), Storage.save

    def save(self, batch):
        if not {one.name for one in batch} <= taken:
            raise StorageError("Not saved: no.", is_damage=is_damage)
        real(self, batch)

    async def scenario():
        async with saving_hub(tmp_path) as hub:
            first, second = hub.open({}), hub.open({})
            monkeypatch.setattr(Storage, "save", save)
            for sessions in ([first, second], [first]):
                await hub.saver.save(sessions)
                assert hub.saver.trouble_of(first)
                assert not hub.saver.saves
            taken.add(second.name)
            await hub.saver.save([second])
            assert hub.saver.saves
            await hub.saver.save([first])
            assert hub.saver.trouble_of(first)

    asyncio.run(scenario())


# Whatever gets in can be shown and saved


def test_a_forged_run_that_is_taken_can_be_told_and_saved():
    chance, taken = random.Random(8), 0
    sound = [write(decode(link)) for link in GOLDEN]
    sound += [write(Shared(XOR, [Edit(1, "data", AddColumn(1.0, "height"))], 3, DIGEST))]

    async def scenario():
        nonlocal taken
        hub = new_hub()
        with ThreadPoolExecutor(1) as pool:
            for _ in range(300):
                data = bytearray(chance.choice(sound))
                for _ in range(chance.randint(1, 4)):
                    data[chance.randrange(len(data))] = chance.choice([0, 1, 127, 128, 255, chance.randrange(256)])
                found = outcome(forged := sealed(bytes(data)))
                if found == "refused" or found.iteration > 3000:
                    continue
                try:
                    session = await hub.arrive({"run": forged})
                except Refusal:
                    continue
                session.snapshot().model_dump_json().encode()
                await trained(session, pool)
                assert session.workspace.kept.reach == found.iteration
                session.snapshot().model_dump_json().encode()
                archive.document_of(session)().encode()
                taken += 1
                hub.sessions.clear()

    asyncio.run(scenario())
    assert taken > 5
