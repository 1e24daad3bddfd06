// @ts-check
/** Where a table is in pages: which rows these are, of how many, and two buttons. */

import { html, say } from "../dom.js";
import { whole } from "../numbers.js";

/** @param {(page: number) => void} turned */
export function pagerOf(turned) {
  const back = html("button", { type: "button", class: "chart-button", "aria-label": "Rows before" }, "‹");
  const on = html("button", { type: "button", class: "chart-button", "aria-label": "Rows behind" }, "›");
  const where = html("span", { role: "status" });
  const element = html("div", { class: "compare-pager", hidden: true }, back, where, on);
  let present = 0;
  back.addEventListener("click", () => turned(present - 1));
  on.addEventListener("click", () => turned(present + 1));

  return {
    element,
    /** @param {{page: number, pages: number}} page @param {string} sentence is empty when nothing is hidden */
    show({ page, pages }, sentence) {
      present = page;
      back.disabled = page === 0;
      on.disabled = page === pages - 1;
      back.hidden = on.hidden = pages === 1;
      say(where, sentence);
      element.hidden = pages === 1 && sentence === "";
    },
  };
}

/**
 * Which examples are shown, if those are not all.
 *
 * @param {import("../messages.js").Snapshot} run
 * @param {{first: number, end: number}} page counted in the window
 */
export function exampleRange({ first_row, rows, inputs }, { first, end }) {
  if (first === 0 && end >= rows) return "";
  const window = inputs.length < rows ? "; those around the chosen one are in view" : "";
  return `Examples ${whole(first_row + first + 1)}–${whole(first_row + end)} of ${whole(rows)}${window}`;
}

/** Which rows of weights are shown, if those are not all. @param {number} rows @param {{first: number, end: number}} page */
export function rowRange(rows, { first, end }) {
  return end - first < rows ? `Rows ${first + 1}–${end} of ${rows}` : "";
}
