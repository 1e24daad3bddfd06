import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { going } from "../../static/timeline/going.js";

let clock;
let timers;
let sent;
let trip;

beforeEach(() => {
  [clock, timers, sent] = [0, [], []];
  const later = (then, pause) => timers.push({ then, at: clock + pause });
  trip = going(iteration => sent.push(iteration), { now: () => clock, later });
});

/** Let time go by. */
function wait(milliseconds) {
  clock += milliseconds;
  const due = timers.filter(({ at }) => at <= clock);
  timers = timers.filter(({ at }) => at > clock);
  for (const { then } of due) then();
}

test("the first is sent at once, and of those that follow only the newest when it has arrived", () => {
  for (const iteration of [10, 20, 30]) trip.ask(iteration);
  assert.deepEqual(sent, [10]);
  trip.arrived(10);
  assert.deepEqual(sent, [10, 30]);
});

test("a frame of another iteration is not taken for the one that was asked for", () => {
  trip.ask(10);
  trip.ask(20);
  trip.arrived(9);
  assert.deepEqual(sent, [10]);
});

test("one that never arrives is given up, and the last is sent for certain", () => {
  for (const iteration of [10, 20, 30]) trip.ask(iteration);
  wait(99);
  assert.deepEqual(sent, [10]);
  wait(1);
  assert.deepEqual(sent, [10, 30]);
  trip.ask(40);
  wait(100);
  assert.deepEqual(sent, [10, 30, 40]);
});

test("what is on its way already is not asked for again, and what was wanted between is forgotten", () => {
  for (const iteration of [10, 20, 10]) trip.ask(iteration);
  wait(500);
  assert.deepEqual(sent, [10]);
});

test("nothing is sent once nobody wants to go anywhere", () => {
  trip.ask(10);
  trip.ask(20);
  trip.drop();
  wait(500);
  assert.deepEqual(sent, [10]);
});
