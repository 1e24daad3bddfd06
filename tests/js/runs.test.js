// The runs side by side: what they are called, where they part, how they are sorted, and how the present one goes on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { living, sorted } from "../../static/runs/columns.js";
import { whence } from "../../static/runs/names.js";
import { looksOf } from "../../static/runs/palette.js";
import { partedAt, shownRuns } from "../../static/runs/shown.js";

const row = (run, fork = null, more = {}) => ({
  run, name: "", label: `alpha ${run}`, colour: run - 1, hidden: false, fork: fork && { run: fork[0], iteration: fork[1] },
  iteration: 1000, error: 0.1, largest_weight: 2, direction_changes: 3, goal_reached: null, ...more,
});
const other = (run, iterations = [0, 300, 600, 900]) => ({
  run, label: `alpha ${run}`, iterations, errors: iterations.map(() => 0.5),
  path: { since: 0, iterations, w0: iterations, w1: iterations },
});

test("a branch and its parent part where the branch begins", () => {
  const rows = [row(1), row(2, [1, 600])];
  assert.equal(partedAt(rows, 2, 1), 600);
  assert.equal(partedAt(rows, 1, 2), 600);
});

test("two branches part where the earlier of them begins, also when their parent is deleted", () => {
  assert.equal(partedAt([row(2, [1, 600]), row(3, [1, 400])], 2, 3), 400);
});

test("a branch of a branch shares with the first run what its parent shares with it", () => {
  const rows = [row(1), row(2, [1, 600]), row(3, [2, 800]), row(4, [2, 200])];
  assert.equal(partedAt(rows, 3, 1), 600);
  assert.equal(partedAt(rows, 3, 2), 800);
  assert.equal(partedAt(rows, 4, 1), 200);
});

test("runs that began by themselves have nothing in common", () => {
  assert.equal(partedAt([row(1), row(2)], 1, 2), 0);
});

test("another run is drawn from where it parts, and not at all when it is hidden or deleted", () => {
  const state = { run: { run: 2 }, runs: [row(1), row(2, [1, 600]), row(3, null, { hidden: true })], others: [other(1), other(3), other(9)] };
  const shown = shownRuns(state);
  assert.deepEqual(shown.map(({ run, title, iterations }) => [run, title, iterations]), [[1, "run 1", [600, 900]]]);
  assert.deepEqual(shown[0].path.w0, [600, 900]);
});

test("what is shown stays the same array while only numbers change", () => {
  const state = { run: { run: 2 }, runs: [row(1), row(2)], others: [other(1)] };
  const before = shownRuns(state);
  assert.equal(shownRuns({ ...state, runs: [row(1), row(2, null, { iteration: 2000, error: 0.01 })] }), before);
  assert.notEqual(shownRuns({ ...state, runs: [row(1, null, { name: "mine" }), row(2)] }), before);
});

test("where a branch comes from is told by name", () => {
  const rows = [row(1, null, { name: "slow" }), row(2, [1, 1600]), row(3, [9, 5])];
  assert.deepEqual(rows.map(each => whence(each, rows)), ["", "from 1,600 of slow", "from 5 of a run that is deleted"]);
});

test("runs are sorted both ways, and those without the number come last", () => {
  const rows = [row(1, null, { goal_reached: 50 }), row(2), row(3, null, { goal_reached: 20 })];
  const order = by => sorted(rows, by).map(({ run }) => run);
  assert.deepEqual(order({ key: "goal", down: false }), [3, 1, 2]);
  assert.deepEqual(order({ key: "goal", down: true }), [1, 3, 2]);
  assert.deepEqual(order({ key: "run", down: true }), [3, 2, 1]);
  assert.deepEqual(sorted([row(1, null, { error: NaN }), row(2)], { key: "error", down: false }).map(({ run }) => run), [2, 1]);
});

test("the present run is told as it is now, unless the page stands in its past", () => {
  const frame = { iteration: 1200, error: 0.05, weights: [[[1, -7]], [[2], [3]]], detail: { changes: [[[1, 2]], [[0], [1]]] } };
  const now = living(row(1), { frame, controls: { reach: 1200, goal: 0.06 } });
  assert.deepEqual([now.iteration, now.error, now.largest_weight, now.direction_changes], [1200, 0.05, 7, 4]);
  const past = living(row(1), { frame: { ...frame, iteration: 300 }, controls: { reach: 1000, goal: null } });
  assert.equal(past.iteration, 1000);
});

test("no two of the runs that an experiment holds look the same", () => {
  const looks = Array.from({ length: 13 }, (_, colour) => JSON.stringify(looksOf(colour)));
  assert.equal(new Set(looks).size, 13);
});
