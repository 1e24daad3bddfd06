import assert from "node:assert/strict";
import { test } from "node:test";

import { timeScale } from "../../static/timeline/scale.js";
import { stepOf } from "../../static/timeline/steps.js";

const here = { at: 600, reach: 1200, scale: timeScale(60_000) };

test("arrows lead one iteration on and back, and the ends to the ends of what was trained", () => {
  assert.deepEqual(["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"].map(key => stepOf(key, here)), [601, 601, 599, 599]);
  assert.deepEqual(["Home", "End"].map(key => stepOf(key, here)), [0, 1200]);
});

test("pages lead a tenth of the timeline on and back", () => {
  const { toShare } = here.scale;
  const back = toShare(600) - toShare(stepOf("PageDown", here));
  assert.ok(Math.abs(back - 0.1) < 0.002);
  assert.ok(stepOf("PageUp", { ...here, reach: 60_000 }) > 1000);
});

test("no key leads beyond what was trained, and others lead nowhere", () => {
  assert.equal(stepOf("ArrowRight", { ...here, at: 1200 }), 1200);
  assert.equal(stepOf("PageUp", { ...here, at: 1100 }), 1200);
  assert.equal(stepOf("ArrowLeft", { ...here, at: 0 }), 0);
  assert.deepEqual(["a", "Enter", "Tab"].map(key => stepOf(key, here)), [null, null, null]);
});
