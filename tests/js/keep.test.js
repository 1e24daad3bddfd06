// My runs in words and in small pictures.

import assert from "node:assert/strict";
import { test } from "node:test";

import { dots, strokes } from "../../static/keep/picture.js";
import { ago, keeping, placeOf, spoken, titleOf, unbroken } from "../../static/keep/words.js";

const run = {
  name: "", experiment: "xor", label: "alpha 1 → 10, seed 1", iteration: 600, reach: 600, error: 0.0123, saved_at: 1000, open: false,
};
const titles = { xor: "Hidden layer (XOR)" };

test("how long ago is said in one unit", () => {
  const said = [0, 59, 60, 3599, 3600, 86_399, 86_400, 172_800].map(ago);
  assert.deepEqual(said, ["just now", "just now", "1 min ago", "59 min ago", "1 h ago", "23 h ago", "yesterday", "2 days ago"]);
});

test("a clock that is behind says just now", () => assert.equal(ago(-5), "just now"));

test("a run that stands in its past says how far it is known", () => {
  assert.equal(placeOf({ iteration: 600, reach: 60_000 }), "600 of 60,000");
  assert.equal(placeOf(run), "600");
});

test("a run without a name has its experiment's title, or at least its name", () => {
  assert.equal(titleOf(run, titles), "Hidden layer (XOR)");
  assert.equal(titleOf({ ...run, name: "mine" }, titles), "mine");
  assert.equal(titleOf({ ...run, experiment: "gone" }, titles), "gone");
});

test("a card says everything at once", () => {
  assert.equal(spoken(run, titles, 1000 + 7200), "Open: Hidden layer (XOR), alpha 1 → 10, seed 1, iteration 600, mean error 0.012300, 2 h ago");
  assert.match(spoken({ ...run, open: true, error: NaN }, titles, 1000), /^Open now: .* mean error NaN, just now$/);
});

test("no line breaks between a setting and its number", () => {
  assert.equal(unbroken("alpha 1 → 10, hidden size 4"), "alpha\u00a01\u00a0→\u00a010, hidden size\u00a04");
});

test("how long runs are kept is said in days", () => {
  assert.match(keeping(30), /30 days/);
  assert.match(keeping(1), /a day,/);
});

test("the small curve is broken where the error was not a number", () => {
  const found = strokes([99, 0, null, null, 50]);
  assert.deepEqual(found.map(stroke => stroke.length), [2, 1]);
  assert.ok(found[0][0][1] < found[0][1][1], "a larger error stands higher");
  assert.deepEqual(strokes([null, null]), []);
  assert.deepEqual(strokes([]), []);
});

test("a layer has as many dots as units, up to six, about the same middle", () => {
  const layers = dots([3, 32, 1]);
  assert.deepEqual(layers.map(layer => layer.length), [3, 6, 1]);
  const middles = layers.map(layer => layer.reduce((sum, [, y]) => sum + y, 0) / layer.length);
  assert.ok(middles.every(middle => Math.abs(middle - middles[0]) < 1e-9));
});
