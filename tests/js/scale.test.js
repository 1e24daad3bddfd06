import assert from "node:assert/strict";
import test from "node:test";

import { ALPHAS, alphaScale, countScale, nextInSeries, speedScale } from "../../static/scale.js";

test("the posts' seven alphas have positions of their own", () => {
  for (const alpha of ALPHAS) assert.equal(alphaScale.toValue(alphaScale.toPosition(alpha)), alpha);
});

test("every position gives a number of two figures", () => {
  for (let position = 0; position <= alphaScale.last; position++) {
    const value = alphaScale.toValue(position);
    assert.equal(value, Number(value.toPrecision(2)));
  }
});

test("a value beyond an end rests the thumb at that end", () => {
  assert.equal(alphaScale.toPosition(1e9), alphaScale.last);
  assert.equal(alphaScale.toPosition(1e-9), 0);
});

test("the thumb snaps to a mark that is near, and only then", () => {
  const ten = alphaScale.toPosition(10);
  assert.equal(alphaScale.snap(ten + 5), ten);
  assert.equal(alphaScale.snap(ten + 40), ten + 40);
});

test("arrow keys lead through round values", () => {
  const steps = [1, 2, 3, 4].reduce(values => [...values, nextInSeries(values.at(-1), 1, [1, 2, 5])], [0.5]);
  assert.deepEqual(steps, [0.5, 1, 2, 5, 10]);
  assert.equal(alphaScale.next(1, -1, false), 0.8);
  assert.equal(alphaScale.next(1, 1, true), 10);
});

test("arrow keys stop at the ends", () => {
  assert.equal(alphaScale.next(1000, 1, false), 1000);
  assert.equal(alphaScale.next(0.001, -1, true), 0.001);
});

test("behind the highest speed there is no limit", () => {
  assert.equal(speedScale.toValue(speedScale.last), null);
  assert.equal(speedScale.toPosition(null), speedScale.last);
  assert.equal(speedScale.next(1_000_000, 1, false), null);
  assert.equal(speedScale.next(null, -1, false), 1_000_000);
  assert.equal(speedScale.toValue(0), 1);
});

test("a count stays between one and the most", () => {
  const units = countScale(64);
  assert.deepEqual([0, 63, 99].map(units.toValue), [1, 64, 64]);
  assert.equal(units.next(64, 1, false), 64);
  assert.equal(units.next(3, -1, true), 1);
});
