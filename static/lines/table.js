// @ts-check
/**
 * One matrix of the line as a table between brackets, with its name and shape below. Its cells are made once for a shape
 * and only rewritten afterwards.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").Operand} Operand
 * @typedef {{td: HTMLTableCellElement, text: string, look: string}} Slot
 *
 * @typedef {object} Table
 * @property {HTMLElement} element
 * @property {HTMLTableElement} grid
 * @property {Map<string, Slot>} slots by "row,column" of the matrix as the line has it, also where it is shown turned
 * @property {HTMLElement[]} heads of the examples
 * @property {HTMLElement} factor
 *
 * @typedef {object} View how a matrix is shown
 * @property {boolean} open with all its rows and columns
 * @property {boolean} upright before it is turned
 * @property {number} chosen place of the chosen example on the page
 * @property {"rows" | "columns" | null} inner which number of the shape must equal its neighbour's
 */

import { html } from "../dom.js";
import { hiddenText, MOST, visible } from "./folding.js";
import { exampleName, unitName } from "./naming.js";
import { turned } from "./operands.js";
import { labelOf } from "./rule.js";

/** @param {Operand} operand @param {View} view */
export function axes(operand, { open, chosen }) {
  const { matrix, examples } = operand;
  return {
    rows: visible(matrix.length, open, examples === "rows" ? chosen : null),
    columns: visible(matrix[0].length, open, examples === "columns" ? chosen : null),
  };
}

/** @param {Work} work @param {number} place of the matrix in the line @param {View} view @returns {Table} */
export function tableOf(work, place, view) {
  const operand = view.upright ? turned(work.matrices[place]) : work.matrices[place];
  const { rows, columns } = axes(operand, view);
  const large = operand.matrix.length > MOST || operand.matrix[0].length > MOST;
  const headed = { rows: large || operand.examples === "rows", columns: large || operand.examples === "columns" };
  /** @type {Table} */
  const table = {
    element: html("figure", { class: "operand", "data-kind": operand.kind, "data-matrix": place }),
    grid: html("table", { class: "cells", role: "grid", "aria-label": titleOf(operand) }),
    slots: new Map(), heads: [], factor: html("span", { class: "factor" }),
  };
  const body = html("tbody", {}, ...rows.map(row => rowOf(work, operand, row, columns, headed.rows, view, table)));
  if (headed.columns) table.grid.append(html("thead", {}, headRow(work, operand, columns, headed.rows, table)));
  table.grid.append(body);
  table.grid.classList.toggle("row-headed", headed.rows);
  table.grid.classList.toggle("column-headed", headed.columns);
  table.grid.style.setProperty("--stub", `${String(lastIndex(work, operand)).length}ch`);
  const hidden = { rows: operand.matrix.length - rows.length, columns: operand.matrix[0].length - columns.length };
  table.element.append(
    html("div", { class: "scroller" }, table.grid),
    captionOf(operand, view, table, hiddenText(hidden.rows, hidden.columns), large && view.open, place),
  );
  return table;
}

/** @param {Operand} operand */
function titleOf(operand) {
  return `${labelOf(operand)}, ${operand.rows} by ${operand.columns}`;
}

/** @param {Work} work @param {Operand} operand */
function lastIndex({ examples }, { matrix, examples: axis }) {
  return axis === "rows" ? examples.first + matrix.length - 1 : matrix.length - 1;
}

/** @param {Work} work @param {Operand} operand @param {number} row @param {number[]} columns @param {boolean} headed @param {View} view @param {Table} table */
function rowOf(work, operand, row, columns, headed, { upright }, table) {
  const cells = columns.map(column => {
    // Which number it is does not depend on how it is shown.
    const [i, j] = upright ? [column, row] : [row, column];
    const td = html("td", { role: "gridcell", tabindex: -1, "data-row": i, "data-column": j });
    table.slots.set(`${i},${j}`, { td, text: "", look: "" });
    return td;
  });
  const head = headed ? [headOf(work, operand, "rows", row, table)] : [];
  return html("tr", { role: "row" }, ...head, ...cells);
}

/** @param {Work} work @param {Operand} operand @param {number[]} columns @param {boolean} headed @param {Table} table */
function headRow(work, operand, columns, headed, table) {
  const heads = columns.map(column => headOf(work, operand, "columns", column, table));
  return html("tr", { role: "row" }, ...(headed ? [html("th", { class: "corner", "aria-hidden": true })] : []), ...heads);
}

/** @param {Work} work @param {Operand} operand @param {"rows" | "columns"} axis @param {number} place @param {Table} table */
function headOf(work, operand, axis, place, table) {
  const role = axis === "rows" ? "rowheader" : "columnheader";
  if (operand.examples !== axis) return html("th", { role, tabindex: -1, "aria-label": unitOf(work, operand, axis, place) }, String(place));
  const number = work.examples.first + place;
  const head = html("th", {
    role, tabindex: -1, class: "example", "data-example": place, title: `${exampleName(work, place)}: choose it`,
    "aria-label": exampleName(work, place),
  }, String(number));
  table.heads.push(head);
  return head;
}

/** @param {Work} work @param {Operand} operand @param {"rows" | "columns"} axis @param {number} unit */
function unitOf(work, { examples, transposed, index }, axis, unit) {
  const ahead = !examples && (axis === "columns") !== transposed;
  return unitName(work, index + (ahead ? 1 : 0), unit);
}

/**
 * @param {Operand} operand
 * @param {View} view
 * @param {Table} table
 * @param {string} hidden
 * @param {boolean} closable
 * @param {number} place
 */
function captionOf(operand, { inner, upright }, table, hidden, closable, place) {
  const side = (/** @type {"rows" | "columns"} */ axis) =>
    html("span", { class: inner === axis && !upright ? "inner" : "" }, String(operand[axis]));
  const shape = html("span", {}, "(", side("rows"), "×", side("columns"), ")");
  const caption = html("figcaption", {}, html("b", {}, labelOf(operand)), " ", shape, " ", table.factor);
  if (operand.transposed || upright) caption.append(turnButton(operand, upright, place));
  if (hidden || closable) {
    const action = { type: "button", class: "line-button", "data-fold": place, "aria-expanded": String(!hidden) };
    caption.append(html("button", action, hidden || "fold"));
  }
  return caption;
}

/** @param {Operand} operand @param {boolean} upright @param {number} place */
function turnButton({ name }, upright, place) {
  const sentence = upright
    ? "Turns it again: its rows become columns, as the product needs it."
    : "Turns it back, to see it as it was before .T made its rows into columns.";
  return html("button", {
    type: "button", class: "line-button", "data-turn": place, "aria-pressed": String(upright), "data-explain": sentence,
    "aria-label": upright ? `turn ${name} again` : `turn ${name} back`,
  }, "⤵ turn");
}
