import assert from "node:assert/strict";
import test from "node:test";

import { runOf } from "../../static/alone/run.js";
import { randomNumbers } from "../../static/pieces/random.js";
import { closest, correlations, cosines, found, silent } from "../../static/twins/likeness.js";
import { coupleWords, said } from "../../static/twins/words.js";

/** Four units with three weights each: the second is twice the first, the third its mirror, the fourth at a right angle. */
const SYN0 = [[1, 2, -1, 0], [2, 4, -2, 0], [0, 0, 0, 3]];
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-12, `${value} is not ${wanted}`);

test("the cosine asks for the direction, not for the length", () => {
  const likeness = cosines(SYN0);
  near(likeness[0][1], 1);
  near(likeness[0][2], -1);
  near(likeness[2][0], -1);
  near(likeness[0][3], 0);
  near(cosines([[1, 1], [0, 1]])[0][1], Math.SQRT1_2);
});

test("units without any weights are alike among themselves, and like no other", () => {
  const likeness = cosines([[0, 0, 1], [0, 0, 1]]);
  assert.equal(likeness[0][1], 1);
  assert.ok(Number.isNaN(likeness[0][2]));
});

test("huge weights have a cosine too", () => {
  near(cosines([[1e300, -1e300], [1e300, -1e300]])[0][1], -1);
});

test("the correlation is of what the units answer, and none of one that never changes", () => {
  const answers = [[0.1, 0.9, 0.5], [0.2, 0.8, 0.5], [0.4, 0.6, 0.5]];
  const likeness = correlations(answers);
  near(likeness[0][1], -1);
  assert.ok(Number.isNaN(likeness[0][2]));
  assert.deepEqual(silent(answers), [2]);
});

test("of those that do the same only the first is counted", () => {
  const all = found(cosines(SYN0), 0.99);
  assert.deepEqual(all.kept, [0, 3]);
  assert.deepEqual(all.twins.map(({ a, b }) => [a, b]), [[0, 1]]);
  assert.deepEqual(all.mirrored.map(({ a, b }) => [a, b]), [[0, 2], [1, 2]]);
});

test("the closest pairs come first, mirrored ones among them", () => {
  const likeness = [[1, 0.5, -0.9], [0.5, 1, NaN], [-0.9, NaN, 1]];
  assert.deepEqual(closest(likeness, 5).map(({ a, b }) => [a, b]), [[0, 2], [0, 1]]);
  assert.deepEqual(closest(likeness, 1), [{ a: 0, b: 2, value: -0.9 }]);
});

test("it is said how many are distinct, and twins and mirrored ones are told apart", () => {
  const words = said(found(cosines(SYN0), 0.99), 4, 0.99, [3], "weights");
  assert.equal(words.sentence, "2 of 4 hidden units are distinct at a likeness of 0.990.");
  assert.equal(words.twins, "l1[0] and l1[1], 1.000");
  assert.equal(words.mirrored, "l1[0] and l1[2], −1.000; l1[1] and l1[2], −1.000");
  assert.equal(words.dead, "l1[3]");
});

test("where none do the same the nearest are named", () => {
  const words = said(found([[1, 0.8], [0.8, 1]], 0.99), 2, 0.99, [], "weights");
  assert.equal(words.sentence, "2 of 2 hidden units are distinct at a likeness of 0.990. Nearest come l1[0] and l1[1], 0.800.");
  assert.deepEqual([words.twins, words.mirrored, words.dead], ["none", "none", "none"]);
});

test("by answers a dead unit is not counted as distinct", () => {
  const all = found([[1, NaN], [NaN, 1]], 0.99);
  assert.match(said(all, 2, 0.99, [1], "answers").sentence, /^1 of 2 hidden units is distinct .* None can be compared\.$/);
  assert.match(said(all, 2, 0.99, [1], "weights").sentence, /^2 of 2/);
});

test("one unit has none to be like", () => {
  assert.equal(said(found([[1]], 0.99), 1, 0.99, [], "weights").sentence, "One hidden unit has none to be like.");
});

test("a pair in words", () => {
  assert.equal(coupleWords({ a: 0, b: 3, value: -0.9996 }, 0.99, "weights"), "l1[0] and l1[3]: cosine −1.000, mirrored.");
  assert.equal(coupleWords({ a: 0, b: 3, value: NaN }, 0.99, "answers"), "l1[0] and l1[3]: no correlation, as one of them never changes.");
});

/** syn0 of the posts' XOR with seed 1, after 60,000 iterations. */
function trained(units, alpha) {
  const weights = randomNumbers(1, 4 * units).map(number => 2 * number - 1);
  const rows = [[0, 0, 1, 0], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 0]];
  const rules = { activation: "sigmoid", slopeless: [], flipped: [] };
  const run = runOf({ begin: { sizes: [3, units, 1], alpha, rules, columns: ["x1", "x2", "x3"], weights, rows }, edits: [] });
  run.train(60_000, Infinity);
  return [0, 1, 2].map(row => Array.from(run.known.place.weights.slice(row * units, (row + 1) * units)));
}

test("of the posts' four units one mirrors another at alpha 10, and none does at 1", () => {
  const { kept, twins, mirrored } = found(cosines(trained(4, 10)), 0.99);
  assert.deepEqual(kept, [0, 1, 2]);
  assert.deepEqual([twins.length, mirrored.map(({ a, b }) => [a, b])], [0, [[0, 3]]]);
  assert.equal(found(cosines(trained(4, 1)), 0.99).kept.length, 4);
});

test("of 32 units 19 are distinct", () => {
  assert.equal(found(cosines(trained(32, 1)), 0.99).kept.length, 19);
});
