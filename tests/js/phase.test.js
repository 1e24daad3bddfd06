import assert from "node:assert/strict";
import test from "node:test";

import { heldIn, largest, phaseOf, pictureOf } from "../../static/network/phase.js";

// Two inputs, two hidden units, one output; one example.
const INPUTS = [[1, 0]];
const LOOK = {
  weights: [[[2, -2], [1, 1]], [[4], [-6]]],
  layers: [[[0.9, 0.1]], [[0.8]]],
  detail: {
    errors: [[[0.4, -0.6]], [[0.2]]],
    deltas: [[[0.04, -0.06]], [[0.1]]],
    updates: [[[0.04, -0.06], [0, 0]], [[0.09], [0.01]]],
    changes: [],
    correlations: [],
  },
};
const at = key => pictureOf(phaseOf(key), LOOK, INPUTS, 0, 10);

test("a whole iteration shows the outputs and nothing on its way", () => {
  const picture = pictureOf(null, LOOK, INPUTS, 0, 10);
  assert.deepEqual(picture.held, ["out", "out", "out"]);
  assert.deepEqual(picture.values, [[1, 0], [0.9, 0.1], [0.8]]);
  assert.equal(picture.stream, null);
});

test("before a line has made them circles are empty", () => {
  assert.deepEqual(at("for").held, ["none", "none", "none"]);
  assert.deepEqual(at("l0").held, ["out", "none", "none"]);
  assert.deepEqual(at("l1").held, ["out", "out", "none"]);
  assert.deepEqual(at("l2").held, ["out", "out", "out"]);
});

test("forward each line carries the value before it times its weight", () => {
  assert.equal(at("l0").stream, null);
  assert.deepEqual(at("l1").stream, { synapse: 0, way: "forward", by: [[2, -2], [0, 0]] });
  assert.equal(at("l2").stream.synapse, 1);
});

test("the output shows its error, then its delta", () => {
  assert.deepEqual(at("l2_error").values, [[1, 0], [0.9, 0.1], [0.2]]);
  assert.deepEqual(at("l2_delta").held, ["out", "out", "delta"]);
  assert.deepEqual(at("l2_delta").values[2], [0.1]);
  assert.equal(at("l2_delta").stream, null);
});

test("the error beside the target is known from its line on", () => {
  assert.deepEqual(at("l2").off, []);
  for (const key of ["l2_error", "l2_delta", "l1_delta", "syn0_update"]) assert.deepEqual(at(key).off, [0.2]);
});

test("the delta goes back across the same weights", () => {
  const picture = at("l1_error");
  assert.deepEqual(picture.held, ["out", "error", "delta"]);
  assert.equal(picture.stream.way, "back");
  assert.deepEqual(picture.stream.by, [[0.4], [-0.6000000000000001]]);
  assert.deepEqual(at("l1_delta").values[1], [0.04, -0.06]);
});

test("an update stands between what it is made of, and weights move one synapse after the other", () => {
  const later = at("syn1_update");
  assert.deepEqual(later.held, ["out", "out", "delta"]);
  assert.deepEqual(later.weights[1], [[4.9], [-5.9]]);
  assert.equal(later.weights[0], LOOK.weights[0]);
  const first = at("syn0_update");
  assert.deepEqual(first.held, ["out", "delta", "delta"]);
  assert.deepEqual(first.weights, [[[2.4, -2.6], [1, 1]], [[4.9], [-5.9]]]);
  assert.deepEqual(first.stream.by, [[0.4, -0.6], [0, 0]]);
});

test("lines outside the loop have no phase", () => {
  for (const key of ["X", "y", "syn0", "alpha", ""]) assert.equal(phaseOf(key), null);
});

test("any depth: behind the layer that is made stand deltas, before it outputs", () => {
  assert.deepEqual([0, 1, 2, 3, 4].map(layer => heldIn(phaseOf("l2_error"), layer)), ["out", "out", "error", "delta", "delta"]);
});

test("without a detail nothing is made up", () => {
  const picture = pictureOf(phaseOf("l1_error"), { ...LOOK, detail: null }, INPUTS, 0, 1);
  assert.deepEqual(picture.values[1], []);
  assert.ok(picture.stream.by.flat().every(Number.isNaN));
  assert.equal(pictureOf(phaseOf("syn1_update"), { ...LOOK, detail: null }, INPUTS, 0, 1).stream, null);
});

test("the largest of nothing finite is nothing", () => {
  assert.equal(largest([[NaN, -Infinity]]), 0);
  assert.equal(largest([[1, -3], [2, NaN]]), 3);
});
