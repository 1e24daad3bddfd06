"""Long work is asked for, watched, cancelled, and shares the machine with live runs."""

import asyncio
import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.metrics import Metrics
from app.outbox import Outbox
from app.scheduler import Scheduler
from app.session import Session
from app.settings import Settings
from app.studies.asked import Asked
from app.studies.forecast import Forecast
from app.studies.study import FAILED
from app.studies.thin import thinned
from app.tempo import Tempo
from engine import Recipe, Run
from engine.backend import BACKEND
from engine.evidence import WRONG
from tests.app.conftest import Page
from tests.app.studying import Lab
from tests.app.test_metrics import samples

GOLDEN = json.loads((Path(__file__).parents[1] / "golden.json").read_text())

POSTS = ".001 .01 .1 1 10 100 1000"

LONG = 10_000_000
"""Iterations of a race of one lane that nobody waits for."""


@pytest.fixture
def lab(client, page):
    return Lab(client, page)


@pytest.fixture
def small(tmp_path):
    """A lab that has one study at work and keeps three."""
    settings = Settings(database="", max_working_studies=1, max_studies=3)
    with TestClient(create_app(settings)) as client, client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join()
        yield Lab(client, page)


def trained(recipe, iterations):
    run = Run(recipe)
    run.advance(iterations)
    return run


def test_the_posts_race_has_the_figures_of_the_posts(lab):
    asked = lab.race(of="post", alphas=POSTS)
    assert (asked["title"], asked["about"]) == (
        "7 alphas × 60,000 iterations",
        "XOR of the posts, hidden size 4, seed 1",
    )
    done = lab.until("done")
    assert (done["worked"], done["seconds_left"]) == (1, None)
    found = lab.result(done["number"])
    assert found["version"] == done["version"] > 0
    assert found["marks"] == [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]
    golden = {run["alpha"]: run for run in GOLDEN["xor"] if (run["hidden_size"], run["seed"]) == (4, 1)}
    assert [lane["alpha"] for lane in found["lanes"]] == [0.001, 0.01, 0.1, 1, 10, 100, 1000]
    for lane in found["lanes"]:
        errors = golden[lane["alpha"]]["mean_abs_error_at_iteration"]
        assert lane["errors"] == pytest.approx([errors[str(mark)] for mark in found["marks"]], rel=1e-6)
        assert lane["matched"] == [f"{e:.12g}" == p for e, p in zip(lane["errors"], lane["printed"], strict=True)]
        assert lane["verdict"]["sentence"].endswith(".")
    assert all(all(lane["matched"]) for lane in found["lanes"] if lane["alpha"] != 100)
    alike = trained(Recipe.named("xor", alpha=10), 60_000)
    lane = found["lanes"][4]
    assert lane["error"] == alike.error
    assert lane["turns_each"] == [syn.tolist() for syn in alike.direction_changes]
    assert lane["turns"] == [syn.sum() for syn in alike.direction_changes]
    assert lane["largest"] == [abs(syn).max() for syn in alike.weights]


def test_a_sweep_has_the_errors_that_each_run_has_alone(lab):
    lab.sweep("map", alphas="1 .5", hidden_sizes="2 9", seeds=3, iterations=300)
    found = lab.result(lab.until("done")["number"])
    assert (found["alphas"], found["hidden_sizes"], found["seeds"]) == ([0.5, 1], [2, 9], 3)
    for i, size in enumerate([2, 9]):
        for j, alpha in enumerate([0.5, 1]):
            runs = [trained(Recipe.named("xor", hidden_size=size, alpha=alpha, seed=seed), 300) for seed in (1, 2, 3)]
            assert found["errors"][i][j] == [run.error for run in runs]
            assert found["known"][i][j] == 3
            assert found["solved"][i][j] == sum((abs(run.look().l2_error) < WRONG).all() for run in runs)
    assert found["own_error"] == found["errors"][0][0][0]


def test_the_run_in_view_is_found_among_the_seeds_or_trained_besides(lab):
    lab.page.ask("set_seed", "snapshot", seed=77)
    lab.sweep(seeds=2, iterations=50)
    found = lab.result(lab.until("done")["number"])
    assert (found["own_seed"], found["own_error"]) == (77, trained(Recipe.named("xor", seed=77), 50).error)
    assert len(found["errors"][0][0]) == 2


