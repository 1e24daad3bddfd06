"""The error curve, the sigmoid and the error surface, as one sees and handles them."""

import re

import pytest
from playwright.sync_api import expect

PLOT = ".chart:not([hidden]) .chart-plot"


def layout(lab, panel, path):
    """What Plotly holds of a chart's layout, in its public form."""
    plot = lab.panel(panel).locator(PLOT)
    return plot.evaluate(f"plot => JSON.parse(JSON.stringify(plot.layout.{path}))")


def drawn(lab, panel):
    """Wait until Plotly has drawn a panel's chart, and return where that is on screen."""
    chart = lab.panel(panel).locator(".chart:not([hidden])")
    expect(chart.locator(".main-svg, canvas").first).to_be_attached()
    return chart.bounding_box()


@pytest.fixture
def trained(lab):
    """450 iterations of XOR, at rest, drawn to the last."""
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", "450")
    lab.page.keyboard.press("Escape")
    lab.button("Play").click()
    drawn(lab, "Error")
    lab.page.wait_for_function("() => document.querySelector('#curve .chart-plot').data.at(-1).x.at(-1) === 450")
    expect(lab.button("Play")).to_be_visible()
    return lab


@pytest.fixture
def two_weights(new_tab):
    lab = new_tab().open("/?experiment=two-weights")
    lab.button("Contour").click()
    drawn(lab, "Error surface")
    return lab


def test_every_point_of_the_curve_is_drawn(trained):
    """All 400 first iterations are kept one by one, and none is thinned away or smoothed."""
    plot = trained.panel("Error").locator(PLOT)
    assert plot.evaluate("plot => plot.data.at(-1).x.slice(0, 401)") == list(range(401))
    assert plot.evaluate("plot => plot.data.at(-1).line.shape ?? 'linear'") == "linear"


def test_the_curve_ends_at_the_newest_error_while_it_trains(lab):
    """Also between two of Plotly's drawings: the head is never behind the number above."""
    lab.button("Play").click()
    lab.rises(100)
    width = drawn(lab, "Error")["width"]
    for _ in range(5):
        x, iteration, (low, high) = lab.page.wait_for_function(
            "() => { const head = document.querySelector('.curve-head:not([display])');"
            " return head && [Number(head.getAttribute('cx')),"
            " Number(document.querySelector('#iteration').dataset.value),"
            " document.querySelector('#curve .chart-plot').layout.xaxis.range] }"
        ).json_value()
        left, right = 44, width - 14
        assert x == pytest.approx(left + (iteration - low) / (high - low) * (right - left), abs=0.1)
        lab.rises()


def test_log_axes_are_chosen_and_remembered(trained):
    expect(trained.button("log y")).to_have_attribute("aria-pressed", "true")
    trained.button("log y").click()
    error_panel_button(trained, "log x").click()
    assert layout(trained, "Error", "yaxis.type") == "linear"
    assert layout(trained, "Error", "xaxis.type") == "log"
    trained.page.reload()
    trained.ready()
    expect(error_panel_button(trained, "log x")).to_have_attribute("aria-pressed", "true")
    expect(trained.button("log y")).to_have_attribute("aria-pressed", "false")
    error_panel_button(trained, "log x").click()  # the next test finds the page as it was
    trained.button("log y").click()


def test_iteration_0_has_its_place_on_a_logarithmic_axis(trained):
    error_panel_button(trained, "log x").click()
    assert layout(trained, "Error", "xaxis.ticktext")[0] == "0"
    expect(trained.panel("Error").locator(".chart-axis-break")).to_be_visible()
    error_panel_button(trained, "log x").click()


def test_pointing_at_the_curve_reads_it_out(trained):
    box = drawn(trained, "Error")
    trained.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(trained.panel("Error").locator(".chart-tip")).to_contain_text("iteration")
    expect(trained.panel("Error").locator(".chart-tip")).to_contain_text("mean |error| 0.")


def test_arrow_keys_read_the_curve_point_by_point(trained):
    chart = trained.panel("Error").locator(".chart")
    before = trained.iteration
    chart.focus()
    chart.press("Home")
    chart.press("ArrowRight")
    expect(trained.panel("Error").locator(".chart-voice")).to_contain_text("iteration 1: 0.")
    assert trained.iteration == before  # the page's own use for the key is another


