import assert from "node:assert/strict";
import { test } from "node:test";

import { scalesOf, square } from "../../static/charts/square.js";

test("both weights have as many pixels, whichever way there is room to spare", () => {
  for (const [width, height] of [[800, 400], [300, 700], [500, 500]]) {
    const { l, r, t, b } = square({ width, height });
    assert.equal(width - l - r, height - t - b);
  }
});

test("a weight far beyond the map still has a place that can be drawn", () => {
  const { x, y } = scalesOf({ left: 0, right: 100, top: 0, bottom: 100, width: 100, height: 100 }, [-10, 10]);
  assert.deepEqual([x(0), y(0), x(10), y(10)], [50, 50, 100, 0]);
  assert.ok(Math.abs(x(1e300)) <= 1e5 && Math.abs(y(-1e300)) <= 1e5);
});
