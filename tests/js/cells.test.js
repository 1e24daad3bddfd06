import assert from "node:assert/strict";
import test from "node:test";

import { cellsOf } from "../../static/code/cells.js";

const run = { rows: 2, columns: ["x1", "x2"], targets: [[0], [1]] };
const found = (key, text) => cellsOf({ key, text }, run).map(({ start, end, row, column }) => `${row},${column}: ${text.slice(start, end)}`);

test("the numbers of X and y are cells of the data, targets behind inputs", () => {
  assert.deepEqual(found("X", "X = np.array([[0,-1.5], [2e-07,1]])"), ["0,0: 0", "0,1: -1.5", "1,0: 2e-07", "1,1: 1"]);
  assert.deepEqual(found("y", "y = np.array([[0], [1]])"), ["0,2: 0", "1,2: 1"]);
});

test("where not every number is written out none can be typed over", () => {
  assert.deepEqual(found("X", 'X = np.loadtxt("data.csv", delimiter=",", skiprows=1)[:, :2]'), []);
  assert.deepEqual(found("X", "X = np.array([[0,1], ...])"), []);
  assert.deepEqual(found("syn0", "syn0 = np.array([[0,1], [1,1]])"), []);
});
