import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

let frames;
globalThis.requestAnimationFrame = callback => frames.push(callback);
const { countScale } = await import("../../static/scale.js");
const { slider } = await import("../../static/slider.js");

let input;
let bar;
let reachable;
let sent;
let gestures;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [frames, sent, gestures, reachable] = [[], [], [], true];
  input = Object.assign(new EventTarget(), { style: { setProperty() {} }, setAttribute() {} });
  bar = slider(input, { scale: countScale(64), text: String, send: (value, gesture) => (sent.push(value), gestures.push(gesture), reachable) });
  bar.show(4);
});

/** One step up, and the next animation frame. */
function press() {
  input.dispatchEvent(Object.assign(new Event("keydown"), { key: "ArrowUp" }));
  paint();
}

const shown = () => Number(input.value) + 1;

test("it shows at once what was chosen, and an answer to an earlier choice does not take it back", () => {
  press();
  assert.deepEqual([shown(), sent], [5, [5]]);
  bar.show(4);
  assert.equal(shown(), 5);
  bar.show(5);
  bar.show(3);
  assert.equal(shown(), 3);
});

test("a movement is sent at once, and those of the same animation frame together after it", () => {
  const press = () => input.dispatchEvent(Object.assign(new Event("keydown"), { key: "ArrowUp" }));
  for (let i = 0; i < 3; i++) press();
  assert.deepEqual(sent, [5]);
  paint();
  assert.deepEqual(sent, [5, 7]);
});

test("what could not be sent is taken back", () => {
  reachable = false;
  press();
  assert.equal(shown(), 4);
});

test("what was refused is taken back", () => {
  press();
  bar.release();
  assert.equal(shown(), 4);
});

test("what is never answered is taken back after a while", () => {
  press();
  bar.show(6);
  mock.timers.tick(1_499);
  assert.equal(shown(), 5);
  mock.timers.tick(1);
  assert.equal(shown(), 6);
});

test("what the server said meanwhile is shown to a hand that held the thumb and let go", () => {
  input.dispatchEvent(new Event("pointerdown"));
  bar.show(9);
  assert.equal(shown(), 4);
  input.dispatchEvent(new Event("pointerup"));
  assert.equal(shown(), 9);
});

/** The thumb is dragged over these places and let go. @param {number[]} positions @param {() => void} [rest] at each place */
function dragOver(positions, rest = () => {}) {
  input.dispatchEvent(new Event("pointerdown"));
  for (const position of positions) {
    input.value = String(position);
    input.dispatchEvent(new Event("input"));
    rest();
  }
  input.dispatchEvent(new Event("pointerup"));
}

/** The next animation frame. */
function paint() {
  for (const callback of frames.splice(0)) callback();
}

test("however long a drag takes it is one gesture, the next is another, and a key is none", () => {
  const rest = () => {
    paint();
    mock.timers.tick(5_000);
  };
  dragOver([8, 20], rest);
  dragOver([30], rest);
  press();
  assert.deepEqual(sent, [9, 21, 31, 32]);
  const [first, second, third, key] = gestures;
  assert.ok(Number.isSafeInteger(first) && first >= 0);
  assert.equal(second, first);
  assert.notEqual(third, first);
  assert.equal(key, null);
});

test("what was dragged last is of its drag also where it is sent after the thumb was let go", () => {
  dragOver([8, 9]);
  paint();
  assert.deepEqual(sent, [9, 10]);
  assert.equal(gestures[1], gestures[0]);
  assert.notEqual(gestures[1], null);
});

test("a thumb that is held is not taken out of the hand", () => {
  input.dispatchEvent(new Event("pointerdown"));
  press();
  mock.timers.tick(2_000);
  assert.equal(shown(), 5);
  input.dispatchEvent(new Event("pointerup"));
  mock.timers.tick(2_000);
  assert.equal(shown(), 4);
});
