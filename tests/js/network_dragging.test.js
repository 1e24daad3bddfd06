// A line of the network in the hand: what it sends is of the run that it was taken from, and of one drag.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.document = new EventTarget();
const { dragging } = await import("../../static/network/dragging.js");

const EDGE = { kind: "edge", layer: 0, from: 1, to: 2 };
let element;
let run;
let told;
let drag;

beforeEach(() => {
  [run, told] = [1, []];
  element = Object.assign(new EventTarget(), { setPointerCapture() {} });
  const tell = (_, value, grasp) => told.push({ value, grasp });
  drag = dragging(element, { edgeAt: () => EDGE, weightOf: () => 0, run: () => run, begin() {}, move: tell, end: tell });
});

/** @param {string} type @param {number} [clientY] */
function pointer(type, clientY) {
  element.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, button: 0, shiftKey: false, clientY }));
}

test("a drag is of the run in which it began, whatever comes into view, and of one gesture; the next is another", () => {
  pointer("pointerdown", 100);
  run = 2;
  pointer("pointermove", 60);
  pointer("pointerup");
  pointer("pointerdown", 100);
  pointer("pointermove", 140);
  const [first, end, next] = told;
  assert.deepEqual([first, end, next].map(({ value, grasp }) => [value, grasp.run]), [[1, 1], [1, 1], [-1, 2]]);
  assert.equal(first.grasp.gesture, end.grasp.gesture);
  assert.notEqual(first.grasp.gesture, next.grasp.gesture);
});

test("what slipped out of the hand stays where it is until it is taken again, and lifting the finger is no click", () => {
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  const [{ grasp }] = told;
  drag.lose({ ...grasp }); // of a drag before
  assert.ok(drag.moving);
  drag.lose(grasp);
  assert.ok(!drag.moving);
  pointer("pointermove", 20);
  pointer("pointerup");
  assert.equal(told.length, 1);
  assert.ok(drag.justDragged);
  pointer("pointerdown", 100);
  pointer("pointermove", 60);
  assert.equal(told.length, 2);
});
