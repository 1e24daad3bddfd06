// @ts-check
/**
 * The matrices of a line side by side, with the signs between them: made anew when shapes change, else only rewritten.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./cell.js").Place} Place
 * @typedef {import("./table.js").Table} Table
 * @typedef {import("./table.js").View} View
 */

import { html, say, set } from "../dom.js";
import { factorText, formOf, written } from "./figures.js";
import { innerOf } from "./rule.js";
import { axes, tableOf } from "./table.js";
import { depth, scalesOf, tint } from "./tints.js";
import { glide, placesOf } from "./turning.js";

/** @param {HTMLElement} element */
export function matrixBoard(element) {
  /** @type {Table[]} */
  let tables = [];
  let shape = "";
  /** Which matrices are shown whole, and which as they were before they were turned. */
  const opened = new Set();
  const upright = new Set();
  /** @type {Element[]} */
  let lit = [];

  /** @param {Work} work @param {number} place @param {number} chosen @returns {View} */
  const viewOf = (work, place, chosen) => ({
    open: opened.has(place), upright: upright.has(place), chosen, inner: innerAt(work, place),
  });

  /** @param {Work} work @param {number} chosen @returns {boolean} whether the tables are new */
  function build(work, chosen) {
    const views = work.matrices.map((_, place) => viewOf(work, place, chosen));
    const wanted = JSON.stringify([work.key, work.rule, work.examples, views.map((view, place) => {
      const { rows, columns } = axes(work.matrices[place], view);
      return [view.open, view.upright, rows.at(-1), columns.at(-1), rows.length, columns.length];
    })]);
    if (wanted === shape) return false;
    shape = wanted;
    lit = [];
    tables = work.matrices.map((_, place) => tableOf(work, place, views[place]));
    element.replaceChildren(...laidOut(work, tables));
    return true;
  }

  return {
    /** @param {Work} work @param {number} chosen place of the chosen example on the page */
    paint(work, chosen) {
      const fresh = build(work, chosen);
      const scales = scalesOf(work.matrices);
      tables.forEach((table, place) => write(table, work.matrices[place], scales[place], chosen));
      return fresh;
    },

    /** @param {Place} place */
    cell: ({ matrix, row, column }) => tables[matrix]?.slots.get(`${row},${column}`)?.td,

    /** @param {Place | null} asked @param {Place[]} from */
    light(asked, from) {
      for (const cell of lit) cell.classList.remove("lit", "asked");
      const cells = from.map(place => this.cell(place)).filter(cell => cell !== undefined);
      for (const cell of cells) cell.classList.add("lit");
      const own = asked && this.cell(asked);
      own?.classList.add("asked");
      lit = own ? [...cells, own] : cells;
    },

    /** @param {number} place */
    fold(place) {
      if (!opened.delete(place)) opened.add(place);
    },

    /** Turn a matrix, or back, before the eyes. @param {number} place @param {() => void} repaint */
    turn(place, repaint) {
      const cells = () => [...tables[place].slots].map(([name, { td }]) => /** @type {[string, Element]} */ ([name, td]));
      const before = placesOf(cells());
      if (!upright.delete(place)) upright.add(place);
      repaint();
      glide(cells(), before);
    },

    /** Another line: each matrix is shown as the line needs it. */
    forget() {
      opened.clear();
      upright.clear();
    },
  };
}

/** @param {Work} work @param {number} place */
function innerAt({ steps }, place) {
  const step = steps.find(({ does, from }) => does === "product" && from.includes(place));
  return step ? innerOf(step, place) : null;
}

/** Every matrix once, in the order of the steps, each with the sign before it. @param {Work} work @param {Table[]} tables */
function laidOut({ steps }, tables) {
  const placed = new Set();
  /** @type {HTMLElement[]} */
  const groups = [];
  /** A sign ends the line, if one must end. @param {string} sign @param {number} place */
  function add(sign, place) {
    if (sign) groups.at(-1)?.append(html("span", { class: "sign" }, sign));
    groups.push(html("div", { class: "term" }, tables[place].element));
    placed.add(place);
  }
  for (const { from, to, sign, arrow } of steps) {
    const fresh = from.filter(place => !placed.has(place));
    fresh.forEach((place, i) => add(i > 0 ? sign : groups.length ? ";" : "", place));
    // Only one operand is new: the other is what the step before has made.
    add(fresh.length < 2 && sign ? `${sign} ${arrow}` : arrow, to);
  }
  return groups;
}

/** @param {Table} table @param {import("./work.js").Operand} operand @param {import("./tints.js").Scale} scale @param {number} chosen */
function write(table, operand, scale, chosen) {
  const { matrix, kind, examples } = operand;
  const form = formOf(kind, matrix);
  say(table.factor, factorText(form));
  set(table.element, "data-digits", form.digits === 0 ? "none" : form.power || kind === "weight" || kind === "sum" || kind === "output" ? "few" : "many");
  for (const [place, slot] of table.slots) {
    const [row, column] = place.split(",").map(Number);
    const value = matrix[row]?.[column] ?? NaN;
    const mine = examples !== null && (examples === "rows" ? row : column) === chosen;
    const text = written(value, form);
    const look = `${tint(kind, value)}${mine ? " mine" : ""} ${depth(value, scale).toFixed(2)}`;
    if (slot.text !== text) slot.td.textContent = slot.text = text;
    if (slot.look === look) continue;
    slot.look = look;
    paintCell(slot.td, tint(kind, value), mine, depth(value, scale));
  }
  for (const head of table.heads) {
    set(head, "aria-selected", String(Number(head.dataset.example) === chosen));
  }
}

/** @param {HTMLElement} td @param {string} colour @param {boolean} mine @param {number} strength */
function paintCell(td, colour, mine, strength) {
  set(td, "data-tint", colour);
  td.classList.toggle("mine", mine);
  td.style.setProperty("--strength", strength.toFixed(2));
}
