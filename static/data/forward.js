// @ts-check
/** What a network answers, from its weights alone. Pure. */

/**
 * The outputs for one row of inputs.
 *
 * @param {number[]} inputs
 * @param {number[][][]} weights syn0, syn1, …: shape (units before, units after)
 * @param {boolean} [step] whether sums go through a step instead of the sigmoid
 * @returns {number[]} NaN where the inputs are not as many as the network takes
 */
export function answer(inputs, weights, step = false) {
  const activation = step ? stepped : sigmoid;
  return weights.reduce((layer, matrix) => product(layer, matrix).map(activation), inputs);
}

/** Whether the program's sigmoid line has been switched to a step. @param {import("../messages.js").Line[]} code */
export function steps(code) {
  return code.some(({ key, chosen }) => key === "sigmoid" && chosen === "step");
}

/** @param {number[]} row @param {number[][]} matrix */
function product(row, matrix) {
  const fits = row.length === matrix.length;
  return matrix[0].map((_, j) => (fits ? row.reduce((sum, value, i) => sum + value * matrix[i][j], 0) : NaN));
}

/** @param {number} x */
function sigmoid(x) {
  return 1 / (1 + Math.exp(-x));
}

/** @param {number} x */
function stepped(x) {
  return Number.isNaN(x) ? x : Number(x > 0);
}
