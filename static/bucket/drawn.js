// @ts-check
/**
 * A curve drawn by hand: heights by columns, of which some may be missing. Pure.
 *
 * What is missing between two strokes is bridged straight, what is missing at the sides rises as the side of a bucket
 * does; then all is smoothed, so that there is a slope everywhere.
 *
 * @typedef {(number | null)[]} Columns from the left side of the frame to the right
 * @typedef {import("./curves.js").Curve} Curve
 */

import { fixed } from "../numbers.js";
import { FRAME } from "./curves.js";
import { LEVEL } from "./roll.js";
import { spline } from "./spline.js";

export const COLUMNS = 101;
/** The share of the width that must be drawn. */
export const ENOUGH = 0.6;
const WIDE = (FRAME.high - FRAME.low) / (COLUMNS - 1);
const WALL = 1.5;
const SMOOTHINGS = 4;
const EVERY = 2;
const FLOOR = 0.2;
const MEND = "A stroke changes only the part it passes over.";
/** How many gaps are named. */
const NAMED = 2;
/** How far to either side a handle bends the curve, in columns: widely, or only around itself. */
export const REACH = { wide: 12, narrow: 5 };

/** @returns {Columns} */
export const blank = () => new Array(COLUMNS).fill(null);

/** @param {number} column */
export const placeOf = column => FRAME.low + column * WIDE;
/** @param {number} x */
const columnOf = x => Math.min(COLUMNS - 1, Math.max(0, Math.round((x - FRAME.low) / WIDE)));
/** In the frame, and no finer than it is kept: what is played is what is there after a reload. @param {number} y */
const bounded = y => Math.round(Math.min(FRAME.top - 0.1, Math.max(FLOOR, y)) * 100) / 100;

/**
 * Draw a line over what was there.
 *
 * @param {Columns} columns is not changed
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
export function stroke(columns, from, to) {
  const after = [...columns];
  const [first, last] = [columnOf(from.x), columnOf(to.x)];
  const way = Math.sign(last - first) || 1;
  for (let i = first; i !== last + way; i += way) {
    const share = first === last ? 1 : (i - first) / (last - first);
    after[i] = bounded(from.y + share * (to.y - from.y));
  }
  return after;
}

/** How much of the width is drawn. @param {Columns} columns */
export const share = columns => columns.filter(height => height !== null).length / COLUMNS;

/** Where nothing is drawn: first and last column of every gap. @param {Columns} columns @returns {[number, number][]} */
export function gaps(columns) {
  /** @type {[number, number][]} */
  const found = [];
  columns.forEach((height, i) => {
    if (height !== null) return;
    const open = found[found.length - 1];
    if (open && open[1] === i - 1) open[1] = i;
    else found.push([i, i]);
  });
  return found;
}

/** Every column with a height. @param {Columns} columns with one at least @returns {number[]} */
export function bridged(columns) {
  const drawn = columns.flatMap((height, i) => (height === null ? [] : [i]));
  const [first, last] = [drawn[0], drawn[drawn.length - 1]];
  const at = (/** @type {number} */ i) => /** @type {number} */ (columns[i]);
  return columns.map((height, i) => {
    if (height !== null) return height;
    if (i < first) return at(first) + (first - i) * WIDE * WALL;
    if (i > last) return at(last) + (i - last) * WIDE * WALL;
    const left = /** @type {number} */ (drawn.findLast(column => column < i));
    const right = /** @type {number} */ (drawn.find(column => column > i));
    return at(left) + ((i - left) / (right - left)) * (at(right) - at(left));
  });
}

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

/** What is to be said of a drawing. @param {Columns} columns @returns {{ready: boolean, sentence: string}} */
export function judged(columns) {
  const done = share(columns);
  const percent = Math.floor(done * 100);
  if (done === 0) return { ready: false, sentence: "Draw across the frame with the mouse or a finger, or raise and lower the handles with ↑ and ↓." };
  if (done < ENOUGH) {
    return { ready: false, sentence: `Only ${percent}% of the width is drawn, too little to guess the rest: at least ${ENOUGH * 100}% are needed.` };
  }
  const found = gaps(columns);
  const inner = found.filter(([first, last]) => first > 0 && last < COLUMNS - 1);
  const parts = [];
  if (inner.length) parts.push(`${inner.length === 1 ? "The gap" : `${inner.length} gaps`} (${listed(inner)}) ${inner.length === 1 ? "is" : "are"} bridged straight.`);
  if (found.length > inner.length) parts.push("A side that was not drawn rises like the side of a bucket.");
  if (!parts.length) parts.push("All of the width is drawn.");
  if (!inner.length) parts.push(MEND);
  return { ready: true, sentence: parts.join(" ") };
}

/** @param {[number, number][]} found */
function listed(found) {
  const more = found.length - NAMED;
  return found.slice(0, NAMED).map(told).join(", ") + (more > 0 ? `, and ${more} more` : "");
}

/** @param {[number, number]} gap */
function told([first, last]) {
  return `x from ${fixed(placeOf(first), 1)} to ${fixed(placeOf(last), 1)}`;
}

/**
 * Raise or lower the curve around a place; a drawing without heights begins level, in the middle of the frame.
 *
 * @param {Columns} columns
 * @param {number} x
 * @param {number} by
 * @param {number} [reach] columns to either side; those beyond stay as they are
 */
export function bent(columns, x, by, reach = REACH.wide) {
  const whole = share(columns) > 0 ? bridged(columns).map(bounded) : new Array(COLUMNS).fill(FRAME.top / 2);
  const middle = columnOf(x);
  return whole.map((height, i) => {
    const distance = Math.abs(i - middle) / reach;
    return distance >= 1 ? height : bounded(height + (by * (1 + Math.cos(Math.PI * distance))) / 2);
  });
}

/** As it is kept: a hundredth of the height is finer than a pen. @param {Columns} columns */
export const written = columns => columns.map(height => (height === null ? "" : height.toFixed(2))).join(" ");

/** Null: that is no drawing. @param {string | null} text @returns {Columns | null} */
export function readAgain(text) {
  const parts = text?.split(" ") ?? [];
  if (parts.length !== COLUMNS) return null;
  const columns = parts.map(part => (part === "" ? null : Number(part)));
  return columns.every(height => height === null || Number.isFinite(height)) ? columns.map(height => (height === null ? null : bounded(height))) : null;
}
