// @ts-check
/**
 * What the rows and columns of a matrix are called. Pure.
 *
 * @typedef {import("../messages.js").Snapshot} Snapshot
 * @typedef {import("./matrices.js").Matrix} Matrix
 */

import { brief, fixed, signed, whole } from "../numbers.js";
import { isOfExamples } from "./matrices.js";

/** Inputs longer than this are no name for an example. */
const LONGEST = 9;
const DIGITS = 5;

/** What stands over the names of rows and of columns. @param {Matrix} matrix */
export function headings(matrix) {
  return isOfExamples(matrix) ? { row: "example", column: "unit" } : { row: "from", column: "to" };
}

/** @param {Matrix} matrix @param {Snapshot} run @param {number} row */
export function rowName(matrix, run, row) {
  if (isOfExamples(matrix)) return exampleName(run, row);
  return matrix.at === 0 ? run.columns[row] ?? `x${row + 1}` : `l${matrix.at}[${row}]`;
}

/** @param {Matrix} matrix @param {number} column */
export function columnName({ at }, column) {
  return `l${at + 1}[${column}]`;
}

/** By its inputs where they are short, else by its number. @param {Snapshot} run @param {number} row in the window */
export function exampleName({ inputs, first_row }, row) {
  const text = inputs[row]?.map(brief).join(" ") ?? "";
  return text && text.length <= LONGEST ? text : `no. ${whole(first_row + row + 1)}`;
}

/** The target beside an example; all of them where there are several. @param {Snapshot} run @param {number} row */
export function targetName({ targets }, row) {
  return targets[row]?.map(brief).join(" ") ?? "–";
}

/** A number of a matrix: what pushes to and fro carries its sign. @param {Matrix} matrix @param {number | null} value */
export function numberText({ kind }, value) {
  if (value === null) return "–";
  return kind === "error" || kind === "delta" || kind === "update" ? differenceText(value) : fixed(value, DIGITS);
}

/** @param {number | null} value */
export function differenceText(value) {
  return value === null ? "–" : signed(value, DIGITS);
}
