import assert from "node:assert/strict";
import test from "node:test";

import { equals, factorText, figure, formOf, written } from "../../static/lines/figures.js";
import { hiddenText, visible, windowText } from "../../static/lines/folding.js";
import { less, sum, times } from "../../static/lines/reckoning.js";
import { depth, scalesOf, scalesText } from "../../static/lines/tints.js";
import { workOf } from "../../static/lines/work.js";
import { standing } from "./line_network.js";

const all = (kind, matrix) => matrix.flat().map(value => written(value, formOf(kind, matrix)));

test("a matrix of small numbers is written with one power of ten, which the caption says", () => {
  const deltas = [[0.0174], [-0.0281], [0.0002]];
  assert.deepEqual(all("delta", deltas), ["1.74", "−2.81", "0.02"]);
  assert.equal(factorText(formOf("delta", deltas)), "×10⁻²");
  assert.equal(factorText(formOf("delta", [[0.5]])), "");
});

test("whole numbers have no decimals, and huge ones no more digits than others", () => {
  assert.deepEqual(all("input", [[0, 1]]), ["0", "1"]);
  assert.deepEqual(all("weight", [[-123456.7, 10]]), ["−1.23", "0.00"]);
  assert.equal(factorText(formOf("weight", [[-123456.7]])), "×10⁵");
  assert.deepEqual(all("weight", [[NaN, Infinity, 1.5]]), ["NaN", "∞", "1.50"]);
  assert.deepEqual(all("weight", [[0, 0]]), ["0", "0"]);
});

test("a number has four figures, or fewer where they say it all", () => {
  assert.deepEqual([1, 0, -0.5, 0.1 + 0.2, -1234.56, 0.00001234567, 2e9].map(value => figure(value).text),
    ["1", "0", "−0.5", "0.3000", "−1235", "1.235e−5", "2000000000"]);
});

test("= is written only where the numbers as written lead to the result as written", () => {
  assert.equal(times(figure(-0.5), figure(0.25), figure(-0.125)), "−0.5 × 0.25 = −0.125");
  assert.equal(times(figure(0.012817), figure(-0.24846), figure(-0.0031845)), "0.01282 × (−0.2485) ≈ −0.003184");
  assert.equal(sum([figure(0.1), figure(-0.3)], figure(-0.2)), "0.1 − 0.3 = −0.2");
  assert.equal(less(figure(1), figure(-0.25), figure(1.25)), "1 − (−0.25) = 1.25");
  assert.equal(equals(NaN, figure(NaN)), "=");
});

test("matrices that can be compared share one scale", () => {
  const { matrices } = workOf(standing("l2_delta"));
  const [error, slope, delta] = scalesOf(matrices);
  assert.equal(error, delta);
  assert.equal(slope.most, 0.25);
  const largest = Math.max(...matrices[0].matrix.flat().map(Math.abs));
  assert.equal(depth(largest, error), 1);
  assert.equal(depth(NaN, error), 0);
  assert.match(scalesText(matrices), /^0\.\d+ in l2_error and l2_delta, 0\.25 in slope\(l2\)$/);
});

test("what is folded away is said, and the chosen example stays", () => {
  assert.deepEqual(visible(10, false, 9), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(visible(40, false, 30), [0, 1, 2, 3, 4, 5, 6, 30]);
  assert.equal(visible(40, true, 30).length, 40);
  assert.equal(hiddenText(32, 1), "⋯ 32 more rows, 1 more column");
  assert.equal(hiddenText(0, 0), "");
});

test("examples that are not on the page are counted", () => {
  assert.equal(windowText({ first: 40, shown: 40, all: 1000 }), "examples 41–80 of 1,000: and 960 more rows");
  assert.equal(windowText({ first: 0, shown: 4, all: 4 }), "");
});
