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
  for (const [type, clientX, clientY = 0] of events) {
    box.dispatchEvent(Object.assign(new Event(`pointer${type}`), { pointerType, clientX, clientY, button: 0, pointerId: 1 }));
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
