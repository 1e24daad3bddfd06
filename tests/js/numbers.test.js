import assert from "node:assert/strict";
import test from "node:test";

import { brief, decode, errorText, fixed, powers, signed, small, speedText, whole } from "../../static/numbers.js";

test("words for numbers that are not finite become numbers", () => {
  const text = '{"type":"frame","error":"NaN","weights":[[["Infinity",1]]],"curve":{"errors":["-Infinity"]},"why":"NaN"}';
  const frame = decode(text);
  assert.ok(Number.isNaN(frame.error));
  assert.deepEqual(frame.weights, [[[Infinity, 1]]]);
  assert.deepEqual(frame.curve.errors, [-Infinity]);
  assert.equal(frame.why, "NaN");
});

test("columns of numbers keep their width", () => {
  assert.deepEqual([0.5, -0.5].map(value => fixed(value, 3)), ["0.500", "−0.500"]);
  assert.deepEqual([0.25, -0.25, 0].map(value => signed(value, 2)), ["+0.25", "−0.25", "+0.00"]);
});

test("no number is hidden because it is not finite or far too large", () => {
  assert.deepEqual([NaN, Infinity, -Infinity].map(value => fixed(value, 2)), ["NaN", "∞", "−∞"]);
  assert.equal(fixed(-12_345_678, 2), "−1.2e7");
});

test("nothing is below nought by less than its last decimal", () => {
  assert.equal(fixed(-0.0001, 2), "0.00");
});

test("a small number has three figures, and never a row of noughts", () => {
  assert.deepEqual([0.25, 0.0168, 0.00123, 0.0001].map(small), ["0.250", "0.0168", "0.00123", "0.000100"]);
  assert.deepEqual([3e-7, -2.4e-12, 9.9e-5].map(small), ["3 × 10⁻⁷", "−2 × 10⁻¹²", "1 × 10⁻⁴"]);
  assert.deepEqual([0, 1, NaN].map(small), ["0.000", "1.000", "NaN"]);
});

test("a tiny error keeps its figures", () => {
  assert.equal(errorText(0.0161), "0.016100");
  assert.equal(errorText(9.06e-7), "9.06e−7");
  assert.equal(errorText(NaN), "NaN");
});

test("counts are grouped, rates are brief, speeds have a unit", () => {
  assert.equal(whole(1_234_567), "1,234,567");
  assert.equal(brief(0.30000000000000004), "0.3");
  assert.equal(speedText(600), "600 it/s");
  assert.equal(speedText(null), "full speed");
});

test("a small difference keeps its sign and its size", () => {
  assert.equal(signed(-0.000023, 4), "−2.3e−5");
  assert.equal(signed(4e-10, 4), "+4.0e−10");
  assert.equal(signed(0, 4), "+0.0000");
  assert.equal(signed(0.00006, 4), "+0.0001");
});

test("powers of ten in a sentence are written as people write them", () => {
  assert.equal(powers("no update is larger than 5.1e-06."), "no update is larger than 5.1 × 10⁻⁶.");
  assert.equal(powers("by -4e-10, not 1e+20 (−2.5e−7)"), "by −4 × 10⁻¹⁰, not 1 × 10²⁰ (−2.5 × 10⁻⁷)");
  assert.equal(powers("l1_error, syn0 -= 1, rows 1-40, -0.5"), "l1_error, syn0 -= 1, rows 1-40, −0.5");
});
