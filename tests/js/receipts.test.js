import assert from "node:assert/strict";
import test from "node:test";

import { receipts } from "../../static/receipts.js";

test("one receipt does for two frames", () => {
  const frames = receipts();
  const said = [1, 2, 3, 4, 5].filter(number => {
    frames.came(number);
    return frames.due(number);
  });
  assert.deepEqual(said, [2, 4]);
});

test("frames that were passed over are covered by the one on screen", () => {
  const frames = receipts();
  [1, 2, 3].forEach(frames.came);
  assert.equal(frames.due(3), true);
  frames.came(4);
  assert.equal(frames.due(4), false);
});

test("a frame that is still to be painted is not covered", () => {
  const frames = receipts();
  [1, 2, 3].forEach(frames.came);
  assert.equal(frames.due(2), true);
  assert.equal(frames.due(3), false);
});

test("a page never owes so much that the server stops: any window of two or more goes on", () => {
  for (const window of [2, 3, 4]) {
    const frames = receipts();
    const flying = [];
    for (let number = 1; number <= 20; number++) {
      assert.ok(flying.length < window);
      flying.push(number);
      frames.came(number);
      if (frames.due(number)) flying.length = 0;
    }
  }
});

test("a new connection owes nothing", () => {
  const frames = receipts();
  frames.came(1);
  frames.forget();
  frames.came(2);
  assert.equal(frames.due(2), false);
});
