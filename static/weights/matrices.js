// @ts-check
/**
 * The matrices as tables, one tab stop each: arrows walk the cells, a click, Enter, F2 or a digit types over one.
 *
 * @typedef {import("./places.js").Place} Place
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {HTMLElement} element
 * @property {HTMLTableElement} table
 * @property {HTMLTableCellElement[][]} cells by row and column of the matrix
 */

import { cellEditor } from "../data/cells.js";
import { html } from "../dom.js";
import { brief } from "../numbers.js";
import { isLaid, places } from "./places.js";

/** More columns than this do not fit beside each other with all their decimals. */
export const WIDE = 6;
const NUMBER_BEGINS = /^[-−.\d]$/;

/** @param {HTMLElement} board @param {import("../lab.js").Lab} lab @param {() => boolean} editable */
export function matrices(board, lab, editable) {
  /** @type {Figure[]} */
  let figures = [];
  let numbered = places([]);
  /** @type {Element | null} */
  let marked = null;
  let touched = false;

  /** @param {WeightPlace | null} weight */
  const cellOf = weight => (weight ? figures[weight.synapse]?.cells[weight.row]?.[weight.column] ?? null : null);
  /** @param {Place} place */
  const cellAt = place => cellOf(numbered.weightAt(place));

  const editor = cellEditor({
    cell: cellAt,
    truth(place) {
      const weight = numbered.weightAt(place);
      return weight ? brief(lab.state().frame?.weights[weight.synapse]?.[weight.row]?.[weight.column] ?? NaN) : "";
    },
    name(place) {
      const weight = numbered.weightAt(place);
      return weight ? `syn${weight.synapse}[${weight.row}, ${weight.column}]` : "";
    },
    commit(place, value, refused) {
      const weight = numbered.weightAt(place);
      return weight !== null && lab.send({ type: "set_weight", ...weight, value, run: lab.state().run?.run }, refused);
    },
    beside: (from, across, down) => (down ? numbered.beside(from, 0, down) : numbered.next(from, across > 0 ? 1 : -1)),
  });

  /** @param {EventTarget | null} target @returns {Place | null} */
  function placeAt(target) {
    const cell = target instanceof Element ? target.closest("td") : null;
    for (const [synapse, { cells }] of figures.entries()) {
      for (const [row, line] of cells.entries()) {
        const column = cell ? line.indexOf(cell) : -1;
        if (column >= 0) return numbered.placeOf({ synapse, row, column });
      }
    }
    return null;
  }

  /** @param {Place | null} place */
  function choose(place) {
    const weight = place && numbered.weightAt(place);
    if (weight) lab.chooseWeight(weight);
  }

  /** The matrix is entered where it was left. @param {Element} cell */
  function enterAt(cell) {
    const stop = cell.closest("table")?.querySelector("[tabindex='0']");
    stop?.setAttribute("tabindex", "-1");
    cell.setAttribute("tabindex", "0");
  }

  board.addEventListener("pointerdown", event => (touched = event.pointerType === "touch"));
  board.addEventListener("click", event => {
    const place = placeAt(event.target);
    if (!place) return;
    // With a finger the first tap chooses: the keyboard that comes with a field would hide what was chosen.
    const first = touched && cellAt(place) !== marked;
    choose(place);
    if (editable() && !first) editor.edit(place);
    else cellAt(place)?.focus();
  });
  board.addEventListener("focusin", event => {
    const cell = event.target instanceof Element ? event.target.closest("td") : null;
    if (cell) enterAt(cell);
  });
  board.addEventListener("keydown", event => {
    const place = placeAt(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    if (walk(place, event.key) || type(place, event.key)) event.preventDefault();
  });

  /** @param {Place} place @param {string} key */
  function walk(place, key) {
    /** @type {Record<string, [number, number]>} */
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Home: [-1, 0], End: [1, 0] };
    if (!Object.hasOwn(ways, key)) return false;
    let to = numbered.beside(place, ...ways[key]);
    if (key === "Home" || key === "End") for (let on = to; on; on = numbered.beside(on, ...ways[key])) to = on;
    if (to) cellAt(to)?.focus();
    return true;
  }

  /** @param {Place} place @param {string} key */
  function type(place, key) {
    const digit = NUMBER_BEGINS.test(key);
    if (key !== "Enter" && key !== "F2" && !digit) return false;
    choose(place);
    if (editable()) editor.edit(place, digit ? key.replace("−", "-") : undefined);
    return true;
  }

  return {
    /** Another shape; whoever is typing goes on in the new table. @param {number[][][]} weights */
    build(weights) {
      editor.through(() => {
        numbered = places(weights.map(matrix => [matrix.length, matrix[0].length]));
        figures = weights.map(figureOf);
        board.replaceChildren(...figures.map(({ element }) => element));
      });
      marked = null;
    },
    get figures() {
      return figures;
    },
    /** @param {WeightPlace} weight */
    mark(weight) {
      const cell = cellOf(weight);
      if (cell === marked) return;
      marked?.setAttribute("aria-selected", "false");
      cell?.setAttribute("aria-selected", "true");
      if (cell) enterAt(cell);
      marked = cell;
    },
  };
}

/** @param {number[][]} matrix @param {number} i @returns {Figure} */
function figureOf(matrix, i) {
  const cells = matrix.map(row => row.map(() => html("td", { role: "gridcell", tabindex: -1, "aria-selected": "false" }, "")));
  const laid = isLaid(matrix.length, matrix[0].length);
  const rows = laid ? [cells.flat()] : cells;
  const name = `syn${i}${laid ? ".T" : ""} (${rows.length}×${rows[0].length})`;
  const body = html("tbody", { role: "rowgroup" }, ...rows.map(row => html("tr", { role: "row" }, ...row)));
  const size = rows[0].length > WIDE ? "matrix narrow" : "matrix";
  const table = html("table", { class: size, role: "grid", "aria-label": name }, body);
  cells[0][0].tabIndex = 0;
  return { name, element: html("figure", {}, table, html("figcaption", {}, name)), table, cells };
}
