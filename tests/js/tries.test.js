import assert from "node:assert/strict";
import test from "node:test";

import { combinations, isAmong } from "../../static/data/binary.js";
import { answer } from "../../static/data/forward.js";
import { isStep } from "../../static/sigmoid.js";

const POSTS = [[9.672993027736892], [-0.20784349926631968], [-4.62963668773159]];
const UNSEEN = { "011": 0.00786466, 110: 0.9999225, 101: 0.99358931, 111: 0.99211997 };

test("the weights of the post answer the four rows that it asks about", () => {
  for (const [row, wanted] of Object.entries(UNSEEN)) {
    const [output] = answer([...row].map(Number), [POSTS]);
    assert.ok(Math.abs(output - wanted) < 1e-8, `${row} gives ${output}`);
  }
});

test("a hidden layer is one more product and one more squeeze", () => {
  const sigmoid = x => 1 / (1 + Math.exp(-x));
  const [syn0, syn1] = [[[1, -2], [0.5, 3]], [[2], [-1]]];
  const expected = sigmoid(2 * sigmoid(1 * 2 + 0.5 * 4) - sigmoid(-2 * 2 + 3 * 4));
  assert.deepEqual(answer([2, 4], [syn0, syn1]), [expected]);
});

test("a step answers 1 above nought and 0 at it, and keeps NaN", () => {
  assert.deepEqual(answer([1], [[[0.1, 0, -3, NaN]]], true), [1, 0, 0, NaN]);
});

test("an answer of a hopelessly large sum is 0 or 1, not NaN", () => {
  assert.deepEqual(answer([1], [[[1e308, -1e308]]]), [1, 0]);
});

test("a row of the wrong length has no answer", () => {
  assert.deepEqual(answer([1, 2], [POSTS]), [NaN]);
});

test("the program says whether it steps", () => {
  const line = (key, chosen) => ({ key, chosen });
  assert.equal(isStep([line("X", ""), line("sigmoid", "step")]), true);
  assert.equal(isStep([line("sigmoid", "sigmoid"), line("l1", "step")]), false);
});

test("all combinations, counted upwards", () => {
  assert.deepEqual(combinations(2), [[0, 0], [0, 1], [1, 0], [1, 1]]);
  assert.equal(combinations(5).length, 32);
});

test("an example is told from what is none", () => {
  assert.equal(isAmong([0, 1], [[1, 0], [0, 1]]), true);
  assert.equal(isAmong([0, 1], [[0, 1, 1], [1, 1]]), false);
});
