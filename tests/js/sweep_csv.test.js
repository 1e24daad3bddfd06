import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsCsv, seedsCsv } from "../../static/studies/sweep-csv.js";

const RESULT = {
  alphas: [1, 10], hidden_sizes: [4], iterations: 100, seeds: 3, solved: [[2, 0]], known: [[3, 0]],
  errors: [[[0.25, 0.0078125, NaN], [null, null, null]]],
};

test("a sweep is saved with a row for each cell, with all that is known of it", () => {
  const [head, full, none, end] = cellsCsv(RESULT).split("\n").map(line => line.split(","));
  assert.deepEqual(head.slice(0, 6), ["hidden size", "alpha", "iterations", "seeds known", "seeds solved", "share solved"]);
  assert.deepEqual(full.slice(0, 5), ["4", "1", "100", "3", "2"]);
  assert.deepEqual(full.slice(8), ["0.0078125", "2", "0.25", "1", "NaN", "3", "0.25", "0.0078125", "NaN"]);
  assert.deepEqual(none, ["4", "10", "100", "0", "0", ...Array(12).fill("")]);
  assert.ok([head, full, none].every(row => row.length === head.length));
  assert.deepEqual(end, [""]);
});

test("where the post has a figure it stands in its own column", () => {
  const [head, full] = cellsCsv(RESULT, (alpha, size) => `${size}:${alpha}`).split("\n").map(line => line.split(","));
  assert.equal(full[head.indexOf("error in the post")], "4:1");
});

test("the luck meter is saved with a row for each seed that has ended", () => {
  assert.equal(seedsCsv({ ...RESULT, errors: [[[0.5, null, 0.125]]] }),
    "seed,alpha,hidden size,iterations,error\n1,1,4,100,0.5\n3,1,4,100,0.125\n");
  assert.match(seedsCsv({ ...RESULT, hidden_sizes: [null], errors: [[[0.5]]] }), /\n1,1,,100,0.5\n$/);
});
