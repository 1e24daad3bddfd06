import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const made = [];
globalThis.document = {
  createElementNS() {
    const attributes = {};
    const element = { attributes, setAttribute: (name, value) => (attributes[name] = value), getAttribute: name => attributes[name], append() {} };
    made.push(element);
    return element;
  },
};
const { trail } = await import("../../static/panels/trail.js");

const path = (...points) => ({
  iterations: points.map(([iteration]) => iteration), w0: points.map(([, w0]) => w0), w1: points.map(([, , w1]) => w1),
});
const GAP = [NaN, NaN];
let way;
let scaled;

beforeEach(() => {
  made.length = 0;
  way = trail({ append() {} }, ["trail"], "trail-starts");
  scaled = 0;
});

/** Draws, and returns what can be seen. */
function seen(run, points, now) {
  way.paint(run, points, now, (w0, w1) => (scaled++, [w0, w1]));
  return made.find(({ attributes }) => attributes.class === "trail").attributes.d;
}

test("a path is drawn up to where the weights are", () => {
  assert.equal(seen(1, path([0, 1, 1], [1, 5, 5]), [6, 6]), "M1.0 1.0L5.0 5.0L6.0 6.0");
});

test("a second drop at the same iteration takes the place of the first", () => {
  const start = [[0, 1, 1], [0, ...GAP]];
  assert.equal(seen(1, path(...start, [0, 5, 5]), [5, 5]), "M1.0 1.0M5.0 5.0L5.0 5.0");
  assert.equal(seen(1, path(...start, [0, 9, 2]), [9, 2]), "M1.0 1.0M9.0 2.0L9.0 2.0");
  assert.equal(seen(1, path(...start, [0, 9, 2], [1, 7, 3]), [7, 3]), "M1.0 1.0M9.0 2.0L7.0 3.0L7.0 3.0");
});

test("another run at the same iteration starts where it starts", () => {
  seen(1, path([0, 1, 1], [1, 5, 5]), [5, 5]);
  assert.equal(seen(2, path([0, 3, 3], [1, 5, 5]), [5, 5]), "M3.0 3.0L5.0 5.0L5.0 5.0");
});

test("a run that was taken back is drawn again", () => {
  seen(1, path([0, 1, 1], [1, 5, 5], [2, 9, 9]), [9, 9]);
  assert.equal(seen(1, path([0, 1, 1], [1, 4, 4], [2, 9, 9]), [9, 9]), "M1.0 1.0L4.0 4.0L9.0 9.0L9.0 9.0");
  assert.equal(seen(1, path([0, 1, 1]), [1, 1]), "M1.0 1.0L1.0 1.0");
});

test("only what is new is added", () => {
  const points = Array.from({ length: 1000 }, (_, i) => [i, i, i]);
  seen(1, path(...points), [999, 999]);
  scaled = 0;
  seen(1, path(...points, [1000, 1000, 1000]), [1000, 1000]);
  assert.ok(scaled <= 3, `${scaled} points were placed`);
});
