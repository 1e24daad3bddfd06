"""What a strict content policy needs is read out of the plotly.js that is installed, whichever that is."""

import re

import pytest

from app import plotly_bundle


@pytest.fixture(autouse=True)
def _forgotten():
    """Every test reads the bundle anew."""
    plotly_bundle.stylesheet.cache_clear()
    plotly_bundle.style_guard_id.cache_clear()


def installed(monkeypatch, bundle):
    monkeypatch.setattr(plotly_bundle, "get_plotlyjs", lambda: bundle)


def test_the_script_is_plotly():
    assert plotly_bundle.script().startswith(b"/**\n* plotly.js v")


def test_every_rule_is_confined_to_plotlys_own_elements():
    rules = plotly_bundle.stylesheet().splitlines()
    assert len(rules) > 50
    for rule in rules:
        selectors, _, declarations = rule.partition(" { ")
        assert declarations.endswith(" }")
        for selector in selectors.split(","):
            assert re.match(r"\.(js-plotly-plot \.plotly|plotly-notifier)\b", selector)


def test_the_rules_without_which_a_chart_falls_apart_are_there():
    sheet = plotly_bundle.stylesheet()
    assert ".js-plotly-plot .plotly .main-svg { position:absolute;top:0;left:0;pointer-events:none; }" in sheet
    assert ".js-plotly-plot .plotly .cursor-crosshair { cursor:crosshair; }" in sheet


def test_the_rules_stand_in_the_order_in_which_plotly_would_leave_them():
    """It inserts each before the last, so that the first of its table is the last of the sheet."""
    assert (
        plotly_bundle.stylesheet().splitlines()[-1].startswith(".js-plotly-plot .plotly,.js-plotly-plot .plotly div {")
    )


def test_the_braces_of_the_sheet_are_balanced():
    sheet = plotly_bundle.stylesheet()
    assert sheet.count("{") == sheet.count("}") == len(sheet.splitlines())


def test_the_guard_is_the_id_that_the_script_asks_for():
    guard = plotly_bundle.style_guard_id()
    assert re.fullmatch("[0-9a-f]{64}", guard)
    assert f'getElementById("{guard}")' in plotly_bundle.script().decode()


def test_the_link_is_of_the_id_that_the_script_asks_for():
    prefix = plotly_bundle.STYLE_ID.removesuffix("global")
    assert f'"{prefix}"+' in plotly_bundle.script().decode()
    assert ".no-inline-styles" in plotly_bundle.script().decode()


@pytest.mark.parametrize("read", [plotly_bundle.stylesheet, plotly_bundle.style_guard_id])
def test_a_bundle_written_otherwise_is_refused_by_its_version(read, monkeypatch):
    installed(monkeypatch, "/** plotly.js from the future **/")
    with pytest.raises(plotly_bundle.BundleError, match=re.escape(plotly_bundle.plotly.__version__)):
        read()


def test_rules_that_cannot_all_be_read_are_refused(monkeypatch):
    scopes = '.replace(/X/g,".js-plotly-plot .plotly").replace(/Y/g,".plotly-notifier")'
    installed(monkeypatch, 't={"X,X div":"margin:0;","X a":half+other};for(k in t)s=k' + scopes)
    with pytest.raises(plotly_bundle.BundleError, match="style rules"):
        plotly_bundle.stylesheet()