def test_what_is_tried_is_the_run_as_it_now_is(lab):
    page = lab.page
    page.step(5)
    page.ask("set_alpha", "edit_applied", alpha=3)
    page.ask("set_hidden_size", "edit_applied", hidden_size=6)
    page.ask("set_cell", "snapshot", row=0, column=0, value=0.25)
    recipe = lab.session.workspace.run.present
    asked = lab.sweep(seeds=1, iterations=10)
    assert asked["about"] == "own data (4 rows), alpha 3, hidden size 6, seed 1"
    assert lab.result(lab.until("done")["number"])["errors"] == [[[trained(recipe, 10).error]]]


def test_a_network_without_hidden_layer_races_over_alphas(lab):
    lab.page.ask("choose_experiment", "snapshot", experiment="two-weights")
    assert lab.race(alphas="1 2", iterations=20)["about"] == "no hidden layer, seed 1"
    lanes = lab.result(lab.until("done")["number"])["lanes"]
    assert [lane["hidden_size"] for lane in lanes] == [None, None]
    assert lanes[1]["error"] == trained(Recipe.named("two-weights", alpha=2), 20).error
    assert lanes[1]["printed"] == lanes[1]["matched"] == []


def test_a_race_is_seen_while_it_works_and_cancelled_keeps_what_it_found(lab):
    number = lab.race(alphas="1", iterations=LONG)["number"]
    first = lab.studies(lambda rows: rows[-1]["version"] > 0)[-1]
    half = lab.result(number)
    assert half["version"] >= first["version"]
    assert 0 < half["iteration"] < LONG
    later = lab.studies(lambda rows: rows[-1]["version"] > half["version"] and rows[-1]["seconds_left"])[-1]
    assert later["worked"] > first["worked"]
    lab.page.send("cancel_study", study=number)
    over = lab.until("cancelled")
    found = lab.result(number)
    assert (found["version"], found["iteration"] >= half["iteration"]) == (over["version"], True)
    assert lab.result(number) == found
    assert 0 < over["worked"] < 1
    lane = found["lanes"][0]
    assert (lane["curve_iterations"][-1], lane["curve_errors"][-1]) == (found["iteration"], lane["error"])


def test_one_of_a_session_is_at_work_at_once_and_the_others_say_why_they_wait(lab):
    first = lab.race(alphas="1", iterations=LONG)
    second = lab.sweep(seeds=2, iterations=10)
    assert (first["state"], second["state"], second["why"]) == (
        "running",
        "waiting",
        "Waiting: one other experiment of yours has to end first.",
    )
    answer = lab.ask(second["number"])
    assert (answer.status_code, answer.json()["message"]) == (404, "Experiment 2 has found nothing yet.")
    third = lab.sweep(seeds=2, iterations=10)["number"]
    lab.page.send("cancel_study", study=third)
    assert lab.until("cancelled", third)["version"] == 0
    lab.page.send("delete_study", study=first["number"])
    lab.until("done", second["number"])
    assert [row["number"] for row in lab.session.studies.facts().model_dump()["studies"]] == [2, 3]


def test_so_many_of_the_lab_are_at_work_at_once(small):
    with small.client.websocket_connect("/ws") as socket:
        page = Page(socket)
        page.join()
        other = Lab(small.client, page)
        first = small.race(alphas="1", iterations=LONG)
        waits = other.sweep(seeds=2, iterations=10)
        assert (waits["state"], waits["why"]) == (
            "waiting",
            "Waiting: one experiment of other people on this server has to end first.",
        )
        found = samples(small.client)
        assert found["eleven_lines_studies_running",] == found["eleven_lines_studies_waiting",] == 1
        assert found["eleven_lines_sessions_training",] == 0
        small.page.send("cancel_study", study=first["number"])
        assert other.until("done")["number"] == 1


