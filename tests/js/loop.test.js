import assert from "node:assert/strict";
import test from "node:test";

import { announcement, changeOf, complaint, lineAfter, lineBefore, loopLines, placeOf } from "../../static/code/loop.js";

const line = (text, task, more = {}) => ({ text, task, key: "", choices: [], chosen: "", ...more });
const CHOICES = [{ name: "plus", text: "+", about: "Right." }, { name: "minus", text: "-", about: "Wrong sign." }];
const CODE = [
  line("import numpy as np", "setup"),
  line("for j in range({iterations}):", "loop"),
  line("    l0 = X", "predict"),
  line("    l1_error = y - l1", "compare"),
  line("    syn0 += alpha * l0.T @ l1_delta", "update", { choices: CHOICES, chosen: "plus" }),
];
const changed = CODE.with(4, { ...CODE[4], chosen: "minus" });

test("the loop is what comes behind the for", () => {
  assert.deepEqual(loopLines(CODE), [2, 3, 4]);
  assert.deepEqual(loopLines([]), []);
});

test("steps lead through the loop and on into the next iteration", () => {
  assert.deepEqual([null, 2, 3, 4].map(at => lineAfter(CODE, at)), [2, 3, 4, 2]);
});

test("steps back end at the beginning, and only the server knows the iteration before", () => {
  assert.deepEqual([4, 3, 2, null].map(at => lineBefore(CODE, at, 0)), [3, 2, null, null]);
  assert.deepEqual([3, 2, null].map(at => lineBefore(CODE, at, 7)), [2, undefined, undefined]);
});

test("lines are done, here or ahead only while somebody walks", () => {
  assert.deepEqual(CODE.map((_, i) => placeOf(CODE, i, 3)), ["", "", "done", "here", "ahead"]);
  assert.deepEqual(CODE.map((_, i) => placeOf(CODE, i, null)), ["", "", "", "", ""]);
});

test("a step is read out as number and text", () => {
  assert.equal(announcement(CODE, 3), "line 4 of 5: l1_error = y - l1");
  assert.equal(announcement(CODE, null), "");
});

test("a changed line is told from a right one", () => {
  assert.equal(changeOf(CODE[4]), null);
  assert.equal(changeOf(changed[4]), "Wrong sign.");
  assert.equal(complaint(CODE), "");
  assert.equal(complaint(changed), "The program is changed in line 5.");
  assert.equal(complaint([changed[4], ...changed]), "The program is changed in lines 1 and 6.");
});
