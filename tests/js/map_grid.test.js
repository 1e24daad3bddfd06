// The grid of a map: which cell is chosen, which the keys come back to, and which a mouse points at.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** As much of an element as the grid needs. */
class Part extends EventTarget {
  attributes = new Map();
  dataset = {};
  style = {};
  textContent = "";
  append() {}
  replaceChildren() {}
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
}
/** @type {Part[]} */
let made;
globalThis.document = { createElement: tag => (made.push(Object.assign(new Part(), { tag })), made.at(-1)) };
const { cellsOf } = await import("../../static/studies/map-cells.js");
const { mapGrid } = await import("../../static/studies/map-grid.js");

let pointed;
beforeEach(() => ([made, pointed] = [[], []]));

/** @param {number[]} alphas */
function paint(grid, alphas) {
  const row = alphas.map(() => [0.01]);
  const cells = cellsOf({ hidden_sizes: [2, 4], alphas, seeds: 1, errors: [row, row], solved: [alphas.map(() => 1), alphas.map(() => 1)] });
  made = [];
  grid.paint(cells, "middle", () => 0.5, ["#ffffff", "#000000"], () => null);
  return made.filter(({ tag }) => tag === "button");
}

const gridOf = () => mapGrid(() => {}, at => pointed.push(at));
const pressed = buttons => buttons.map(button => button.getAttribute("aria-pressed"));
const stops = buttons => buttons.filter(button => button.tabIndex === 0);

test("the cell that is chosen is the only one that is pressed, and where the keys begin", () => {
  const grid = gridOf();
  const buttons = paint(grid, [1, 10]);
  assert.deepEqual([pressed(buttons), stops(buttons)], [["false", "false", "false", "false"], [buttons[0]]]);
  grid.mark([0, 1]);
  grid.mark([1, 0]);
  assert.deepEqual([pressed(buttons), stops(buttons)], [["false", "false", "true", "false"], [buttons[2]]]);
  grid.mark(null);
  assert.deepEqual([pressed(buttons), stops(buttons)], [["false", "false", "false", "false"], [buttons[2]]]);
});

test("in a map of another shape another cell can be chosen, or none is", () => {
  const grid = gridOf();
  paint(grid, [1, 10]);
  grid.mark([1, 1]);
  const buttons = paint(grid, [1, 10, 100]);
  grid.mark(null);
  assert.deepEqual([pressed(buttons).includes("true"), stops(buttons)], [false, [buttons[0]]]);
  grid.mark([0, 2]);
  assert.deepEqual([pressed(buttons)[2], stops(buttons)], ["true", [buttons[2]]]);
});

test("a mouse points where it moves, not at what scrolls under it while it rests, and a finger points at nothing", () => {
  const [button] = paint(gridOf(), [1, 10]);
  const happens = (type, pointerType) => button.dispatchEvent(Object.assign(new Event(type), { pointerType }));
  happens("pointerenter", "mouse");
  happens("pointermove", "touch");
  assert.deepEqual(pointed, []);
  happens("pointermove", "mouse");
  assert.deepEqual(pointed, [[0, 0]]);
});
