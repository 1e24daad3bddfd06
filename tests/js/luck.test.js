import assert from "node:assert/strict";
import { test } from "node:test";

import { binned, binOf, middleStart, placeOf } from "../../static/studies/luck-bins.js";
import { allAlike, middleOf, rankOf, ranked } from "../../static/studies/luck-ranks.js";
import { alikeWords, binWords, captionWords, drawsWeights, isOf, lostWords, mineOf, outdatedWords, presentKey, rankWords, solvedWords } from "../../static/studies/luck-words.js";

const starts = (...errors) => ranked(errors);
const RESULT = { alphas: [1], hidden_sizes: [4], errors: [[[0.01, 0.02, null]]], own_seed: 7, own_error: 0.5 };
const ROW = { of: "present", basis: "00ff", about: "alpha 1, hidden size 4" };
const PRESENT = { basis: "00ff", alpha: 1, hidden_size: 4 };

test("seeds count from one, what is not known is left out, and NaN is worse than any number", () => {
  assert.deepEqual(starts(0.2, null, NaN, 0.1).map(({ seed }) => seed), [4, 1, 3]);
});

test("the middle of an even count is the better of the two", () => {
  assert.equal(middleOf(starts(0.1, 0.2, 0.3, 0.4)).error, 0.2);
  assert.equal(middleOf(starts(0.3)).error, 0.3);
});

test("one's own seed is not among those it is better than", () => {
  const all = starts(0.1, 0.2, 0.3, NaN);
  assert.deepEqual(rankOf(all, { seed: 2, error: 0.2 }), { worse: 2, alike: 0, others: 3 });
  assert.deepEqual(rankOf(all, { seed: 9, error: 0.2 }), { worse: 2, alike: 1, others: 4 });
});

test("every finite end is in the bin whose edges it lies between", () => {
  const all = starts(0.0079, 0.01, 0.0102, 0.25, 0.256, NaN);
  const bins = binned(all, 40);
  assert.equal(bins.flatMap(bin => bin.starts).length, 5);
  for (const { low, high, starts: inside } of bins) {
    for (const { error } of inside) assert.ok(low <= error * 1.0000001 && error < high * 1.0000001, `${low} ${error} ${high}`);
  }
  assert.ok(bins.length <= 40);
});

test("edges stay while more ends come in between them", () => {
  const few = binned(starts(0.008, 0.3), 40);
  const more = binned(starts(0.008, 0.3, 0.01, 0.05, 0.2), 40);
  assert.deepEqual(few.map(({ low }) => low), more.map(({ low }) => low));
});

test("bins hold ends that are all alike, none at all, exactly zero, or many powers of ten apart", () => {
  const alike = binned(starts(0.5, 0.5), 40);
  assert.deepEqual([alike.length, alike.findIndex(({ starts }) => starts.length)], [15, 7]); // one bar in the middle, and no wider than others
  assert.deepEqual(binned(starts(NaN, null), 40), []);
  const wide = binned(starts(0, 1e-12, 0.5), 40);
  assert.equal(wide.flatMap(bin => bin.starts).length, 3);
  assert.ok(wide.length <= 40);
});

test("a bar opens the seed nearest its middle", () => {
  const bin = { low: 0.01, high: 0.1, starts: starts(0.011, 0.03, 0.09) };
  assert.equal(middleStart(bin).seed, 2);
  assert.equal(middleStart({ low: 1, high: 2, starts: [] }), undefined);
});

test("a place on the axis goes from end to end and no farther", () => {
  const bins = binned(starts(0.01, 0.1), 40);
  assert.equal(placeOf(bins, 1e-9), 0);
  assert.equal(placeOf(bins, 5), 1);
  assert.equal(binOf(bins, 5), bins.length - 1);
  assert.ok(Math.abs(placeOf(bins, bins[3].low) - 3 / bins.length) < 1e-9);
});

test("the rank is said with what it is a rank among", () => {
  const all = starts(0.00858, 0.01, 0.02, 0.3);
  assert.equal(rankWords(all, all[0], 10_000), "Seed 1 ends at 0.00858 after 10,000 iterations: better than all 3 others.");
  assert.equal(rankWords(all, all[1], 10_000), "Seed 2 ends at 0.0100 after 10,000 iterations: better than 67 % of 3 others.");
  assert.equal(rankWords(all, all[3], 10_000), "Seed 4 ends at 0.300 after 10,000 iterations: all 3 others are better.");
  assert.equal(rankWords(starts(0.1), { seed: 1, error: 0.1 }, 1), "Seed 1 ends at 0.100 after 1 iteration.");
  assert.match(rankWords(starts(0.1, NaN), { seed: 2, error: NaN }, 5), /^Seed 2 ends at NaN .*: worse than the other one\.$/);
});

test("a start that is not random is known by all seeds ending the same", () => {
  assert.ok(allAlike(starts(0.5, 0.5, 0.5)));
  assert.ok(allAlike(starts(NaN, NaN)));
  assert.ok(allAlike(starts(0.00505, 0.005051)));
  assert.ok(!allAlike(starts(0.00505, 0.0051)));
  assert.ok(!allAlike(starts(0.5, 0.4)));
  assert.ok(!allAlike(starts(0.5, NaN)));
  assert.ok(!allAlike(starts(0.5)));
});

