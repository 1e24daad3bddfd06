import assert from "node:assert/strict";
import test from "node:test";

import { layoutOf, strength } from "../../static/network/geometry.js";
import { edge, node, walk } from "../../static/network/walk.js";

const XOR = [3, 4, 1];

test("right leads from a circle over its first weight to the next layer", () => {
  const weight = walk(node(0, 2), "ArrowRight", XOR);
  assert.deepEqual(weight, edge(0, 2, 0));
  assert.deepEqual(walk(weight, "ArrowRight", XOR), node(1, 0));
});

test("left leads back", () => {
  assert.deepEqual(walk(edge(1, 3, 0), "ArrowLeft", XOR), node(1, 3));
  assert.deepEqual(walk(node(1, 3), "ArrowLeft", XOR), edge(0, 0, 3));
});

test("up and down stay in a column and stop at its ends", () => {
  assert.deepEqual(walk(edge(0, 0, 3), "ArrowDown", XOR), edge(0, 1, 0));
  assert.equal(walk(edge(0, 2, 3), "ArrowDown", XOR), null);
  assert.equal(walk(node(1, 0), "ArrowUp", XOR), null);
  assert.equal(walk(node(2, 0), "ArrowRight", XOR), null);
});

test("every circle and weight can be reached", () => {
  const seen = new Set();
  const open = [node(0, 0)];
  while (open.length) {
    const part = open.pop();
    const key = JSON.stringify(part);
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].map(way => walk(part, way, XOR)).filter(Boolean));
  }
  assert.equal(seen.size, 3 + 4 + 1 + 12 + 4);
});

for (const hidden of [1, 2, 4, 8, 16, 32, 64]) {
  test(`with ${hidden} hidden units nothing overlaps and nothing sticks out`, () => {
    const { spots } = layoutOf([3, hidden, 1], 480, 400);
    for (const spot of spots.flat()) {
      assert.ok(spot.x - spot.r >= 0 && spot.x + spot.r <= 480 && spot.y - spot.r >= 0 && spot.y + spot.r <= 400);
    }
    const layer = spots[1];
    layer.forEach((a, i) => layer.slice(i + 1).forEach(b => {
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.r + b.r - 0.01);
    }));
  });
}

test("stronger weights are drawn stronger, and none without end", () => {
  assert.ok(strength(-3) > strength(1) && strength(1) > 0);
  assert.ok(strength(1e9) <= 1);
  assert.equal(strength(NaN), 0);
});
