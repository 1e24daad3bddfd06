// @ts-check
/** What a network answers, from its weights alone. Pure. */

import { sigmoid, step } from "../sigmoid.js";

/**
 * The outputs for one row of inputs.
 *
 * @param {number[]} inputs
 * @param {number[][][]} weights syn0, syn1, …: shape (units before, units after)
 * @param {boolean} [stepped] whether sums go through a step instead of the sigmoid
 * @returns {number[]} NaN where the inputs are not as many as the network takes
 */
export function answer(inputs, weights, stepped = false) {
  const activation = stepped ? step : sigmoid;
  return weights.reduce((layer, matrix) => product(layer, matrix).map(activation), inputs);
}

/** @param {number[]} row @param {number[][]} matrix */
function product(row, matrix) {
  const fits = row.length === matrix.length;
  return matrix[0].map((_, j) => (fits ? row.reduce((sum, value, i) => sum + value * matrix[i][j], 0) : NaN));
}
