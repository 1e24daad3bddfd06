// @ts-check
/**
 * The kernel: it trains a network of any depth by the operations of engine/loops.py in the order of engine/loops.py, and
 * so ends in the same bits. What is a loop there is a loop here. Pure.
 *
 * @typedef {object} Table rows to learn from
 * @property {number} rows
 * @property {Float64Array} inputs row by row
 * @property {Float64Array} targets row by row
 *
 * @typedef {object} Rules what an iteration does; see engine/rules.py
 * @property {string} activation "sigmoid" or "step"
 * @property {number[]} slopeless layers whose delta is the error alone
 * @property {number[]} flipped synapses whose update is subtracted
 *
 * @typedef {import("./curve.js").Bucket} Bucket
 *
 * @typedef {object} Kernel
 * @property {Float64Array[]} layers l0, l1, …, each row by row, as they were computed last
 * @property {(weights: Float64Array) => number} error the mean absolute error; fills the layers
 * @property {(weights: Float64Array, alpha: number, begin: number, end: number, bucket: Bucket | null) => void} train
 *   from one iteration to another, in place, and note the errors of all of them in one bucket
 */

import { sigmoid, step } from "./arithmetic.js";
import { carry, gather, products, sums } from "./products.js";

/** Partial sums of a scalar product. */
const LANES = 8;
/** What can be added to any number without changing a bit of it. */
const NOTHING = -0;

/** @param {number[]} sizes units of every layer @param {Table} data @param {Rules} rules @returns {Kernel} */
export function kernelOf(sizes, { rows, inputs, targets }, rules) {
  const last = sizes.length - 1;
  const synapses = startsOf(sizes);
  const layers = sizes.map((units, layer) => (layer === 0 ? inputs : new Float64Array(rows * units)));
  const deltas = sizes.map((units, layer) => new Float64Array(layer === 0 ? 0 : rows * units));
  const update = new Float64Array(synapses[last]);
  const steps = rules.activation === "step";
  const slopeless = sizes.map((_, layer) => rules.slopeless.includes(layer));

  /** @param {Float64Array} weights */
  function forward(weights) {
    for (let layer = 0; layer < last; layer++) {
      const [before, after] = [sizes[layer], sizes[layer + 1]];
      if (layer === last - 1 && after === 1) products(layers[layer], weights, synapses[layer], layers[last], rows, before);
      else sums(layers[layer], weights, synapses[layer], layers[layer + 1], rows, before, after);
      squash(layers[layer + 1], steps);
    }
  }

  /** @param {Float64Array} weights */
  function backward(weights) {
    outputDelta(targets, layers[last], deltas[last], slopeless[last]);
    for (let layer = last - 1; layer >= 0; layer--) {
      const [before, after] = [sizes[layer], sizes[layer + 1]];
      gather(layers[layer], deltas[layer + 1], update, synapses[layer], rows, before, after);
      if (layer > 0) carry(deltas[layer + 1], weights, synapses[layer], layers[layer], deltas[layer], rows, before, after, slopeless[layer]);
    }
    for (const synapse of rules.flipped) {
      for (let i = synapses[synapse]; i < synapses[synapse + 1]; i++) update[i] = -update[i];
    }
  }

  return {
    layers,
    error(weights) {
      forward(weights);
      return distance(targets, layers[last], rows, sizes[last]);
    },
    train(weights, alpha, begin, end, bucket) {
      for (let iteration = begin; iteration < end; iteration++) {
        forward(weights);
        if (bucket) note(bucket, iteration, distance(targets, layers[last], rows, sizes[last]));
        backward(weights);
        for (let i = 0; i < weights.length; i++) weights[i] += alpha * update[i];
      }
    },
  };
}

/** Where the weights of each synapse begin among all of them, and where the last ends. @param {number[]} sizes */
export function startsOf(sizes) {
  const starts = [0];
  for (let layer = 1; layer < sizes.length; layer++) starts.push(starts[layer - 1] + sizes[layer - 1] * sizes[layer]);
  return starts;
}

/** @param {Bucket} bucket @param {number} iteration @param {number} error */
function note(bucket, iteration, error) {
  if (error < bucket.low || bucket.low !== bucket.low) {
    bucket.low = error;
    bucket.lowAt = iteration;
  }
  if (bucket.high === bucket.high && !(error <= bucket.high)) {
    bucket.high = error;
    bucket.highAt = iteration;
  }
}

/** @param {Float64Array} layer @param {boolean} steps */
function squash(layer, steps) {
  if (steps) for (let i = 0; i < layer.length; i++) layer[i] = step(layer[i]);
  else for (let i = 0; i < layer.length; i++) layer[i] = sigmoid(layer[i]);
}

/** @param {Float64Array} targets @param {Float64Array} output @param {Float64Array} delta @param {boolean} slopeless */
function outputDelta(targets, output, delta, slopeless) {
  for (let i = 0; i < output.length; i++) {
    const out = output[i];
    delta[i] = slopeless ? targets[i] - out : (targets[i] - out) * (out * (1 - out));
  }
}

/** The mean absolute difference. @param {Float64Array} targets @param {Float64Array} output @param {number} rows @param {number} outputs */
function distance(targets, output, rows, outputs) {
  let total = 0;
  if (outputs === 1) {
    clear();
    for (let row = 0; row < rows; row++) lanes[row % LANES] += Math.abs(targets[row] - output[row]);
    total = sumOfLanes();
  } else {
    for (let row = 0; row < rows; row++) {
      clear();
      for (let j = 0, i = row * outputs; j < outputs; j++, i++) lanes[j % LANES] += Math.abs(targets[i] - output[i]);
      total += sumOfLanes();
    }
  }
  return total / (rows * outputs);
}

const lanes = new Float64Array(LANES);

function clear() {
  for (let lane = 0; lane < LANES; lane++) lanes[lane] = NOTHING;
}

function sumOfLanes() {
  return lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
}
