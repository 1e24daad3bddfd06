// @ts-check
/**
 * The axes of the chart through time: iterations, and from −1 to 1. Pure but for asking what kind of pointer there is.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../charts/axes.js").Axis} Axis
 * @typedef {import("../charts/chart.js").Area} Area
 */

import { along, lastIteration, place } from "../charts/axes.js";
import { layout, LOG_START } from "../panels/curve-view.js";

/** A little more than 1, so that a line along the edge is not cut. */
const HEIGHT = 1.05;
/** @type {Axis} */
const UPWARDS = { log: false, range: [-HEIGHT, HEIGHT] };

/** @param {State} state @param {boolean} log @returns {Axis} */
export function iterationsOf({ frame, controls, past }, log) {
  const last = Math.max(frame?.iteration ?? 0, past.iterations.at(-1) ?? 0, controls?.reach ?? 0);
  const end = lastIteration(last, controls?.stop_iteration ?? Infinity);
  return { log, range: log ? [LOG_START, end * 1.05] : [0, end] };
}

/** As Plotly is told. @param {Axis} axis @param {string} title @param {Area} area */
export function layoutOf(axis, title, area) {
  const whole = layout({ x: axis, y: UPWARDS }, area);
  const yaxis = { ...whole.yaxis, tickmode: "array", tickvals: [-1, -0.5, 0, 0.5, 1], title: { text: title } };
  return { ...whole, dragmode: false, yaxis };
}

/** @param {Axis} axis @param {Area} area @param {string} view @returns {import("./picture.js").Scales} */
export function scalesOf(axis, area, view) {
  const x = along(axis, area.left, area.right);
  const y = along(UPWARDS, area.bottom, area.top);
  return { key: JSON.stringify([axis, area, view]), area, y, x: iteration => x(place(iteration, axis.log)) };
}
