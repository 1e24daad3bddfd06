// @ts-check
/** A matrix in a few words: its shape, and its numbers where they are few or else between what they lie. Pure. */

import { brief, small } from "../numbers.js";

/** A matrix with no more rows and columns than this is written out. */
const FEW = 4;
/** As wide as a figure, and not lost at the beginning of a line. */
const SPACE = "\u2007";

/**
 * @typedef {object} Figures
 * @property {number[][]} matrix what of it is on the page
 * @property {number} [first] the row that it begins with, from 0
 * @property {number} [rows] how many rows there are in all
 * @property {boolean} [peak] whether its largest number is what matters
 */

/** @param {Figures} figures */
export function figuresText({ matrix, first = 0, rows = matrix.length, peak = false }) {
  const shape = `(${rows}×${matrix[0]?.length ?? 0})`;
  const all = matrix.flat();
  if (all.length === 0) return shape;
  const here = matrix.length < rows ? `, here rows ${first + 1}–${first + matrix.length}` : "";
  const most = peak ? `; ${peakText(matrix, first)}` : "";
  if (matrix.length <= FEW && matrix[0].length <= FEW) return `${shape}${here}${most}${peak ? "." : ":"}\n${table(matrix)}`;
  return `${shape}${here}${most || `; ${range(all)}`}.`;
}

/** @param {number[][]} matrix @param {number} first */
function peakText(matrix, first) {
  const sizes = matrix.map(row => Math.max(...row.map(Math.abs)));
  const nan = sizes.findIndex(Number.isNaN);
  if (nan >= 0) return `row ${first + nan + 1} holds what is no number (NaN)`;
  const size = Math.max(...sizes);
  if (size === 0) return "all of it is 0";
  const row = sizes.indexOf(size);
  const value = matrix[row].find(number => Math.abs(number) === size) ?? NaN;
  return `largest ${small(value)} in row ${first + row + 1}`;
}

/** @param {number[]} all */
function range(all) {
  if (all.some(Number.isNaN)) return "some of it is no number (NaN)";
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return low === high ? `all of it is ${figure(low)}` : `from ${figure(low)} to ${figure(high)}`;
}

/** Rows of numbers, each as wide as the widest. @param {number[][]} matrix */
function table(matrix) {
  const write = matrix.flat().every(Number.isInteger) ? figure : small;
  const texts = matrix.map(row => row.map(write));
  const width = Math.max(...texts.flat().map(text => text.length));
  return texts.map(row => row.map(text => text.padStart(width, SPACE)).join(SPACE.repeat(2))).join("\n");
}

/** A whole number as people write it, and any other with three decimals. @param {number} value */
function figure(value) {
  return Number.isInteger(value) || !Number.isFinite(value) ? brief(value).replace("-", "−").replace("Infinity", "∞") : small(value);
}
