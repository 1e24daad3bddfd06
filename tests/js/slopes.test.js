import assert from "node:assert/strict";
import { test } from "node:test";

import { dotsOf, farthest, layersOf } from "../../static/panels/dots.js";
import { many, one } from "../../static/panels/verdict.js";

const sigmoid = z => 1 / (1 + Math.exp(-z));
const dot = (z, unit = 0) => ({ row: 1, unit, z, out: sigmoid(z), slope: sigmoid(z) * (1 - sigmoid(z)) });
const l2 = { layer: "l2", sum: "", unit: unit => `l2[${unit}]` };

test("there is a dot for every example and unit, with the slope of the sigmoid there", () => {
  const frame = { sums: [[[0, 2], [-1, 3]]], layers: [[[0.5, sigmoid(2)], [sigmoid(-1), sigmoid(3)]]] };
  const dots = dotsOf(frame, 0);
  assert.equal(dots.length, 4);
  assert.deepEqual(dots[0], { row: 0, unit: 0, z: 0, out: 0.5, slope: 0.25 });
  assert.ok(Math.abs(dots[3].slope - sigmoid(3) * (1 - sigmoid(3))) < 1e-15);
});

test("sums beyond all bounds stretch the axis as far as the curve is drawn, and no farther", () => {
  assert.equal(farthest([dot(-7), dot(3), { ...dot(0), z: NaN }]), 7);
  assert.equal(farthest([dot(-7), { ...dot(0), z: Infinity }]), 1e9);
});

test("the last layer is offered as the output, whatever its number", () => {
  assert.deepEqual(layersOf(2).map(({ value, text }) => [value, text]), [["0", "l1"], ["output", "l2"]]);
});

test("an undecided output is called steep, a sure one flat", () => {
  assert.match(one(dot(0)), /^Example 2: 100% of full slope\. Undecided = steep = big update\./);
  assert.match(one(dot(-4.5)), /4% of full slope\. Very sure = flat = tiny update\./);
  assert.match(one(dot(40)), /0% of full slope\. Saturated/);
});

test("weights beyond all bounds are called that", () => {
  assert.match(one({ ...dot(0), z: NaN, out: NaN, slope: NaN }), /not a number/);
});

test("of many units the flattest and the steepest are named", () => {
  const text = many([dot(0, 0), dot(5, 1), dot(2, 2)], l2);
  assert.match(text, /l2\[1\] is flattest \(0\.00665\), l2\[0\] steepest \(0\.250\)/);
});
