"""Whatever was scrubbed, branched and taken back: the numbers are those of the recipe and its timeline."""

import random
from contextlib import contextmanager

import orjson
import pytest
from starlette.testclient import TestClient

from app.keep import archive
from app.keep.saved import Saved
from app.main import create_app
from engine import Edit, Recipe, Run
from tests.app.conftest import Page


@contextmanager
def lab(settings):
    with TestClient(create_app(settings)) as client:
        yield client


@contextmanager
def page_of(client, **join):
    with client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.snapshot = page.join(**join)
        yield page


def wander(page, chance, steps):
    """Do this and that, and return the last snapshot."""
    for _ in range(steps):
        verb, fields = chance.choice(
            [
                ("step", {"iterations": chance.randint(1, 400)}),
                ("go_to", {"iteration": chance.randint(0, 600)}),
                ("set_alpha", {"alpha": chance.randint(1, 9)}),
                ("set_hidden_size", {"hidden_size": chance.randint(2, 6)}),
                ("set_cell", {"row": 0, "column": 0, "value": chance.random()}),
                ("set_weight", {"synapse": 0, "row": 0, "column": 0, "value": chance.random()}),
                ("undo", {}),
                ("undo", {}),
                ("redo", {}),
                ("branch", {"alpha": chance.randint(1, 9)}),
                ("choose_run", {"run": chance.randint(1, 4)}),
                ("delete_run", {"run": chance.randint(1, 4)}),
                ("move_edit", {"iteration": chance.randint(0, 400), "field": "alpha", "to": chance.randint(0, 400)}),
                ("reset", {}),
            ]
        )
        page.send(verb, **fields)
    page.send("rename_run", run=0, name="the end")  # there is no run 0: its refusal says that all was done
    page.read_until(lambda message: message["type"] == "error" and "run 0" in message["message"])


@pytest.mark.parametrize("seed", range(6))
def test_every_run_is_its_recipe_and_its_timeline(settings, seed):
    with lab(settings) as client, page_of(client) as page:
        wander(page, random.Random(seed), 60)
        name = page.welcome["session"]
        kept_runs = archive.runs_of(client.app.state.hub.sessions[name])
        seen = [(kept.number, kept.run.digest, kept.known.digest) for kept in kept_runs]
        for kept in kept_runs:
            fresh = Run(kept.known.recipe, kept.known.timeline)
            fresh.advance(kept.run.iteration)
            assert fresh.digest == kept.run.digest
            fresh.advance(kept.reach - kept.run.iteration)
            assert fresh.digest == kept.known.digest
            assert fresh.curve.points() == kept.known.curve.points()
            assert kept.run.timeline == kept.known.timeline
        at_the_end = open_again(client, name)
    with lab(settings) as client, page_of(client, session=name) as page:
        again = archive.runs_of(client.app.state.hub.sessions[name])
        assert [(kept.number, kept.run.digest, kept.known.digest) for kept in again] == seen
        assert comparable(page.snapshot) == comparable(at_the_end)


def open_again(client, name):
    with page_of(client, session=name) as page:
        return page.snapshot


def comparable(snapshot):
    """All but what is not kept: the number of the frame, and what could be taken back."""
    controls = {**snapshot["controls"], "undo": None, "redo": None}
    return {**snapshot, "controls": controls, "frame": {**snapshot["frame"], "number": None}}


def test_a_kept_session_remembers_names_colours_goals_and_where_it_stood(settings):
    with lab(settings) as client, page_of(client) as page:
        page.step(100)
        page.ask("rename_run", "controls", run=1, name="first")
        page.ask("set_goal", "controls", error=0.2)
        page.ask("go_to", "snapshot", iteration=60)
        page.ask("set_alpha", "snapshot", alpha=3)
        page.ask("hide_run", "controls", run=1, hidden=True)
        page.step(10)
        page.ask("go_to", "snapshot", iteration=65)
        name = page.welcome["session"]
    with lab(settings) as client, page_of(client, session=name) as page:
        snapshot = page.snapshot
    assert (snapshot["frame"]["iteration"], snapshot["controls"]["reach"]) == (65, 70)
    assert snapshot["controls"]["goal"] == 0.2
    first, second = snapshot["runs"]
    assert (first["name"], first["colour"], first["hidden"], first["fork"]) == ("first", 0, True, None)
    assert (second["name"], second["colour"], second["fork"]) == ("", 1, {"run": 1, "iteration": 60})


VERSION_1 = {
    "version": 1,
    "active": "xor",
    "workspaces": {
        "xor": {
            "run": {
                "number": 3,
                "recipe": Recipe.named("xor").to_dict(),
                "timeline": [Edit(20, "alpha", 5.0).to_dict()],
                "iteration": 50,
            },
            "pace": {
                "stop_iteration": 60_000, "stop_error": None, "beyond": None, "error_passed": False, "playing": False,
                "speed": None, "row": 2, "line": None, "tried": [],
            },
            "older": [
                {"number": 1, "recipe": Recipe.named("xor", seed=4).to_dict(), "timeline": [], "iteration": 30},
            ],
            "pins": [
                {
                    "iteration": 0, "sizes": [3, 1], "weights": [1, 2, "NaN"], "data": None,
                    "rules": Recipe.named("xor").rules.to_dict(),
                },
            ],
        },
    },
}  # fmt: skip
"""A session as the version before this one wrote it."""


def test_a_session_of_the_version_before_is_read(settings):
    saved = Saved(orjson.loads(orjson.dumps(VERSION_1)), {})
    with lab(settings) as client:
        session = archive.restored(client.app.state.hub._new_session("old"), saved, settings)
        workspace = session.workspace
    run = Run(Recipe.named("xor"), [Edit(20, "alpha", 5.0)])
    run.advance(50)
    assert workspace.run.digest == run.digest
    assert [(kept.number, kept.colour, kept.reach) for kept in workspace.runs] == [(3, 0, 50), (1, 1, 30)]
    assert [pin.iteration for pin in workspace.kept.pins] == [0]
    assert session.numbers.next() == 4
