import assert from "node:assert/strict";
import { test } from "node:test";

import { thinned } from "../../static/charts/thin.js";

const long = Array.from({ length: 10_000 }, (_, i) => i);
const pixel = iteration => iteration / 100;

test("what fits is kept as it is", () => {
  const points = { iterations: [0, 100, 200, 300], errors: [0.5, 0.4, 0.3, 0.2] };
  assert.deepEqual(thinned(points, pixel, 0, 100), points);
});

test("a column of pixels keeps its first, lowest, highest and last point, in order", () => {
  const errors = long.map(() => 0.5);
  errors[150] = 0.9;
  errors[160] = 0.1;
  const { iterations } = thinned({ iterations: long, errors }, pixel, 0, 100);
  assert.deepEqual(iterations.filter(i => i >= 100 && i < 200), [100, 150, 160, 199]);
  assert.ok(iterations.length <= 4 * 100);
});

test("a break in the line stays where it is", () => {
  const errors = long.map(i => 1 / (1 + i));
  errors[5050] = NaN;
  const { iterations } = thinned({ iterations: long, errors }, pixel, 0, 100);
  assert.ok(iterations.includes(5050));
});

test("a column that begins with a break keeps its lowest and highest number", () => {
  const errors = long.map(() => 0.5);
  errors[100] = NaN;
  errors[150] = 0.9;
  errors[160] = 0.1;
  const { iterations } = thinned({ iterations: long, errors }, pixel, 0, 100);
  assert.deepEqual(iterations.filter(i => i >= 100 && i < 200), [100, 150, 160, 199]);
});

test("a column of nothing but breaks is kept whole", () => {
  const points = { iterations: [0, 1, 2], errors: [NaN, NaN, NaN] };
  assert.deepEqual(thinned(points, pixel, 0, 100), points);
});

test("what is beyond the edges takes no more than a column each", () => {
  const points = { iterations: long, errors: long.map(i => Math.sin(i)) };
  const { iterations } = thinned(points, iteration => (iteration - 5000) * 10, 0, 50);
  assert.equal(iterations.length, 8 + 6);
});

test("nothing stays nothing", () => {
  assert.deepEqual(thinned({ iterations: [], errors: [] }, pixel, 0, 100), { iterations: [], errors: [] });
});
