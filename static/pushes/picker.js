// @ts-check
/**
 * Choosing a weight: from small pictures of the matrices, or by its three numbers.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 */

import { shapeOf } from "../cadence.js";
import { html, say, set } from "../dom.js";
import { strength } from "../network/geometry.js";
import { fixed } from "../numbers.js";
import { light } from "../story/light.js";
import { nearest } from "./pushes.js";

/** A column of more rows than this is laid down. */
const TALL = 4;

/** @param {import("../lab.js").Lab} lab */
export function picker(lab) {
  const element = html("div", { class: "picker" });
  let shape = "";
  /** @type {HTMLTableCellElement[][][]} */
  let cells = [];
  let chosen = "";

  /** @param {number[][][]} weights */
  function build(weights) {
    cells = weights.map((matrix, synapse) => matrix.map((row, i) => row.map((_, j) => cellOf({ synapse, row: i, column: j }))));
    element.replaceChildren(...cells.map(gridOf));
    chosen = "";
  }

  /** @param {WeightPlace} place */
  function cellOf(place) {
    const cell = html("td", { role: "gridcell", tabindex: -1 });
    const { synapse, row, column } = place;
    cell.addEventListener("click", () => lab.chooseWeight(place));
    light(cell, () => [`e${synapse}.${row}.${column}`, `n${synapse}.${row}`, `n${synapse + 1}.${column}`]);
    return cell;
  }

  /** @param {WeightPlace} place */
  function choose(place) {
    cells.forEach((matrix, synapse) => matrix.forEach((row, i) => row.forEach((cell, j) => {
      const here = synapse === place.synapse && i === place.row && j === place.column;
      set(cell, "aria-selected", String(here));
      const stop = synapse === place.synapse ? here : i === 0 && j === 0;
      cell.tabIndex = stop ? 0 : -1;
    })));
  }

  return {
    element,
    /** @param {State} state */
    paint({ frame, weight }) {
      if (!frame) return;
      const wanted = shapeOf(frame);
      if (wanted !== shape) build(frame.weights);
      shape = wanted;
      frame.weights.forEach((matrix, synapse) => matrix.forEach((row, i) => row.forEach((value, j) => {
        const cell = cells[synapse][i][j];
        set(cell, "class", value < 0 ? "negative" : "positive");
        set(cell, "style", `--strength: ${strength(value).toFixed(2)}`);
        set(cell, "aria-label", `syn${synapse}[${i}, ${j}] = ${fixed(value, 2)}`);
      })));
      const place = nearest(weight, frame.weights);
      if (JSON.stringify(place) === chosen) return;
      chosen = JSON.stringify(place);
      choose(place);
    },
  };
}

/** @param {HTMLTableCellElement[][]} cells @param {number} synapse */
function gridOf(cells, synapse) {
  const laid = cells[0].length === 1 && cells.length > TALL;
  const rows = laid ? [cells.flat()] : cells;
  const body = html("tbody", { role: "rowgroup" }, ...rows.map(row => html("tr", { role: "row" }, ...row)));
  const grid = html("table", { role: "grid", "aria-label": `syn${synapse}: choose a weight`, style: `--columns: ${rows[0].length}` }, body);
  grid.addEventListener("keydown", event => walk(event, rows));
  return html("figure", {}, grid, html("figcaption", {}, `syn${synapse}${laid ? ".T" : ""}`));
}

/** @param {KeyboardEvent} event @param {HTMLTableCellElement[][]} rows */
function walk(event, rows) {
  const i = rows.findIndex(row => row.some(cell => cell === event.target));
  const j = rows[i]?.findIndex(cell => cell === event.target) ?? -1;
  /** @type {Record<string, HTMLTableCellElement | undefined>} */
  const moves = {
    ArrowRight: rows[i]?.[j + 1], ArrowLeft: rows[i]?.[j - 1], ArrowDown: rows[i + 1]?.[j], ArrowUp: rows[i - 1]?.[j],
    Home: rows[i]?.[0], End: rows[i]?.[rows[i].length - 1], " ": rows[i]?.[j], Enter: rows[i]?.[j],
  };
  if (!(event.key in moves)) return;
  event.preventDefault();
  moves[event.key]?.click();
  moves[event.key]?.focus();
}

/** The same by three numbers: syn0[1, 2]. @param {import("../lab.js").Lab} lab */
export function numbersOf(lab) {
  const [synapse, row, column] = ["matrix", "row", "column"].map(name => html("select", { "aria-label": `${name} of the weight` }));
  const value = html("b");
  const way = html("span", { class: "whence" });
  const element = html("p", { class: "place" }, synapse, "[", row, ", ", column, "] = ", value, way);
  const commit = () => lab.chooseWeight({ synapse: Number(synapse.value), row: Number(row.value), column: Number(column.value) });
  for (const select of [synapse, row, column]) select.addEventListener("change", commit);
  return {
    element,
    /** @param {State} state */
    paint({ frame, run, weight }) {
      if (!frame || !run) return;
      const place = nearest(weight, frame.weights);
      const matrix = frame.weights[place.synapse];
      offer(synapse, frame.weights.length, i => `syn${i}`, place.synapse);
      offer(row, matrix.length, String, place.row);
      offer(column, matrix[0].length, String, place.column);
      say(value, fixed(matrix[place.row][place.column], 3));
      const from = place.synapse === 0 ? run.columns[place.row] : `l${place.synapse}[${place.row}]`;
      say(way, `from ${from} to l${place.synapse + 1}[${place.column}]`);
    },
  };
}

/** @param {HTMLSelectElement} select @param {number} count @param {(i: number) => string} name @param {number} chosen */
function offer(select, count, name, chosen) {
  if (select.length !== count) {
    select.replaceChildren(...Array.from({ length: count }, (_, i) => html("option", { value: i }, name(i))));
  }
  if (select.value !== String(chosen)) select.value = String(chosen);
}
