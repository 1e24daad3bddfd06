import assert from "node:assert/strict";
import test from "node:test";

import { turned } from "../../static/lines/operands.js";
import { workOf } from "../../static/lines/work.js";
import { standing } from "./line_network.js";

const rule = (key, options) => workOf(standing(key, options)).rule;
const names = work => work.matrices.map(({ name, note }) => (note ? `${name} ${note}` : name));

test("each line of XOR says which shapes make which", () => {
  assert.equal(rule("l0"), "X (4×3) → l0 (4×3)");
  assert.equal(rule("l1"), "l0 (4×3) · syn0 (3×4) → l1_sum (4×4), then sigmoid → l1 (4×4)");
  assert.equal(rule("l2"), "l1 (4×4) · syn1 (4×1) → l2_sum (4×1), then sigmoid → l2 (4×1)");
  assert.equal(rule("l2_error"), "y (4×1) − l2 (4×1) → l2_error (4×1)");
  assert.equal(rule("l2_delta"), "l2_error (4×1) ∗ slope(l2) (4×1) → l2_delta (4×1)");
  assert.equal(rule("l1_error"), "l2_delta (4×1) · syn1.T (1×4) → l1_error (4×4)");
  assert.equal(rule("syn1_update"), "l1.T (4×4) · l2_delta (4×1) → syn1_update (4×1), times alpha, added to syn1 (4×1)");
  assert.equal(rule("syn0_update"), "l0.T (3×4) · l1_delta (4×4) → syn0_update (3×4), times alpha, added to syn0 (3×4)");
});

test("a network without a hidden layer, a deep one and one of several outputs are told too", () => {
  assert.equal(rule("l1_error", { sizes: [3, 1] }), "y (4×1) − l1 (4×1) → l1_error (4×1)");
  assert.equal(rule("l2_error", { sizes: [3, 5, 2, 1] }), "l3_delta (4×1) · syn2.T (1×2) → l2_error (4×2)");
  assert.equal(rule("l1_error", { sizes: [3, 4, 2] }), "l2_delta (4×2) · syn1.T (2×4) → l1_error (4×4)");
});

test("in every product the inner numbers are equal, and the outer ones are the shape of the result", () => {
  for (const sizes of [[3, 4, 1], [2, 1], [3, 64, 1], [5, 3, 2, 4]]) {
    for (const line of standing("l0", { sizes, rows: 6 }).run.code) {
      const { matrices, steps } = workOf(standing(line.key, { sizes, rows: 6 }));
      for (const { from: [a, b], to } of steps.filter(({ does }) => does === "product")) {
        assert.equal(matrices[a].columns, matrices[b].rows);
        assert.deepEqual([matrices[to].rows, matrices[to].columns], [matrices[a].rows, matrices[b].columns]);
      }
    }
  }
});

test("the lines go forward to predict, backward to see how wrong, and nowhere to update", () => {
  assert.equal(workOf(standing("l2")).direction, "forward");
  assert.equal(workOf(standing("l1_error")).direction, "backward");
  assert.equal(workOf(standing("syn0_update")).direction, null);
});

test("a line that is stood on nowhere, or whose numbers are of other examples, shows nothing", () => {
  const state = standing("l1");
  assert.equal(workOf({ ...state, controls: { ...state.controls, line: null } }), null);
  assert.equal(workOf({ ...state, detailed: null }), null);
  assert.equal(workOf({ ...state, detailed: { ...state.detailed, first_row: 4 } }), null);
  assert.deepEqual(workOf(standing("for")).matrices, []);
});

test("without a slope the delta is the error", () => {
  const work = workOf(standing("l2_delta", { slopeless: [2] }));
  assert.equal(work.rule, "l2_error (4×1) → l2_delta (4×1)");
  assert.deepEqual(work.matrices[1].matrix, work.matrices[0].matrix);
  assert.equal(rule("l1_delta", { slopeless: [2] }), "l1_error (4×4) ∗ slope(l1) (4×4) → l1_delta (4×4)");
});

test("with the wrong sign the product is what the line says, and it is subtracted", () => {
  const [right, wrong] = [workOf(standing("syn1_update")), workOf(standing("syn1_update", { flipped: [1] }))];
  assert.deepEqual(wrong.matrices[2].matrix, right.matrices[2].matrix);
  assert.equal(wrong.rule, "l1.T (4×4) · l2_delta (4×1) → (4×1), times alpha, taken from syn1 (4×1)");
  const [, , product, , before, after] = wrong.matrices;
  after.matrix.forEach((row, i) => assert.equal(row[0], before.matrix[i][0] - 2 * product.matrix[i][0]));
});

test("a step is called one", () => {
  assert.match(rule("l1", { stepped: true }), /then step → l1/);
});

test("an update adds alpha times it to the weights of the same moment", () => {
  const work = workOf(standing("syn0_update", { alpha: 3 }));
  assert.deepEqual(names(work), ["l0.T", "l1_delta", "syn0_update", "alpha × syn0_update", "syn0 before", "syn0 after"]);
  const [, , update, , before, after] = work.matrices;
  after.matrix.forEach((row, i) => row.forEach((value, j) => assert.equal(value, before.matrix[i][j] + 3 * update.matrix[i][j])));
});

test("shapes are those of all examples, though only some are on the page", () => {
  const work = workOf(standing("syn1_update", { rows: 200, window: [40, 60] }));
  assert.match(work.rule, /^l1\.T \(4×200\) · l2_delta \(200×1\)/);
  assert.deepEqual(work.examples, { first: 40, shown: 20, all: 200 });
  assert.equal(work.matrices[0].matrix[0].length, 20);
});

test("what is turned twice is as before", () => {
  const [operand] = workOf(standing("syn0_update", { sizes: [3, 5, 1] })).matrices;
  assert.equal(operand.name, "l0.T");
  assert.equal(turned(operand).name, "l0");
  assert.equal(turned(operand).examples, "rows");
  assert.deepEqual(turned(turned(operand)), operand);
});
