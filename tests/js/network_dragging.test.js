// A line of the network in the hand: what it sends is of the run that it was taken from, and of one drag.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.document = new EventTarget();
const { dragging } = await import("../../static/network/dragging.js");

const EDGE = { kind: "edge", layer: 0, from: 1, to: 2 };
let element;
let state;
let told;
let drag;

beforeEach(() => {
  told = [];
  turnTo(1);
  element = Object.assign(new EventTarget(), { setPointerCapture() {} });
  const tell = (_, value, grasp) => told.push({ value, grasp });
  drag = dragging(element, { edgeAt: () => EDGE, weightOf: () => 0, state: () => state, begin() {}, move: tell, end: tell });
});

/** That run is in view, and stands there. @param {number} run @param {object} [more] */
function turnTo(run, more = {}) {
  state = { run: { experiment: "xor", run }, runs: [], marks: [], frame: { iteration: 5 }, controls: { reach: 5 }, ...more };
}

/** @param {string} type @param {number} [clientY] */
function pointer(type, clientY) {
  element.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, button: 0, shiftKey: false, clientY }));
}

/** What is sent in the state of now. */
function sent() {
  const { grasp } = told.at(-1);
  return { run: grasp.claim.moves(state), gesture: grasp.gesture };
}

test("all of a drag is of one gesture, and the next is another", () => {
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  const first = sent();
  pointer("pointerup");
  assert.deepEqual([first.run, sent()], [1, first]);
  turnTo(2);
  pointer("pointerdown", 100);
  pointer("pointermove", 140);
  assert.deepEqual(told.map(({ value }) => value), [1, 1, -1]);
  assert.equal(sent().run, 2);
  assert.notEqual(sent().gesture, first.gesture);
});

test("while another run is in view it is not in hand, and letting go is no click", () => {
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  assert.ok(drag.isMoving());
  turnTo(2);
  assert.ok(!drag.isMoving());
  pointer("pointermove", 20);
  assert.equal(told.length, 1);
  turnTo(1); // a Reset was taken back
  pointer("pointermove", 40);
  assert.equal(told.length, 2);
  turnTo(2);
  pointer("pointerup");
  assert.equal(told.length, 2);
  assert.ok(drag.justDragged);
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  assert.equal(sent().run, 2);
});

test("a drag that begins in one run sends nothing after another came into view, not even its first value", () => {
  pointer("pointerdown", 100);
  turnTo(2);
  pointer("pointermove", 60);
  pointer("pointerup");
  assert.deepEqual(told, []);
});

test("in the past of a run it goes on in the branch that it began, also when that was undone and done again", () => {
  const branch = { runs: [{ run: 1, fork: null }, { run: 2, fork: { run: 1, iteration: 3 } }], marks: [{ field: "weights", iteration: 3 }] };
  const past = { frame: { iteration: 3 } };
  turnTo(1, past);
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  const { gesture } = sent();
  turnTo(2, branch);
  pointer("pointermove", 50);
  assert.deepEqual([told.length, sent()], [2, { run: 2, gesture }]);
  turnTo(2, { ...branch, marks: [...branch.marks, { field: "alpha", iteration: 3 }] });
  pointer("pointermove", 40);
  assert.deepEqual([told.length, sent()], [3, { run: 2, gesture }]);
  turnTo(1, past);
  pointer("pointermove", 30);
  assert.equal(told.length, 3);
  turnTo(2, branch);
  pointer("pointerup");
  assert.deepEqual([told.length, sent()], [4, { run: 2, gesture }]);
});

test("into the branch that something else began it does not go", () => {
  turnTo(1, { frame: { iteration: 3 } });
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  sent();
  turnTo(2, { runs: [{ run: 2, fork: { run: 1, iteration: 3 } }], marks: [{ field: "alpha", iteration: 3 }] });
  pointer("pointermove", 20);
  assert.equal(told.length, 1);
});
