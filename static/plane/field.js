// @ts-check
/**
 * What balls roll on: the error over both weights, and which way it pushes them. Pure.
 *
 * @typedef {import("../alone/kernel.js").Table} Table
 * @typedef {import("../alone/kernel.js").Rules} Rules
 * @typedef {[number, number]} Pair of weights
 *
 * @typedef {object} Ground
 * @property {string} of empty: the posts' rows and rules; else what changes whenever those of the run do
 * @property {Table} table
 * @property {Rules} rules
 *
 * @typedef {ReturnType<typeof field>} Field
 */

import { sigmoid, step } from "../alone/arithmetic.js";
import { kernelOf } from "../alone/kernel.js";
import { landscapeOf } from "../panels/landscape.js";
import { rulesOf, tableOf } from "../slice/rules.js";

const SIZES = [2, 1];
/** Of both weights, as app/surface_figures.py draws them. */
export const RANGE = /** @type {Pair} */ ([-10, 10]);
/** Where the posts' generator puts the two weights with seed 1. */
export const POSTS_START = /** @type {Pair} */ ([-0.165955990594852, 0.4406489868843162]);
/** @type {Ground} */
export const POSTS_GROUND = {
  of: "",
  table: { rows: 4, inputs: Float64Array.of(0, 1, 0, 1, 1, 0, 1, 0), targets: Float64Array.of(0, 0, 1, 1) },
  rules: { activation: "sigmoid", slopeless: [], flipped: [] },
};

/**
 * The ground of the run in view if that has exactly two weights and the page holds its rows; else the posts'. To be asked
 * at every frame: the same ground is given again until it is another.
 */
export function grounds() {
  let [asked, ground] = ["", POSTS_GROUND];
  return (/** @type {import("../lab.js").State} */ state) => {
    const of = twoWeights(state) ? landscapeOf(state) : "";
    if (of !== asked) [asked, ground] = [of, groundOf(of, state)];
    return ground;
  };
}

/** @param {import("../lab.js").State} state */
function twoWeights({ frame }) {
  return frame?.weights.length === 1 && frame.weights[0].length === 2 && frame.weights[0][0].length === 1;
}

/** @param {string} of @param {import("../lab.js").State} state @returns {Ground} */
function groundOf(of, { run }) {
  const table = run && of && run.inputs[0].length === 2 ? tableOf(run) : null;
  return run && table ? { of, table, rules: rulesOf(run.code) } : POSTS_GROUND;
}

/** @param {Ground} ground */
export function field({ table, rules }) {
  const kernel = kernelOf(SIZES, table, rules);
  const out = rules.activation === "step" ? step : sigmoid;
  const [slopeless, sign] = [rules.slopeless.includes(1), rules.flipped.includes(0) ? -1 : 1];
  return {
    train: kernel.train,
    /** The mean absolute error. @param {ArrayLike<number>} weights */
    error: weights => kernel.error(Float64Array.from(weights)),
    /** layer_0.T.dot(layer_1_delta): what alpha times it is subtracted from the weights. @param {ArrayLike<number>} weights @returns {Pair} */
    derivative(weights) {
      const derivative = /** @type {Pair} */ ([0, 0]);
      for (let row = 0; row < table.rows; row++) {
        const [a, b] = [table.inputs[2 * row], table.inputs[2 * row + 1]];
        const guess = out(a * weights[0] + b * weights[1]);
        const delta = (guess - table.targets[row]) * (slopeless ? 1 : guess * (1 - guess));
        derivative[0] += sign * a * delta;
        derivative[1] += sign * b * delta;
      }
      return derivative;
    },
  };
}
