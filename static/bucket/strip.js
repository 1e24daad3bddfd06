// @ts-check
/**
 * Where on the line a ball must begin to end in which bottom. Pure.
 *
 * @typedef {{from: number, to: number, home: number}} Stretch home: the bottom; -1: none
 */

import { rolled } from "./balls.js";
import { FRAME } from "./curves.js";
import { basinOf } from "./survey.js";

/** Who has not settled by so many wild steps is not waited for: there are hundreds to roll. */
const PATIENCE = 800;
/** Cells of the strip. */
const CELLS = 400;

/**
 * The line cut into stretches by where a ball from there ends.
 *
 * @param {(x: number) => number} home
 */
export function stretches(home) {
  const wide = (FRAME.high - FRAME.low) / CELLS;
  /** @type {{from: number, to: number, home: number}[]} */
  const parts = [];
  for (let i = 0; i < CELLS; i++) {
    const from = FRAME.low + i * wide;
    const found = home(from + wide / 2);
    const last = parts[parts.length - 1];
    if (last?.home === found) last.to = from + wide;
    else parts.push({ from, to: from + wide, home: found });
  }
  return parts;
}

/**
 * In which bottom a ball from a place ends. No step of an alpha below 1 ÷ the sharpest bend goes over a bottom or a top,
 * so that the basins are what lies between the tops; with a larger one the ball must be rolled to know.
 *
 * @param {import("./curves.js").Curve} curve
 * @param {import("./survey.js").Survey} found
 * @param {number} alpha
 */
export function homes(curve, found, alpha) {
  const calm = alpha * found.sharpest < 1;
  return (/** @type {number} */ x) => (calm ? basinOf(found, x) : rolled(curve, found, alpha, x, PATIENCE).home);
}
