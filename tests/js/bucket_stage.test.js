// What a hand does on the stage of the bucket: to tap, to drag, to draw, and to scroll over it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { stage } from "../../static/bucket/stage.js";

let box;
let told;
let draws;

beforeEach(() => {
  box = Object.assign(new EventTarget(), { setPointerCapture() {} });
  [told, draws] = [[], false];
  stage(box, {
    pen: { isOn: () => draws, pointed: (places, first) => told.push(["drawn", places.length, first]) },
    place: event => ({ x: event.clientX, y: event.clientY }),
    page: () => ({ pointed: (x, first) => told.push([x, first]) }),
  });
});

/** @param {string} pointerType @param {...[string, number, number?]} events each with its place */
function hand(pointerType, ...events) {
  pointer(1, pointerType, ...events);
}

/** @param {number} pointerId @param {string} pointerType @param {...[string, number, number?]} events */
function pointer(pointerId, pointerType, ...events) {
  for (const [type, clientX, clientY = 0] of events) {
    const name = type === "lost" ? "lostpointercapture" : `pointer${type}`;
    box.dispatchEvent(Object.assign(new Event(name), { pointerType, clientX, clientY, button: 0, pointerId }));
  }
}

test("a mouse is heeded where it comes down, and as it drags", () => {
  hand("mouse", ["down", 10], ["move", 12], ["up", 12], ["move", 99]);
  assert.deepEqual(told, [[10, true], [12, false]]);
});

test("a finger that scrolls the page over the stage does nothing there", () => {
  hand("touch", ["down", 10], ["move", 12], ["cancel", 12]);
  assert.deepEqual(told, []);
  hand("touch", ["down", 10], ["move", 12, 30], ["move", 40, 60], ["up", 40, 60]);
  assert.deepEqual(told, []);
});

test("a finger that taps is heeded where it came down, when it is lifted", () => {
  hand("touch", ["down", 10], ["move", 11]);
  assert.deepEqual(told, []);
  hand("touch", ["up", 11]);
  assert.deepEqual(told, [[10, true]]);
});

test("a finger that goes aside drags", () => {
  hand("touch", ["down", 10], ["move", 30], ["move", 40], ["up", 40], ["move", 99]);
  assert.deepEqual(told, [[30, true], [40, false]]);
});

test("with the pencil a finger draws from where it comes down", () => {
  draws = true;
  hand("touch", ["down", 10], ["move", 12], ["up", 12]);
  assert.deepEqual(told, [["drawn", 1, true], ["drawn", 1, false]]);
});

test("a palm beside the pencil draws nothing, and lifting it ends no stroke", () => {
  [draws, told] = [true, []];
  pointer(1, "pen", ["down", 10], ["move", 12]);
  pointer(2, "touch", ["down", 90], ["move", 80], ["up", 80]);
  pointer(1, "pen", ["move", 14], ["up", 14], ["move", 99]);
  assert.deepEqual(told, [["drawn", 1, true], ["drawn", 1, false], ["drawn", 1, false]]);
  pointer(2, "touch", ["down", 90]);
  assert.equal(told.length, 4);
});

test("a second finger is no tap and no drag, and the first one's tap still counts", () => {
  pointer(1, "touch", ["down", 10]);
  pointer(2, "touch", ["down", 90], ["move", 60], ["up", 60]);
  pointer(1, "touch", ["up", 10]);
  assert.deepEqual(told, [[10, true]]);
});

test("after a hand that was lost another one is heeded", () => {
  pointer(1, "touch", ["down", 10], ["lost", 10]);
  pointer(2, "touch", ["down", 30], ["up", 30]);
  assert.deepEqual(told, [[30, true]]);
});
