import assert from "node:assert/strict";
import { test } from "node:test";

import { columnName, exampleName, numberText, rowName } from "../../static/compare/labels.js";
import { isOfExamples, lookOf, matricesOf, numbersOf } from "../../static/compare/matrices.js";
import { exampleRange } from "../../static/compare/pager.js";

const RUN = { inputs: [[0, 0, 1], [0.25, 1, 1]], targets: [[0], [1]], first_row: 0, rows: 2, columns: ["x1", "x2", "x3"] };
const named = name => matricesOf(2).find(matrix => matrix.name === name);

test("every matrix of the loop is offered, by its name in the code", () => {
  assert.deepEqual(matricesOf(1).map(({ name }) => name), ["l1", "l1_sum", "l1_error", "l1_delta", "syn0", "syn0_update"]);
  assert.equal(matricesOf(2).length, 12);
});

test("the rows of a layer are examples, those of weights are not", () => {
  assert.deepEqual(["l2", "l1_delta", "syn1", "syn0_update"].map(name => isOfExamples(named(name))), [true, true, false, false]);
});

test("now is read as a pin is", () => {
  const detail = { errors: [[[3]]], deltas: [[[4]]], updates: [[[5]]] };
  const look = lookOf({ iteration: 7, error: 0.5, weights: [[[0]]], layers: [[[1]]], sums: [[[2]]], detail });
  const read = ["syn0", "l1", "l1_sum", "l1_error", "l1_delta", "syn0_update"].map(name => numbersOf(look, named(name))[0][0]);
  assert.deepEqual(read, [0, 1, 2, 3, 4, 5]);
  assert.equal(numbersOf(look, named("l2")), null);
  assert.equal(lookOf(null), null);
});

test("a weight is named by where it comes from and where it leads", () => {
  assert.equal(`${rowName(named("syn0"), RUN, 1)} ${columnName(named("syn0"), 3)}`, "x2 l1[3]");
  assert.equal(`${rowName(named("syn1"), RUN, 3)} ${columnName(named("syn1"), 0)}`, "l1[3] l2[0]");
});

test("an example is named by its inputs while they are short, else by its number", () => {
  assert.equal(exampleName(RUN, 0), "0 0 1");
  assert.equal(exampleName({ ...RUN, inputs: [[0.12345, -0.98765]], first_row: 40 }, 0), "no. 41");
});

test("what pushes has a sign, what is has none, and what is not there is a dash", () => {
  assert.equal(numberText(named("l2_error"), 0.25), "+0.25000");
  assert.equal(numberText(named("l2"), 0.26899), "0.26899");
  assert.equal(numberText(named("l2_sum"), -4.984674), "−4.98467");
  assert.equal(numberText(named("l2"), null), "–");
  assert.equal(numberText(named("l2"), NaN), "NaN");
});

test("what is hidden is said", () => {
  assert.equal(exampleRange(RUN, { first: 0, end: 2 }), "");
  const many = { ...RUN, inputs: Array(200).fill([0]), rows: 1000, first_row: 200 };
  assert.match(exampleRange(many, { first: 40, end: 80 }), /^Examples 241–280 of 1,000;/);
  assert.equal(exampleRange({ ...many, rows: 200, first_row: 0 }, { first: 40, end: 80 }), "Examples 41–80 of 200");
});
