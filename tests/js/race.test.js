import assert from "node:assert/strict";
import test from "node:test";

import { digitsAgreed } from "../../static/studies/digits.js";
import { laneLook, namedLanes } from "../../static/studies/lane-looks.js";
import { columnsFor } from "../../static/studies/race-columns.js";
import { blocksOf } from "../../static/studies/race-detail.js";
import { frameOf, leavingText } from "../../static/studies/race-frame.js";
import { raceMargin } from "../../static/studies/race-margin.js";
import { markOf, matchText } from "../../static/studies/race-marks.js";
import { nearest } from "../../static/studies/race-pointer.js";
import { csvOf, lowest, namesOf, remarkOf, shortened, summaryOf } from "../../static/studies/race-words.js";

function lane(alpha, error, more = {}) {
  return { alpha, hidden_size: 4, seed: 1, error, errors: [0.4964, error], turns: [14, 4], largest: [6.5, 10.3], verdict: null, printed: [], matched: [], ...more };
}

function verdict(kind, title) {
  return { verdict: { kind, title, sentence: "" } };
}

const race = {
  iteration: 60_000, iterations: 60_000, marks: [0, 60_000],
  lanes: [
    lane(0.001, 0.482132, verdict("descending", "still descending")), lane(10, 0.001192, verdict("settled", "solved")),
    lane(100, 0.125188, verdict("parked", "one row parked")), lane(1000, 0.5, verdict("dead", "dead slopes")),
  ],
};

test("lanes are told apart by what differs between them", () => {
  assert.deepEqual(namesOf([lane(1, 0), lane(10, 0)]), ["alpha 1", "alpha 10"]);
  assert.deepEqual(namesOf([lane(1, 0, { hidden_size: 1 }), lane(1, 0, { hidden_size: 32 })]), ["1 unit", "32 units"]);
  assert.deepEqual(namesOf([lane(1, 0), lane(10, 0, { hidden_size: 8 })]), ["alpha 1, 4 units", "alpha 10, 8 units"]);
  assert.deepEqual(namesOf([lane(1, 0)]), ["alpha 1"]);
  assert.deepEqual(shortened(["alpha 1, 4 units", "alpha 1", "4 units"]), ["1, 4 units", "alpha 1", "4 units"]);
});

test("the summary names the lowest, and those that came to nothing with the reason", () => {
  assert.equal(summaryOf(race),
    "Alpha 10 is lowest after 60,000 iterations: a mean error of 0.001192. Came to nothing: alpha 100 (one row parked), alpha 1000 (dead slopes).");
});

test("a race at work says where it is", () => {
  assert.match(summaryOf({ ...race, iteration: 30_000 }), /lowest at iteration 30,000/);
});

test("an error that is no number is never the lowest", () => {
  assert.equal(lowest([lane(1, NaN), lane(10, 0.3), lane(100, Infinity)]).alpha, 10);
  assert.equal(lowest([lane(1, NaN)]), null);
  assert.match(summaryOf({ ...race, lanes: [lane(1, NaN)] }), /No lane has a finite error/);
});

test("a figure is the post's, or its first digits are, or the post's stands below", () => {
  const own = lane(1, 0, { errors: [0.1254770, 0.125, 0.3], printed: ["0.125477", "0.125000000012", "0.4"], matched: [true, false, false] });
  assert.deepEqual([0, 1, 2, 3].map(mark => markOf(own, mark).text), ["✓", "≈", "post 0.400000", ""]);
  assert.match(matchText({ lanes: [own], marks: [0, 10_000, 20_000] }), /at iteration 0, 10,000, 20,000: 1 of 3 figures; ≈ the first 10 digits or more are the same: 1; another figure, which stands below: 1\./);
});

test("the post's program ends one print before 60,000: what is set beside that is said to be later, and counted apart", () => {
  const marks = [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000];
  const own = lane(1, 0.5, { errors: marks.map(() => 0.5), printed: marks.map(() => "0.5"), matched: marks.map(() => true) });
  assert.deepEqual([5, 6].map(mark => markOf(own, mark).text), ["✓", "(✓)"]);
  assert.equal(markOf(own, 5).sentence, "The post’s program prints 0.5.");
  assert.equal(markOf(own, 6).sentence, "The post’s program ends one print before this; gone on, it prints 0.5.");
  const other = { ...own, errors: [...own.errors.slice(0, 6), 0.4], matched: [...own.matched.slice(0, 6), false] };
  assert.equal(markOf(other, 6).text, "(post 0.500000)");
  assert.equal(matchText({ lanes: [own, other], marks }), "✓ the same 12 digits as the post’s program prints at iteration 0, 10,000, … 50,000: " +
    "12 of 12 figures. In brackets what it would print at 60,000, one print after its end: 1 of 2 is the same.");
  assert.match(matchText({ lanes: [{ ...own, matched: [true] }], marks }), /prints at iteration 0: 1 of 1 figures\.$/);
});

test("a race of one lane says what it came to, and not that it is the lowest", () => {
  const one = { ...race, lanes: [race.lanes[2]] };
  assert.equal(summaryOf(one), "Alpha 100 has a mean error of 0.125188 after 60,000 iterations (one row parked).");
});

test("a run that the post does not have is set beside nothing", () => {
  assert.equal(matchText(race), "");
});

test("the post's words for alpha 1000 are set right only where they are about this very run and its slopes are gone", () => {
  const dead = lane(1000, 0.5, { ...verdict("dead", "dead slopes"), printed: ["0.5"] });
  assert.match(remarkOf(dead), /Problem 3/);
  assert.equal(remarkOf({ ...dead, printed: [] }), "");
  assert.equal(remarkOf({ ...dead, alpha: 100 }), "");
  assert.equal(remarkOf({ ...dead, ...verdict("jumping", "jumping") }), "");
});

