import assert from "node:assert/strict";
import { test } from "node:test";

import { exampleOf, experimentOf, linesOf, settingsOf, wrapped } from "../../static/home/caption.js";

const controls = { alpha: 4, hidden_size: 8, seed: 1, row: 2 };
const frame = { iteration: 60000, error: 0.0039 };
const run = { experiment: "xor", own_data: false, broken: false };
const mark = (iteration, label) => ({ iteration, label, field: "alpha" });
const asLong = text => text.length;

test("the settings say which run and when", () => {
  const parts = settingsOf({ run, controls, frame, marks: [] });
  assert.deepEqual(parts, ["alpha 4, hidden size 8, seed 1", "iteration 60,000", "mean error 0.003900"]);
});

test("a network without a hidden layer has no hidden size", () => {
  const [first] = settingsOf({ run, controls: { ...controls, hidden_size: null }, frame, marks: [] });
  assert.equal(first, "alpha 4, seed 1");
});

test("changes that are still to come are not told", () => {
  const marks = [mark(300, "alpha 1 → 4"), mark(70000, "alpha 4 → 9")];
  const parts = settingsOf({ run, controls, frame, marks });
  assert.equal(parts.at(-1), "at 300: alpha 1 → 4");
});

test("of many changes the newest are told, and the others counted", () => {
  const marks = Array.from({ length: 9 }, (_, i) => mark(i, `change ${i}`));
  const parts = settingsOf({ run, controls, frame, marks }).slice(3);
  assert.deepEqual(parts, ["5 earlier changes", "at 5: change 5", "at 6: change 6", "at 7: change 7", "at 8: change 8"]);
});

test("own data and a changed program are told", () => {
  const parts = settingsOf({ run: { ...run, own_data: true, broken: true }, controls, frame, marks: [] });
  assert.deepEqual(parts.slice(3), ["own data", "with changed lines of the program"]);
});

test("the experiment has its title, and examples count from one", () => {
  assert.equal(experimentOf({ welcome: { experiments: [{ name: "xor", title: "Hidden layer (XOR)" }] }, run }), "Hidden layer (XOR)");
  assert.equal(exampleOf({ controls }), "example 3");
});

test("parts stand on as few lines as there is room for", () => {
  assert.deepEqual(linesOf(["12345", "678", "9"], 11, asLong), ["12345 · 678", "9"]);
  assert.deepEqual(linesOf(["a part longer than the room", "x"], 5, asLong), ["a part longer than the room", "x"]);
  assert.deepEqual(wrapped("one two three", 7, asLong), ["one two", "three"]);
  assert.deepEqual(wrapped("", 7, asLong), []);
});
