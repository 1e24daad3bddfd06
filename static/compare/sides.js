// @ts-check
/**
 * Matrices of several moments side by side: which cells there are, how far their colours reach, and what cannot be
 * compared. Pure.
 *
 * @typedef {import("../messages.js").Mark} Mark
 * @typedef {import("./matrices.js").Kind} Kind
 * @typedef {{rows: number, columns: number}} Shape
 */

import { roundUp } from "../charts/axes.js";
import { whole } from "../numbers.js";

/** More lines than this at once are slow to read and slow to write. */
export const MOST_LINES = 128;

/** What all of them have room in. @param {(number[][] | null)[]} matrices @returns {Shape} */
export function shapeOf(matrices) {
  const rows = Math.max(0, ...matrices.map(matrix => matrix?.length ?? 0));
  return { rows, columns: Math.max(0, ...matrices.map(matrix => matrix?.[0]?.length ?? 0)) };
}

/**
 * Which rows are shown at once: whole ones, as many as there are lines for.
 *
 * @param {Shape} shape
 * @param {number} page
 * @returns {{first: number, end: number, page: number, pages: number}}
 */
export function pageOf({ rows, columns }, page) {
  const step = Math.max(1, Math.floor(MOST_LINES / Math.max(1, columns)));
  const pages = Math.max(1, Math.ceil(rows / step));
  const present = Math.min(Math.max(0, page), pages - 1);
  return { first: present * step, end: Math.min(rows, (present + 1) * step), page: present, pages };
}

/** @param {number[][] | null} matrix @param {number} row @param {number} column @returns {number | null} null: no such cell */
export function cell(matrix, row, column) {
  return matrix?.[row]?.[column] ?? null;
}

/** @param {number | null} now @param {number | null} before */
export function difference(now, before) {
  return now === null || before === null ? null : now - before;
}

/**
 * The size that gets the full colour, the same in all columns. It grows in calm steps: 1, 2, 5, 10 and so on.
 *
 * @param {Kind} kind
 * @param {(number[][] | null)[]} matrices
 */
export function reachOf(kind, matrices) {
  if (kind === "layer") return 1;
  let farthest = 0;
  for (const matrix of matrices) {
    for (const value of matrix?.flat() ?? []) if (Math.abs(value) > farthest && Math.abs(value) < Infinity) farthest = Math.abs(value);
  }
  return farthest > 0 ? roundUp(farthest) : 1;
}

/** How deep the colour of a number is. @param {number | null} value @param {number} reach */
export function depth(value, reach) {
  if (value === null || Number.isNaN(value)) return 0;
  return Math.min(1, Math.abs(value) / reach);
}

/**
 * What stands in the way of comparing, in sentences.
 *
 * @param {string} name of the matrix
 * @param {{iteration: number, matrix: number[][] | null}[]} before
 * @param {{iteration: number, matrix: number[][] | null}} now
 * @param {Mark[]} marks
 */
export function obstacles(name, before, now, marks) {
  const sentences = [];
  const present = size(now.matrix);
  const others = now.matrix ? before.filter(({ matrix }) => size(matrix) !== present) : [];
  for (const then of new Set(others.map(({ matrix }) => size(matrix)))) {
    const when = others.filter(({ matrix }) => size(matrix) === then).map(({ iteration }) => whole(iteration));
    sentences.push(`At iteration ${when.join(", ")} ${name} was ${then}, now it is ${present}: a cell that one of them lacks is –.`);
  }
  // What was pinned may lie in the future of a page that stands in the past.
  const times = [now, ...before].map(({ iteration }) => iteration);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const changed = marks.filter(({ field, iteration }) => field === "data" && iteration > first && iteration <= last);
  for (const { iteration } of changed.slice(-1)) {
    sentences.push(`The data was changed at iteration ${whole(iteration)}: before that, a row may be another example.`);
  }
  return sentences;
}

/** @param {number[][] | null} matrix */
function size(matrix) {
  return matrix ? `${matrix.length}×${matrix[0]?.length ?? 0}` : "not there";
}
