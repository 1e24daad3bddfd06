import assert from "node:assert/strict";
import { test } from "node:test";

import {
  along, errorRange, lastIteration, logTicks, ownRange, place, plotlyRange, roundUp, sumRange, ZERO_PLACE,
} from "../../static/charts/axes.js";

test("axes are rounded up to 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual([1, 1.1, 2, 2.01, 5, 7, 10, 11, 0.03, 60_000].map(roundUp), [1, 2, 2, 5, 5, 10, 10, 20, 0.05, 100_000]);
});

test("the axis of iterations moves a few times in a run, not with every frame", () => {
  const ends = new Set(Array.from({ length: 60_001 }, (_, iteration) => lastIteration(iteration, 60_000)));
  assert.deepEqual([...ends], [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 60_000]);
});

test("the axis of iterations goes on when a run goes on beyond its stop", () => {
  assert.equal(lastIteration(60_001, 60_000), 100_000);
});

test("errors are shown by whole powers of ten on a logarithmic axis", () => {
  assert.deepEqual(errorRange(0.03, 0.5, true), [0.01, 1]);
  assert.deepEqual(errorRange(0.01, 0.1, true), [0.01, 0.1]);
  assert.deepEqual(errorRange(0.4, 0.5, true), [0.1, 1]);
});

test("errors are shown from zero on a linear axis", () => {
  assert.deepEqual(errorRange(0.4, 0.496, false), [0, 0.6]);
  assert.deepEqual(errorRange(0.9, 1, false), [0, 1]);
});

test("an axis without any error yet is an axis all the same", () => {
  assert.deepEqual(errorRange(Infinity, 0, true), [0.1, 1]);
  assert.deepEqual(errorRange(Infinity, 0, false), [0, 1]);
});

test("the sums before the sigmoid start with room for six", () => {
  assert.deepEqual([0, 5.8, 6, 9.9, 11, 3000, 1e300].map(sumRange), [6, 6, 10, 20, 20, 5000, 1e9]);
});

test("iteration 0 has a place of its own on a logarithmic axis", () => {
  assert.equal(place(0, true), ZERO_PLACE);
  assert.equal(place(0, false), 0);
  assert.equal(place(7, true), 7);
});

test("values stand in proportion on a linear axis", () => {
  const y = along({ log: false, range: [0, 0.5] }, 200, 100);
  assert.deepEqual([0, 0.25, 0.5].map(y), [200, 150, 100]);
});

test("powers of ten stand at equal distances on a logarithmic axis", () => {
  const x = along({ log: true, range: [0.01, 1] }, 0, 100);
  assert.deepEqual([0.01, 0.1, 1].map(x).map(Math.round), [0, 50, 100]);
});

test("nothing, less than nothing and no number have no place on a logarithmic axis", () => {
  const x = along({ log: true, range: [0.01, 1] }, 0, 100);
  assert.deepEqual([0, -1, NaN].map(x), [NaN, NaN, NaN]);
});

test("a zoom comes back from Plotly as it went", () => {
  for (const log of [true, false]) {
    const range = /** @type {[number, number]} */ ([0.25, 40]);
    ownRange(plotlyRange({ log, range }), log).forEach((value, i) => assert.ok(Math.abs(value - range[i]) < 1e-9));
  }
});

test("a logarithmic axis names iteration 0, the powers of ten and nothing in the break", () => {
  const { tickvals, ticktext } = logTicks([0.3, 60_000], 8, true);
  assert.deepEqual(ticktext, ["0", "1", "10", "100", "1k", "10k"]);
  assert.equal(tickvals[0], ZERO_PLACE);
});

test("a short logarithmic axis is named more finely", () => {
  assert.deepEqual(logTicks([0.1, 1], 5).ticktext, ["0.1", "0.2", "0.5", "1"]);
});

test("a long logarithmic axis is named no more often than there is room", () => {
  assert.ok(logTicks([1e-12, 1], 5).tickvals.length <= 6);
});
