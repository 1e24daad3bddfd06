import assert from "node:assert/strict";
import test from "node:test";

import { nearest } from "../../static/studies/race-pointer.js";
import { csvOf, lowest, markOf, matchText, namesOf, remarkOf, summaryOf } from "../../static/studies/race-words.js";

function lane(alpha, error, more = {}) {
  return { alpha, hidden_size: 4, seed: 1, error, errors: [0.4964, error], turns: [14, 4], largest: [6.5, 10.3], verdict: null, printed: [], matched: [], ...more };
}

function verdict(kind, title) {
  return { verdict: { kind, title, sentence: "" } };
}

const race = {
  iteration: 60_000, iterations: 60_000, marks: [0, 60_000],
  lanes: [
    lane(0.001, 0.482132, verdict("descending", "still descending")), lane(10, 0.001192, verdict("settled", "settled")),
    lane(100, 0.125188, verdict("parked", "one row parked")), lane(1000, 0.5, verdict("dead", "dead slopes")),
  ],
};

test("lanes are told apart by what differs between them", () => {
  assert.deepEqual(namesOf([lane(1, 0), lane(10, 0)]), ["alpha 1", "alpha 10"]);
  assert.deepEqual(namesOf([lane(1, 0, { hidden_size: 1 }), lane(1, 0, { hidden_size: 32 })]), ["1 unit", "32 units"]);
  assert.deepEqual(namesOf([lane(1, 0), lane(10, 0, { hidden_size: 8 })]), ["alpha 1, 4 units", "alpha 10, 8 units"]);
  assert.deepEqual(namesOf([lane(1, 0)]), ["alpha 1"]);
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
  assert.match(matchText([own]), /1 of 3 figures; ≈ the same 6 digits: 1; another figure, which stands below: 1\./);
});

test("a run that the post does not have is set beside nothing", () => {
  assert.equal(matchText(race.lanes), "");
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
