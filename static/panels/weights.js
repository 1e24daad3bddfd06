// @ts-check
/** The matrices that training changes, number by number. */

import { readable, shapeOf } from "../cadence.js";
import { html, say, set } from "../dom.js";
import { fixed } from "../numbers.js";
import { strength } from "../network/geometry.js";

/** With no more numbers than this there is room to write them large. */
const FEW = 6;
/** More rows than this do not fit under each other, more columns not beside each other with all their decimals. */
const TALL = 4;
const WIDE = 6;

/** @param {HTMLElement} element @returns {import("../lab.js").Panel} */
export function weightsPanel(element) {
  let shape = "";
  /** @type {HTMLElement[][][]} */
  let cells = [];

  /** @param {number[][][]} weights */
  function build(weights) {
    cells = weights.map(matrix => matrix.map(row => row.map(() => html("td"))));
    const figures = cells.map(figureOf);
    const few = weights.flat(2).length <= FEW;
    const size = few ? "matrices few" : "matrices";
    // Large ones scroll, and what scrolls must be reachable by keyboard.
    element.replaceChildren(html("div", { class: size, tabindex: 0, role: "group", "aria-label": "matrices" }, ...figures));
  }

  return {
    paint(state) {
      const { frame } = state;
      if (!frame || !readable(state)) return;
      const wanted = shapeOf(frame);
      if (wanted !== shape) build(frame.weights);
      shape = wanted;
      const wide = frame.weights[0][0].length > WIDE;
      frame.weights.forEach((matrix, i) => matrix.forEach((row, j) => row.forEach((weight, k) => {
        write(cells[i][j][k], weight, wide ? 2 : 3);
      })));
    },
  };
}

/**
 * A tall column is laid down, so that each hidden unit has its weights in one column of both matrices.
 *
 * @param {HTMLElement[][]} cells
 * @param {number} i
 */
function figureOf(cells, i) {
  const laid = cells[0].length === 1 && cells.length > TALL;
  const rows = laid ? [cells.flat()] : cells;
  const name = `syn${i}${laid ? ".T" : ""} (${rows.length}×${rows[0].length})`;
  const body = html("tbody", {}, ...rows.map(row => html("tr", {}, ...row)));
  const wide = rows[0].length > WIDE ? "matrix narrow" : "matrix";
  return html("figure", {}, html("table", { class: wide, "aria-label": name }, body), html("figcaption", {}, name));
}

/** @param {HTMLElement} cell @param {number} weight @param {number} digits */
function write(cell, weight, digits) {
  say(cell, fixed(weight, Math.abs(weight) < 100 ? digits : digits - 2));
  set(cell, "class", weight < 0 ? "negative" : "positive");
  set(cell, "style", `--strength: ${strength(weight).toFixed(2)}`);
}