test("that all seeds end the same is put down to the start only where that is not random", () => {
  assert.equal(alikeWords(starts(0.5, 0.5), true), "Every one of 2 seeds ends at the same error, 0.500.");
  assert.equal(alikeWords(starts(0.00505, 0.005051), true), "Every one of 2 seeds ends at the same error but for a few last digits, 0.00505.");
  assert.match(alikeWords(starts(0.5, 0.5), false), /first weights are not random here, so the seed decides nothing\.$/);
  assert.equal(alikeWords(starts(NaN, NaN), true), "Every one of 2 seeds ends at no finite number.");
  const syn0 = { key: "syn0", choices: [{ name: "random" }, { name: "zeros" }], chosen: "random" };
  assert.ok(drawsWeights([{ key: "alpha", choices: [], chosen: "" }, syn0]));
  assert.ok(!drawsWeights([{ ...syn0, chosen: "zeros" }]));
});

test("what no axis can show is counted", () => {
  assert.equal(lostWords(starts(0.1, NaN, Infinity)), "2 seeds ended at no finite number, beyond this axis.");
  assert.equal(lostWords(starts(0.1)), "");
});

test("a bar says how many ended there and which it opens", () => {
  const bin = { low: 0.01, high: 0.1, starts: starts(0.03) };
  assert.equal(binWords(bin, 1000, middleStart(bin)), "1 seed of 1,000 ended between 0.0100 and 0.100; in the middle of them seed 1, at 0.0300.");
  assert.equal(binWords({ ...bin, starts: [] }, 1000, undefined), "No seed ended between 0.0100 and 0.100.");
  assert.equal(solvedWords(0, 30, 0.1), "None of 30 seeds has solved the task, with every answer within 0.1 of its target.");
  assert.equal(solvedWords(995, 1000, 0.1), "995 of 1,000 seeds (99.5 %) solve the task: every answer is within 0.1 of its target.");
});

test("one's own is the present seed while the recipe is the same, else the seed of the time", () => {
  assert.deepEqual(mineOf(RESULT, true, 2), { seed: 2, error: 0.02 });
  assert.deepEqual(mineOf(RESULT, false, 2), { seed: 7, error: 0.5 });
  assert.deepEqual(mineOf(RESULT, true, 3), { seed: 7, error: 0.5 });
  assert.equal(mineOf({ ...RESULT, own_error: null }, false, 2), null);
  assert.ok(Number.isNaN(mineOf({ ...RESULT, own_error: NaN }, false, 2).error));
});

test("a meter of another recipe than the present one says so", () => {
  assert.ok(isOf(RESULT, ROW, PRESENT));
  for (const other of [{ alpha: 10 }, { hidden_size: 5 }, { hidden_size: null }, { basis: "00fe" }]) {
    assert.ok(!isOf(RESULT, ROW, { ...PRESENT, ...other }), JSON.stringify(other));
  }
  assert.ok(isOf({ ...RESULT, hidden_sizes: [null] }, ROW, { ...PRESENT, hidden_size: null }));
  assert.equal(outdatedWords(true, ROW, PRESENT), "");
  assert.equal(outdatedWords(false, ROW, PRESENT), "The run in view is another now: this was made with alpha 1, hidden size 4.");
  assert.equal(outdatedWords(false, ROW, { basis: "00fe" }), "The run in view has other data or another program now: this was made with alpha 1, hidden size 4.");
});

test("a meter of the post is of the run in view where that is the post's recipe, and else says nothing of it", () => {
  const post = { ...ROW, of: "post", about: "XOR of the posts, alpha 1, hidden size 4" };
  assert.deepEqual([PRESENT, { ...PRESENT, basis: "00fe" }].map(present => isOf(RESULT, post, present)), [true, false]);
  assert.deepEqual([ROW.basis, "00fe"].map(basis => outdatedWords(false, post, { basis })), ["", ""]);
});

test("what is said of a recipe in words decides nothing", () => {
  const own = { ...ROW, about: "own data (1,024 rows), alpha 1, hidden size 4" };
  assert.ok(isOf(RESULT, own, PRESENT) && !isOf(RESULT, own, { ...PRESENT, basis: "00fe" }));
});

test("whatever becomes another of the run in view, the words about it are said anew", () => {
  const state = (run, controls) => ({ run: { run: 1, basis: "00ff", ...run }, controls: { seed: 1, alpha: 1, hidden_size: 4, ...controls } });
  const others = [state({ basis: "00fe" }), state({ run: 2 }), state({}, { seed: 2 }), state({}, { alpha: 2 }), state({}, { hidden_size: null })];
  assert.equal(presentKey(state()), presentKey(state()));
  assert.equal(new Set([state(), ...others].map(presentKey)).size, 1 + others.length);
});

test("a single seed is no crowd, and a caption says which seeds there are", () => {
  assert.equal(solvedWords(1, 1, 0.1), "It solves the task: every answer is within 0.1 of its target.");
  assert.match(solvedWords(0, 1, 0.1), /^It has not solved the task/);
  assert.equal(captionWords({ seeds: 1000, iterations: 10_000 }), "mean error after 10,000 iterations from the seeds 1 to 1,000, logarithmic");
  assert.match(captionWords({ seeds: 1, iterations: 1 }), /after 1 iteration from seed 1,/);
});
