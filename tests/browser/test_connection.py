"""Connections break; runs do not."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, WebSocketRoute, expect

from .lab import Lab, Server


def forgive_lost_connections(lab: Lab) -> None:
    """The browser itself writes an error for every try that fails; those are wanted here."""
    lab.faults[:] = [fault for fault in lab.faults if "WebSocket" not in fault and "ERR_" not in fault]


def test_a_reload_comes_back_to_the_same_run(lab: Lab) -> None:
    lab.button("Play").click()
    seen = lab.rises(100)
    lab.page.reload()
    lab.ready()
    expect(lab.button("Pause")).to_be_visible()
    assert lab.rises(seen) > seen


def test_a_server_that_was_killed_is_found_again(new_tab: Callable[..., Lab], own_server: Server) -> None:
    """Shown, retried, healed, with the settings and the run as they were, and without a reload."""
    lab = new_tab(url=own_server.url).open()
    lab.type("alpha value", "2.5")
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "1")
    own_server.wait_until_saved(iteration=1)
    lab.page.evaluate("window.sameDocument = true")
    own_server.kill()
    expect(lab.pill).to_have_text("reconnecting…")
    own_server.start()
    expect(lab.pill).to_have_text("live")
    expect(lab.field("alpha value")).to_have_value("2.5")
    lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "2")
    assert lab.page.evaluate("window.sameDocument")
    forgive_lost_connections(lab)


def test_a_machine_without_a_network_heals_when_it_has_one(new_tab: Callable[..., Lab], chromium: Browser) -> None:
    context = chromium.new_context()
    lab = new_tab(context=context).open()
    lab.button("Play").click()
    lab.rises(20)
    context.set_offline(True)
    expect(lab.pill).to_have_text("reconnecting…")
    context.set_offline(False)
    expect(lab.pill).to_have_text("live")
    lab.rises()
    forgive_lost_connections(lab)


def test_what_is_asked_while_nobody_hears_is_not_lost_silently(new_tab: Callable[..., Lab], own_server: Server) -> None:
    lab = new_tab(url=own_server.url).open()
    own_server.kill()
    expect(lab.pill).to_have_text("reconnecting…")
    lab.button("Play").click()
    expect(lab.page.get_by_text("that was not sent")).to_be_visible()
    lab.slider("alpha").press("ArrowUp")
    expect(lab.slider("alpha")).to_have_attribute("aria-valuetext", "1")
    expect(lab.field("alpha value")).to_have_value("1")
    lab.field("seed").fill("2")
    lab.field("seed").press("Tab")
    expect(lab.field("seed")).to_have_value("1")
    own_server.start()
    forgive_lost_connections(lab)


def test_a_run_that_is_gone_is_told(lab: Lab) -> None:
    lab.page.evaluate("sessionStorage.setItem('eleven-lines:session', 'nobody')")
    lab.page.reload()
    lab.ready()
    expect(lab.page.get_by_role("status").filter(has_text="no longer on this server")).to_be_visible()
    lab.page.reload()
    lab.ready()
    expect(lab.page.get_by_text("no longer on this server")).to_have_count(0)


def test_two_tabs_do_not_disturb_each_other(new_tab: Callable[..., Lab]) -> None:
    one, other = new_tab().open(), new_tab().open()
    one.page.bring_to_front()
    one.type("alpha value", "7")
    one.button("Play").click()
    one.rises(100)
    other.page.bring_to_front()
    assert other.iteration == 0
    expect(other.field("alpha value")).to_have_value("1")
    expect(other.button("Play")).to_be_visible()


def test_a_page_that_was_cut_off_is_told_and_may_try_again(new_tab: Callable[..., Lab]) -> None:
    """A close that would only happen again is not retried by itself."""
    lab = new_tab()
    lab.page.route_web_socket(re.compile("/ws$"), cut_off_at_step(code=4408))
    lab.open().button("Step").click()
    expect(lab.page.get_by_role("alert").filter(has_text="too many messages")).to_be_visible()
    expect(lab.pill).to_have_text("not connected")
    lab.button("Try again").click()
    expect(lab.pill).to_have_text("live")
    expect(lab.button("Try again")).to_be_hidden()


def cut_off_at_step(code: int) -> Callable[[WebSocketRoute], None]:
    """Return a proxy that closes with this code instead of passing on a step."""

    def proxy(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        socket.on_message(lambda text: socket.close(code=code) if '"step"' in text else server.send(text))

    return proxy
