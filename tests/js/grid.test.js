import assert from "node:assert/strict";
import { test } from "node:test";

import { heightAt, unpack } from "../../static/charts/grid.js";

const GRID = { x: [-10, 0, 10], y: [-10, 10], z: [0, 1, 2, 4, 5, 6] };

test("packed numbers are read as they were written", () => {
  const bdata = Buffer.from(new Float32Array([0.5, -2, 10]).buffer).toString("base64");
  assert.deepEqual([...unpack({ bdata, dtype: "f4" })], [0.5, -2, 10]);
  assert.deepEqual(unpack([1, 2]), [1, 2]);
});

test("a kind of number that is not known is refused", () => {
  assert.throws(() => unpack({ bdata: "", dtype: "c8" }), /c8/);
});

test("heights are straight between the points of the grid", () => {
  assert.deepEqual([[-10, -10], [10, 10], [5, -10], [0, 0], [-5, 5]].map(([x, y]) => heightAt(GRID, x, y)), [0, 6, 1.5, 3, 3.5]);
});

test("there is no height outside the grid, nor where there is no number", () => {
  assert.deepEqual([[11, 0], [0, -10.1], [NaN, 0]].map(([x, y]) => heightAt(GRID, x, y)), [NaN, NaN, NaN]);
});
