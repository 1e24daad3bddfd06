// @ts-check
/**
 * What runs are called. Pure.
 *
 * @typedef {import("../messages.js").RunRow} RunRow
 */

import { whole } from "../numbers.js";

/** @param {Pick<RunRow, "name" | "run">} row */
export function titleOf({ name, run }) {
  return name || `run ${run}`;
}

/** Where it branched off. @param {RunRow} row @param {RunRow[]} rows */
export function whence({ fork }, rows) {
  if (!fork) return "";
  const parent = rows.find(({ run }) => run === fork.run);
  return `from ${whole(fork.iteration)} of ${parent ? titleOf(parent) : "a run that is deleted"}`;
}

/**
 * What tells runs apart: of "alpha 1, seed 1, 60 iterations" and "alpha 2, seed 1, 90 iterations" only the alpha. How
 * long a run was is told beside it.
 *
 * @param {string[]} labels
 */
export function differences(labels) {
  const parts = labels.map(label => label.split(", ").filter(part => !/ iterations?$/.test(part)));
  const common = parts.length > 1 ? parts[0].filter(part => parts.every(others => others.includes(part))) : [];
  return parts.map((own, i) => own.filter(part => !common.includes(part)).join(", ") || own.join(", ") || labels[i]);
}
