import assert from "node:assert/strict";
import test from "node:test";

import { along, dotAt, FIGURE, nudged, told } from "../../static/panels/three-dots.js";
import { judgeSecond, judgeSums, SECOND } from "../../static/pieces/drills.js";

test("the three dots stand where the figure has them, with its slopes", () => {
  const wanted = [["green", 2, "0.105"], ["blue", 0, "0.250"], ["purple", -1, "0.197"]];
  assert.deepEqual(FIGURE.map(({ name, z }) => [name, z, dotAt(z).slope.toFixed(3)]), wanted);
  assert.equal(told(dotAt(-1)), "x −1.0, sigmoid 0.269, slope 0.197");
});

test("a dot goes by tenths and stops at the ends of the axis", () => {
  assert.equal(nudged(0.2, "ArrowRight", false), 0.3);
  assert.equal(nudged(0.2, "ArrowLeft", true), -0.8);
  assert.equal(nudged(5.9, "PageUp", false), 6);
  assert.equal(nudged(0, "Home", false), -6);
  assert.equal(nudged(0, "a", false), null);
  const scale = z => 100 + 20 * z;
  assert.equal(along(scale, 143), 2.2); // 2.15, to the nearest tenth
  assert.equal(along(scale, 1000), 6);
});

test("the riddles know their answers", () => {
  assert.ok(judgeSums(20_006).right);
  for (const guess of [0, 10_000, 20_005, 20_007, 60_000]) assert.ok(!judgeSums(guess).right);
  assert.match(judgeSums(10_000).text, /4\.62964/);
  assert.deepEqual(SECOND.map(answer => judgeSecond(answer).right), [true, false, false]);
});
