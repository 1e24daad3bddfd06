// What rolls step by step, with a clock and a window of our own.

import assert from "node:assert/strict";
import test from "node:test";

/** @type {((now: number) => void)[]} */
let asked = [];
let now = 0;
Object.assign(globalThis, {
  requestAnimationFrame: next => asked.push(next),
  IntersectionObserver: class { observe() {} },
});
performance.now = () => now;

const { runner } = await import("../../static/bucket/runner.js");

/** @param {number} milliseconds */
function frame(milliseconds) {
  now += milliseconds;
  for (const next of asked.splice(0)) next(now);
}

function made(last) {
  const told = { steps: 0, written: 0, painted: 0 };
  const run = runner(null, {
    pace: () => 100,
    step: () => ++told.steps < last,
    stepped: () => told.written++,
    paint: () => told.painted++,
    turned: () => {},
  });
  return { run, told };
}

test("however many steps a frame has, they are written once", () => {
  const { run, told } = made(1000);
  run.start();
  frame(16);
  frame(50);
  assert.ok(told.steps >= 5, String(told.steps));
  assert.deepEqual([told.written, told.painted], [2, 2]);
  frame(1);
  assert.deepEqual([told.written, told.painted], [2, 3]);
});

test("it holds by itself after the last step", () => {
  const { run, told } = made(3);
  run.start();
  for (let i = 0; i < 5; i++) frame(20);
  assert.equal(run.running(), false);
  assert.equal(told.steps, 3);
});

test("one step alone is written at once and seen slowly", () => {
  const { run, told } = made(10);
  run.once();
  assert.deepEqual([told.steps, told.written, run.running()], [1, 1, false]);
  frame(4);
  frame(4);
  assert.equal(told.painted, 2);
  assert.equal(told.steps, 1);
});
