// @ts-check
/** The sigmoid in its four steps, and its slope in two ways. Pure. */

import { sigmoid } from "../sigmoid.js";

/** By going a little to both sides: rise over run. @param {number} x @param {number} h */
export function measured(x, h) {
  return (sigmoid(x + h) - sigmoid(x - h)) / (2 * h);
}

/** e^−x, 1 + e^−x, and one divided by that. @param {number} x */
export function inSteps(x) {
  const power = Math.exp(-x);
  return { power, below: 1 + power, out: 1 / (1 + power) };
}
