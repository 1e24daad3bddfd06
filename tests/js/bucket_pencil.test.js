// The pencil: what is taken back, and by which keys.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** As much of an element as the pencil needs. */
class Part extends EventTarget {
  dataset = {};
  style = {};
  attributes = new Map();
  children = [];
  append(...children) {
    this.children.push(...children);
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  hasAttribute(name) {
    return this.attributes.has(name);
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
}
globalThis.document = { createElement: () => new Part(), createElementNS: () => new Part() };

const { blank, share, stroke } = await import("../../static/bucket/drawn.js");
const { pencil } = await import("../../static/bucket/pencil.js");

let box;
let kept;
let pen;

beforeEach(() => {
  box = new Part();
  kept = { drawn: blank() };
  pen = pencil({ box, inside: new Part(), x: x => x, y: y => y }, kept, () => {});
  pen.offer(true);
});

/** @param {Part} part @returns {boolean} whether the key was taken for the drawing */
function takesBack(part) {
  const event = Object.assign(new Event("keydown", { cancelable: true }), { key: "z", ctrlKey: true });
  part.dispatchEvent(event);
  return event.defaultPrevented;
}

const draw = (from, to) => {
  pen.pointed([{ x: from, y: 5 }], true);
  pen.pointed([{ x: to, y: 3 }], false);
};

test("Ctrl+Z on the buttons takes back the drawing, as on the stage, and not the run", () => {
  draw(-5, 5);
  const [, , rub] = pen.bar.children;
  const before = kept.drawn;
  rub.dispatchEvent(new Event("click"));
  assert.equal(share(kept.drawn), 0);
  assert.ok(takesBack(pen.bar));
  assert.equal(kept.drawn, before);
  assert.ok(takesBack(box));
  assert.equal(share(kept.drawn), 0);
});

test("with the pencil put away Ctrl+Z on the stage is the run's, on the buttons still the drawing's", () => {
  draw(-5, 5);
  pen.turn(false);
  assert.equal(takesBack(box), false);
  assert.ok(takesBack(pen.bar));
  assert.ok(pen.isOn());
});

test("what is drawn on after a stroke was taken back under the hand is taken back as well", () => {
  draw(-5, 0);
  assert.ok(takesBack(box));
  pen.pointed([{ x: 1, y: 4 }], false);
  pen.pointed([{ x: 3, y: 4 }], false);
  assert.equal(kept.drawn.findIndex(height => height !== null), 60);
  takesBack(box);
  assert.equal(share(kept.drawn), 0);
});

test("when all is taken back that is said, and nothing that is untrue", () => {
  const [, undo] = pen.bar.children;
  draw(-5, 5);
  takesBack(box);
  pen.paint();
  assert.equal(undo.getAttribute("data-explain"), "There is nothing to take back.");
});

test("a stroke goes on from where it was, whatever was drawn before it", () => {
  draw(-5, -4);
  draw(3, 4);
  assert.deepEqual(kept.drawn, stroke(stroke(blank(), { x: -5, y: 5 }, { x: -4, y: 3 }), { x: 3, y: 5 }, { x: 4, y: 3 }));
});
