import assert from "node:assert/strict";
import { test } from "node:test";

import { called, gather, nextMark, past, sentence, told } from "../../static/timeline/groups.js";
import { valueText, whereabouts } from "../../static/timeline/words.js";

const alpha = (iteration, label = "alpha 2 → 4") => ({ iteration, field: "alpha", label });
const pixels = iteration => iteration / 10;

test("changes near each other are shown as one, between them, and others by themselves", () => {
  const groups = gather([alpha(0), alpha(100), alpha(900)], pixels, 14);
  assert.deepEqual(groups.map(({ at, marks }) => [at, marks.length]), [[5, 2], [90, 1]]);
});

test("many changes in a row make several groups, not one as long as they are", () => {
  const row = Array.from({ length: 20 }, (_, i) => alpha(100 * i));
  assert.ok(gather(row, pixels, 14).length > 4);
});

test("a change is read as what it is and when", () => {
  assert.equal(sentence(alpha(1600)), "at 1,600: alpha 2 → 4");
  assert.equal(called([alpha(600)]), "at 600: alpha 2 → 4");
  assert.equal(called([alpha(600), alpha(601, "alpha 4 → 5")]), "2 changes: at 600: alpha 2 → 4; at 601: alpha 4 → 5");
});

test("of very many changes some are told and the rest counted", () => {
  const lines = told(Array.from({ length: 40 }, (_, i) => alpha(i))).split("\n");
  assert.deepEqual([lines.length, lines.at(-1)], [6, "and 35 more"]);
});

test("the next change and the one before are found from anywhere", () => {
  const marks = [alpha(100), alpha(600), alpha(600)];
  assert.equal(nextMark(marks, 100, 1), 600);
  assert.equal(nextMark(marks, 600, 1), null);
  assert.equal(nextMark(marks, 600, -1), 100);
  assert.equal(nextMark(marks, 50, -1), null);
});

test("a change has come about from its iteration on", () => {
  const groups = gather([alpha(100), alpha(600)], pixels, 14);
  assert.deepEqual([99, 100, 599, 600].map(now => past(groups, now)), [0, 1, 1, 2]);
});

test("the thumb says where it stands, also when the error is no number", () => {
  assert.equal(valueText(600, 60_000, 0.4321), "iteration 600 of 60,000, error 0.432");
  assert.equal(valueText(600, 60_000, NaN), "iteration 600 of 60,000, error NaN");
});

test("the page says that it stands in the past, or trains again, and else nothing", () => {
  const controls = { catching_up: null, playing: false };
  assert.equal(whereabouts(controls, 600, 600).kind, "end");
  assert.equal(whereabouts(controls, 599, 600).title, "in the past");
  assert.equal(whereabouts({ ...controls, catching_up: 60_000 }, 599, 600).title, "training again to 60,000…");
});
