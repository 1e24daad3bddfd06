"""The file of a run, opened from the disk with the network off."""

import pytest
from playwright.sync_api import expect

from app.assets import all_assets
from app.export import alone
from app.export.alone_routes import told
from app.share.pages import templates
from engine import Recipe, Run


@pytest.fixture(scope="module")
def run():
    """A chaotic run with edits, far enough that a last bit would show."""
    run = Run(Recipe.named("xor", hidden_size=32, alpha=10))
    run.advance(900)
    run.set(hidden_size=6)
    run.advance(400)
    run.set(alpha=3)
    run.advance(10_700)
    return run


@pytest.fixture
def opened(chromium, run, tmp_path):
    """The file in a browser that is offline; it may have no fault and ask nobody for anything."""
    file = tmp_path / "run.html"
    file.write_text(alone.page(*told(run), templates.get_template("alone.html"), all_assets().text))
    faults = []
    with chromium.new_context(offline=True, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.on(
            "request", lambda request: faults.append(request.url) if request.url.startswith(("http", "ws")) else None
        )
        page.goto(file.as_uri())
        page.wait_for_selector('html[data-ready="true"]')
        yield page
    assert not faults


def shown(page, name):
    return float(page.get_by_label(name, exact=True).get_attribute("data-value"))


def test_it_trains_the_run_again_to_the_same_bits(opened, run):
    expect(opened.locator("#verdict")).to_contain_text("every weight has the same bits as in the lab")
    assert (shown(opened, "iteration"), shown(opened, "mean error")) == (run.iteration, run.error)
    first = opened.get_by_role("region", name="Weights").locator("td").first
    expect(first).to_have_text(f"{run.weights[0][0, 0]:.3f}".replace("-", "−"))


def test_it_is_scrubbed_stepped_and_played_on(opened, run):
    iteration = opened.get_by_label("iteration", exact=True)
    for wanted in (700, 900, 1_300, 3):
        opened.get_by_role("slider", name="timeline").fill(str(wanted))
        expect(iteration).to_have_attribute("data-value", str(wanted))
        assert shown(opened, "mean error") == run.at(wanted).error
    opened.get_by_role("button", name="alpha 10 → 3").click()
    expect(iteration).to_have_attribute("data-value", "1300")
    opened.keyboard.press("r")
    opened.get_by_role("button", name="Step", exact=True).click()
    expect(iteration).to_have_attribute("data-value", "1")
    opened.get_by_role("slider", name="timeline").fill(str(run.iteration))
    opened.get_by_role("button", name="Play", exact=True).click()
    opened.wait_for_function("n => Number(document.querySelector('#iteration').dataset.value) > n", arg=run.iteration)
    opened.get_by_role("button", name="Pause", exact=True).click()
    opened.get_by_role("button", name="Play", exact=True).wait_for()
    beyond = run.at(run.iteration)
    beyond.advance(int(shown(opened, "iteration")) - run.iteration)
    assert shown(opened, "mean error") == beyond.error
