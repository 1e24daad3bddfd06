import assert from "node:assert/strict";
import { test } from "node:test";

import { cadence } from "../../static/cadence.js";

const frameOf = units => ({ weights: [Array(3).fill(Array(units).fill(0)), Array(units).fill([0])] });
const state = (frame, playing = true, link = "live") => ({ frame, run: { run: 1 }, controls: { playing }, link });

function watched() {
  const watch = { now: 0 };
  return { watch, readable: cadence(() => watch.now) };
}

test("numbers are written at most eight times a second", () => {
  const { watch, readable } = watched();
  const written = Array.from({ length: 60 }, (_, i) => {
    watch.now = (i * 1000) / 60;
    return readable(state(frameOf(4)));
  });
  assert.equal(written.filter(Boolean).length, 8);
});

test("panels that ask about one frame hear the same, however late they ask", () => {
  const { watch, readable } = watched();
  readable(state(frameOf(4)));
  const frame = frameOf(4);
  watch.now = 124;
  const first = readable(state(frame));
  watch.now = 126;
  assert.deepEqual([first, readable(state(frame))], [false, false]);
});

test("another shape or another run is written at once", () => {
  const { readable } = watched();
  readable(state(frameOf(4)));
  assert.equal(readable(state(frameOf(64))), true);
  assert.equal(readable({ ...state(frameOf(64)), run: { run: 2 } }), true);
});

test("the last frame is written, whether training or the connection ended", () => {
  const { readable } = watched();
  readable(state(frameOf(4)));
  const last = frameOf(4);
  assert.equal(readable(state(last)), false);
  assert.equal(readable(state(last, false)), true);
  assert.equal(readable(state(last, true, "lost")), true);
});
