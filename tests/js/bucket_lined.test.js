// Names under the stretches that they are of.

import assert from "node:assert/strict";
import test from "node:test";

import { lined } from "../../static/bucket/lined.js";

test("a name stands with its middle where it is wanted, if there is room", () => {
  assert.deepEqual(lined([50, 150, 250], [40, 60, 40], 0, 300), [30, 120, 230]);
  assert.deepEqual(lined([], [], 0, 300), []);
});

test("names that would lie over another, or stand out, give way and stay in their order", () => {
  assert.deepEqual(lined([85, 177, 192], [36, 56, 54], 0, 200), [42, 84, 146]);
  assert.deepEqual(lined([10, 20, 100], [40, 60, 50], 0, 200), [0, 46, 112]);
});

test("where there is no room for all, they begin in sight and none lies over another", () => {
  const widths = [50, 70, 60];
  const begins = lined([20, 40, 60], widths, -8, 100);
  assert.equal(begins[0], -8);
  begins.slice(1).forEach((begin, i) => assert.ok(begin > begins[i] + widths[i]));
});