def test_a_thinned_curve_is_read_point_by_point_all_the_same(lab):
    """Plotly draws fewer points than there are; the keyboard goes to every one."""
    lab.page.locator("#stop").click()
    lab.type("stop at iteration", "20000")
    lab.page.keyboard.press("Escape")
    lab.slider("speed").press("End")
    lab.button("Play").click()
    drawn(lab, "Error")
    lab.page.wait_for_function("() => document.querySelector('#curve .chart-plot').data.at(-1).x.at(-1) === 20000")
    panel = lab.panel("Error")
    assert panel.locator(PLOT).evaluate("plot => plot.data.at(-1).x.indexOf(100)") != 100
    panel.locator(".chart").press("Home")
    for _ in range(100):
        panel.locator(".chart").press("ArrowRight")
    for place in (".chart-voice", ".chart-tip"):
        expect(panel.locator(place)).to_contain_text(re.compile(r"iteration 100\b"))
    panel.locator(".chart").blur()
    expect(panel.locator(".chart-tip")).to_be_hidden()


def drag(lab, box, start, end):
    lab.page.mouse.move(box["x"] + box["width"] * start, box["y"] + box["height"] * 0.3)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + box["width"] * end, box["y"] + box["height"] * 0.6, steps=5)
    lab.page.mouse.up()


def test_a_zoom_survives_training_and_the_theme_until_a_double_click(trained):
    whole = layout(trained, "Error", "xaxis.range")
    box = drawn(trained, "Error")
    drag(trained, box, 0.3, 0.6)
    expect(trained.button("Whole run")).to_be_visible()
    zoomed = layout(trained, "Error", "xaxis.range")
    assert whole[0] < zoomed[0] < zoomed[1] < whole[1]
    trained.button("Step").click()
    trained.page.locator("#theme").click()
    trained.page.wait_for_function("() => document.querySelector('#curve .chart-plot').data.at(-1).x.at(-1) > 400")
    assert layout(trained, "Error", "xaxis.range") == zoomed
    trained.page.locator("#theme").click()
    trained.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(trained.button("Whole run")).to_be_hidden()
    assert layout(trained, "Error", "xaxis.range")[0] == 0


def test_a_run_in_the_legend_is_brought_out_and_turned_to(trained):
    before = trained.iteration
    trained.button("Reset").click()
    run = trained.panel("Error").get_by_role("list", name="other runs").get_by_role("button", name="run 1")
    run.focus()
    assert trained.panel("Error").locator(".curve-lit").get_attribute("d").startswith("M")
    run.press("Enter")
    expect(trained.page.get_by_label("iteration", exact=True)).to_have_attribute("data-value", str(before))


def test_every_example_has_a_dot_and_the_chosen_one_a_slope(trained):
    panel = trained.panel("Sigmoid slopes")
    drawn(trained, "Sigmoid slopes")
    dots = panel.locator(".dots:not(.chosen)").last.get_attribute("d")
    assert dots.count("M") == 3
    assert panel.locator(".dots.chosen").last.get_attribute("d").count("M") == 1
    expect(panel.locator(".slope-name:not([display])")).to_have_count(1)
    expect(panel.locator(".chart-note")).to_contain_text("Example 1")
    trained.rows.nth(2).click()
    expect(panel.locator(".chart-note")).to_contain_text("Example 3")


def test_another_layer_shows_its_units(trained):
    panel = trained.panel("Sigmoid slopes")
    drawn(trained, "Sigmoid slopes")
    panel.get_by_role("button", name="l1", exact=True).click()
    expect(panel.locator(".chart-note")).to_contain_text("l1[")
    assert panel.locator(".dots.chosen").last.get_attribute("d").count("M") == 4
    assert "l0 @ syn0" in layout(trained, "Sigmoid slopes", "xaxis.title.text")
    expect(panel.locator(".slope-name:not([display])")).to_have_count(4)


