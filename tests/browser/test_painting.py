"""What is painted, how often and how late: never more than is new, never older than it must be."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.page import Witness

from .lab import Lab
from .test_charts import drag, drawn

COUNT_PLOTLY = """() => {
  window.drawings = 0;
  for (const name of ["react", "restyle", "relayout", "update", "redraw", "newPlot", "extendTraces", "animate"]) {
    const real = Plotly[name];
    Plotly[name] = (...given) => (window.drawings++, real(...given));
  }
}"""

COUNT_PAINTS = """() => {
  window.paints = [];
  const iteration = document.querySelector("#iteration");
  new MutationObserver(() => paints.push([performance.timeOrigin + performance.now(), Number(iteration.dataset.value)]))
    .observe(iteration, { attributeFilter: ["data-value"] });
}"""

COUNT_GL = """(() => {
  window.landscapes = 0;
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext])
    for (const name of ["drawArrays", "drawElements"]) {
      const real = kind.prototype[name];
      kind.prototype[name] = function (...given) { landscapes++; return real.apply(this, given); };
    }
})()"""

TAKE_LONG = """() => {
  const real = requestAnimationFrame.bind(window);
  window.requestAnimationFrame = paint => real(time => {
    const until = performance.now() + 200;
    paint(time);
    while (performance.now() < until);
  });
}"""

HIDE = """() => {
  const real = requestAnimationFrame.bind(window);
  const kept = [];
  window.requestAnimationFrame = paint => kept.push(paint);
  window.comeBack = () => { window.requestAnimationFrame = real; kept.splice(0).forEach(paint => real(paint)); };
}"""

PLOTLYS_OWN_PLACE = """w => {
  const scene = document.querySelector("#surface .chart:not([hidden]) .chart-plot")._fullLayout.scene._scene;
  const { model, view, projection } = scene.glplot.cameraParams;
  const times = (m, v) => [0, 1, 2, 3].map(i => v.reduce((sum, x, j) => sum + m[4 * j + i] * x, 0));
  const [x, y, , depth] = times(projection, times(view, times(model, [...w.map((x, i) => x * scene.dataScale[i]), 1])));
  const [wide, high] = scene.glplot.shape.map(side => side / scene.glplot.pixelRatio);
  return [(wide / 2) * (1 + x / depth), (high / 2) * (1 - y / depth)];
}"""


def paints(page: Page) -> list[tuple[float, int]]:
    return [(at, iteration) for at, iteration in page.evaluate("paints")]


def witness_of(lab: Lab) -> Witness:
    return Witness(lab.url, lab.page.evaluate("sessionStorage.getItem('eleven-lines:session')"))


def test_plotly_draws_when_axes_change_and_not_with_every_frame(lab: Lab) -> None:
    """The curve grows by our own hand in between."""
    drawn(lab, "Error")
    lab.button("Play").click()
    lab.rises(1050)  # the axis ends at 2,000 now
    lab.page.evaluate(COUNT_PLOTLY)
    lab.page.evaluate(COUNT_PAINTS)
    before = lab.page.locator(".curve-newest").evaluate("line => line.innerHTML")
    lab.rises(1500)
    assert lab.page.evaluate("drawings") <= 1
    assert len(paints(lab.page)) > 5
    assert lab.page.locator(".curve-newest").evaluate("line => line.innerHTML") != before


def test_plotly_has_the_whole_curve_once_training_rests(lab: Lab) -> None:
    drawn(lab, "Error")
    lab.button("Play").click()
    lab.rises(300)
    lab.button("Pause").click()
    expect(lab.button("Play")).to_be_visible()
    lab.page.wait_for_function(
        "() => document.querySelector('#curve .chart-plot').data.at(-1).x.at(-1) =="
        " document.querySelector('#iteration').dataset.value"
    )


def test_a_slow_page_shows_what_was_newest_when_it_began_to_paint(lab: Lab) -> None:
    """Never anything older than the newest frame there was two paints before, however long a paint takes."""
    lab.button("Play").click()
    lab.rises(100)
    witness = witness_of(lab)
    lab.page.evaluate(TAKE_LONG)
    lab.page.evaluate(COUNT_PAINTS)
    lab.page.wait_for_function("() => paints.length > 12")
    seen = paints(lab.page)[2:]
    witness.dismiss()
    for (before, _), (_, iteration) in zip(seen, seen[2:], strict=False):
        assert iteration >= witness.newest(before)


def test_a_page_that_nobody_sees_paints_nothing_and_is_sent_nothing(new_tab: Callable[[], Lab]) -> None:
    """A hidden tab has no animation frames; when it is seen again, the newest frame is painted."""
    lab = new_tab()
    told: list[str] = []
    lab.page.on("websocket", lambda socket: socket.on("framereceived", lambda text: told.append(str(text)[:20])))
    lab.open().button("Play").click()
    lab.rises(100)
    lab.page.evaluate(HIDE)
    lab.page.evaluate(COUNT_PAINTS)
    witness = witness_of(lab)
    witness.sees(10)
    told.clear()
    witness.sees(30)
    assert not [text for text in told if "frame" in text]
    assert not paints(lab.page)[1:]
    newest = witness.iterations[-1]
    witness.dismiss()
    lab.page.evaluate("comeBack()")
    lab.rises(newest)


@pytest.fixture
def landscape(new_tab: Callable[[], Lab]) -> Lab:
    lab = new_tab()
    lab.page.add_init_script(COUNT_GL)
    lab.open("/?experiment=two-weights").button("3-D").click()
    drawn(lab, "Error surface")
    lab.page.wait_for_function("() => landscapes > 0")
    return lab


def test_a_ball_that_rolls_leaves_the_landscape_alone(landscape: Lab) -> None:
    """Drawing a scene takes longer than a frame may; the ball and its path are drawn over it."""
    page = landscape.page
    landscape.button("Play").click()
    landscape.rises(200)
    page.evaluate("window.landscapes = 0")
    ball = page.locator(".marble-body")
    before = ball.get_attribute("cy")
    way = page.locator(".way").get_attribute("d")
    landscape.rises(400)
    assert ball.get_attribute("cy") != before
    assert page.locator(".way").get_attribute("d").startswith(way[:20])
    assert page.evaluate("landscapes") == 0


def test_the_ball_stays_where_it_is_on_a_landscape_that_is_turned(landscape: Lab) -> None:
    """What we draw over the scene is seen by the same camera."""
    landscape.field("syn0[0]").fill("-6")
    landscape.type("syn0[1]", "-5")
    expect(landscape.field("syn0[0]")).to_have_attribute("placeholder", "−6.000")
    box = drawn(landscape, "Error surface")
    for _ in range(2):
        drag(landscape, box, 0.4, 0.55)
        # It glides a little after it was let go.
        landscape.page.wait_for_function(
            "() => { const at = document.querySelector('.marble-body').getAttribute('cx');"
            " const same = at === window.last; window.last = at; return same }",
            polling=300,
        )
        height = landscape.readout("mean error")
        wanted = landscape.page.evaluate(PLOTLYS_OWN_PLACE, [-6, -5, height])
        body = landscape.page.locator(".marble-body")
        x, y, r = (float(body.get_attribute(name)) for name in ("cx", "cy", "r"))
        assert (x, y + r) == (pytest.approx(wanted[0], abs=1), pytest.approx(wanted[1], abs=1.5))
