// @ts-check
/**
 * The three dots of the posts' figure, where a key or a finger takes them, and their shapes. Pure.
 *
 * @typedef {import("./dots.js").Dot} Dot
 */

import { fixed } from "../numbers.js";
import { sigmoid, slope } from "../sigmoid.js";

/** As far as they go either way: what the axis shows. */
export const FAR = 6;

/** Shapes tell them apart where colours do not. @type {{name: string, z: number, shape: (x: number, y: number) => string}[]} */
export const FIGURE = [
  { name: "green", z: 2, shape: (x, y) => `M${at(x - 5.5, y)}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z` },
  { name: "blue", z: 0, shape: (x, y) => `M${at(x - 5, y - 5)}h10v10h-10Z` },
  { name: "purple", z: -1, shape: (x, y) => `M${at(x, y - 7)}l7 7l-7 7l-7 -7Z` },
];

/** @param {number} x @param {number} y */
function at(x, y) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** @param {number} z @returns {Dot} */
export function dotAt(z) {
  return { row: 0, unit: 0, z, out: sigmoid(z), slope: slope(z) };
}

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1 };

/** Where a key takes a dot; null: nowhere. @param {number} z @param {string} key @param {boolean} far */
export function nudged(z, key, far) {
  if (key === "Home" || key === "End") return key === "Home" ? -FAR : FAR;
  return key in STEPS ? bounded(z + STEPS[key] * (far ? 10 : 1)) : null;
}

/** Where a pixel is on the axis, by tenths. @param {(value: number) => number} scale @param {number} pixel */
export function along(scale, pixel) {
  return bounded((pixel - scale(0)) / (scale(1) - scale(0)));
}

/** @param {number} z */
function bounded(z) {
  return Math.min(FAR, Math.max(-FAR, Math.round(z * 10) / 10)) + 0;
}

/** @param {Dot} dot */
export function told({ z, out, slope: steep }) {
  return `x ${fixed(z, 1)}, sigmoid ${fixed(out, 3)}, slope ${fixed(steep, 3)}`;
}
