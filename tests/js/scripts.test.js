import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { cut, pairs, RENAMED } from "../../static/scripts/pairs.js";

const [eleven, thirteen] = ["eleven", "thirteen"].map(name => readFileSync(new URL(`../../static/scripts/${name}.py.txt`, import.meta.url), "utf8"));
const all = pairs(eleven, thirteen);
const texts = which => all.flatMap(pair => pair[which]?.text ?? []);
const numbers = which => all.flatMap(pair => pair[which]?.number ?? []);
const renamed = text => text.replace(/[A-Za-z_]\w*/g, name => RENAMED[name] ?? name);

test("every line of both programs is there, once and in order", () => {
  assert.equal(`${texts("eleven").join("\n")}\n`, eleven);
  assert.equal(`${texts("thirteen").join("\n")}\n`, thirteen);
});

test("the lines are counted as the posts count them", () => {
  assert.deepEqual(numbers("eleven"), Array.from({ length: 11 }, (_, i) => i + 1));
  assert.deepEqual(numbers("thirteen"), Array.from({ length: 13 }, (_, i) => i + 1));
});

test("the sign of a line says how the two differ", () => {
  for (const { key, difference, eleven: mine, thirteen: theirs } of all) {
    if (difference === "new") assert.equal(mine, null, key);
    else if (difference === "same") assert.equal(mine.text, theirs.text, key);
    else if (difference === "names") assert.equal(renamed(mine.text), theirs.text, key);
    else assert.notEqual(renamed(mine.text), theirs.text, key);
  }
});

test("what is marked is in its line", () => {
  for (const { key, eleven: mine, thirteen: theirs } of all) {
    for (const side of [mine, theirs]) {
      const pieces = side ? cut(side, null).filter(piece => piece.marked).map(({ text }) => text) : [];
      assert.deepEqual(pieces, side?.marked ?? [], key);
    }
  }
});

test("cut into pieces a line is still the same", () => {
  for (const pair of all) if (pair.thirteen) assert.equal(cut(pair.thirteen, pair.role).map(({ text }) => text).join(""), pair.thirteen.text);
});

test("only the step of the last two lines changes weights; the slope in them is still carried back", () => {
  const of = role => all.flatMap(pair => pair.thirteen && pair.role ? cut(pair.thirteen, pair.role).filter(piece => piece.role === role).map(({ text }) => text).join("").trim() || [] : []);
  assert.deepEqual(of("step"), ["synapse_1 -= alpha *", "synapse_0 -= alpha *"]);
  assert.deepEqual(of("carry").slice(-2), ["(layer_1.T @ layer_2_delta)", "(X.T @ layer_1_delta)"]);
  assert.equal(of("carry").length, 4);
});

test("every line says what it is for", () => {
  for (const { key, why } of all) assert.match(why, /^[A-Z].*\.$/, key);
});
