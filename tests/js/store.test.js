import assert from "node:assert/strict";
import test from "node:test";

import { BLANK, createStore, reduce } from "../../static/store.js";

const controls = { type: "controls", alpha: 1, row: 0 };
const frame = (run, number, curve) => ({
  type: "frame", run, number, iteration: number, error: 0.5, weights: [[[1]]], curve,
  path: { since: 0, iterations: [], w0: [], w1: [] },
});
const points = (since, iterations, errors) => ({ since, iterations, errors });
const snapshot = {
  type: "snapshot", run: 7, experiment: "xor", controls, marks: [], runs: [{ run: 7 }], others: [{ run: 6 }],
  frame: frame(7, 1, points(0, [0, 1, 2], [0.5, 0.4, 0.3])),
};
const joined = reduce(BLANK, snapshot);

test("a snapshot replaces everything that was known of a run", () => {
  const again = reduce(joined, { ...snapshot, run: 8, frame: frame(8, 9, points(0, [0], [0.6])) });
  assert.deepEqual(again.curve, { iterations: [0], errors: [0.6] });
});

test("a frame appends to the curve", () => {
  const next = reduce(joined, frame(7, 2, points(3, [3, 4], [0.2, 0.1])));
  assert.deepEqual(next.curve.iterations, [0, 1, 2, 3, 4]);
  assert.deepEqual(next.curve.errors, [0.5, 0.4, 0.3, 0.2, 0.1]);
});

test("a frame replaces the points it says it replaces", () => {
  const next = reduce(joined, frame(7, 2, points(1, [4], [0.1])));
  assert.deepEqual(next.curve, { iterations: [0, 4], errors: [0.5, 0.1] });
});

test("a frame of another run is ignored", () => {
  assert.equal(reduce(joined, frame(6, 2, points(3, [3], [9]))), joined);
});

test("the state before a message is left as it was", () => {
  const before = structuredClone(joined);
  reduce(joined, frame(7, 2, points(0, [5], [0.1])));
  assert.deepEqual(joined, before);
});

test("a mark replaces the earlier one of its field at its iteration", () => {
  const mark = (field, label) => ({ type: "edit_applied", mark: { iteration: 5, field, label } });
  const labels = [mark("alpha", "a"), mark("weights", "w"), mark("alpha", "b")].reduce(reduce, joined).marks;
  assert.deepEqual(labels.map(({ label }) => label), ["w", "b"]);
});

test("the table of runs is replaced, and that of another run let pass", () => {
  const rows = [{ run: 7 }, { run: 8 }];
  assert.equal(reduce(joined, { type: "runs", run: 7, rows }).runs, rows);
  assert.equal(reduce(joined, { type: "runs", run: 6, rows }), joined);
});

test("what would be is forgotten with an answer without curves, by the page itself, and with the run", () => {
  const ahead = { type: "ahead", run: 7, iteration: 1, field: "alpha", value: 3, curves: [{ value: 3, iterations: [1], errors: [0.5] }] };
  const asked = reduce(joined, ahead);
  assert.equal(asked.ahead, ahead);
  assert.equal(reduce(asked, { ...ahead, curves: [] }).ahead, null);
  assert.equal(reduce(asked, { type: "no_ahead" }).ahead, null);
  assert.equal(reduce(asked, { ...snapshot, run: 8 }).ahead, null);
});

test("a chosen row is shown before the server has answered", () => {
  assert.equal(reduce(joined, { type: "chosen_row", row: 2 }).controls.row, 2);
});

const piece = (since, iterations, correlations) => ({
  type: "history", run: 7, since, iterations, mean_errors: iterations.map(() => 0.5), correlations, errors: [],
});

test("a piece of the past that does not join on to what is known is left alone", () => {
  assert.deepEqual(reduce(joined, piece(40, [40, 50], [[1, 1]])).past.iterations, []);
  const known = reduce(joined, piece(0, [0, 10], [[0, 1]]));
  assert.equal(reduce(known, piece(20, [20], [[1]])).past, known.past);
  assert.deepEqual(reduce(known, piece(10, [10, 20], [[1, 2]])).past.correlations, [[0, 1, 2]]);
});

test("units that are gone keep their past", () => {
  const known = reduce(joined, piece(0, [0, 10], [[0, 1], [0, -1]]));
  assert.deepEqual(reduce(known, piece(10, [10, 20], [[1, 2]])).past.correlations, [[0, 1, 2], [0, NaN, NaN]]);
});

test("a heartbeat changes nothing", () => {
  assert.equal(reduce(joined, { type: "heartbeat" }), joined);
});

test("a message without a rule is an error", () => {
  assert.throws(() => reduce(joined, { type: "surprise" }), /no rule/);
});

test("a listener hears the state and the message until it leaves", () => {
  const store = createStore();
  const heard = [];
  const leave = store.subscribe((state, message) => heard.push([state.link, message.type]));
  store.receive({ type: "link", link: "live", trouble: null });
  leave();
  store.receive({ type: "link", link: "lost", trouble: null });
  assert.deepEqual(heard, [["live", "link"]]);
});