def test_a_tangent_has_the_slope_of_the_sigmoid(trained):
    """In the chart's own units; every tangent is equally long in pixels."""
    panel = trained.panel("Sigmoid slopes")
    box = drawn(trained, "Sigmoid slopes")
    start, end = panel.locator(".tangents.chosen").get_attribute("d")[1:].split("L")
    (x0, y0), (x1, y1) = ([float(n) for n in point.split(" ")] for point in (start, end))
    low, high = layout(trained, "Sigmoid slopes", "xaxis.range")
    bottom, top = layout(trained, "Sigmoid slopes", "yaxis.range")
    domain = layout(trained, "Sigmoid slopes", "yaxis.domain")
    wide = (box["width"] - 36 - 12) / (high - low)
    tall = (box["height"] - 8 - 36) * (domain[1] - domain[0]) / (top - bottom)
    slope = float(panel.locator(".slope-name").first.text_content())
    assert ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 == pytest.approx(54, abs=0.3)
    assert -((y1 - y0) / tall) / ((x1 - x0) / wide) == pytest.approx(slope, abs=0.005)


def test_a_dot_tells_its_numbers_and_chooses_its_example(trained):
    panel = trained.panel("Sigmoid slopes")
    drawn(trained, "Sigmoid slopes")
    chart = panel.locator(".chart")
    chart.focus()
    chart.press("ArrowRight")
    chart.press("ArrowRight")
    expect(panel.locator(".chart-tip")).to_contain_text("example 2, l2[0]")
    chart.press("Enter")
    expect(trained.rows.nth(1)).to_have_attribute("aria-selected", "true")


def near(weight):
    """Three decimals on the page of what is known here to two."""
    return re.compile(re.escape(f"{weight:.3f}"[:-2].replace("-", "−")))


def test_a_click_on_the_contour_drops_the_ball_exactly_there(two_weights):
    box = drawn(two_weights, "Error surface")
    chart = two_weights.panel("Error surface").locator(".chart:not([hidden])")
    chart.hover(position={"x": box["width"] * 0.4, "y": 100})
    words = chart.locator(".aim-name").text_content().replace("−", "-")
    wanted = [float(number) for number in words.removeprefix("drop at ").split(", ")]
    chart.click(position={"x": box["width"] * 0.4, "y": 100})
    for field, weight in zip(("syn0[0]", "syn0[1]"), wanted, strict=True):
        expect(two_weights.field(field)).to_have_attribute("placeholder", near(weight))
    expect(two_weights.panel("Error").locator(".mark-line").first).not_to_have_attribute("d", "")
    two_weights.button("Play").click()
    two_weights.rises()


def test_weights_are_dropped_by_number_and_training_goes_on_from_there(two_weights):
    two_weights.field("syn0[0]").fill("-3.5")
    two_weights.field("syn0[1]").fill("2.25")
    two_weights.button("Drop here").click()
    expect(two_weights.field("syn0[0]")).to_have_attribute("placeholder", "−3.500")
    expect(two_weights.field("syn0[1]")).to_have_attribute("placeholder", "2.250")
    two_weights.button("Play").click()
    two_weights.rises()
    assert two_weights.panel("Error surface").locator(".trail").get_attribute("d").count("M") == 2


def test_weights_that_are_no_numbers_are_refused_beside_the_field(two_weights):
    refusal = two_weights.panel("Error surface").get_by_role("alert")
    for bad, good in (("syn0[0]", "syn0[1]"), ("syn0[1]", "syn0[0]")):
        two_weights.field(good).fill("−2")
        two_weights.type(bad, "abc")
        expect(refusal).to_contain_text("number")
        expect(two_weights.field(bad)).to_have_attribute("aria-invalid", "true")
        expect(two_weights.field(bad)).to_have_attribute("aria-errormessage", refusal.get_attribute("id"))
        expect(two_weights.field(good)).not_to_have_attribute("aria-invalid", "true")
    two_weights.field("syn0[1]").fill("−2")
    two_weights.type("syn0[0]", "1")
    expect(two_weights.field("syn0[1]")).to_have_attribute("placeholder", "−2.000")
    expect(two_weights.panel("Error surface").locator(".drop-refusal")).to_be_empty()


def test_a_ball_dropped_twice_at_one_iteration_leaves_no_line_between(two_weights):
    for weight in ("-3", "4"):
        two_weights.type("syn0[0]", weight)
        expect(two_weights.field("syn0[0]")).to_have_attribute("placeholder", f"{weight.replace('-', '−')}.000")
        way = two_weights.panel("Error surface").locator(".trail").get_attribute("d")
        lines = [part.split("L") for part in way.split("M")[1:]]
        assert len(lines) == 2
        assert all(len(set(points)) == 1 for points in lines), way


