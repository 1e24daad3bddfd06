import assert from "node:assert/strict";
import test from "node:test";

import { figuresText } from "../../static/code/figures.js";
import { cutAtNames, explainName } from "../../static/code/names.js";

const frame = {
  iteration: 7,
  weights: [[[1, -2], [0.5, 0]], [[3], [4]]],
  layers: [[[0.5, 0.25], [0.1, 0.9]], [[0.75], [0.2]]],
};
const detail = {
  errors: [[[0, 0], [0, 0]], [[0.25], [-0.2]]],
  deltas: [[[0.001, -0.031], [NaN, 0]], [[0.05], [-0.03]]],
  updates: [[[0.1, 0.1], [0.1, 0.1]], [[1], [1]]],
};
const code = ["l0", "l1", "l2", "l2_error", "l2_delta", "l1_error", "l1_delta", "syn1_update", "syn0_update"].map(key => ({ key, text: "", choices: [], chosen: "" }));
const state = {
  run: { inputs: [[0, 1], [1, 1]], targets: [[0], [1]], first_row: 0, rows: 2, columns: ["x1", "x2"], code },
  controls: { alpha: 10, line: null },
  frame,
  detailed: { ...frame, detail },
};
const now = (name, more = {}) => explainName(name, { ...state, ...more });
const standing = line => ({ controls: { alpha: 10, line } });

test("a text is cut at every name in it", () => {
  assert.deepEqual(cutAtNames("l1_delta of X, not Xs"), ["", "l1_delta", " of ", "X", ", not Xs"]);
  assert.deepEqual(cutAtNames("syn0 += alpha * l0.T @ l1_delta").filter((_, i) => i % 2), ["syn0", "alpha", "l0", ".T", "@", "l1_delta"]);
  assert.equal(cutAtNames("y - l2").join(""), "y - l2");
});

test("a name says what it means, its shape and its numbers", () => {
  assert.equal(now("X"), "X: the inputs, one example a row.\nNow (2×2):\n0\u2007\u20071\n1\u2007\u20071");
  assert.match(now("syn1"), /^syn1: the weights between l1 and l2\.\nNow \(2×1\):\n3\n4$/);
  assert.match(now("l2_delta"), /Now \(2×1\); largest 0\.0500 in row 1\./);
  assert.match(now("alpha"), /Now 10\.$/);
  assert.match(now("j"), /Now 7\.$/);
});

test("a name that means nothing is not explained", () => {
  for (const name of ["toString", "foo", "", "l"]) assert.equal(now(name), null);
});

test("numbers that are none are called so", () => {
  assert.match(now("l1_delta"), /row 2 holds what is no number \(NaN\)/);
});

test("numbers of another moment say of which", () => {
  const detailed = { ...state.detailed, iteration: 5 };
  assert.match(now("l1_error", { detailed }), /At iteration 5: \(2×2\)/);
  assert.match(now("l1", { detailed }), /Now \(2×2\)/);
});

test("while somebody walks, a line ahead is to come and an update done is in its weights", () => {
  assert.match(now("l2", standing(1)), /To come: \(2×1\)/);
  assert.match(now("syn1", standing(6)), /\n3\n4$/);
  assert.match(now("syn1", standing(7)), /\n13\n14$/);
  assert.match(now("syn0", standing(7)), /\n\u20071\.000\u2007+−2\.000\n/);
  assert.match(now("syn0", standing(8)), /\n\u20072\.000\u2007+−1\.000\n/);
});

test("without a hidden layer l1 is said to be the output", () => {
  const single = { ...frame, weights: [frame.weights[0]], layers: [frame.layers[0]] };
  assert.match(now("l1", { frame: single }), /in this network it is the output/);
  assert.doesNotMatch(now("l1"), /it is the output/);
});

test("a changed line changes what its name means", () => {
  const choices = [{ name: "sigmoid", about: "Smooth." }, { name: "step", about: "A step." }];
  const run = { ...state.run, code: [{ key: "sigmoid", text: "", choices, chosen: "step" }, ...code] };
  assert.equal(now("sigmoid", { run }), "sigmoid, changed: A step.");
});

test("large matrices are told by their range and windows by their rows", () => {
  const matrix = Array.from({ length: 40 }, (_, i) => [i / 10 - 1]);
  assert.equal(figuresText({ matrix, first: 40, rows: 200 }), "(200×1), here rows 41–80; from −1 to 2.900.");
  assert.equal(figuresText({ matrix, peak: true }), "(40×1); largest 2.900 in row 40.");
  assert.equal(figuresText({ matrix: [], rows: 0 }), "(0×0)");
});
