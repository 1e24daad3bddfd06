// @ts-check
/**
 * The error surface from above. Plotly draws it once; ball and path are ours and move on every frame.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").Lab} Lab
 */

import { chart } from "../charts/chart.js";
import { scalesOf, square } from "../charts/square.js";
import { aim } from "./aim.js";
import { ball } from "./ball.js";
import { landscapeOf } from "./landscape.js";
import { otherWays } from "./other-ways.js";
import { trail } from "./trail.js";

/** As in app/surface_figures.py. */
const RANGE = /** @type {[number, number]} */ ([-10, 10]);

/**
 * @param {HTMLElement} stage
 * @param {Lab} lab
 * @param {(weights: [number, number]) => void} drop
 */
export function contour(stage, lab, drop) {
  const plot = chart(stage, { lab, name: "error-contour", of: () => landscapeOf(lab.state()), margin: square, changed: again, still: true });
  const { inside, above } = plot.layers;
  const others = otherWays(inside);
  const path = trail(inside, ["trail-halo", "trail"], "trail-starts");
  const marker = ball(above);
  const hairs = aim(plot, { range: RANGE, start: () => weightsOf(lab.state()), drop });
  let looks = "";

  function again() {
    looks = "";
    redraw(lab.state());
  }

  /** @param {State} state */
  function redraw(state) {
    const now = `${plot.size.width} ${plot.size.height} ${landscapeOf(state)}`;
    const done = now === looks ? null : plot.draw(own => own.map(trace => ({ ...trace })), {});
    if (done) looks = now;
    if (done) path.forget();
    if (done) others.forget();
    if (done) hairs.paint();
    paint(state);
    return done ?? undefined;
  }

  /** @param {State} state */
  function paint(state) {
    if (!plot.size.width) return;
    const { x, y } = scalesOf(plot.area(), RANGE);
    const weights = weightsOf(state);
    others.paint(state, (w0, w1) => [x(w0), y(w1)]);
    path.paint(state.run?.run ?? NaN, state.path, weights, (w0, w1) => [x(w0), y(w1)]);
    marker.paint(...weights, x, y, plot.area());
  }

  return { chart: plot, paint, redraw, retheme: again, leave() {} };
}

/** @param {State} state @returns {[number, number]} */
function weightsOf({ frame }) {
  const [[w0], [w1]] = frame?.weights[0] ?? [[NaN], [NaN]];
  return [w0, w1];
}
