// @ts-check
/**
 * What the page needs to compute what the engine computes: the rows and the rules of the run in view. Pure.
 *
 * @typedef {import("../alone/kernel.js").Table} Table
 * @typedef {import("../alone/kernel.js").Rules} Rules
 */

/** All rows; null where the page holds only some of them. @param {import("../messages.js").Snapshot} run @returns {Table | null} */
export function tableOf({ inputs, targets, first_row, rows }) {
  if (first_row !== 0 || inputs.length !== rows) return null;
  return { rows, inputs: Float64Array.from(inputs.flat()), targets: Float64Array.from(targets.flat()) };
}

/** As the lines are switched. @param {import("../messages.js").Line[]} code @returns {Rules} */
export function rulesOf(code) {
  /** @param {string} choice */
  const numbers = choice => code.filter(({ chosen }) => chosen === choice).map(({ key }) => Number(/\d+/.exec(key)?.[0]));
  return {
    activation: code.some(({ key, chosen }) => key === "sigmoid" && chosen === "step") ? "step" : "sigmoid",
    slopeless: numbers("no-slope"), // l2_delta
    flipped: numbers("minus"), // syn1_update
  };
}

/** Whether they are the posts'. @param {Rules} rules */
export function lawful({ activation, slopeless, flipped }) {
  return activation === "sigmoid" && !slopeless.length && !flipped.length;
}

/** Units of every layer. @param {number[][][]} weights */
export function sizesOf(weights) {
  return [weights[0].length, ...weights.map(matrix => matrix[0].length)];
}
