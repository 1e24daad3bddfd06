// @ts-check
/**
 * Which matrices a line takes and makes, step by step: one function for each kind of line. Pure.
 *
 * @typedef {import("./operands.js").Numbers} Numbers
 * @typedef {{matrices: import("./work.js").Operand[], steps: import("./work.js").Step[]}} Doing
 */

import { each, turned } from "./operands.js";

const NOTHING = { matrices: [], steps: [] };
const LAYER = /^l(\d+)(?:_(error|delta))?$/;
const UPDATE = /^syn(\d+)_update$/;

/** @param {string} key @param {Numbers} numbers @param {number} alpha @returns {Doing} */
export function doingOf(key, numbers, alpha) {
  const update = UPDATE.exec(key);
  if (update) return updating(numbers, Number(update[1]), alpha);
  const [, layer, part] = LAYER.exec(key) ?? [];
  if (layer === undefined) return NOTHING;
  const k = Number(layer);
  if (part === "error") return k === numbers.last ? missing(numbers, k) : blaming(numbers, k);
  if (part === "delta") return softening(numbers, k);
  return k === 0 ? entering(numbers) : predicting(numbers, k);
}

/** l0 = X @param {Numbers} numbers @returns {Doing} */
function entering(numbers) {
  const l0 = numbers.layer(0);
  return { matrices: [{ ...l0, name: "X" }, l0], steps: [{ does: "copy", sign: "", arrow: "→", from: [0], to: 1 }] };
}

/** l1 = sigmoid(l0 @ syn0) @param {Numbers} numbers @param {number} k @returns {Doing} */
function predicting(numbers, k) {
  return {
    matrices: [numbers.layer(k - 1), numbers.weights(k - 1), numbers.sum(k), numbers.layer(k)],
    steps: [
      { does: "product", sign: "·", arrow: "→", from: [0, 1], to: 2 },
      { does: "squeeze", sign: "", arrow: `${numbers.rules.stepped ? "step" : "sigmoid"} →`, from: [2], to: 3 },
    ],
  };
}

/** l2_error = y - l2 @param {Numbers} numbers @param {number} k @returns {Doing} */
function missing(numbers, k) {
  const y = numbers.ofExamples("y", "target", k, numbers.run.targets);
  return {
    matrices: [y, numbers.layer(k), numbers.error(k)],
    steps: [{ does: "difference", sign: "−", arrow: "→", from: [0, 1], to: 2 }],
  };
}

/** l1_error = l2_delta @ syn1.T @param {Numbers} numbers @param {number} k @returns {Doing} */
function blaming(numbers, k) {
  return {
    matrices: [numbers.delta(k + 1), turned(numbers.weights(k)), numbers.error(k)],
    steps: [{ does: "product", sign: "·", arrow: "→", from: [0, 1], to: 2 }],
  };
}

/** l2_delta = l2_error * slope(l2) @param {Numbers} numbers @param {number} k @returns {Doing} */
function softening(numbers, k) {
  const [error, delta] = [numbers.error(k), numbers.delta(k)];
  if (numbers.rules.slopeless) return { matrices: [error, delta], steps: [{ does: "copy", sign: "", arrow: "→", from: [0], to: 1 }] };
  return {
    matrices: [error, numbers.slope(k), delta],
    steps: [{ does: "weigh", sign: "∗", arrow: "→", from: [0, 1], to: 2 }],
  };
}

/** syn1 += alpha * l1.T @ l2_delta @param {Numbers} numbers @param {number} k @param {number} alpha @returns {Doing} */
function updating(numbers, k, alpha) {
  const { flipped } = numbers.rules;
  const added = numbers.frame.detail.updates[k];
  // Where the update is subtracted, what comes with the frame is already negated: the product is not.
  const product = flipped ? each(added, value => -value) : added;
  const before = numbers.weights(k);
  const name = flipped ? `l${k}.T · l${k + 1}_delta` : `syn${k}_update`;
  const after = added.map((row, i) => row.map((value, j) => before.matrix[i][j] + alpha * value));
  return {
    matrices: [
      turned(numbers.layer(k)),
      numbers.delta(k + 1),
      numbers.ofWeights(name, "update", k, product),
      numbers.ofWeights(`alpha × ${flipped ? "that" : name}`, "move", k, each(product, value => alpha * value)),
      { ...before, note: "before" },
      { ...numbers.ofWeights(before.name, "weight", k, after), note: "after" },
    ],
    steps: [
      { does: "product", sign: "·", arrow: "→", from: [0, 1], to: 2 },
      { does: "scale", sign: "", arrow: "× alpha →", from: [2], to: 3 },
      { does: "add", sign: flipped ? "− that" : "+ that", arrow: "→", from: [4, 3], to: 5 },
    ],
  };
}
