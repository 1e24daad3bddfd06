import assert from "node:assert/strict";
import { test } from "node:test";

import { missing } from "../../static/panels/breaks.js";
import { labelled, summary } from "../../static/panels/marks.js";
import { differences } from "../../static/runs/names.js";

const alpha = (iteration, from, to) => ({ iteration, field: "alpha", label: `alpha ${from} → ${to}` });
const size = (iteration, from, to) => ({ iteration, field: "hidden_size", label: `hidden size ${from} → ${to}` });

test("a slider that was dragged is told from where to where", () => {
  assert.equal(summary([alpha(1, 2, 2.5), alpha(2, 2.5, 3), alpha(3, 3, 4)]), "alpha 2 → 4");
});

test("a single change is told as the server said it", () => {
  assert.equal(summary([{ iteration: 1, field: "weights", label: "weights moved" }]), "weights moved");
});

test("changes without from and to are counted", () => {
  const moved = { iteration: 1, field: "weights", label: "weights moved" };
  assert.equal(summary([moved, moved, moved]), "weights moved (3 times)");
});

test("changes of different settings stay apart, however near", () => {
  const labels = labelled([alpha(10, 1, 2), size(10, 4, 8), alpha(11, 2, 3)], iteration => iteration);
  assert.deepEqual(labels.map(({ text }) => text), ["alpha 1 → 3", "hidden size 4 → 8"]);
});

test("there and back is told as two changes", () => {
  const labels = labelled([size(10, 4, 64), size(12, 64, 1)], iteration => iteration);
  assert.deepEqual(labels.map(({ text }) => text), ["hidden size 4 → 64", "hidden size 64 → 1"]);
});

test("one label tells of no more than a small stretch of the axis", () => {
  const drag = Array.from({ length: 10 }, (_, i) => alpha(10 * i, i + 1, i + 2));
  const labels = labelled(drag, iteration => iteration);
  assert.deepEqual(labels.map(({ text }) => text), ["alpha 1 → 5", "alpha 5 → 9", "alpha 9 → 11"]);
});

test("changes far from each other stay apart", () => {
  const labels = labelled([alpha(10, 1, 2), alpha(90, 2, 3)], iteration => iteration);
  assert.deepEqual(labels, [{ at: 10, text: "alpha 1 → 2" }, { at: 90, text: "alpha 2 → 3" }]);
});

test("errors that are no numbers are a gap up to the present iteration", () => {
  const curve = { iterations: [0, 1, 2, 3], errors: [0.5, 0.4, NaN, NaN] };
  assert.deepEqual(missing(curve, true, 9), [{ from: 2, to: 9, zero: false }]);
});

test("a gap that was left behind ends where it ended", () => {
  const curve = { iterations: [0, 1, 2, 3], errors: [0.5, Infinity, NaN, 0.1] };
  assert.deepEqual(missing(curve, false, 3), [{ from: 1, to: 2, zero: false }]);
});

test("an error of exactly zero is missing on a logarithmic axis only", () => {
  const curve = { iterations: [0, 1], errors: [0.5, 0] };
  assert.deepEqual(missing(curve, true, 1), [{ from: 1, to: 1, zero: true }]);
  assert.deepEqual(missing(curve, false, 1), []);
});

test("earlier runs are told apart by what differs", () => {
  const labels = ["alpha 1, hidden size 4, seed 1, 60 iterations", "alpha 10, hidden size 4, seed 1, 1 iteration"];
  assert.deepEqual(differences(labels), ["alpha 1", "alpha 10"]);
});

test("earlier runs that do not differ, and a single one, are told whole", () => {
  assert.deepEqual(differences(["alpha 1, seed 1, 60 iterations"]), ["alpha 1, seed 1"]);
  assert.deepEqual(differences(["alpha 1, 6 iterations", "alpha 1, 9 iterations"]), ["alpha 1", "alpha 1"]);
});
