import assert from "node:assert/strict";
import { test } from "node:test";

import { acrossOf, costWords, reached, weightsOf } from "../../static/studies/size-cost.js";
import { percent, span, wilson } from "../../static/studies/size-share.js";
import { claimWords, talliesOf, tallyWords, worstName } from "../../static/studies/size-words.js";

const tally = (size, solved, known = 200, alpha = 1) => ({ size, solved, known, alpha });
const MEASURED = [tally(1, 0), tally(2, 52), tally(3, 178), tally(4, 200), tally(8, 200)];
const matrix = (rows, columns) => Array.from({ length: rows }, () => Array(columns).fill(0));
const lane = (size, curve_errors, more = {}) => {
  const curve_iterations = curve_errors.map((_, i) => 100 * i);
  return { alpha: 1, hidden_size: size, curve_iterations, curve_errors, turns_each: [matrix(3, size), matrix(size, 1)], ...more };
};

test("Wilson's interval is that of the textbooks, also where nobody or everybody succeeded", () => {
  const rounded = wilson(81, 263).map(value => Number(value.toFixed(4)));
  assert.deepEqual(rounded, [0.2553, 0.3662]); // Newcombe 1998, table I, method 3
  assert.deepEqual(wilson(0, 20).map(value => Number(value.toFixed(4))), [0, 0.1611]);
  assert.deepEqual(wilson(1, 29).map(value => Number(value.toFixed(4))), [0.0061, 0.1718]);
  assert.deepEqual(wilson(200, 200).map(value => Number(value.toFixed(4))), [0.9812, 1]);
});

test("a share is never rounded to all or to none", () => {
  assert.deepEqual([[0, 9], [9, 9], [995, 1000], [9999, 10000], [1, 10000], [178, 200]].map(([a, b]) => percent(a, b)),
    ["0 %", "100 %", "99.5 %", "99.9 %", "0.1 %", "89 %"]);
  assert.equal(span([0.839, 0.926]), "84 to 93 %");
});

test("tallies come by hidden size, then by alpha", () => {
  const tallies = talliesOf({ hidden_sizes: [2, 3], alphas: [1, 10], solved: [[1, 2], [3, 4]], known: [[5, 6], [7, 8]] });
  assert.deepEqual(tallies[1][0], { size: 3, alpha: 1, solved: 3, known: 7 });
});

test("the claim of the post stands beside what is measured", () => {
  assert.equal(claimWords(MEASURED, true, 200),
    "With alpha 1 it can be done with 2 units (from 26 % of the starts); with 3, of which the post says that no more are needed, 89 % find it; all do with 4 and 8 units.");
  assert.doesNotMatch(claimWords(MEASURED, false, 200), /post/);
});

test("of a single seed there is no share to tell", () => {
  assert.equal(claimWords([tally(1, 0, 1), tally(4, 1, 1), tally(8, 1, 1)], true, 1), "With alpha 1, the start of seed 1 solves it with 4 and 8 units.");
});

test("a larger layer that does worse is said", () => {
  assert.match(claimWords([...MEASURED, tally(32, 139)], true, 200), /More is not always better: with 32 units only 70 % do\.$/);
});

test("what is not known of all starts yet is said as such", () => {
  assert.match(claimWords([tally(1, 0), tally(4, 90, 90)], true, 200), /^So far, with alpha 1 it can be done with 4 units/);
});

test("what cannot be said is not said", () => {
  assert.equal(claimWords([tally(2, 0, 0)], true, 200), "");
  assert.equal(claimWords([tally(1, 0)], true, 200), "With alpha 1 no start solves it with any of these sizes.");
  assert.match(claimWords([tally(2, 52)], true, 200), /there is no size here with which all do\.$/);
  assert.equal(tallyWords(tally(2, 0, 0)), "2 units, alpha 1: not known yet.");
  assert.equal(tallyWords(tally(4, 1, 1)), "4 units, alpha 1: its one start solves it.");
  assert.equal(tallyWords(MEASURED[2]), "3 units, alpha 1: 178 of 200 starts solve it, 89 %; the 95 % interval is 84 to 93 %.");
});

test("a start is called unsolved only where its mean error says so", () => {
  assert.match(worstName({ seed: 3, error: 0.25 }, 0.1), /an unsolved start: seed 3, 0\.250/);
  assert.match(worstName({ seed: 3, error: 0.03 }, 0.1), /the worst start: seed 3/);
});

test("weights are counted, or reckoned from another lane where a network is too large to tell", () => {
  assert.deepEqual(weightsOf([lane(4, [0.5]), lane(64, [0.5], { turns_each: [] })], 99), [16, 256]);
  assert.deepEqual(weightsOf([lane(64, [0.5], { turns_each: [] })], 4), [256]);
});

test("an axis of cost has no place for what costs nothing", () => {
  const across = acrossOf({ iterations: 1000 }, [16, 128]);
  assert.equal(across.value(1, 10), 1280);
  assert.ok(Number.isNaN(across.value(1, 0)));
  assert.deepEqual(across.range.map(Math.round), [16, 130560]);
  assert.equal(acrossOf({ iterations: 1000 }, null).value(1, 10), 10);
  assert.equal(acrossOf({ iterations: 1000 }, null).value(1, 0), 0.4);
});

test("fewer iterations can be more work", () => {
  const lanes = [lane(4, [0.5, 0.1, 0.009]), lane(32, [0.5, 0.009])];
  assert.equal(costWords(lanes, [16, 128]),
    "Fewest iterations to an error of 0.01: 32 units, about 100. Least work: 4 units, about 200 iterations of 16 weights instead of 128; 32 units cost 4.0 times as much.");
  assert.match(costWords([lane(4, [0.5, 0.009]), lane(32, [0.5, 0.5, 0.009])], [16, 128]), /4 units, about 100, and the least work too\.$/);
});

test("with a single run that gets anywhere there is nothing to compare", () => {
  assert.equal(costWords([lane(4, [0.5, 0.009]), lane(1, [0.5, 0.4])], [16, 4]), "");
  assert.equal(reached(lane(1, [0.5, NaN]), 0.1), null);
});