def test_a_ball_beyond_the_map_is_pointed_to(two_weights):
    two_weights.field("syn0[0]").fill("25")
    two_weights.type("syn0[1]", "0")
    surface = two_weights.panel("Error surface")
    expect(surface.locator(".ball-away-name")).to_contain_text("ball at 25.0, 0.0")
    expect(surface.locator(".ball")).to_be_hidden()


def test_the_ball_is_dropped_by_keyboard(two_weights):
    chart = two_weights.panel("Error surface").locator(".chart:not([hidden])")
    chart.focus()
    chart.press("Shift+ArrowUp")
    chart.press("Enter")
    expect(two_weights.panel("Error").locator(".mark-line").first).not_to_have_attribute("d", "")


SOME_FRAMES = """() => new Promise(done => {
  let left = 60;
  (function next() { left-- ? requestAnimationFrame(next) : done() })();
})"""


def resting_camera(lab):
    """Where the camera is when it does not glide any more: for as many frames as a slow machine may skip.

    Plotly's layout tells where it was when the button was let go; the scene itself knows where it came to rest.
    """
    plot = lab.panel("Error surface").locator(PLOT)
    before, now = None, {}
    while now != before:
        lab.page.evaluate(SOME_FRAMES)
        before, now = now, plot.evaluate("plot => ({ ...plot._fullLayout.scene._scene.getCamera().eye })")
    return now


def error_panel_button(lab, name):
    return lab.panel("Error").get_by_role("button", name=name, exact=True)


def camera(lab):
    return layout(lab, "Error surface", "scene.camera.eye")


def test_the_camera_never_jumps(two_weights):
    two_weights.button("3-D").click()
    box = drawn(two_weights, "Error surface")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    two_weights.page.mouse.move(x, y)
    two_weights.page.mouse.down()
    two_weights.page.mouse.move(x + 60, y + 20, steps=4)
    two_weights.page.mouse.up()
    turned = resting_camera(two_weights)
    assert turned != {"x": 1.2, "y": -1.33, "z": 1.0}
    two_weights.button("Play").click()
    two_weights.rises(two_weights.iteration + 300)
    two_weights.page.locator("#theme").click()
    two_weights.button("Contour").click()
    two_weights.button("3-D").click()
    drawn(two_weights, "Error surface")
    assert camera(two_weights) == pytest.approx(turned)
    two_weights.page.locator("#theme").click()


def test_a_scene_that_nobody_sees_is_given_back(two_weights):
    """A browser has only so many WebGL contexts."""
    two_weights.button("3-D").click()
    expect(two_weights.panel("Error surface").locator("canvas")).not_to_have_count(0)
    two_weights.button("Contour").click()
    expect(two_weights.panel("Error surface").locator("canvas")).to_have_count(0)


def test_without_webgl_there_is_the_contour_and_a_reason(new_tab, chromium):
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        context.add_init_script(
            "const real = HTMLCanvasElement.prototype.getContext;"
            "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
            "  return kind.includes('webgl') ? null : real.call(this, kind, ...more) }"
        )
        lab = new_tab(context=context).open("/?experiment=two-weights")
        expect(lab.button("3-D")).to_be_disabled()
        expect(lab.button("Contour")).to_have_attribute("aria-pressed", "true")
        expect(lab.panel("Error surface").locator(".chart-note")).to_contain_text("WebGL")


@pytest.mark.parametrize("name", ["the error curve", "the sigmoid slopes"])
def test_a_chart_is_saved_as_a_picture(trained, name):
    drawn(trained, "Sigmoid slopes")
    with trained.page.expect_download() as download:
        trained.button(f"Save picture of {name}").click()
        trained.page.get_by_role("group", name=f"Picture of {name}").get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_phone_scrolls_over_the_curve(new_tab, chromium):
    """A finger that drags means the page; with a mouse it is a zoom."""
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    with chromium.new_context(**options) as context:
        lab = new_tab(context=context).open()
        drawn(lab, "Error")
        assert layout(lab, "Error", "dragmode") is False
