// @ts-check
/**
 * The product of two matrices, laid out so that every cell of it stands where its row and its column cross: the left
 * matrix to the left of the product, the right one above it.
 *
 * @typedef {import("./matrices.js").Matrix} Matrix
 * @typedef {{row: number, column: number}} Place
 */

import { html, say } from "../dom.js";
import { figure } from "../lines/figures.js";
import { sum } from "../lines/reckoning.js";
import { fits, obstacle, pairs, plain, product, replaced, resized, shapeText, transposed } from "./matrices.js";
import { examplesRow, opening, outcome } from "./parts.js";
import { operand } from "./operand.js";
import { resultTable } from "./result.js";

const OPENING = "np.dot, or @: every row of A meets every column of B, number by number; what they make is added up. Pick a cell, or walk.";
const EXAMPLE = { left: [[1, 2, 3], [4, 5, 6]], right: [[7, 8], [9, 10], [11, 12]] };
const WRONG = { left: [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], right: [[0], [0], [1], [1]] };
/** Columns of both together: with more than these the cells are narrow. */
const ROOMY = 7;

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function productPiece(page, lab) {
  let { left, right } = /** @type {{left: Matrix, right: Matrix}} */ (EXAMPLE);
  /** @type {Place | null} */
  let at = { row: 0, column: 0 };
  const A = operand("A", { resize, edit: (...edit) => edited("left", ...edit), turn });
  const B = operand("B", { resize, edit: (...edit) => edited("right", ...edit), turn });
  const result = resultTable(place => go(place));
  const rule = html("p", { class: "piece-rule" });
  const sheet = html("div", { class: "falk", role: "group", "aria-label": "A, B and their product" },
    html("span", { class: "falk-sign", "aria-hidden": "true" }, "A · B"), B.table, A.table, result.element);
  const told = outcome();
  const walk = html("div", { class: "walk" }, examplesRow("Walk through the product", [
    { text: "← cell", sentence: "Goes to the cell before.", pressed: () => walked(-1) },
    { text: "next cell →", sentence: "Goes to the next cell of the product, row by row.", pressed: () => walked(1) },
  ]), told);
  page.append(
    opening(OPENING),
    examplesRow("Examples of products", [
      { text: "(2×3) · (3×2)", sentence: "The example of the posts’ reader: 58, 64, 139, 154.", pressed: () => put(EXAMPLE) },
      { text: "(4×3) · (4×1)", sentence: "Two shapes that do not go together.", pressed: () => put(WRONG) },
      { text: "X · syn0 of this run", sentence: "The first product of this run, as far as it fits in: its numbers rounded to two decimals.", pressed: ofRun },
    ]),
    html("div", { class: "operands" }, A.controls, B.controls), rule, sheet, walk,
  );
  show(true);

  /** @param {{left: Matrix, right: Matrix}} wanted */
  function put(wanted) {
    ({ left, right } = wanted);
    at = { row: 0, column: 0 };
    show(true);
  }

  function ofRun() {
    const { run, frame } = lab.state();
    const syn0 = frame?.weights[0];
    if (!run || !syn0) return;
    const rounded = syn0.map(row => row.map(weight => (Number.isFinite(weight) ? Number(weight.toFixed(2)) + 0 : 0)));
    const all = { left: run.inputs, right: rounded };
    if (fits(all.left) && fits(all.right)) return put(all);
    const inner = Math.min(syn0.length, 5);
    const outer = Math.min(syn0[0].length, 5);
    put({ left: resized(run.inputs, Math.min(run.inputs.length, 5), inner), right: resized(rounded, inner, outer) });
  }

  /** @param {"A" | "B"} name @param {number} rows @param {number} columns */
  function resize(name, rows, columns) {
    if (name === "A") left = resized(left, rows, columns);
    else right = resized(right, rows, columns);
    show(true);
  }

  /** @param {"left" | "right"} side @param {number} row @param {number} column @param {number} value */
  function edited(side, row, column, value) {
    if (side === "left") left = replaced(left, row, column, value);
    else right = replaced(right, row, column, value);
    show(false);
  }

  /** @param {"A" | "B"} name */
  function turn(name) {
    if (name === "A") left = transposed(left);
    else right = transposed(right);
    show(true);
    (name === "A" ? A : B).turned();
  }

  /** @param {Place} place */
  function go(place) {
    at = place;
    light();
  }

  /** @param {number} by */
  function walked(by) {
    if (obstacle(left, right)) return;
    const [rows, columns] = [left.length, right[0].length];
    const index = ((at?.row ?? 0) * columns + (at?.column ?? 0) + by + rows * columns) % (rows * columns);
    go({ row: Math.floor(index / columns), column: index % columns });
  }

  /** @param {boolean} reshaped */
  function show(reshaped) {
    A.show(left, reshaped);
    B.show(right, reshaped);
    const refused = obstacle(left, right);
    result.show(refused ? null : product(left, right), [left.length, right[0].length]);
    page.classList.toggle("refused", refused !== null);
    page.classList.toggle("wide", left[0].length + right[0].length > ROOMY);
    say(rule, refused ?? `${shapeText(left)} · ${shapeText(right)} → ${shapeText(product(left, right))}: both inner numbers are ${right.length}.`);
    rule.setAttribute("role", refused ? "alert" : "note");
    walk.hidden = refused !== null;
    if (at && (at.row >= left.length || at.column >= right[0].length)) at = { row: 0, column: 0 };
    light();
  }

  function light() {
    const place = obstacle(left, right) ? null : at;
    A.light(place && (row => row === place.row));
    B.light(place && ((_, column) => column === place.column));
    result.light(place);
    say(told, place ? sentence(place) : "");
  }

  /** @param {Place} place */
  function sentence({ row, column }) {
    const met = pairs(left, right, row, column);
    const terms = met.map(([a, b]) => `${figure(a).text} × ${bracketed(figure(b).text)}`).join(" + ");
    const whole = sum(met.map(([a, b]) => figure(plain(a * b))), figure(product(left, right)[row][column]));
    const name = `row ${row} · column ${column}`;
    return met.length === 1 ? `${name}: ${terms} = ${figure(plain(met[0][0] * met[0][1])).text}` : `${name}: ${terms} = ${whole}`;
  }

  return {};
}

/** @param {string} text */
function bracketed(text) {
  return text.startsWith("−") ? `(${text})` : text;
}
