// @ts-check
/**
 * A layer as dots on the sigmoid. Pure.
 *
 * @typedef {object} Dot
 * @property {number} row
 * @property {number} unit
 * @property {number} z before the sigmoid
 * @property {number} out after it
 * @property {number} slope of the sigmoid there: out * (1 - out)
 *
 * @typedef {{sum: string, unit: (unit: number) => string, layer: string}} Names as in the code
 */

import { FARTHEST_SUM } from "../charts/axes.js";

/** The sigmoid's slope at zero. */
export const STEEPEST = 0.25;

/** @param {import("../messages.js").Frame} frame @param {number} layer @returns {Dot[]} */
export function dotsOf({ layers, sums }, layer) {
  return sums[layer].flatMap((units, row) =>
    units.map((z, unit) => {
      const out = layers[layer][row][unit];
      return { row, unit, z, out, slope: out * (1 - out) };
    }));
}

/** @param {Dot[]} dots */
export function farthest(dots) {
  return dots.reduce((most, { z }) => (Number.isNaN(z) ? most : Math.max(most, Math.min(Math.abs(z), FARTHEST_SUM))), 0);
}

/** @param {number} layer counted from the first one after the inputs @returns {Names} */
export function names(layer) {
  const name = `l${layer + 1}`;
  return {
    layer: name,
    sum: `sum going into ${name}: l${layer} @ syn${layer}`,
    unit: unit => `${name}[${unit}]`,
  };
}

/** What the panel offers, from the first layer to the last. @param {number} count */
export function layersOf(count) {
  return Array.from({ length: count }, (_, layer) => {
    const last = layer === count - 1;
    const kind = last ? "the output layer" : "a hidden layer";
    return { value: last ? "output" : String(layer), text: `l${layer + 1}`, sentence: `Shows the slopes of l${layer + 1}, ${kind}.` };
  });
}
