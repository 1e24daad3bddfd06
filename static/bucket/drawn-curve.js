// @ts-check
/**
 * The curve that is made of a drawing: it is smoothed, so that there is a slope everywhere. Pure.
 *
 * @typedef {import("./drawn.js").Columns} Columns
 * @typedef {import("./curves.js").Curve} Curve
 */

import { FRAME } from "./curves.js";
import { bridged } from "./drawn.js";
import { LEVEL } from "./roll.js";
import { spline } from "./spline.js";

const SMOOTHINGS = 4;
const EVERY = 2;

/** Each the weighted mean of itself and its neighbours, several times over. @param {number[]} heights */
function smoothed(heights) {
  for (let i = 0; i < SMOOTHINGS; i++) {
    heights = heights.map((height, j) => {
      const [left, right] = [heights[j - 1] ?? 2 * height - heights[j + 1], heights[j + 1] ?? 2 * height - heights[j - 1]];
      return (left + 2 * height + right) / 4;
    });
  }
  return heights;
}

/** @param {Columns} columns of which enough are drawn @returns {Curve} */
export function curveOf(columns) {
  const heights = smoothed(bridged(columns)).filter((_, i) => i % EVERY === 0);
  const { value, slope } = spline(heights, FRAME.low, FRAME.high);
  return { name: "drawn", title: "Your own", sentence: "The curve that you drew, smoothed.", value, slope, alpha: 0.1, start: startOf(value, slope), play: 0 };
}

/** The highest of some places in the frame, of those with a slope if there are any. @param {(x: number) => number} value @param {(x: number) => number} slope */
function startOf(value, slope) {
  const inside = [-4, 4, -3, 3, -2, 2, -1, 1].filter(x => value(x) < FRAME.top);
  const steep = inside.filter(x => Math.abs(slope(x)) > LEVEL);
  return (steep.length ? steep : inside).reduce((best, x) => (value(x) > value(best) ? x : best), (steep.length ? steep : [0])[0]);
}