def test_a_run_goes_on_while_a_study_works(lab, open_page):
    player = open_page()
    number = lab.race(alphas=".5 1 2", iterations=LONG)["number"]
    player.send("set_speed", speed=300)
    player.send("play")
    player.read_until(lambda message: player.iteration > 150)
    row = lab.studies(lambda rows: rows[-1]["worked"] > 0)[-1]
    assert row["state"] == "running"
    lab.page.step(3)  # and in the session of the study itself
    lab.page.send("delete_study", study=number)


def test_everybody_gets_a_turn_when_there_is_one_thread():
    """Two studies and a live run in one thread: bursts go round, so that all three get on."""

    async def story():
        scheduler = Scheduler(1)
        scheduler.start()
        sessions = [Session(str(i), Settings(database=""), scheduler.wake, Tempo(60), Metrics()) for i in range(3)]
        for session in sessions:
            session.open(Recipe.named("xor"))
        recipe = Recipe.named("xor")
        studies = [
            session.studies.ask(Asked("alphas", "post", "xor", recipe, (1.0,), (4,), 0, 10**9))
            for session in sessions[:2]
        ]
        runner = sessions[2].workspace
        runner.pace.stop_iteration, runner.pace.speed, runner.pace.playing = 10**9, None, True
        sessions[2].awaken()
        async with asyncio.timeout(30):
            while not (all(study.worked > 1e-6 for study in studies) and runner.run.iteration > 1000):
                await asyncio.sleep(0.001)
        await scheduler.stop()

    asyncio.run(story())


def test_what_is_put_together_for_a_page_keeps_no_thread_from_training(monkeypatch):
    """With one thread for all: neither a look at a study nor its end has that thread."""
    gates, asked = [threading.Event(), threading.Event()], []

    def slowly(*_):
        asked.append(True)
        assert gates[len(asked) - 1].wait(30)
        return b"found"

    async def story():
        monkeypatch.setattr("app.studies.study.packed", slowly)
        scheduler, runner = Scheduler(1), Runner()
        scheduler.start()
        session = Session("s", Settings(database=""), scheduler.wake, Tempo(60), Metrics())
        study = session.studies.ask(Asked("alphas", "post", "xor", Recipe.named("xor"), (1.0,), (4,), 0, 10**9))
        await until(lambda: study.version > 0)
        looking = asyncio.create_task(study.found())
        scheduler.wake(runner)
        await until(lambda: runner.bursts > 20)
        assert not looking.done()
        study.cancel()
        gates[0].set()
        assert await looking == b"found"
        await until(lambda: len(asked) == 2)  # its end is put together
        before = runner.bursts
        await until(lambda: runner.bursts > before + 20)
        assert study.state == "running"
        gates[1].set()
        await until(lambda: study.state == "cancelled")
        assert study.answer == b"found"
        await scheduler.stop()

    asyncio.run(story())


class Runner:
    """A job that always has something for the threads."""

    bursts = 0

    def start(self):
        pass

    def turn(self):
        return self._burst

    async def _burst(self, pool):
        await asyncio.get_running_loop().run_in_executor(pool, int)
        self.bursts += 1
        return 0.0


async def until(holds):
    async with asyncio.timeout(30):
        while not holds():
            await asyncio.sleep(0.001)


@pytest.mark.parametrize("number", ["x", "-1", "9" * 20, "9" * 5000, "٣"])
def test_what_is_no_number_of_a_study_is_refused_in_words(lab, number):
    answer = lab.ask(number)
    assert (answer.status_code, answer.json()["message"]) == (404, "There is no such experiment.")


