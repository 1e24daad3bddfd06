"""What a person takes home: files from the sheet, pictures from the panels."""

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def trained(lab):
    lab.open("/?experiment=xor&alpha=3")
    for _ in range(3):
        lab.button("Step").click()
    expect(lab.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", "3")
    return lab


def opened(lab):
    lab.button("Take home").click()
    return lab.page.locator("#home-sheet")


def saved(lab, press):
    with lab.page.expect_download() as download:
        press()
    return download.value


def test_the_script_from_the_sheet_prints_the_error_on_screen(trained, tmp_path):
    button = opened(trained).get_by_role("button", name="Python script")
    button.focus()
    download = saved(trained, lambda: trained.page.keyboard.press("Enter"))
    download.save_as(tmp_path / "mine.py")
    done = subprocess.run([sys.executable, "-I", "mine.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert float(done.stdout.split()[-1]) == pytest.approx(trained.readout("mean error"), abs=1e-9, rel=0)
    expect(trained.page.locator("#home-sheet").get_by_role("status")).to_have_text(
        f"Saved: {download.suggested_filename}."
    )
    expect(button).to_be_focused()


def test_a_file_that_can_not_be_had_is_told_in_words(trained):
    sheet = opened(trained)
    trained.page.route("**/-/export/*", lambda route: route.abort())
    sheet.get_by_role("button", name=re.compile("^Weights")).click()
    expect(sheet.get_by_role("status")).to_contain_text("cannot be heard")
    trained.faults.clear()  # the browser notes the lost request


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_light_and_says_what_it_shows(trained, theme):
    trained.page.emulate_media(color_scheme=theme)
    trained.button("Save picture of the network").click()
    menu = trained.page.get_by_role("group", name="Picture of the network")
    download = saved(trained, lambda: menu.get_by_role("button", name="SVG").click())
    drawing = ElementTree.fromstring(download.path().read_text())
    texts = [text.text or "" for text in drawing.iter(f"{SVG}text")]
    assert drawing.find(f"{SVG}rect").get("fill") == "#fff"
    assert texts[0] == "The network · Hidden layer (XOR)"
    assert "l2" in texts
    assert any("alpha 3, hidden size 4, seed 1" in text and "iteration 3" in text for text in texts)
    assert trained.page.locator("html").get_attribute("data-theme") == theme


def test_a_chart_carries_what_lies_over_it(trained):
    expect(trained.panel("Error").locator(".main-svg").first).to_be_visible()
    trained.button("Save picture of the error curve").click()
    menu = trained.page.get_by_role("group", name="Picture of the error curve")
    download = saved(trained, lambda: menu.get_by_role("button", name="SVG").click())
    drawing = ElementTree.fromstring(download.path().read_text())
    assert {"iteration", "mean |error|"} <= {text.text for text in drawing.iter(f"{SVG}text")}
    assert any(circle.get("fill") == "#c2255c" for circle in drawing.iter(f"{SVG}circle"))
    assert not list(drawing.iter(f"{SVG}script"))
