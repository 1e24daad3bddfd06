// @ts-check
/**
 * One matrix at several moments, as a table: a line for every cell, a column for every moment.
 *
 * @typedef {import("../messages.js").Snapshot} Snapshot
 * @typedef {import("./matrices.js").Matrix} Matrix
 *
 * @typedef {object} Side
 * @property {string} title "first", "pinned" or "now"
 * @property {number} iteration
 * @property {number} error
 * @property {number[][] | null} matrix
 *
 * @typedef {object} Wishes
 * @property {Matrix} matrix
 * @property {Snapshot} run
 * @property {Side[]} before the first and the pinned
 * @property {import("./sides.js").Shape} shape
 * @property {{first: number, end: number}} page rows that are shown
 * @property {boolean} differences
 * @property {(iteration: number) => void} unpin
 */

import { html, say, set } from "../dom.js";
import { errorText, signed, whole } from "../numbers.js";
import { columnName, differenceText, exampleName, headings, numberText, rowName, targetName } from "./labels.js";
import { isOfExamples } from "./matrices.js";
import { cell, depth, difference } from "./sides.js";

/** @param {Wishes} wishes */
export function comparison(wishes) {
  const { matrix, run, before, shape, page, differences, unpin } = wishes;
  const examples = isOfExamples(matrix);
  const several = shape.columns > 1;
  /** @type {{line: HTMLElement[], row: number, column: number}[]} */
  const lines = [];
  const iteration = html("b");
  const present = [html("td", { class: "mean now" }), ...before.map(() => html("td", { class: "mean" }))];

  /** The numbers of a line: by moment, the difference behind each, now at the end. @param {HTMLElement[]} cells */
  const arranged = cells => before.flatMap((_, i) => (differences ? [cells[i], cells[before.length + 1 + i]] : [cells[i]])).concat(cells[before.length]);

  function head() {
    const { row, column } = headings(matrix);
    const names = [th(row), ...(examples ? [th("y")] : []), ...(several ? [th(column)] : [])];
    const moments = before.map(side => html("th", { scope: "col", class: "moment" }, side.title, ...unpinButton(side), html("b", {}, whole(side.iteration))));
    const changes = before.map(side => html("th", { scope: "col", class: "moment change" }, "now −", html("b", {}, whole(side.iteration))));
    const now = html("th", { scope: "col", class: "moment now" }, "now", iteration);
    const errors = before.map(side => html("td", { class: "mean" }, errorText(side.error)));
    const label = html("th", { scope: "row", colspan: names.length }, "mean |error|");
    return html("thead", {},
      html("tr", {}, ...names, ...arranged([...moments, now, ...changes])),
      html("tr", {}, label, ...arranged([...errors, ...present])));
  }

  /** @param {Side} side */
  function unpinButton({ title, iteration }) {
    if (title !== "pinned") return [];
    const label = `Unpin iteration ${whole(iteration)}`;
    const button = html("button", { type: "button", class: "unpin", "aria-label": label, "data-iteration": iteration }, "×");
    button.addEventListener("click", () => unpin(iteration));
    return [button];
  }

  /** @param {number} row */
  function group(row) {
    const span = { rowspan: shape.columns };
    const name = html("th", { scope: several ? "rowgroup" : "row", ...span }, rowName(matrix, run, row));
    const target = examples ? [html("td", { class: "target", ...span }, targetName(run, row))] : [];
    const each = Array.from({ length: shape.columns }, (_, column) => {
      const cells = [...before, null, ...before].map((_, i) => html("td", { class: i > before.length ? "change" : i < before.length ? "number" : "number now" }));
      before.forEach((side, i) => say(cells[i], numberText(matrix, cell(side.matrix, row, column))));
      lines.push({ line: cells, row, column });
      const unit = several ? [html("th", { scope: "row" }, columnName(matrix, column))] : [];
      return html("tr", {}, ...(column === 0 ? [name, ...target] : []), ...unit, ...arranged(cells));
    });
    return html("tbody", {}, ...each);
  }

  const rows = Array.from({ length: page.end - page.first }, (_, i) => group(page.first + i));
  const element = html("table", { class: "comparison", "data-kind": matrix.kind, "aria-label": `${matrix.name}, number by number` }, head(), ...rows);

  return {
    element,
    /** @param {Side | null} now @param {number} reach what gets the full colour */
    write(now, reach) {
      say(iteration, now ? whole(now.iteration) : "–");
      say(present[0], now ? errorText(now.error) : "–");
      before.forEach((side, i) => say(present[i + 1], now ? signed(now.error - side.error, 6) : "–"));
      for (const { line, row, column } of lines) {
        const value = cell(now?.matrix ?? null, row, column);
        say(line[before.length], numberText(matrix, value));
        tint(line[before.length], value, reach);
        before.forEach((side, i) => {
          const old = cell(side.matrix, row, column);
          tint(line[i], old, reach);
          if (!differences) return;
          const change = difference(value, old);
          say(line[before.length + 1 + i], differenceText(change));
          tint(line[before.length + 1 + i], change, reach);
        });
      }
    },
  };
}

/** @param {string} text */
function th(text) {
  return html("th", { scope: "col" }, text);
}

/** @param {HTMLElement} element @param {number | null} value @param {number} reach */
function tint(element, value, reach) {
  set(element, "style", `--depth: ${depth(value, reach).toFixed(2)}`);
  element.classList.toggle("negative", value !== null && value < 0);
}
