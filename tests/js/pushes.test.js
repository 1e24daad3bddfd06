import assert from "node:assert/strict";
import test from "node:test";

import { cancelled, nearest, ordered, pushesOf } from "../../static/pushes/pushes.js";
import { writingOf } from "../../static/pushes/figures.js";
import { alone, balance, lesson, share } from "../../static/pushes/words.js";

const PLUS = { key: "syn0_update", text: "    syn0 += alpha * l0.T @ l1_delta" };
const MINUS = { key: "syn0_update", text: "    syn0 -= alpha * l0.T @ l1_delta" };

/** One layer, three weights; the update is the product, of all rows. */
function stateOf({ inputs, targets, outputs, rows = inputs.length, line = PLUS, more = 0, weight = { synapse: 0, row: 0, column: 0 }, alpha = 10 }) {
  const deltas = outputs.map((out, i) => [(targets[i] - out) * out * (1 - out)]);
  const sign = line === PLUS ? 1 : -1;
  const updates = inputs[0].map((_, j) => [sign * inputs.reduce((sum, row, i) => sum + row[j] * deltas[i][0], 0) + more]);
  const run = { rows, first_row: 0, inputs, targets: targets.map(target => [target]), code: [{ key: "l1", text: "" }, line] };
  const detail = { deltas: [deltas], updates: [updates], errors: [], changes: [] };
  const detailed = { first_row: 0, weights: [inputs[0].map(() => [3.5])], layers: [outputs.map(out => [out])], detail };
  return { run, controls: { alpha, row: 0 }, detailed, weight };
}
const POSTS = { inputs: [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], targets: [0, 1, 1, 0], outputs: [0.2, 0.7, 0.6, 0.4] };
const at = row => ({ ...POSTS, weight: { synapse: 0, row, column: 0 } });

test("the pushes add up to the cell of the update", () => {
  for (const row of [0, 1, 2]) {
    const { all, up, down, sum, others } = pushesOf(stateOf(at(row)));
    const added = all.reduce((total, { push }) => total + push, 0);
    assert.ok(Math.abs(added - sum) < 1e-15 && Math.abs(up + down - sum) < 1e-15 && Math.abs(others) < 1e-15);
  }
});

test("it is named as the code has it", () => {
  const { input, delta, update, line } = pushesOf(stateOf(at(2)));
  assert.deepEqual([input, delta, update, line], ["l0.T[2, :]", "l1_delta[:, 0]", "syn0_update[2, 0]", 1]);
});

test("where the line subtracts, the pushes are turned round and still add up", () => {
  const right = pushesOf(stateOf(at(1)));
  const wrong = pushesOf(stateOf({ ...at(1), line: MINUS }));
  assert.deepEqual(wrong.all.map(({ push }) => push), right.all.map(({ push }) => -push));
  assert.ok(Math.abs(wrong.sum - wrong.up - wrong.down) < 1e-15);
  assert.match(lesson(wrong), /The line subtracts, so every push points the wrong way\./);
});

test("what the rows out of view push is what is missing from the update", () => {
  const pushes = pushesOf(stateOf({ ...at(0), rows: 964, more: 0.31 }));
  assert.equal(pushes.hidden, 960);
  assert.ok(Math.abs(pushes.others - 0.31) < 1e-12);
  assert.match(balance(pushes), /^In view everything pushes up, .* 960 more examples together push \+0\.310?, which makes/);
});

test("nothing is said while the numbers of other rows are on their way", () => {
  const state = stateOf(POSTS);
  assert.equal(pushesOf({ ...state, run: { ...state.run, first_row: 40 } }), null);
  assert.equal(pushesOf({ ...state, detailed: null }), null);
});

test("a weight that is no more becomes the nearest that is", () => {
  assert.deepEqual(nearest({ synapse: 1, row: 9, column: 3 }, [[[1, 2]]]), { synapse: 0, row: 0, column: 1 });
});

test("how much cancels: nothing, half, all", () => {
  assert.equal(cancelled({ up: 3, down: 0 }), 0);
  assert.equal(cancelled({ up: 3, down: -1 }), 0.5);
  assert.equal(cancelled({ up: 3, down: -3 }), 1);
  assert.deepEqual([share(0.99999), share(1), share(0.001), share(0.944)], ["more than 99 %", "all of it", "less than 1 %", "94 %"]);
});

