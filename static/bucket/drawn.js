// @ts-check
/**
 * What is drawn by hand: heights by columns, of which some may be missing. Pure.
 *
 * @typedef {(number | null)[]} Columns from the left side of the frame to the right
 */

import { FRAME } from "./curves.js";

export const COLUMNS = 101;
const WIDE = (FRAME.high - FRAME.low) / (COLUMNS - 1);
const WALL = 1.5;
const FLOOR = 0.2;
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

/** Every column with a height: straight on between two strokes, and rising at the sides as the side of a bucket does. @param {Columns} columns with one at least @returns {number[]} */
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
