import assert from "node:assert/strict";
import { test } from "node:test";

import { inRows, spread, together } from "../../static/charts/spread.js";

test("labels with room stay where they are", () => {
  assert.deepEqual(spread([10, 60, 120], 40, 0, 200), [10, 60, 120]);
});

test("labels that would touch are moved apart evenly", () => {
  assert.deepEqual(spread([50, 50], 40, 0, 200), [30, 70]);
});

test("a crowd pushes its neighbours too", () => {
  assert.deepEqual(spread([100, 100, 120], 40, 0, 400), [66.66666666666667, 106.66666666666667, 146.66666666666669]);
});

test("labels stay between the edges", () => {
  assert.deepEqual(spread([0, 1], 40, 20, 200), [20, 60]);
  assert.deepEqual(spread([199, 200], 40, 0, 180), [140, 180]);
});

test("no two labels are nearer than the gap, wherever they want to be", () => {
  const wanted = Array.from({ length: 7 }, (_, i) => 100 * Math.abs(Math.sin(i * 7.1))).sort((a, b) => a - b);
  const places = spread(wanted, 40, 0, 300);
  places.slice(1).forEach((place, i) => assert.ok(place - places[i] >= 40 - 1e-9));
});

test("a small move of one label moves none by a leap", () => {
  for (let x = 0; x < 100; x += 1) {
    const [before, after] = [x, x + 1].map(at => spread([40, 50, at].sort((a, b) => a - b), 30, 0, 200));
    before.forEach((place, i) => assert.ok(Math.abs(place - after[i]) <= 1 + 1e-9));
  }
});

test("a label takes the first row where it fits", () => {
  assert.deepEqual(inRows([{ start: 0, end: 50 }, { start: 20, end: 70 }, { start: 60, end: 90 }], 2), [0, 1, 0]);
});

test("a label that fits in no row gets none", () => {
  assert.deepEqual(inRows([{ start: 0, end: 50 }, { start: 10, end: 60 }], 1), [0, -1]);
});

test("a chain of neighbours ends at its reach", () => {
  assert.deepEqual(together([0, 4, 8, 12, 16], value => value, 5, 10), [[0, 4, 8], [12, 16]]);
});

test("neighbours are taken together as long as each is near the one before", () => {
  assert.deepEqual(together([1, 4, 8, 30, 33], value => value, 5), [[1, 4, 8], [30, 33]]);
});
