import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { asking, sinceOf } from "../../static/time/asking.js";

let now, sent, state, past;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [now, sent] = [0, []];
  state = { link: "live", run: { run: 1 }, frame: { iteration: 0 }, past: { iterations: [] } };
  past = asking({ send: since => sent.push(since), state: () => state, clock: () => now });
});

/** The run goes on, and the panel paints. */
function trained(iteration) {
  state = { ...state, frame: { iteration } };
  past.look();
}

test("nothing is asked of a run that has no past", () => {
  past.look();
  assert.deepEqual(sent, []);
});

test("the past is asked for when the run has gone on, and only then", () => {
  trained(100);
  past.look();
  now = 10_000;
  past.look();
  assert.deepEqual(sent, [0]);
});

test("at most twice a second, and the last stretch is not forgotten", () => {
  trained(100);
  state.past = { iterations: [0, 50, 100] };
  for (now = 10; now < 500; now += 10) trained(100 + now);
  assert.equal(sent.length, 1);
  now = 510;
  mock.timers.tick(500);
  assert.deepEqual(sent, [0, 100]);
});

test("a fresh snapshot begins without a past, so all of it is asked for", () => {
  trained(100);
  state = { ...state, run: { run: 1 }, past: { iterations: [] } };
  now = 1000;
  past.look();
  assert.deepEqual(sent, [0, 0]);
});

test("all of it is asked for again where an answer joined on to nothing", () => {
  state.past = { iterations: [0, 50] };
  trained(100);
  state = { ...state, past: { iterations: [] } };
  now = 1000;
  past.look();
  past.look();
  assert.deepEqual(sent, [50, 0]);
});

test("nobody is asked while there is no connection", () => {
  state.link = "lost";
  trained(100);
  assert.deepEqual(sent, []);
});

test("a run that was taken back is asked from before where it stands", () => {
  assert.equal(sinceOf([0, 10, 20, 30], 20), 10);
  assert.equal(sinceOf([0, 10], 25), 10);
  assert.equal(sinceOf([], 25), 0);
});
