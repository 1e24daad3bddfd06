// @ts-check
/** One of two matrices that are multiplied: its cells to type into, its shape to change, a button that turns it. */

import { button } from "../charts/choice.js";
import { html } from "../dom.js";
import { MOST, shapeText } from "./matrices.js";
import { numberCell, stepper } from "./parts.js";

const TURN = { duration: 420, easing: "ease-in-out" };

/**
 * @param {"A" | "B"} name
 * @param {object} wishes
 * @param {(name: "A" | "B", rows: number, columns: number) => void} wishes.resize
 * @param {(row: number, column: number, value: number) => void} wishes.edit
 * @param {(name: "A" | "B") => void} wishes.turn
 */
export function operand(name, { resize, edit, turn }) {
  let shape = { rows: 0, columns: 0 };
  /** @type {(ReturnType<typeof numberCell> & {cell: HTMLTableCellElement})[][]} */
  let cells = [];
  const bound = (/** @type {number} */ wanted) => Math.min(MOST, Math.max(1, wanted));
  const rows = stepper(`rows of ${name}`, 1, MOST, wanted => resize(name, bound(wanted), shape.columns));
  const columns = stepper(`columns of ${name}`, 1, MOST, wanted => resize(name, shape.rows, bound(wanted)));
  const controls = html("div", { class: "operand" }, html("b", {}, name), rows.element, html("span", { "aria-hidden": "true" }, "×"), columns.element);
  const turner = button(controls, `${name}.T`, `Transposes ${name}: its rows become columns.`, () => turn(name));
  turner.setAttribute("aria-label", `transpose ${name}`);
  const table = html("table", { class: `matrix operand-table operand-${name}` });

  /** @param {number[][]} matrix */
  function build(matrix) {
    cells = matrix.map((row, i) => row.map((_, j) => {
      const cell = numberCell(`${name}[${i}, ${j}]`, value => edit(i, j, value));
      return { ...cell, cell: html("td", {}, cell.element) };
    }));
    table.setAttribute("aria-label", `${name} ${shapeText(matrix)}`);
    table.replaceChildren(html("tbody", {}, ...cells.map(row => html("tr", {}, ...row.map(({ cell }) => cell)))));
  }

  return {
    controls,
    table,
    /** @param {number[][]} matrix @param {boolean} reshaped */
    show(matrix, reshaped) {
      shape = { rows: matrix.length, columns: matrix[0].length };
      if (reshaped) build(matrix);
      rows.show(shape.rows);
      columns.show(shape.columns);
      matrix.forEach((row, i) => row.forEach((value, j) => cells[i][j].show(value)));
    },
    /** @param {((row: number, column: number) => boolean) | null} lit */
    light(lit) {
      cells.forEach((row, i) => row.forEach(({ cell }, j) => cell.classList.toggle("lit", lit?.(i, j) ?? false)));
    },
    /** Let every number go from where it stood before the matrix was turned to where it stands now. */
    turned() {
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      const places = cells.map(row => row.map(({ cell }) => ({ x: cell.offsetLeft, y: cell.offsetTop })));
      const [wide, high] = [cells[0][0].cell.offsetWidth + 2, cells[0][0].cell.offsetHeight + 2];
      cells.forEach((row, i) => row.forEach(({ element }, j) => {
        const { x, y } = places[i][j];
        const [dx, dy] = [places[0][0].x + i * wide - x, places[0][0].y + j * high - y];
        element.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "none" }], TURN);
      }));
    },
  };
}
