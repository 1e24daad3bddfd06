"""Bad input gets one clear sentence and loses nothing."""

import pytest
from starlette.websockets import WebSocketDisconnect

from app.settings import Settings

NOT_POSITIVE = [0, -1, "0", "-0.5", "abc", "", "NaN", "inf", "1e999", 1e308 * 10, "1,2,3", "1,000"]


def refused(page, type_, **fields):
    """Ask for something impossible; return the refusal after checking that the run goes on untouched."""
    before = page.ask("pause", "controls")
    page.send(type_, request=41, **fields)
    error = page.expect("error")
    assert error["request"] == 41
    assert error["message"].endswith(".")
    assert page.ask("pause", "controls") == before
    page.step()
    return error


@pytest.mark.parametrize("alpha", NOT_POSITIVE)
def test_alpha_must_be_positive(page, alpha):
    error = refused(page, "set_alpha", alpha=alpha)
    assert (error["code"], error["field"]) == ("bad_value", "alpha")
    assert error["message"] == "alpha must be a positive number, such as 0.5 or 10."


@pytest.mark.parametrize("size", [0, 65, 1_000_000, -4, 2.5, "four", "NaN", "1e999", ""])
def test_hidden_size_must_be_within_its_bounds(page, size):
    error = refused(page, "set_hidden_size", hidden_size=size)
    assert error["field"] == "hidden size"
    assert error["message"] == "hidden size must be a whole number from 1 to 64."


@pytest.mark.parametrize("seed", [1.5, 1.125, "1.250", "0.001", "0,001", -1, "one", 2**32, "1e999", ""])
def test_a_seed_must_be_whole(page, seed):
    error = refused(page, "set_seed", seed=seed)
    assert error["field"] == "seed"
    assert "whole number from 0 to 4,294,967,295" in error["message"]


@pytest.mark.parametrize("iteration", [0, -5, "soon", 2_000_000_000, 1.5])
def test_a_stop_must_be_an_iteration(page, iteration):
    assert refused(page, "set_stop", iteration=iteration)["field"] == "stop at iteration"


@pytest.mark.parametrize("error", [0, 1, -1, "little", "NaN"])
def test_a_stop_error_must_be_one_that_can_be_reached(page, error):
    assert refused(page, "set_stop", iteration=100, error=error)["field"] == "stop at error"


def test_a_stop_behind_the_run_is_refused(page):
    page.step(100)
    assert "already" in refused(page, "set_stop", iteration=100)["message"]


@pytest.mark.parametrize("row", [-1, 4, 1000])
def test_there_is_no_such_example(page, row):
    assert "4 examples" in refused(page, "select_row", row=row)["message"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("60,000", 60_000), (" 1 234 567 ", 1_234_567), ("1e3", 1000), (70.0, 70)]
)
def test_whole_numbers_are_read_as_people_write_them(page, typed, meant):
    assert page.ask("set_stop", "controls", iteration=typed)["stop_iteration"] == meant


@pytest.mark.parametrize(("typed", "meant"), [("0,5", 0.5), (" 2.5 ", 2.5), ("1e-3", 0.001), ("0,001", 0.001), (7, 7)])
def test_numbers_are_read_as_people_write_them(page, typed, meant):
    assert page.ask("set_alpha", "controls", alpha=typed)["alpha"] == meant


def test_there_is_no_such_experiment(page):
    assert "choose one of" in refused(page, "choose_experiment", experiment="cifar")["message"]


def test_a_network_of_two_weights_has_no_hidden_size(page):
    page.ask("choose_experiment", "snapshot", experiment="two-weights")
    assert "no hidden layer" in refused(page, "set_hidden_size", hidden_size=4)["message"]


@pytest.mark.parametrize("weights", [["1", "x"], [1e999, 0], ["NaN", "1"]])
def test_a_ball_needs_ordinary_numbers(page, weights):
    page.ask("choose_experiment", "snapshot", experiment="two-weights")
    error = refused(page, "drop_weights", weights=weights)
    assert error["code"] == "bad_value"
    assert error["field"] == ("w1" if weights[0] == "1" else "w0")


