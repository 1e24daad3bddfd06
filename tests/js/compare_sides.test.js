import assert from "node:assert/strict";
import { test } from "node:test";

import { cell, depth, difference, MOST_LINES, obstacles, pageOf, reachOf, shapeOf } from "../../static/compare/sides.js";

test("the table has room for the largest of the matrices", () => {
  assert.deepEqual(shapeOf([[[1, 2]], null, [[1], [2], [3]]]), { rows: 3, columns: 2 });
  assert.deepEqual(shapeOf([]), { rows: 0, columns: 0 });
});

test("a cell that one of them lacks is not there, and has no difference", () => {
  assert.equal(cell([[1]], 0, 1), null);
  assert.equal(cell(null, 0, 0), null);
  assert.equal(difference(1, null), null);
  assert.equal(difference(0.75, 0.25), 0.5);
});

test("a page holds whole rows", () => {
  assert.deepEqual(pageOf({ rows: 4, columns: 4 }, 0), { first: 0, end: 4, page: 0, pages: 1 });
  const wide = pageOf({ rows: 200, columns: 32 }, 1);
  assert.deepEqual(wide, { first: 4, end: 8, page: 1, pages: 50 });
  assert.ok((wide.end - wide.first) * 32 <= MOST_LINES);
});

test("a page that is no longer there becomes the last one", () => {
  assert.equal(pageOf({ rows: 4, columns: 1 }, 9).page, 0);
  assert.deepEqual(pageOf({ rows: 300, columns: 1 }, 9), { first: 256, end: 300, page: 2, pages: 3 });
});

test("one scale of colour for all moments, which grows in calm steps", () => {
  assert.equal(reachOf("weight", [[[-3.2]], [[0.5]], null]), 5);
  assert.equal(reachOf("weight", [[[Infinity, NaN, 0.4]]]), 0.5);
  assert.equal(reachOf("layer", [[[0.2]]]), 1);
  assert.equal(reachOf("delta", [[[0]]]), 1);
});

test("the colour is deepest at the end of the scale, and NaN has none", () => {
  assert.deepEqual([0, -2.5, 5, -Infinity, NaN, null].map(value => depth(value, 5)), [0, 0.5, 1, 1, 0, 0]);
});

test("another number of units is said", () => {
  const then = { iteration: 1000, matrix: [[1, 2]] };
  assert.match(obstacles("syn0", [then], { iteration: 2000, matrix: [[1, 2, 3]] }, [])[0], /At iteration 1,000 syn0 was 1×2, now it is 1×3/);
  assert.deepEqual(obstacles("syn0", [then], { iteration: 2000, matrix: [[3, 4]] }, []), []);
  const both = obstacles("syn0", [{ ...then, iteration: 0 }, then], { iteration: 2000, matrix: [[1]] }, []);
  assert.equal(both.length, 1);
  assert.match(both[0], /At iteration 0, 1,000 syn0/);
});

test("other data since the pin is said once", () => {
  const marks = [5, 20, 30].map(iteration => ({ iteration, field: "data", label: "" }));
  const pins = [0, 10].map(iteration => ({ iteration, matrix: [[1]] }));
  const told = obstacles("l1", pins, { iteration: 40, matrix: [[1]] }, [...marks, { iteration: 35, field: "alpha", label: "" }]);
  assert.equal(told.length, 1);
  assert.match(told[0], /iteration 30/);
});
