// @ts-check
/**
 * What of the error curve is in view, and how Plotly is told.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../charts/axes.js").Axis} Axis
 * @typedef {import("../charts/chart.js").Area} Area
 * @typedef {{x: Axis, y: Axis}} View
 * @typedef {import("./zoom.js").Zoom} Zoom
 *
 * @typedef {object} Scales
 * @property {string} key changes whenever any of them does
 * @property {View} view
 * @property {Area} area
 * @property {(iteration: number) => number} x
 * @property {(error: number) => number} y
 */

import { along, errorRange, lastIteration, logTicks, place, plotlyRange } from "../charts/axes.js";
import { thinned } from "../charts/thin.js";
import { looksOf } from "../runs/palette.js";
import { shownRuns } from "../runs/shown.js";
import { FAINT, wholeOf } from "./known.js";

/** Where a logarithmic axis of iterations begins: a little before the place of iteration 0. */
export const LOG_START = 0.3;

/**
 * The axes that show everything, or what the person zoomed to.
 *
 * @param {State} state
 * @param {boolean} logX
 * @param {boolean} logY
 * @param {Zoom} zoom
 * @returns {View}
 */
export function viewOf(state, logX, logY, zoom) {
  const { curve, known, ahead, frame, controls } = state;
  let [low, high, last] = [Infinity, 0, frame?.iteration ?? 0];
  for (const run of [curve, known, ...shownRuns(state), ...(ahead?.curves ?? [])]) {
    last = Math.max(last, run.iterations.at(-1) ?? 0);
    for (const error of run.errors) {
      if (error > high && error < Infinity) high = error;
      if (error < low && error > 0) low = error;
    }
  }
  const end = lastIteration(last, controls?.stop_iteration ?? Infinity);
  return {
    x: { log: logX, range: fit(zoom.x, logX) ?? (logX ? [LOG_START, end * 1.05] : [0, end]) },
    y: { log: logY, range: fit(zoom.y, logY) ?? errorRange(low, high, logY) },
  };
}

/**
 * A zoom may come from the other kind of axis.
 *
 * @param {[number, number] | null} range
 * @param {boolean} log
 * @returns {[number, number] | null}
 */
function fit(range, log) {
  if (!range || !log || range[0] > 0) return range;
  return range[1] > 0 ? [Math.min(LOG_START, range[1] / 1000), range[1]] : null;
}

/**
 * The other runs behind the present one.
 *
 * @param {any[]} own the figure's own: how another run looks, and the present one
 * @param {State} state
 * @param {(token: string) => string} ink of the page's theme
 * @param {Axis} axis of iterations
 * @param {Area} area
 */
export function traces([before, newest], state, ink, axis, { left, right }) {
  const pixel = along(axis, left, right);
  const points = (/** @type {{iterations: number[], errors: number[]}} */ whole) => {
    const { iterations, errors } = thinned(whole, iteration => pixel(place(iteration, axis.log)), left, right);
    return {
      x: axis.log ? iterations.map(iteration => place(iteration, true)) : iterations,
      y: errors,
      customdata: iterations, // the hover text says 0 where the axis has a place of its own for it
    };
  };
  const behind = shownRuns(state).map(run => {
    const { token, dash } = looksOf(run.colour);
    return { ...before, ...points(run), name: `${run.title}: ${run.label}`, line: { ...before.line, color: ink(token), dash } };
  });
  const drawable = wholeOf(state);
  return [...behind, { ...newest, ...points(drawable), opacity: drawable === state.curve ? 1 : FAINT }];
}

/** @param {View} view @param {Area} area */
export function layout({ x, y }, { width, height }) {
  return {
    uirevision: "the page keeps the zoom",
    dragmode: isFinger() ? false : "zoom", // a finger that drags over the chart means to scroll the page
    xaxis: axis(x, Math.max(3, Math.floor(width / 45)), true),
    yaxis: axis(y, Math.max(2, Math.floor(height / 30)), false),
  };
}

function isFinger() {
  return matchMedia("(pointer: coarse)").matches;
}

/** @param {Axis} axis @param {number} most labels @param {boolean} zero */
function axis(axis, most, zero) {
  const common = { type: axis.log ? "log" : "linear", range: plotlyRange(axis), autorange: false };
  if (!axis.log) return { ...common, tickmode: "auto", nticks: most };
  return { ...common, tickmode: "array", ...logTicks(axis.range, most, zero) };
}
