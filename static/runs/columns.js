// @ts-check
/**
 * The columns of the table of runs: what each tells, and how runs are sorted by it. Pure.
 *
 * @typedef {import("../messages.js").RunRow} RunRow
 * @typedef {{key: string, title: string, about: string, value: (row: RunRow) => number, text: (row: RunRow) => string}} Column
 */

import { errorText, fixed, whole } from "../numbers.js";

/** @type {Column[]} */
export const COLUMNS = [
  {
    key: "iteration", title: "iteration", about: "How far the run has been trained.",
    value: row => row.iteration, text: row => whole(row.iteration),
  },
  {
    key: "error", title: "mean |error|", about: "Of the weights it came to.",
    value: row => row.error, text: row => errorText(row.error),
  },
  {
    key: "goal", title: "to the goal", about: "The first iteration whose mean error was down to the goal.",
    value: row => row.goal_reached ?? Infinity, text: row => (row.goal_reached === null ? "–" : whole(row.goal_reached)),
  },
  {
    key: "weight", title: "largest |w|", about: "The largest weight, its sign left out.",
    value: row => row.largest_weight, text: row => fixed(row.largest_weight, 2),
  },
  {
    key: "turns", title: "turns", about: "How often an update changed the direction of its weight, all weights together.",
    value: row => row.direction_changes, text: row => whole(row.direction_changes),
  },
];

/**
 * The runs in the order of a column; what is no number comes last either way, and what is equal stays in order of age.
 *
 * @param {RunRow[]} rows
 * @param {{key: string, down: boolean}} by
 */
export function sorted(rows, { key, down }) {
  const aged = [...rows].sort((a, b) => a.run - b.run);
  const column = COLUMNS.find(column => column.key === key);
  if (!column) return down ? aged.reverse() : aged;
  const [numbers, others] = [/** @type {RunRow[]} */ ([]), /** @type {RunRow[]} */ ([])];
  for (const row of aged) (Number.isFinite(column.value(row)) ? numbers : others).push(row);
  numbers.sort((a, b) => (down ? -1 : 1) * (column.value(a) - column.value(b)));
  return [...numbers, ...others];
}

/**
 * The present run as it is at this moment: the server tells of it anew only when it pauses.
 *
 * @param {RunRow} row
 * @param {Pick<import("../lab.js").State, "frame" | "controls">} state
 * @returns {RunRow}
 */
export function living(row, { frame, controls }) {
  if (!frame || !controls || frame.iteration < Math.max(row.iteration, controls.reach)) return row;
  const { goal } = controls;
  return {
    ...row,
    iteration: frame.iteration,
    error: frame.error,
    largest_weight: Math.max(...frame.weights.map(syn => Math.max(...syn.map(units => Math.max(...units.map(Math.abs)))))),
    direction_changes: frame.detail ? frame.detail.changes.flat(2).reduce((sum, count) => sum + count, 0) : row.direction_changes,
    goal_reached: row.goal_reached ?? (goal !== null && frame.error <= goal ? frame.iteration : null),
  };
}
