import assert from "node:assert/strict";
import test from "node:test";

import { dragged, nudged } from "../../static/network/drag.js";
import { curve, curveBack, labelShare, layoutOf, onCurve, strength } from "../../static/network/geometry.js";
import { paced } from "../../static/network/paced.js";
import { edge, keyOf, node, partOf, walk } from "../../static/network/walk.js";
import { errorOf, tight, tighter } from "../../static/network/words.js";

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

for (const sizes of [[3, 4, 1], [2, 4, 1], [4, 3, 1], [3, 1], [1, 6, 1], [8, 2]]) {
  test(`numbers on the lines of ${sizes} stand apart`, () => {
    const { spots } = layoutOf(sizes, 480, 400);
    for (let layer = 0; layer < sizes.length - 1; layer++) {
      const share = labelShare(spots[layer], spots[layer + 1]);
      assert.ok(share !== null, "there is room");
      const downs = spots[layer].flatMap(from => spots[layer + 1].map(to => onCurve(from, to, share).y)).sort((a, b) => a - b);
      downs.slice(1).forEach((down, i) => assert.ok(down - downs[i] >= 11.9));
    }
  });
}

test("where lines are too close there are no numbers on them", () => {
  const { spots } = layoutOf([3, 16, 1], 480, 200);
  assert.equal(labelShare(spots[0], spots[1]), null);
});

test("a line back is the same line", () => {
  const [from, to] = [{ x: 50, y: 60, r: 20 }, { x: 200, y: 160, r: 20 }];
  const points = path => path.match(/-?\d+\.\d/g).map(Number);
  const pairs = path => points(path).reduce((all, value, i) => (i % 2 ? [...all.slice(0, -1), [...all.at(-1), value]] : [...all, [value]]), []);
  assert.deepEqual(pairs(curveBack(from, to)), pairs(curve(from, to)).reverse());
});

test("a part has a name, and the name leads to the part", () => {
  for (const part of [node(2, 0), edge(1, 3, 0)]) assert.deepEqual(partOf(keyOf(part)), part);
});

test("a weight follows the hand: finely near where it began, far beyond", () => {
  assert.equal(dragged(1.5, 0, false), 1.5);
  assert.ok(Math.abs(dragged(0, 2, false)) < 0.01);
  assert.ok(dragged(0, 160, false) > 10);
  assert.equal(dragged(0, -40, false), -1);
  assert.equal(dragged(0, 40, true), 0.1);
  assert.equal(dragged(NaN, 40, false), 1);
});

test("keys move a weight by a step", () => {
  assert.equal(nudged(0.1, "+"), 0.2);
  assert.equal(nudged(0.2, "-"), 0.1);
  assert.equal(nudged(-3, "PageUp"), -2);
  assert.equal(nudged(1, "a"), null);
});

test("only the newest of many values is sent, and no sooner than it may", () => {
  const sent = [];
  let [now, pause, ticks] = [0, 0, []];
  const tick = at => { now = at; ticks.splice(0).forEach(then => then()); };
  const values = paced(value => sent.push(value), () => pause, { tick: then => ticks.push(then), now: () => now });
  values.offer(1);
  values.offer(2);
  tick(16);
  assert.deepEqual(sent, [2]);
  pause = 100;
  values.offer(3);
  tick(32);
  assert.deepEqual(sent, [2]);
  tick(120);
  assert.deepEqual(sent, [2, 3]);
  values.offer(4);
  values.drop();
  values.hurry();
  tick(300);
  assert.deepEqual(sent, [2, 3]);
});

test("numbers in circles are short and keep their sign", () => {
  assert.deepEqual([0.4331, -0.017, 1.25, -12.34, 4e-5, 0, NaN].map(tight), ["+.433", "−.017", "+1.25", "−12.3", "+4e−5", "0", "NaN"]);
});

test("a number in a circle has at most five characters", () => {
  assert.deepEqual([0.4331, -4e-5, -7e-15, 4e-108].map(tighter), ["+.433", "−4e−5", "≈0", "≈0"]);
});

test("an error beside its output ends before the drawing does", () => {
  const texts = [-0.4737, -8.1e-8, -3e-55, 3e-224, 0, 12.3456, -123456].map(errorOf);
  assert.deepEqual(texts, ["error −0.474", "error −8e−8", "error −3e−55", "error ≈0", "error +0.000", "error +12.35", "error −1.2e5"]);
});
