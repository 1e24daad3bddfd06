// @ts-check
/**
 * What there is to be seen of a run at the iteration where it is shown. Pure.
 *
 * @typedef {object} Moment
 * @property {number} iteration
 * @property {number} error
 * @property {number[]} sizes
 * @property {string[]} columns
 * @property {number[][]} rows inputs, then targets
 * @property {number[][][]} weights syn0, syn1, …
 * @property {(layer: number, row: number) => number[]} outputs of a layer in a row
 */

import { startsOf } from "./kernel.js";

/** @param {import("./run.js").Run} run @returns {Moment} */
export function momentOf(run) {
  const { place, stage } = run.shown;
  const { error, layers } = run.shown.look();
  const { sizes, columns } = stage;
  const starts = startsOf(sizes);
  return {
    iteration: place.iteration,
    error,
    sizes,
    columns,
    rows: run.rows(),
    weights: sizes.slice(1).map((after, i) => Array.from({ length: sizes[i] }, (_, row) => {
      const start = starts[i] + row * after;
      return Array.from(place.weights.subarray(start, start + after));
    })),
    outputs: (layer, row) => Array.from(layers[layer].subarray(row * sizes[layer], (row + 1) * sizes[layer])),
  };
}
