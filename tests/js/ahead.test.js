// Looking ahead: when it is asked again, what is said of the answer, and where the labels stand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { isStale, originOf } from "../../static/ahead/question.js";
import { isInView, scaled } from "../../static/ahead/spark.js";
import { outcome } from "../../static/ahead/words.js";
import { apart } from "../../static/panels/ahead-curves.js";

const curve = (value, errors, end = 200) => ({ value, iterations: [100, end], errors });
const ahead = { run: 1, iteration: 100, field: "alpha", value: 3, curves: [curve(1, [0.5, 0.4]), curve(3, [0.5, 0.2])] };
const state = { run: { run: 1 }, controls: { alpha: 1, hidden_size: 4, seed: 1 }, marks: [], ahead, frame: { iteration: 100 } };

test("an answer holds until the run has gone a quarter of the way", () => {
  const origin = originOf(state);
  assert.equal(isStale({ ...state, frame: { iteration: 125 } }, origin), false);
  assert.equal(isStale({ ...state, frame: { iteration: 126 } }, origin), true);
});

test("an answer is stale where the run was changed, or went back", () => {
  const origin = originOf(state);
  assert.equal(isStale({ ...state, controls: { ...state.controls, alpha: 2 } }, origin), true);
  assert.equal(isStale({ ...state, marks: [{ iteration: 3, field: "weights", label: "weights" }] }, origin), true);
  assert.equal(isStale({ ...state, frame: { iteration: 99 } }, origin), true);
});

test("which value leads to which error, and where", () => {
  assert.equal(outcome(ahead), "At 200: error 0.400 with alpha 1, 0.200 with 3");
  assert.equal(
    outcome({ ...ahead, field: "hidden_size", curves: [curve(4, [0.5, 0.4]), curve(12, [0.5, NaN], 150)] }),
    "error 0.400 with hidden size 4 (at 200), NaN with 12 (at 150)",
  );
});

test("labels that would cover each other move apart, and stay above the axis", () => {
  const places = apart([{ at: 50 }, { at: 48 }, { at: 100 }], { top: 0, bottom: 100 }).map(({ at }) => at);
  assert.deepEqual(places, [48, 61, 100]);
  assert.deepEqual(apart([{ at: 99 }, { at: 98 }], { top: 0, bottom: 100 }).map(({ at }) => at), [87, 100]);
});

test("a chart counts as in view where most of it is not under the transport", () => {
  const [atTop, atFoot] = [{ top: 50, bottom: 170 }, { top: 640, bottom: 844 }];
  assert.equal(isInView({ top: 180, bottom: 500 }, atTop, 900), true);
  assert.equal(isInView({ top: -100, bottom: 300 }, atTop, 900), false);
  assert.equal(isInView({ top: 560, bottom: 840 }, atFoot, 844), false);
  assert.equal(isInView({ top: 300, bottom: 580 }, atFoot, 844), true);
  assert.equal(isInView({ top: 0, bottom: 0 }, atTop, 900), false, "a chart that is not laid out is seen by nobody");
});

test("the small picture goes from corner to corner, by powers of ten", () => {
  const curves = [{ iterations: [100, 200], errors: [0.1, 0.01] }, { iterations: [100, 150], errors: [0.1, 0] }];
  const { x, y } = scaled(curves, { width: 100, height: 40 });
  assert.deepEqual([x(100), x(150), x(200)], [0, 50, 100]);
  assert.deepEqual([y(0.1), y(0.01)], [0, 40]);
  assert.ok(Math.abs(y(10 ** -1.5) - 20) < 1e-9);
  assert.equal(Number.isFinite(y(0)), false);
  assert.equal(scaled([{ iterations: [1, 2], errors: [0.5, 0.5] }], { width: 100, height: 40 }).y(0.5), 20, "a flat line is in the middle");
});
