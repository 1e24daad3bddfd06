// @ts-check
/** The product: cells to walk over with the arrow keys, to point at or to tap. */

import { html, say } from "../dom.js";
import { figure } from "../lines/figures.js";

/** More characters than these do not fit into a cell. */
const WIDEST = 6;

/** @type {Record<string, [down: number, right: number]>} */
const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {(place: {row: number, column: number}) => void} chosen */
export function resultTable(chosen) {
  const element = html("table", { class: "matrix result", "aria-label": "product" });
  /** @type {HTMLButtonElement[][]} */
  let cells = [];
  let built = "";

  /** @param {number} rows @param {number} columns */
  function build(rows, columns) {
    cells = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => {
      const button = html("button", { type: "button", "data-place": `${row} ${column}` });
      button.addEventListener("click", () => chosen({ row, column }));
      button.addEventListener("focus", () => chosen({ row, column }));
      button.addEventListener("pointerenter", () => chosen({ row, column }));
      return button;
    }));
    element.replaceChildren(html("tbody", {}, ...cells.map(row => html("tr", {}, ...row.map(button => html("td", {}, button))))));
  }

  element.addEventListener("keydown", event => {
    const move = KEYS[event.key];
    const place = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    if (!move || !place || !cells.length) return;
    event.preventDefault();
    const [row, column] = place.split(" ").map((part, i) => Number(part) + move[i]);
    cells[row]?.[column]?.focus();
  });

  return {
    element,
    /** @param {number[][] | null} matrix null: there is none @param {[number, number]} shape it would have */
    show(matrix, [rows, columns]) {
      const wanted = matrix ? `${rows} ${columns}` : "none";
      if (wanted !== built) {
        if (matrix) build(rows, columns);
        else element.replaceChildren(html("tbody", {}, html("tr", {}, html("td", { class: "no-product" }, "no product"))));
      }
      built = wanted;
      element.setAttribute("aria-label", matrix ? `A · B (${rows}×${columns})` : "no product");
      matrix?.forEach((row, i) => row.forEach((value, j) => {
        say(cells[i][j], short(value));
        cells[i][j].setAttribute("aria-label", `product [${i}, ${j}]: ${short(value)}`);
      }));
    },
    /** @param {{row: number, column: number} | null} place */
    light(place) {
      if (built === "none") return;
      cells.forEach((row, i) => row.forEach((button, j) => {
        const here = place?.row === i && place.column === j;
        button.classList.toggle("lit", here);
        button.setAttribute("aria-pressed", String(here));
        button.tabIndex = here || (!place && i + j === 0) ? 0 : -1;
      }));
    },
  };
}

/** @param {number} value */
function short(value) {
  const { text } = figure(value);
  return text.length <= WIDEST ? text : value.toExponential(1).replaceAll("-", "−").replace("e+", "e");
}
