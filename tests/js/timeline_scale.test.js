import assert from "node:assert/strict";
import { test } from "node:test";

import { snapped, timeScale, timeTicks } from "../../static/timeline/scale.js";

test("every iteration is found again where it was put, in short runs and long ones", () => {
  for (const end of [1, 10, 600, 60_000, 1_000_000, 1e9]) {
    const { toShare, toIteration } = timeScale(end);
    for (const iteration of [0, 1, Math.floor(end / 7), Math.floor(end / 2), end - 1, end]) {
      assert.equal(toIteration(toShare(iteration)), iteration);
    }
    assert.deepEqual([toShare(0), toShare(end)], [0, 1]);
  }
});

test("the first iterations of a long run have room, and a short run is shown as it is", () => {
  assert.ok(timeScale(60_000).toShare(500) > 0.25);
  assert.ok(timeScale(1_000_000).toShare(500) > 0.15);
  assert.ok(Math.abs(timeScale(20).toShare(10) - 0.5) < 0.05);
});

test("what lies beyond either end is shown at the end", () => {
  const { toShare, toIteration } = timeScale(100);
  assert.deepEqual([toShare(-5), toShare(500), toIteration(-1), toIteration(2)], [0, 1, 0, 100]);
});

test("ticks name both ends and do not run into each other", () => {
  const texts = timeTicks(timeScale(60_000)).map(tick => tick.text);
  for (const text of ["0", "100", "1k", "10k", "60k"]) assert.ok(texts.includes(text), text);
  for (const end of [1, 7, 100, 1234, 60_000, 61_234, 1_000_000, 1e9]) {
    const ticks = timeTicks(timeScale(end));
    assert.deepEqual([ticks[0].text, ticks[0].share, ticks.at(-1).share], ["0", 0, 1]);
    ticks.slice(1).forEach((tick, i) => assert.ok(end === 1 || tick.share - ticks[i].share >= 0.085));
  }
});

test("a thumb near a change rests on it, and elsewhere where it is", () => {
  const scale = timeScale(1000);
  assert.equal(snapped(scale, scale.toShare(603), [100, 600], 0.01), 600);
  assert.equal(snapped(scale, scale.toShare(700), [100, 600], 0.01), 700);
  assert.equal(snapped(scale, scale.toShare(700), [], 0.01), 700);
});
