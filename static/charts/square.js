// @ts-check
/** A chart of two weights with as many pixels for both, so that a step has its true direction. Pure. */

import { along, between } from "./axes.js";

/** Pixels: SVG has no word for a place much farther away, and weights know no bounds. */
const FAR = 1e5;
const SPARE = { l: 40, r: 62, t: 8, b: 36 };

/** Its margins. @param {{width: number, height: number}} size */
export function square({ width, height }) {
  const spare = (width - SPARE.l - SPARE.r) - (height - SPARE.t - SPARE.b);
  const [beside, below] = [Math.max(spare, 0), Math.max(-spare, 0)];
  return { l: SPARE.l + beside / 2, r: SPARE.r + beside / 2, t: SPARE.t + below / 2, b: SPARE.b + below / 2 };
}

/** Where a weight stands across, and where up. @param {import("./chart.js").Area} area @param {[number, number]} range of both */
export function scalesOf({ left, right, top, bottom }, range) {
  const x = along({ log: false, range }, left, right);
  const y = along({ log: false, range }, bottom, top);
  return { x: (/** @type {number} */ w) => between(x(w), -FAR, FAR), y: (/** @type {number} */ w) => between(y(w), -FAR, FAR) };
}