def test_a_study_waits_for_machine_code_and_can_be_cancelled_meanwhile(lab, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(BACKEND, "_loading", threading.current_thread())
        first = lab.sweep(seeds=2, iterations=10)
        assert (first["state"], lab.session.studies.find(1).worked) == ("running", 0)
        lab.page.send("cancel_study", study=1)
        assert lab.until("cancelled")["worked"] == 0
        lab.sweep(seeds=2, iterations=10)
    lab.until("done")


def test_the_time_left_is_told_from_how_fast_it_was_of_late(monkeypatch):
    now = 0.0
    monkeypatch.setattr("app.studies.forecast.time.monotonic", lambda: now)
    forecast, worked = Forecast(), 0.0
    forecast.start()
    for speed, beats in ((0.001, 3), (0.02, 20)):  # each second; slow at first
        for _ in range(beats):
            now, worked = now + 1, worked + speed
            assert forecast.beats(worked)
            assert not forecast.beats(worked)
    assert forecast.seconds_left() == pytest.approx((1 - worked) / 0.02, rel=0.01)
    assert Forecast().seconds_left() is None


def forecasts(monkeypatch, speeds):
    """The time left after each beat, and how much there was truly left at the speed of the moment."""
    now = worked = 0.0
    monkeypatch.setattr("app.studies.forecast.time.monotonic", lambda: now)
    forecast, told = Forecast(), []
    forecast.start()
    for speed in speeds:
        now, worked = now + 0.25, worked + 0.25 * speed
        forecast.beats(worked)
        told.append((forecast.seconds_left(), (1 - worked) / speed))
    return told


def test_the_time_left_does_not_jump_when_some_seconds_are_slower_than_others(monkeypatch):
    uneven = [speed for speed in (0.016, 0.03, 0.012, 0.022) * 3 for _ in range(8)]  # for two seconds each
    mean = 0.02
    told = [seconds for seconds, _ in forecasts(monkeypatch, uneven)]
    truly = [(1 - sum(uneven[: i + 1]) / 4) / mean for i in range(len(uneven))]
    assert all(seconds == pytest.approx(true, rel=0.25) for seconds, true in zip(told[16:], truly[16:], strict=True))


def test_the_time_left_grows_soon_when_the_machine_becomes_busy(monkeypatch):
    told = forecasts(monkeypatch, [0.02] * 80 + [0.005] * 80)  # 20 seconds each
    assert told[79][0] == pytest.approx(told[79][1])
    assert told[79 + 40][0] > 2 * told[79][0]
    assert told[-1][0] == pytest.approx(told[-1][1], rel=0.3)


def test_a_figure_of_the_posts_stands_only_where_it_is_of_the_same_iteration(lab):
    lab.race(of="post", alphas="1", iterations=25_000)
    found = lab.result(lab.until("done")["number"])
    assert found["marks"] == [0, 10_000, 20_000, 25_000]
    assert found["lanes"][0]["printed"] == ["0.496410031903", "0.00858452565325", "0.00578945986251"]
    assert found["lanes"][0]["matched"] == [True, True, True]


def test_progress_piles_up_in_no_outbox():
    outbox = Outbox()
    for i in range(10_000):
        outbox.renew(b"how far the studies are: %d" % i)
    outbox.post(b"control")
    assert [outbox.take(), outbox.take(), outbox.take()] == [b"control", b"how far the studies are: 9999", None]


def test_a_page_that_joins_is_told_of_the_studies(lab, open_page):
    assert lab.studies() == []
    lab.sweep(seeds=2, iterations=10)
    done = lab.until("done")
    again = open_page(session=lab.page.welcome["session"])
    assert again.expect("studies")["studies"] == [done]


def test_another_session_sees_nothing_of_it(lab, open_page):
    number = lab.sweep(seeds=2, iterations=10)["number"]
    lab.until("done")
    stranger = Lab(lab.client, open_page())
    assert stranger.studies() == []
    assert stranger.ask(number).status_code == 404
    assert lab.client.get(f"/-/studies/{number}").status_code == 404
    stranger.page.send("delete_study", study=number)
    assert stranger.page.expect("error")["field"] == "study"
    assert lab.ask(number).status_code == 200


def test_an_answer_is_small_and_kept_by_nobody_on_the_way(lab):
    lab.sweep(seeds=500, iterations=1)
    number = lab.until("done")["number"]
    packed, plain = lab.ask(number), lab.ask(number, **{"Accept-Encoding": "identity"})
    assert (packed.headers["content-encoding"], packed.headers["cache-control"]) == ("gzip", "no-store")
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) == len(plain.content)
    assert packed.json() == plain.json()


