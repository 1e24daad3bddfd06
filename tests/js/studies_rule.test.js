import assert from "node:assert/strict";
import test from "node:test";

import { whenOf } from "../../static/studies/list.js";
import { busiest, chaosOf, groupsOf, headline, partsOf } from "../../static/studies/rule-words.js";

const ALPHAS = [0.001, 0.01, 0.1, 1, 10, 100, 1000];
/** Of the second post's program after 60,000 iterations: tests/golden.json has all digits. */
const FOUR = lanesOf(4, [0.482132, 0.075954, 0.011631, 0.003184, 0.001192, 0.125188, 0.5], [6, 18, 18, 18, 192, 142, 57], [1.53, 7.63, 9.4, 10.32, 14.88, 17.24, 116.61]);
const MANY = lanesOf(32, [0.444278, 0.045304, 0.009737, 0.002712, 0.000853, 0.5, 0.5], [92, 110, 111, 21415, 4090, 68, 68], [1.55, 4.77, 5.76, 7.11, 8.62, 6.3, 62.04]);

function lanesOf(hidden_size, errors, turns, largest) {
  return ALPHAS.map((alpha, i) => ({ alpha, hidden_size, error: errors[i], turns: [turns[i], 0], largest: [largest[i]] }));
}

function holds(lanes) {
  return partsOf(groupsOf(lanes)[0]).map(part => part.holds);
}

test("with the post's 4 units every part of its rule holds", () => {
  assert.deepEqual(holds(FOUR), [true, true, true, true]);
});

test("with 32 units three parts fail, and the counter-example is told with its numbers", () => {
  assert.deepEqual(holds(MANY), [true, false, false, false]);
  assert.equal(headline(groupsOf([...FOUR, ...MANY])),
    "With 4 units the rule holds. With 32 units it does not: alpha 10 has the lowest error, 0.000853, but alpha 1 changes direction more often: 21,415 times against 4,090.");
});

test("lanes come in any order", () => {
  assert.deepEqual(holds([...MANY].reverse()), holds(MANY));
});

test("what the numbers do not say is not said: other numbers, another verdict", () => {
  const calm = MANY.map(lane => (lane.alpha === 1 ? { ...lane, turns: [300, 0] } : lane));
  assert.equal(partsOf(groupsOf(calm)[0])[1].holds, true);
});

test("the best alpha is also the busiest when others change as often", () => {
  assert.equal(busiest(FOUR.map(lane => ({ ...lane, turns: [5] }))).alpha, 10);
});

test("where the best alpha is the largest or the smallest, nothing is said of a huge or a tiny one", () => {
  assert.deepEqual(partsOf({ size: 4, lanes: FOUR.slice(0, 5) }).map(part => part.title.slice(0, 6)), ["A tiny", "The be", "Weight"]);
  assert.deepEqual(partsOf({ size: 4, lanes: FOUR.slice(4) }).map(part => part.title.slice(0, 6)), ["The be", "A huge", "Weight"]);
});

test("two alphas are too few to tell", () => {
  assert.equal(headline(groupsOf(FOUR.slice(0, 2))), "With 4 units: it takes at least three alphas to tell.");
});

test("weights beyond all numbers have not been seen to grow", () => {
  const gone = FOUR.map(lane => (lane.alpha === 1000 ? { ...lane, largest: [NaN], error: NaN } : lane));
  assert.match(partsOf(groupsOf(gone)[0])[3].sentence, /goes from 17\.24 to NaN/);
});

test("a study of another day says which", () => {
  const made = new Date(2026, 10, 21, 14, 5);
  assert.equal(whenOf(made, new Date(2026, 10, 21, 23)), "14:05");
  assert.equal(whenOf(made, new Date(2026, 10, 22, 1)), "21 Nov, 14:05");
});

test("of the chaotic run it is said that numpy counts otherwise, and of no other", () => {
  const race = { iterations: 60_000, lanes: MANY.map(lane => ({ ...lane, seed: 1, turns: [3_000, lane.alpha === 10 ? 718 : 0] })) };
  assert.match(chaosOf(race), /3,718 here and 4,090 with numpy/);
  assert.equal(chaosOf({ ...race, iterations: 50_000 }), "");
  assert.equal(chaosOf({ ...race, lanes: race.lanes.map(lane => ({ ...lane, seed: 2 })) }), "");
});
