import assert from "node:assert/strict";
import { test } from "node:test";

import { lengthOf, linesOf, momentOf, outstanding, toned } from "../../static/time/lines.js";

const PAST = { iterations: [0, 10, 20], mean_errors: [0.5, 0.4, 0.3], correlations: [[0, 0.1, 0.2], [0, -0.1, -0.2]], errors: [[0.5, 0.4, 0.3]] };
const DETAILED = { iteration: 25, layers: [[[0.9, 0.1]], [[0.75]]], detail: { correlations: [[0.3, -0.3], [1]] } };
const RUN = { inputs: [[0, 1]], targets: [[1]], first_row: 0, rows: 1 };

test("units go on to where they are now", () => {
  const lines = linesOf({ past: PAST, detailed: DETAILED, run: RUN }, "units");
  assert.deepEqual(lines.names, ["l1[0]", "l1[1]"]);
  assert.equal(lengthOf(lines), 4);
  assert.deepEqual(momentOf(lines, 1), { iteration: 10, values: [0.1, -0.1] });
  assert.deepEqual(momentOf(lines, 3), { iteration: 25, values: [0.3, -0.3] });
});

test("an example's error is the target less the output", () => {
  const lines = linesOf({ past: PAST, detailed: DETAILED, run: RUN }, "examples");
  assert.deepEqual(lines.names, ["0 1"]);
  assert.deepEqual(lines.now, { iteration: 25, values: [0.25] });
});

test("a past that is ahead of a run that was taken back is not drawn", () => {
  const lines = linesOf({ past: PAST, detailed: { ...DETAILED, iteration: 15 }, run: RUN }, "units");
  assert.deepEqual(lines.iterations, [0, 10]);
});

test("a unit that came later has no past yet", () => {
  const detail = { correlations: [[0.3, -0.3, 0.1]] };
  const lines = linesOf({ past: PAST, detailed: { ...DETAILED, detail }, run: RUN }, "units");
  assert.deepEqual(momentOf(lines, 0).values, [0, 0, NaN]);
});

test("of many lines those farthest from zero stand out, and the chosen one", () => {
  const ends = Array.from({ length: 32 }, (_, i) => (i % 2 ? -1 : 1) * i / 32);
  assert.deepEqual(outstanding(ends), [24, 25, 26, 27, 28, 29, 30, 31]);
  assert.deepEqual(outstanding(ends, 3), [3, 25, 26, 27, 28, 29, 30, 31]);
  assert.deepEqual(outstanding([NaN, 0.5]), [0, 1]);
});

test("a line keeps its tone for as long as it stands out", () => {
  const first = toned(new Map(), [0, 1, 2]);
  const then = toned(first, [1, 2, 9]);
  assert.equal(then.get(1), first.get(1));
  assert.equal(then.get(2), first.get(2));
  assert.equal(new Set(then.values()).size, 3);
});