def test_a_study_that_breaks_says_so_and_the_lab_goes_on(lab, monkeypatch, caplog):
    def broken(asked):
        raise ZeroDivisionError("no such thing")

    with monkeypatch.context() as patch:
        patch.setattr("app.studies.study.begun", broken)
        lab.sweep(seeds=2, iterations=10)
        failed = lab.until("failed")
    assert (failed["why"], failed["version"]) == (FAILED, 0)
    assert "no such thing" in caplog.text
    assert lab.ask(failed["number"]).status_code == 404
    lab.sweep(seeds=2, iterations=10)
    lab.until("done")
    assert lab.page.step()["iteration"] == 1


@pytest.mark.parametrize("verb", ["race", "sweep"])
def test_a_run_of_a_study_opens_with_the_bits_it_has_there(lab, verb):
    page = lab.page
    page.step(3)
    if verb == "race":
        lab.race("rule", alphas=".5 2", hidden_sizes="4 9", iterations=700)
    else:
        lab.sweep("map", alphas=".5 2", hidden_sizes="4 9", iterations=700, seeds=2)
    number = lab.until("done")["number"]
    found = lab.result(number)
    seed = 1 if verb == "race" else 2
    page.send("open_from_study", study=number, alpha=2, hidden_size=9, seed=seed)
    page.read_until(lambda message: page.iteration == 700)
    run = lab.session.workspace.run
    assert (run.iteration, run.alpha, run.hidden_sizes, run.recipe.seed) == (700, 2, (9,), seed)
    assert run.error == (found["lanes"][3]["error"] if verb == "race" else found["errors"][1][1][1])
    assert run.digest == trained(Recipe.named("xor", hidden_size=9, alpha=2, seed=seed), 700).digest
    assert [kept.reach for kept in lab.session.workspace.others] == [3]
    assert lab.session.workspace.kept.name == f"{'rule' if verb == 'race' else 'map'}: alpha 2, 9 units" + (
        "" if verb == "race" else ", seed 2"
    )


def test_a_run_that_a_study_does_not_have_is_not_opened(lab):
    lab.sweep("map", alphas=".5 2", hidden_sizes="4 9", iterations=10, seeds=2)
    number = lab.until("done")["number"]
    for asked in (
        {"alpha": 3, "hidden_size": 9, "seed": 1},
        {"alpha": 2, "hidden_size": 5, "seed": 1},
        {"alpha": 2, "hidden_size": None, "seed": 1},
        {"alpha": 2, "hidden_size": 9, "seed": 3},
    ):
        lab.page.send("open_from_study", study=number, **asked)
        error = lab.page.expect("error")
        assert error["field"] == "study"
        assert error["message"].startswith("This experiment has no run with alpha ")
    assert lab.page.step()["iteration"] == 1


def test_the_oldest_that_is_over_makes_room_and_none_that_is_not(small):
    for _ in range(4):
        small.sweep(seeds=1, iterations=5)
        small.until("done")
    assert [study.number for study in small.session.studies] == [2, 3, 4]
    numbers = [small.race(alphas="1", iterations=LONG)["number"] for _ in range(3)]
    error = small.refused("start_sweep", "luck")
    assert error["message"] == "3 experiments are at work or waiting, which is the limit: cancel one of them."
    assert [study.number for study in small.session.studies] == numbers
    for number in numbers:
        small.page.send("delete_study", study=number)
    small.studies(lambda rows: not rows)


def test_a_thinned_curve_keeps_its_ends_and_every_spike():
    run = Run(Recipe.named("xor", alpha=10))
    run.advance(60_000)
    iterations, errors = thinned(run, 60_000)
    times, all_errors = run.curve.points()
    assert len(errors) <= 402
    assert (iterations[0], iterations[-1], errors[-1]) == (0, 60_000, run.error)
    assert iterations == sorted(set(iterations))
    assert (min(errors), max(errors)) == (min(*all_errors, run.error), max(all_errors))
    assert set(zip(iterations[:-1], errors[:-1], strict=True)) <= set(zip(times, all_errors, strict=True))


def test_a_curve_that_ends_in_no_number_says_so():
    recipe = replace(Recipe.named("two-weights"), targets=((1e308,), (1e308,), (-1e308,), (-1e308,)))
    run = Run(recipe)
    run.advance(30)
    errors = thinned(run, 30)[1]
    assert any(error != error or error == float("inf") for error in errors)