test("the balance tells both sides, what is left, and how far the weight moves", () => {
  const told = balance({ up: 0.052, down: -0.049, hidden: 0, others: 0, sum: 0.003, alpha: 10, weight: 3.499, next: 3.529 });
  assert.equal(told, "0.052 is pushed up and 0.049 down: 97 % cancels, +0.00300 is left. × alpha 10 → the weight moves by +0.03, from 3.499 to 3.529.");
});

test("the pushes are written with so many decimals that they add up, or said not to", () => {
  const pushes = [-0.01616, 0.01512].map((push, row) => ({ row, input: 1, delta: push, push }));
  assert.deepEqual(writingOf({ all: pushes, hidden: 0, others: 0, sum: -0.00104, flipped: false }), { decimals: 5, adds: true, multiplies: true });
  const many = Array.from({ length: 40 }, (_, row) => ({ row, input: 1, delta: 0.00123, push: 0.00123 }));
  assert.deepEqual(writingOf({ all: many, hidden: 0, others: 0, sum: 0.0492, flipped: false }), { decimals: 4, adds: false, multiplies: true });
});

test("both sides are told in numbers that leave what is said to be left", () => {
  const told = balance({ up: 0.015123456, down: -0.016161234, hidden: 0, others: 0, sum: -0.001037778, alpha: 10, weight: 3.499, next: 3.48862222 });
  assert.match(told, /^0\.01512 is pushed up and 0\.01616 down: 97 % cancels, −0\.00104 is left\./);
  assert.match(told, /moves by −0\.0104, from 3\.4990 to 3\.4886\.$/);
  const far = balance({ up: 0.0151225, down: -0.01616, hidden: 0, others: 0, sum: -0.0010375, alpha: 1, weight: -0.165956, next: -0.1669935 });
  const [from, to] = (far.match(/from (\S+) to (\S+)\./) ?? []).slice(1).map(text => Number(text.replace("−", "-")));
  const moved = Number((far.match(/moves by (\S+),/) ?? [])[1]?.replace("−", "-"));
  assert.ok(Math.abs(to - from - moved) < 1e-6, far);
});

test("a weight that nobody pushes, and numbers beyond all bounds", () => {
  const still = { up: 0, down: 0, hidden: 0, others: 0, sum: 0, alpha: 1, weight: 2, next: 2 };
  assert.match(balance(still), /^There is no push at all: every input × delta is 0\. The weight stays at 2\.000\.$/);
  assert.match(balance({ ...still, sum: NaN }), /beyond what a computer can hold/);
  assert.match(balance({ ...still, hidden: 3, others: 0, sum: 0 }), /^In view no push at all/);
});

test("both 1: up; input 1 and target 0: down; and whether they agree", () => {
  assert.equal(lesson(pushesOf(stateOf(at(0)))), "Examples 2 and 3: input 1, and the answer should be 1, so they push up. "
    + "All that have a say agree. Examples 1 and 4 have an input of 0 here, and so no say.");
  assert.equal(lesson(pushesOf(stateOf(at(1)))), "Example 2: input 1, and the answer should be 1, so it pushes up. "
    + "Example 4: input 1, and the answer should be 0, so it pushes down. They pull against each other. Examples 1 and 3 have an input of 0 here, and so no say.");
});

test("of many rows the lesson is of those in view", () => {
  assert.match(lesson(pushesOf(stateOf({ ...at(0), rows: 9 }))), /^In view: examples 2 and 3: input 1/);
});

test("where an input is no 1 or 0 the rule of thumb is not told", () => {
  const told = lesson(pushesOf(stateOf({ ...POSTS, inputs: [[0.5], [-1], [2], [0]], outputs: [0.2, 0.7, 0.6, 0.4] })));
  assert.equal(told, "Example 3 pushes this weight up, examples 1 and 2 push it down. Example 4 has an input of 0 here, and so no say.");
});

test("one example alone is the posts' little product", () => {
  const pushes = pushesOf(stateOf(at(0)));
  const [first, second] = pushes.all;
  assert.match(alone(pushes, second), /^Input 1 × delta \+0\.0630 → update \+0\.0630\. Example 2 alone would move syn0\[0, 0\] by 10 × \+0\.0630 = \+0\.630\.$/);
  assert.match(alone(pushes, first), /^Example 1 has an input of 0 here/);
});

test("the largest come first if wanted", () => {
  const { all } = pushesOf(stateOf(at(1)));
  assert.deepEqual(ordered(all, true).map(({ row }) => row), [3, 1, 0, 2]);
  assert.deepEqual(ordered(all, false), all);
});
