// @ts-check
/**
 * The error along one weight while all others stay, with the engine's own arithmetic. Pure.
 *
 * @typedef {import("../alone/kernel.js").Table} Table
 * @typedef {import("../alone/kernel.js").Rules} Rules
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 *
 * @typedef {object} Curve
 * @property {number[]} places where the weight was put, ascending
 * @property {number[]} errors the mean absolute error there
 * @property {number[]} squares half the sum of the squared errors there
 *
 * @typedef {object} Point
 * @property {number[]} here the weight, and both errors where it is
 * @property {number[]} slopes of both errors where the weight is
 *
 * @typedef {Curve & Point} Slice as app/slices.py has it
 */

import { kernelOf, startsOf } from "../alone/kernel.js";

/** Places per unit of weight, and how many at the least and at the most. */
const [DENSITY, FEWEST, MOST] = [5, 101, 401];

/** @param {number[]} sizes @param {Table} table @param {Rules} rules */
export function cutter(sizes, table, rules) {
  const kernel = kernelOf(sizes, table, rules);
  const starts = startsOf(sizes);
  const last = sizes.length - 1;

  /** Both errors, and the layers with them. @param {Float64Array} vector */
  function heights(vector) {
    const error = kernel.error(vector);
    const output = kernel.layers[last];
    let total = 0;
    for (let i = 0; i < output.length; i++) total += (output[i] - table.targets[i]) ** 2;
    return [error, total / 2];
  }

  /**
   * How fast the outputs move with the weight, followed forwards through the layers that were computed last.
   *
   * @param {Float64Array} vector @param {WeightPlace} place
   */
  function moves(vector, { synapse, row, column }) {
    const { rows } = table;
    let moved = new Float64Array(rows * sizes[synapse + 1]);
    for (let i = 0; i < rows; i++) {
      moved[i * sizes[synapse + 1] + column] = kernel.layers[synapse][i * sizes[synapse] + row];
    }
    for (let layer = synapse + 1; ; layer++) {
      moved = moved.map((move, i) => move * slopeOf(kernel.layers[layer][i]));
      if (layer === last) return moved;
      moved = through(moved, vector, layer);
    }
  }

  /** @param {Float64Array} moved @param {Float64Array} vector @param {number} layer */
  function through(moved, vector, layer) {
    const [before, after] = [sizes[layer], sizes[layer + 1]];
    const next = new Float64Array(table.rows * after);
    for (let i = 0; i < table.rows; i++) {
      for (let k = 0; k < before; k++) {
        const move = moved[i * before + k];
        if (move === 0) continue;
        for (let j = 0; j < after; j++) next[i * after + j] += move * vector[starts[layer] + k * after + j];
      }
    }
    return next;
  }

  /** The slope of what the sums go through; a step has none. @param {number} out */
  const slopeOf = out => (rules.activation === "step" ? 0 : out * (1 - out));

  /** @param {WeightPlace} place */
  const indexOf = ({ synapse, row, column }) => starts[synapse] + row * sizes[synapse + 1] + column;

  /** @param {number[][][]} weights @param {WeightPlace} place @param {[number, number]} range @returns {Curve} */
  function curve(weights, place, [low, high]) {
    const [vector, index, count] = [Float64Array.from(weights.flat(2)), indexOf(place), placesFor(low, high)];
    const places = Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
    const pairs = places.map(value => {
      vector[index] = value;
      return heights(vector);
    });
    return { places, errors: pairs.map(([error]) => error), squares: pairs.map(([, square]) => square) };
  }

  /** @param {number[][][]} weights @param {WeightPlace} place @returns {Point} */
  function at(weights, place) {
    const vector = Float64Array.from(weights.flat(2));
    const here = [vector[indexOf(place)], ...heights(vector)];
    const slopes = [0, 0];
    moves(vector, place).forEach((move, i) => {
      const miss = kernel.layers[last][i] - table.targets[i];
      slopes[0] += (Math.sign(miss) * move) / table.targets.length;
      slopes[1] += miss * move;
    });
    return { here, slopes };
  }

  return {
    curve, at,
    /** Both. @param {number[][][]} weights @param {WeightPlace} place @param {[number, number]} range @returns {Slice} */
    cut: (weights, place, range) => ({ ...curve(weights, place, range), ...at(weights, place) }),
    /** The weight after one more iteration. @param {number[][][]} weights @param {WeightPlace} place @param {number} alpha */
    next(weights, place, alpha) {
      const vector = Float64Array.from(weights.flat(2));
      kernel.train(vector, alpha, 0, 1, null);
      return vector[indexOf(place)];
    },
    /** How much work a slice is: what is put through the sigmoid, and the products. @param {[number, number]} range */
    work: ([low, high]) => placesFor(low, high) * table.rows * (10 * (sizes.slice(1).reduce((a, b) => a + b)) + starts[last]),
  };
}

/** @param {number} low @param {number} high */
function placesFor(low, high) {
  return Math.min(MOST, Math.max(FEWEST, Math.round((high - low) * DENSITY) + 1));
}
