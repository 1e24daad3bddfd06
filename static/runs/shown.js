// @ts-check
/**
 * The runs that are drawn beside the present one, and from where on: what a branch shares with it is its line already.
 * Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").RunRow} RunRow
 *
 * @typedef {object} Shown
 * @property {number} run
 * @property {string} title
 * @property {string} label its settings
 * @property {number} colour
 * @property {number[]} iterations
 * @property {number[]} errors
 * @property {{iterations: number[], errors: number[]}} whole with what it shares
 * @property {State["path"]} path
 */

import { firstFrom } from "../points.js";
import { titleOf } from "./names.js";

/** @type {{key: unknown[], shown: Shown[]}} */
let last = { key: [], shown: [] };

/** The same array as long as nothing changes in it. @param {Pick<State, "run" | "runs" | "others">} state @returns {Shown[]} */
export function shownRuns({ run, runs, others }) {
  const looks = runs.map(row => [row.run, row.name, row.hidden, row.colour, row.fork?.run, row.fork?.iteration].join()).join(";");
  const key = [others, run?.run, looks];
  if (key.every((part, i) => part === last.key[i])) return last.shown;
  const shown = [...others].sort((a, b) => a.run - b.run).flatMap(other => {
    const row = runs.find(row => row.run === other.run);
    if (!row || row.hidden || row.run === run?.run) return [];
    const from = partedAt(runs, run?.run ?? NaN, row.run);
    const first = firstFrom(other.iterations, from);
    const { iterations, w0, w1 } = other.path;
    const start = firstFrom(iterations, from);
    return [{
      run: row.run,
      title: titleOf(row),
      label: other.label,
      colour: row.colour,
      iterations: other.iterations.slice(first),
      errors: other.errors.slice(first),
      whole: other,
      path: { iterations: iterations.slice(start), w0: w0.slice(start), w1: w1.slice(start) },
    }];
  });
  last = { key, shown };
  return shown;
}

/**
 * The iteration up to which two runs have the same past; 0 if they have none in common.
 *
 * @param {RunRow[]} rows
 * @param {number} one
 * @param {number} other
 */
export function partedAt(rows, one, other) {
  const [ours, theirs] = [line(rows, one), line(rows, other)];
  const shared = [...ours].flatMap(([run, until]) => (theirs.has(run) ? [Math.min(until, theirs.get(run) ?? 0)] : []));
  return Math.max(0, ...shared.filter(Number.isFinite));
}

/** A run and those that it comes from, each with the iteration up to which it has its past. @param {RunRow[]} rows @param {number} run */
function line(rows, run) {
  const until = new Map([[run, Infinity]]);
  let limit = Infinity;
  for (let row = rows.find(row => row.run === run); row?.fork && !until.has(row.fork.run);) {
    const { run: parent, iteration } = row.fork;
    limit = Math.min(limit, iteration);
    until.set(parent, limit);
    row = rows.find(row => row.run === parent);
  }
  return until;
}
