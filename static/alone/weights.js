// @ts-check
/** All weights, matrix by matrix. */

import { html, say, set } from "../dom.js";
import { strength } from "../network/geometry.js";
import { fixed } from "../numbers.js";
import { isLaid } from "../weights/places.js";

/** More columns than this have less room each. */
const WIDE = 6;

/** @param {HTMLElement} element */
export function weightTables(element) {
  /** @type {HTMLTableCellElement[][][]} by synapse, row and column of the matrix */
  let cells = [];
  let shape = "";

  /** @param {import("./moment.js").Moment} moment */
  return ({ weights, sizes }) => {
    if (sizes.join() !== shape) {
      shape = sizes.join();
      cells = weights.map(matrix => matrix.map(row => row.map(() => html("td"))));
      element.replaceChildren(...cells.map(figureOf));
    }
    const digits = sizes[1] > WIDE ? 2 : 3;
    weights.forEach((matrix, i) => matrix.forEach((row, j) => row.forEach((weight, k) => {
      const cell = cells[i][j][k];
      say(cell, fixed(weight, Math.abs(weight) < 100 ? digits : digits - 2));
      cell.style.setProperty("--strength", strength(weight).toFixed(2));
      set(cell, "class", weight < 0 ? "negative" : "positive");
    })));
  };
}

/** @param {HTMLTableCellElement[][]} cells @param {number} i */
function figureOf(cells, i) {
  const laid = isLaid(cells.length, cells[0].length);
  const rows = laid ? [cells.flat()] : cells;
  const name = `syn${i}${laid ? ".T" : ""} (${rows.length}×${rows[0].length})`;
  const size = rows[0].length > WIDE ? "matrix narrow" : "matrix";
  const body = html("tbody", {}, ...rows.map(row => html("tr", {}, ...row)));
  return html("figure", {}, html("table", { class: size, "aria-label": name }, body), html("figcaption", {}, name));
}
