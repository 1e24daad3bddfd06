import assert from "node:assert/strict";
import { test } from "node:test";

import { heightAt, isHidden } from "../../static/charts/grid.js";
import { perspective, viewFrom, viewOf } from "../../static/charts/perspective.js";

const CAMERA = { eye: { x: 1.2, y: -1.33, z: 1 }, center: { x: 0, y: 0, z: -0.16 } };
/** With which Plotly drew what this camera sees. */
const MATRIX = [
  0.7424608, -0.3641169, 0.5622907, 0, 0.6698895, 0.4035629, -0.6232055, 0, 0, 0.8393783, 0.5435477, 0,
  0, 0.1343005, -2.0471598, 1,
];
const BOX = { ranges: [[-10, 10], [-10, 10], [0, 1.12]], lengths: [1, 1, 0.62] };
const SIZE = { width: 468, height: 364 };
const near = (numbers, wanted, by) => wanted.forEach((value, i) => assert.ok(Math.abs(value - numbers[i]) <= by, `${numbers}`));

test("a camera and the matrix that Plotly draws it with are one view", () => {
  const [told, drawn] = [viewOf(CAMERA), viewFrom(MATRIX)];
  for (const part of ["from", "right", "above", "back"]) near(told[part], drawn[part], 1e-5);
});

test("what the camera looks at is in the middle, and nearer things are larger", () => {
  const sight = perspective(viewOf(CAMERA), BOX, SIZE);
  const middle = ((-0.16 / 0.62) + 0.5) * 1.12;
  near(sight.place(0, 0, middle), [234, 182], 1e-6);
  assert.ok(sight.place(5, -5, 0.3)[2] > sight.place(-5, 5, 0.3)[2]);
});

test("a point over another is drawn above it, and one to the right of it to its right", () => {
  const sight = perspective(viewOf(CAMERA), BOX, SIZE);
  const [x, y] = sight.place(0, 0, 0.5);
  assert.ok(sight.place(0, 0, 0.6)[1] < y);
  assert.ok(sight.place(5, 5, 0.5)[0] > x);
});

test("what is behind a hill is hidden, and what is on it or before it is not", () => {
  const axis = Array.from({ length: 21 }, (_, i) => i - 10);
  const ridge = axis.flatMap(() => axis.map(x => (Math.abs(x) <= 1 ? 1 : 0)));
  const grid = { x: axis, y: axis, z: ridge };
  const eye = [30, 0, 5];
  const at = (x, y) => [x, y, heightAt(grid, x, y) + 0.01];
  assert.deepEqual([-5, 0, 5].map(x => isHidden(grid, at(x, 0), eye)), [true, false, false]);
  assert.equal(isHidden(grid, at(-5, 0), [-5, 0, 50]), false);
});
