// @ts-check
/**
 * What a run consists of between its edits: the sizes, alpha, the rules and the data of every stage, as
 * app/export/unfolded.py writes them down. Pure.
 *
 * @typedef {import("./kernel.js").Rules} Rules
 * @typedef {import("./kernel.js").Table} Table
 *
 * @typedef {object} Begin
 * @property {number[]} sizes
 * @property {number} alpha
 * @property {Rules} rules
 * @property {string[]} columns names of the inputs
 * @property {number[][]} rows inputs, then targets
 * @property {number[]} weights
 *
 * @typedef {object} Edit only what changes stands in it
 * @property {number} at
 * @property {number} [alpha]
 * @property {Rules} [rules]
 * @property {number[]} [sizes]
 * @property {string[]} [columns]
 * @property {number} [from] the row from which on so many are gone, and others come
 * @property {number} [gone]
 * @property {number[][]} [rows]
 * @property {number[]} [kept] for every weight its place among the old ones, -1 for a new one
 * @property {number[]} [fresh] the new ones
 *
 * @typedef {object} Stage
 * @property {number} at its first iteration
 * @property {number[]} sizes
 * @property {number} alpha
 * @property {Rules} rules
 * @property {string[]} columns
 * @property {number} network stages of the same number differ in alpha or in weights only
 */

/** @param {Begin} begin @param {Edit[]} edits @returns {Stage[]} one more than there are edits */
export function stagesOf({ sizes, alpha, rules, columns }, edits) {
  const stages = [{ at: 0, sizes, alpha, rules, columns, network: 0 }];
  edits.forEach((edit, i) => {
    const { at, kept, fresh, from, gone, rows, ...changed } = edit;
    const other = Boolean(changed.rules || changed.sizes || rows);
    stages.push({ ...stages[i], ...changed, at, network: stages[i].network + Number(other) });
  });
  return stages;
}

/** What becomes of the weights in an edit. @param {Float64Array} weights @param {Edit} edit */
export function edited(weights, { kept, fresh = [] }) {
  if (!kept) return weights;
  let next = 0;
  return Float64Array.from(kept, from => (from < 0 ? fresh[next++] : weights[from]));
}

/**
 * The rows of every stage. Those asked for last are remembered: stages are asked for in their order, mostly.
 *
 * @param {Begin} begin
 * @param {Edit[]} edits
 * @returns {(stage: number) => number[][]}
 */
export function rowsOf(begin, edits) {
  let [known, rows] = [0, begin.rows];
  return stage => {
    if (stage < known) [known, rows] = [0, begin.rows];
    for (; known < stage; known++) {
      const { from = 0, gone = 0, rows: come } = edits[known];
      if (come) rows = [...rows.slice(0, from), ...come, ...rows.slice(from + gone)];
    }
    return rows;
  };
}

/** @param {number[][]} rows @param {number[]} sizes @returns {Table} */
export function tableOf(rows, sizes) {
  return {
    rows: rows.length,
    inputs: Float64Array.from(rows.flatMap(row => row.slice(0, sizes[0]))),
    targets: Float64Array.from(rows.flatMap(row => row.slice(sizes[0]))),
  };
}