def test_a_ball_needs_a_network_of_two_weights(page):
    assert "16 weights, not 2" in refused(page, "drop_weights", weights=[1, 2])["message"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '"play"',
        '{"type": "explode"}',
        '{"type": "play", "extra": 1}',
        '{"type": "step", "iterations": 0}',
        '{"type": "step", "iterations": 1e9}',
        '{"type": "set_speed", "speed": 0.5}',
        '{"type": "set_speed", "speed": "NaN"}',
        '{"type": "set_alpha", "alpha": [1]}',
        '{"type": "set_alpha", "alpha": true}',
        '{"type": "set_alpha", "alpha": null}',
        '{"type": "drop_weights", "weights": [1]}',
        '{"type": "painted"}',
    ],
)
def test_a_malformed_message_gets_a_typed_error_and_keeps_its_socket(page, text):
    page.socket.send_text(text)
    error = page.expect("error")
    assert error["code"] == "bad_message"
    assert page.step()["iteration"] == 1


def test_a_binary_message_gets_a_typed_error(page):
    page.socket.send_bytes(b"\x00\x01")
    assert page.expect("error")["code"] == "bad_message"
    assert page.step()["iteration"] == 1


def test_the_first_message_must_be_join(open_page):
    page = open_page(joined=False)
    page.send("play")
    assert page.expect("error")["code"] == "not_joined"
    page.join()
    page.send("join")
    assert page.expect("error")["code"] == "joined_already"


def closing_code(page):
    with pytest.raises(WebSocketDisconnect) as closed:
        page.read_until(lambda message: False)
    return closed.value.code


def test_an_oversized_message_closes_the_socket_with_its_code(page, settings):
    page.send("choose_experiment", experiment="x" * settings.max_message_bytes)
    assert closing_code(page) == 1009


class TestFlood:
    @pytest.fixture
    def settings(self):
        return Settings(database="", messages_per_second=10)

    def test_a_flood_closes_the_socket_with_its_code_and_the_run_is_kept(self, page, open_page):
        page.step(9)
        for _ in range(40):
            page.socket.send_text('{"type": "pause"}')
        assert closing_code(page) == 4408
        assert open_page(session=page.welcome["session"]).snapshot["frame"]["iteration"] == 9


class TestLimits:
    @pytest.fixture
    def settings(self):
        return Settings(database="", max_sessions=2, max_edits=2, max_iterations=30, max_watchers=1)

    def test_a_full_lab_says_so_and_closes(self, open_page):
        open_page(), open_page()
        newcomer = open_page(joined=False)
        newcomer.send("join")
        assert closing_code(newcomer) == 4429

    def test_the_longest_unwatched_session_makes_room(self, open_page):
        first, second = open_page(), open_page()
        first.socket.close()
        third = open_page()
        assert third.welcome["fresh"]
        assert second.step()["iteration"] == 1

    def test_a_run_takes_so_many_edits_and_no_more(self, page):
        for alpha in (2, 3):
            page.step()
            page.ask("set_alpha", "edit_applied", alpha=alpha)
        page.step()
        assert "changed 2 times" in refused_edit(page)

    def test_a_run_goes_so_far_and_no_further(self, page):
        page.step(29)
        page.send("step", iterations=10)
        assert page.expect("frame")["iteration"] == 30
        page.send("step")
        assert "30 iterations" in page.expect("error")["message"]
        page.send("play")
        assert "30 iterations" in page.expect("error")["message"]

    def test_one_session_has_so_many_watchers(self, open_page):
        first = open_page()
        second = open_page(joined=False)
        second.send("join", session=first.welcome["session"])
        assert closing_code(second) == 4429


def refused_edit(page):
    page.send("set_alpha", alpha=9)
    return page.expect("error")["message"]


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://testserver.evil.example", "http://["])
def test_a_foreign_origin_is_refused(client, origin):
    refusal = client.websocket_connect("/ws", headers={"origin": origin})
    with pytest.raises(WebSocketDisconnect) as closed, refusal:
        pass
    assert closed.value.code == 4403


def test_our_own_origin_is_welcome(client):
    with client.websocket_connect("/ws", headers={"origin": "http://testserver"}) as socket:
        socket.send_text('{"type": "join"}')
        assert socket.receive_json()["type"] == "welcome"