test("the table goes into a file with a line for each lane, and quotes what has a comma", () => {
  const told = csvOf({ ...race, lanes: [lane(1, 0.25, verdict("parked", "one row, parked")), lane(10, 0.5, { errors: [0.5] })] }).split("\n");
  assert.equal(told[0], "alpha,hidden size,seed,error at 0,error at 60000,direction changes syn0,direction changes syn1,largest |w| syn0,largest |w| syn1,verdict");
  assert.equal(told[1], '1,4,1,0.4964,0.25,14,4,6.5,10.3,"one row, parked"');
  assert.equal(told[2], "10,4,1,0.5,,14,4,6.5,10.3,");
  assert.equal(told[3], "");
});

test("the nearest curve is pointed at, and none from afar", () => {
  const lanes = [[{ x: 0, y: 0 }, { x: 50, y: 0 }], [{ x: 0, y: 20 }, { x: 50, y: NaN }]];
  assert.deepEqual(nearest(lanes, 48, 3, 40), { lane: 0, i: 1 });
  assert.deepEqual(nearest(lanes, 1, 15, 40), { lane: 1, i: 0 });
  assert.equal(nearest(lanes, 300, 300, 40), null);
});

test("how many digits agree is measured, and the least of all figures that are nearly the same is told", () => {
  assert.equal(digitsAgreed("0.125476983855", 0.125476983855), 12);
  assert.equal(digitsAgreed("0.125476983855", 0.125476983812), 9);
  assert.equal(digitsAgreed("0.5", 0.1), 0);
  const near = lane(1, 0, { errors: [0.125476983812, 0.125476983855], printed: ["0.125476983855", "0.125476983850"], matched: [false, false] });
  assert.deepEqual(near.printed.map((printed, i) => digitsAgreed(printed, near.errors[i])), [9, 10]);
  assert.match(matchText({ lanes: [near, { ...near, errors: [...near.errors].reverse() }], marks: [0, 10_000] }), /≈ the first 9 digits or more are the same: 4\.$/);
});

test("an error that falls to nothing leaves the frame instead of pressing all others into a line, unless all do", () => {
  const curve = (...curve_errors) => ({ ...lane(1, curve_errors.at(-1)), curve_errors });
  assert.deepEqual(frameOf([curve(0.5, 0.001), curve(0.5, 1e-6)]), { low: 1e-6, high: 0.5, leaving: [] });
  assert.deepEqual(frameOf([curve(0.5, 0.01), curve(0.5, 1e-126, 0)]), { low: 0.0001, high: 0.5, leaving: [1] });
  assert.deepEqual(frameOf([curve(0.5, 1e-20), curve(0.5, 1e-126)]), { low: 1e-126, high: 0.5, leaving: [] });
  assert.match(leavingText([curve(0.5, 0.01), { ...curve(0.5, 1e-126), alpha: 10 }]), /Below the frame of the chart: alpha 10/);
  assert.equal(leavingText([curve(0.5, 0.01)]), "");
  const lanes = [curve(0.5, 0.01)];
  assert.equal(frameOf(lanes), frameOf(lanes)); // reckoned once
});

test("the last error is always there, and as many marks as there is room for", () => {
  const texts = { names: ["alpha 0.001"], turns: ["136 + 56"], largest: ["89.57 · 116.61"] };
  assert.deepEqual(columnsFor(990, 7, texts), { marks: [0, 1, 2, 3, 4, 5, 6], turns: true, largest: true });
  assert.deepEqual(columnsFor(990, 101, texts).marks, [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(columnsFor(340, 7, texts), { marks: [6], turns: false, largest: false });
  assert.deepEqual(columnsFor(0, 1, texts).marks, [0]);
});

test("up to eight lanes differ in colour and in dashes, and of many only the best, the worst and the lit are named", () => {
  for (const kind of ["ink", "dasharray"]) assert.equal(new Set(Array.from({ length: 8 }, (_, i) => laneLook(i, 8)[kind])).size, 8);
  assert.equal(new Set(Array.from({ length: 24 }, (_, i) => laneLook(i, 24).ink)).size, 24);
  const many = Array.from({ length: 12 }, (_, i) => lane(i, i === 5 ? NaN : 1 / (1 + i)));
  assert.deepEqual([...namedLanes(many, 3)], [11, 0, 3]);
  assert.equal(namedLanes(many.slice(0, 10), null).size, 10);
});

test("counts of a large layer are neither very tall nor very wide", () => {
  const column = Array.from({ length: 32 }, (_, i) => [i]);
  assert.deepEqual(blocksOf(column).map(({ rows }) => [rows.length, rows[0].length]), [[1, 16], [1, 16]]);
  assert.deepEqual(blocksOf(column).flatMap(({ rows }) => rows[0]), column.flat());
  assert.equal(blocksOf([[1], [2]])[0].rows.length, 2);
});

test("names have the room that they need beside the curves, but never most of the chart", () => {
  const [short, long] = [[4, 32], [4, 32]].map((sizes, i) => sizes.map((size, k) => lane(i && k ? 0.001 : 1, 0.1, { hidden_size: size, curve_errors: [0.5, 0.1] })));
  const [own, more, least] = [raceMargin(short, 600), raceMargin(long, 600), raceMargin(long, 210)].map(({ r }) => r);
  assert.ok(own < more && more > 15 * 6 && least < more && least < 105, String([own, more, least]));
});
