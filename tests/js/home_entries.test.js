import assert from "node:assert/strict";
import { test } from "node:test";

import { colour } from "../../static/home/alone.js";
import { GROUPS, remarkOn, stepOf } from "../../static/home/entries.js";
import { nameIn } from "../../static/home/taking.js";

const frame = { iteration: 60000, weights: [[[1, 2], [3, 4]], [[5], [6]]] };
const about = (file, frame) => GROUPS.flatMap(({ entries }) => entries).find(entry => entry.file === file).about({ frame });

test("the curve says how many rows it has", () => {
  assert.equal(about("curve.csv", frame), "The mean error after every iteration, 60,001 rows, as CSV.");
  assert.equal(about("curve.csv", { ...frame, iteration: 1_000_000 }), "The mean error after every 20 iterations, 50,001 rows, as CSV.");
});

test("steps are those of the server", () => {
  assert.deepEqual([0, 99_999, 100_000, 1_000_000, 1e9].map(stepOf), [1, 1, 2, 20, 20_000]);
});

test("the weights are counted", () => {
  assert.equal(about("weights.csv", frame), "6 numbers to the last bit, as CSV.");
  assert.equal(about("weights.csv", null), "0 numbers to the last bit, as CSV.");
});

test("what came is explained where it is not what was expected", () => {
  assert.match(remarkOn("eleven-lines-xor-curve-kept.csv"), /too long to train again/);
  assert.match(remarkOn("eleven-lines-xor.zip"), /Unpack/);
  assert.equal(remarkOn("eleven-lines-xor.py"), "");
});

test("a file has the name that the server gives it", () => {
  assert.equal(nameIn('attachment; filename="eleven-lines-xor.py"'), "eleven-lines-xor.py");
  assert.equal(nameIn("attachment"), null);
});

test("colours are written as every program reads them", () => {
  assert.equal(colour("rgb(194, 37, 92)"), "#c2255c");
  assert.equal(colour("color(srgb 1 0.5 0)"), "#ff8000");
  assert.equal(colour("rgba(0, 0, 0, 0)"), "none");
  assert.equal(colour("rgba(1, 2, 3, 0.5)"), "rgba(1, 2, 3, 0.5)");
  assert.equal(colour("url(#shade)"), "url(#shade)");
});
