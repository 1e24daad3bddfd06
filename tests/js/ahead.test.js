// Looking ahead: when it is asked again, what is said of the answer, and where the labels stand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { isStale, originOf } from "../../static/ahead/question.js";
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
  assert.equal(outcome(ahead), "At 200: alpha 1 → 0.400, 3 → 0.200");
  assert.equal(
    outcome({ ...ahead, field: "hidden_size", curves: [curve(4, [0.5, 0.4]), curve(12, [0.5, NaN], 150)] }),
    "hidden size 4 → 0.400 (200), 12 → NaN (150)",
  );
});

test("labels that would cover each other move apart, and stay above the axis", () => {
  const places = apart([{ at: 50 }, { at: 48 }, { at: 100 }], { top: 0, bottom: 100 }).map(({ at }) => at);
  assert.deepEqual(places, [48, 61, 100]);
  assert.deepEqual(apart([{ at: 99 }, { at: 98 }], { top: 0, bottom: 100 }).map(({ at }) => at), [87, 100]);
});
