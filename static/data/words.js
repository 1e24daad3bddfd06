// @ts-check
/** How a table is told: how large it is, which part is in view, how its columns go with the target. Pure. */

import { fixed, whole } from "../numbers.js";

/** @typedef {import("../messages.js").Snapshot} Snapshot */

export const WHAT_A_CORRELATION_IS =
  "From −1 to 1: how closely a column goes up and down with the target. 1: always together; −1: always against each other; 0: the column alone says nothing in a straight line. A constant column has none: –.";

/** Of a correlation: two decimals, or a dash where there is none. @param {number} value */
export function correlationText(value) {
  return Number.isFinite(value) ? fixed(value, 2) : "–";
}

/** A correlation for those who hear it. @param {number} value */
export function correlationSpoken(value) {
  return Number.isFinite(value) ? fixed(value, 2) : "none, for one of the two is constant";
}

/** "rows 41–80 of 200". @param {Pick<Snapshot, "first_row" | "rows" | "inputs">} run */
export function inView({ first_row, rows, inputs }) {
  return `rows ${whole(first_row + 1)}–${whole(first_row + inputs.length)} of ${whole(rows)}`;
}

/** Whether only some of the rows are here. @param {Pick<Snapshot, "rows" | "inputs">} run */
export function isPartial({ rows, inputs }) {
  return inputs.length < rows;
}

/** "200 examples, 3 inputs, 1 target; rows 41–80 are in view". @param {Snapshot} run */
export function tableInWords(run) {
  const size = [
    count(run.rows, "example"), count(run.columns.length, "input"), count(run.targets[0]?.length ?? 0, "target"),
  ].join(", ");
  const last = run.first_row + run.inputs.length;
  return isPartial(run) ? `${size}; rows ${whole(run.first_row + 1)}–${whole(last)} are in view.` : `${size}; all in view.`;
}

/** "1 example", "4 examples". @param {number} number @param {string} noun */
export function count(number, noun) {
  return `${whole(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** What the target columns are called. @param {number} targets @returns {string[]} */
export function targetNames(targets) {
  return targets === 1 ? ["y"] : Array.from({ length: targets }, (_, i) => `y[${i}]`);
}

/** The same of what the network answers. @param {string} layer such as "l2" @param {number} targets @returns {string[]} */
export function outputNames(layer, targets) {
  return targets === 1 ? [layer] : Array.from({ length: targets }, (_, i) => `${layer}[${i}]`);
}
