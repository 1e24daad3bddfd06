import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

let made;
globalThis.document = {
  createElementNS() {
    const attributes = {};
    let written = 0;
    const element = {
      attributes,
      append() {},
      written: () => written,
      setAttribute(name, value) {
        written += name === "d";
        attributes[name] = value;
      },
      getAttribute: name => attributes[name] ?? null,
      hasAttribute: name => name in attributes,
      removeAttribute: name => delete attributes[name],
    };
    made.push(element);
    return element;
  },
};
const { growing } = await import("../../static/charts/growing.js");

const points = (count, error = i => i) => ({
  iterations: Array.from({ length: count }, (_, i) => i), errors: Array.from({ length: count }, (_, i) => error(i)),
});
const place = { key: "here", range: [0, 10_000], x: iteration => iteration, y: error => error };
let curve;

beforeEach(() => {
  made = [];
  curve = growing({ append() {} }, "curve");
});

/** What can be seen, from point to point. */
function seen() {
  const paths = made.filter(({ attributes }) => attributes.d && attributes.display === undefined);
  return new Set(paths.flatMap(({ attributes }) => attributes.d.match(/[\d.]+ [\d.]+/g)));
}

test("every point is drawn, and the line ends at its head", () => {
  for (const count of [3, 80, 200]) curve.paint(points(count), place, 0, { cx: count, cy: count });
  assert.equal(seen().size, 201);
  assert.ok(seen().has("200.0 200.0"));
});

test("what is settled is not written again, however long the line grows", () => {
  curve.paint(points(1000), place, 0, null);
  const settled = made.find(({ attributes }) => attributes.d?.length > 1000);
  for (let count = 1001; count < 1030; count++) curve.paint(points(count), place, 0, null);
  assert.equal(settled.written(), 1);
  assert.ok(made.at(1).attributes.d.length < 1000, "the part that is written on every frame is short");
});

test("points at the end that were replaced are drawn where they are now", () => {
  curve.paint(points(100), place, 0, null);
  curve.paint(points(100, i => (i < 97 ? i : 500)), place, 0, null);
  assert.ok(seen().has("99.0 500.0") && !seen().has("99.0 99.0"));
});

test("another run, other axes and a later start begin afresh", () => {
  curve.paint(points(100), place, 0, null);
  curve.paint(points(100, i => i + 1000), place, 0, null);
  assert.ok(seen().has("0.0 1000.0") && !seen().has("0.0 0.0"));
  curve.paint(points(100), { ...place, key: "there", x: iteration => 2 * iteration }, 0, null);
  assert.ok(seen().has("198.0 99.0") && !seen().has("99.0 99.0"));
  curve.paint(points(100), place, 90, null);
  assert.equal(seen().size, 10);
});

test("what is far out of view is not drawn", () => {
  curve.paint(points(1000), { ...place, range: [100, 200] }, 0, null);
  assert.equal(seen().size, 102, "those in view, and one before them");
});
