import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

let frames = [];
let posted = [];
let now = 0;
globalThis.performance = { now: () => now };
globalThis.requestAnimationFrame = callback => frames.push(callback);
globalThis.IntersectionObserver = class {
  observe() {}
};
globalThis.MessageChannel = class {
  port1 = { onmessage: () => {} };
  port2 = { postMessage: () => posted.push(() => this.port1.onmessage()) };
};
const { painter } = await import("../../static/painter.js");

let newest;
let seen;
let receipts;
let page;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [frames, posted, seen, receipts, newest] = [[], [], [], [], 0];
  page = painter({ state: () => ({ frame: newest }), painted: number => receipts.push(number) });
});

/** A frame comes over the wire. */
function arrives(number) {
  newest = number;
  page.owe(number);
  page.touch();
}

/** The browser's next animation frame; what is done in it takes some milliseconds. */
function animate(milliseconds = 1) {
  for (const callback of frames.splice(0)) callback(now);
  now += milliseconds;
}

const finish = () => posted.splice(0).forEach(then => then());
const panel = () => page.add({}, { paint: ({ frame }) => seen.push(frame) });

test("a frame is acknowledged when it is on screen, not before", () => {
  panel();
  arrives(1);
  animate();
  assert.deepEqual([seen, receipts], [[1], []]);
  finish();
  assert.deepEqual(receipts, [1]);
});

test("only the newest frame before a paint is painted", () => {
  panel();
  [1, 2, 3].forEach(arrives);
  animate();
  finish();
  assert.deepEqual([seen, receipts], [[3], [3]]);
});

test("a frame that comes while another is painted is not acknowledged with it", () => {
  panel();
  arrives(1);
  animate();
  arrives(2);
  finish();
  assert.deepEqual(receipts, [1]);
  animate();
  finish();
  assert.deepEqual([seen, receipts], [[1, 2], [1, 2]]);
});

test("after a long paint the page gives back what came meanwhile and listens before it paints again", () => {
  panel();
  arrives(1);
  animate(200);
  arrives(2);
  arrives(3);
  finish();
  assert.deepEqual(receipts, [3], "2 and 3 were sent while 1 was painted: what is newer can come now");
  assert.equal(frames.length, 1, "the animation frame that was asked for before");
  arrives(4);
  assert.deepEqual(receipts, [3, 4]);
  mock.timers.tick(16);
  animate();
  finish();
  assert.deepEqual(seen, [1, 4]);
});

test("who waits for a paint is told after it, also where that has to wait itself", () => {
  panel();
  arrives(1);
  animate(100); // takes long, so the page listens before it paints again
  finish();
  newest = 2;
  page.touch();
  page.next(() => seen.push("told"));
  animate();
  assert.deepEqual(seen, [1]);
  mock.timers.tick(16);
  animate();
  assert.deepEqual(seen, [1, 2, "told"]);
  arrives(3);
  animate();
  finish();
  assert.deepEqual(seen.slice(3), [3], "once");
});

test("a dear panel is redrawn at most every 120 ms, and no animation frame is asked for meanwhile", () => {
  const drawn = [];
  page.add({}, { redraw: ({ frame }) => void drawn.push(frame) });
  arrives(1);
  animate();
  finish();
  return Promise.resolve().then(() => {
    arrives(2);
    animate();
    finish();
    assert.deepEqual([drawn, frames.length], [[1], 0]);
    now += 120;
    mock.timers.tick(120);
    animate();
    assert.deepEqual(drawn, [1, 2]);
  });
});

test("of two dear panels one is redrawn in a frame, and the other in the next", async () => {
  const drawn = [];
  for (const name of ["a", "b"]) {
    page.add({}, {
      async redraw() {
        drawn.push(name);
        now += 20;
      },
    });
  }
  arrives(1);
  animate();
  assert.deepEqual(drawn, ["a"]);
  mock.timers.tick(1);
  animate();
  assert.deepEqual(drawn, ["a", "b"]);
});
