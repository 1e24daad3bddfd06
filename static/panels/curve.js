// @ts-check
/**
 * The error curve: every point that was kept, nothing smoothed. Plotly draws axes and lines when the axes change, when
 * training pauses, and while somebody points at the chart; the stretch since then and the newest error are drawn over
 * it on every frame, so that the curve is never behind.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("./curve-view.js").View} View
 * @typedef {{view: View, looks: string, until: number, curve: State["curve"], others: import("../runs/shown.js").Shown[]}} Drawn
 */

import { along, place } from "../charts/axes.js";
import { chart } from "../charts/chart.js";
import { button, toggle } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { reader } from "../charts/reader.js";
import { errorText, whole } from "../numbers.js";
import { shownRuns } from "../runs/shown.js";
import { aheadCurves } from "./ahead-curves.js";
import { breaks } from "./breaks.js";
import { curveTip } from "./curve-tip.js";
import { layout, traces, viewOf } from "./curve-view.js";
import { wholeOf } from "./known.js";
import { marks } from "./marks.js";
import { newest } from "./newest.js";
import { runLegend } from "./run-legend.js";
import { zoomable } from "./zoom.js";

const MARGIN = { l: 44, r: 14, t: 8, b: 36 };
const LOG_X = {
  text: "log x",
  sentence: "A logarithmic axis of iterations: the first get as much room as the last. 0 stands before the break.",
  key: "curve.log-x",
  on: false,
};
const LOG_Y = {
  text: "log y",
  sentence: "A logarithmic axis of errors: by powers of ten, so that small improvements stay visible.",
  key: "curve.log-y",
  on: true,
};
const UNZOOM = "Leaves the zoom and shows the whole run again; a double click does the same.";

/** @param {HTMLElement} element @param {Lab} lab */
export function curvePanel(element, lab) {
  element.classList.add("chart-panel");
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  /** What Plotly drew last. @type {Drawn | null} */
  let drawn = null;
  let pointed = false;
  const { zoom, ...zooming } = zoomable(() => drawn?.view, again);
  const unzoom = button(tools, "Whole run", UNZOOM, zooming.reset);
  const logX = toggle(tools, { ...LOG_X, changed: again });
  const logY = toggle(tools, { ...LOG_Y, changed: again });
  const on = { ...zooming.on, plotly_hover: point, plotly_click: point, plotly_unhover: leave };
  const plot = chart(element, { lab, name: "error-curve", margin: () => MARGIN, changed: again, on });
  saveButton(tools, "the error curve", "error-curve", lab, () => plot);
  const { inside, above } = plot.layers;
  const tip = curveTip(plot.box);
  const legend = runLegend(element, inside, { choose: run => lab.send({ type: "choose_run", run }), changed: repaint });
  const overlays = [aheadCurves(plot.layers, plot.box), newest(plot.layers), breaks(plot.layers), marks(above), legend, tip];
  const read = reader(plot, { spoken: i => spoken(lab.state().curve, i), show: readOut, leave });

  // Plotly finds what is pointed at, so it must then know of it.
  plot.box.addEventListener("pointerenter", () => (pointed = true));
  plot.box.addEventListener("pointerleave", () => (pointed = false));

  function again() {
    forget();
    redraw(lab.state());
  }

  /** Plotly has to draw, even if nothing moved. */
  function forget() {
    if (drawn) drawn.looks = "";
  }

  function repaint() {
    paint(lab.state());
  }

  /** A finger does not hover, it clicks. @param {any} event */
  function point(event) {
    tip.point(event);
    repaint();
  }

  /** Every point can be read, also one that was thinned away. @param {number} i */
  function readOut(i) {
    const { iterations, errors } = lab.state().curve;
    tip.show(iterations[i], errors[i]);
    repaint();
  }

  function leave() {
    tip.leave();
    repaint();
  }

  /** @param {string} token */
  function ink(token) {
    return getComputedStyle(plot.box).getPropertyValue(token).trim();
  }

  /** @param {State} state */
  function redraw(state) {
    if (!state.frame) return undefined;
    const { curve } = state;
    const others = shownRuns(state);
    const view = viewOf(state, logX.on(), logY.on(), zoom);
    const looks = JSON.stringify(view);
    unzoom.hidden = !zooming.isOn();
    legend.list(others);
    read.refresh(curve.iterations.length, description(state));
    // What is new since then is drawn over it, for as long as the axes have room.
    const drawable = wholeOf(state);
    const enough = drawn?.curve === drawable || (isMoving(state) && !pointed);
    if (drawn?.looks === looks && drawn.others === others && enough) return undefined;
    const done = plot.draw(own => traces(own, state, ink, view.x, plot.area()), layout(view, plot.area()));
    const until = drawable === curve ? curve.iterations.at(-1) ?? -1 : -1;
    if (done) drawn = { view, looks, until, curve: drawable, others };
    paint(state);
    return done ?? undefined;
  }

  /** @param {State} state */
  function paint(state) {
    if (!state.frame || !plot.size.width) return;
    const { view, until } = drawn ?? { view: viewOf(state, logX.on(), logY.on(), zoom), until: -1 };
    const area = plot.area();
    const key = JSON.stringify([view, area]);
    const x = along(view.x, area.left, area.right);
    const y = along(view.y, area.bottom, area.top);
    const scales = { key, view, area, y, x: (/** @type {number} */ iteration) => x(place(iteration, view.x.log)) };
    for (const overlay of overlays) overlay.paint(state, scales, until);
  }

  return {
    paint,
    redraw,
    retheme() {
      plot.retheme();
      forget();
    },
  };
}

/** @param {State} state */
function isMoving({ controls, link }) {
  return (controls?.playing === true || controls?.catching_up != null) && !controls.resting && link === "live";
}

/** @param {State} state */
function description(state) {
  const { frame, marks } = state;
  if (!frame?.iteration) return "Error curve, empty so far: nothing has been trained.";
  const changes = marks.length ? ` ${marks.length} settings were changed.` : "";
  const count = shownRuns(state).length;
  const others = count ? ` ${count} other ${count === 1 ? "run" : "runs"} beside it.` : "";
  return `Error curve. Mean error ${errorText(frame.error)} at iteration ${whole(frame.iteration)}.${changes}${others}` +
    " Arrow keys read it point by point.";
}

/** @param {State["curve"]} curve @param {number} i */
function spoken({ iterations, errors }, i) {
  return `iteration ${whole(iterations[i])}: ${errorText(errors[i])}`;
}
