// @ts-check
/** What the network is taught, and how far off it is on every row. */

import { html, say } from "../dom.js";
import { fixed, signed } from "../numbers.js";

const DIGITS = 4;

/**
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {HTMLElement} prediction
 * @property {HTMLElement} error
 * @property {HTMLElement} bar
 */

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function examplesPanel(element, lab) {
  /** @type {unknown} */
  let drawn = null;
  /** @type {Row[]} */
  let rows = [];

  /** @param {import("../messages.js").Snapshot} run */
  function build(run) {
    const last = `l${run.frame.layers.length}`;
    const head = [...run.columns, "target y", `prediction ${last}`, `error y − ${last}`];
    rows = run.inputs.map((inputs, i) => rowOf([...inputs, ...run.targets[i]]));
    const titles = head.map(title => html("th", { scope: "col", role: "columnheader" }, title));
    titles[titles.length - 1].colSpan = 2;
    const table = html("table", { class: "examples", role: "grid", "aria-labelledby": "examples-title" },
      html("thead", { role: "rowgroup" }, html("tr", { role: "row" }, ...titles)),
      html("tbody", { role: "rowgroup" }, ...rows.map(row => row.element)));
    choosable(rows, lab);
    element.replaceChildren(table);
    drawn = run;
  }

  return {
    paint({ run, frame, controls }) {
      if (!run || !frame || !controls) return;
      if (drawn !== run) build(run);
      const outputs = frame.layers[frame.layers.length - 1];
      rows.forEach((row, i) => {
        write(row, outputs[i]?.[0] ?? NaN, run.targets[i][0]);
        const chosen = i === controls.row;
        row.element.setAttribute("aria-selected", String(chosen));
        row.element.tabIndex = chosen ? 0 : -1;
      });
    },
  };
}

/** @param {number[]} given @returns {Row} */
function rowOf(given) {
  const cells = given.map(value => html("td", { role: "gridcell" }, String(value)));
  const prediction = html("td", { role: "gridcell", class: "prediction" });
  const error = html("td", { role: "gridcell", class: "off" });
  const bar = html("i");
  const chart = html("td", { class: "gauge", role: "presentation" }, html("span", {}, bar));
  return { element: html("tr", { role: "row" }, ...cells, prediction, error, chart), prediction, error, bar };
}

/** @param {Row} row @param {number} output @param {number} target */
function write({ prediction, error, bar }, output, target) {
  const off = target - output; // as the code beside it has it: positive where the answer should have been higher
  say(prediction, fixed(output, DIGITS));
  say(error, signed(off, DIGITS));
  // A square root, so that an error of a hundredth can still be seen beside one of a half.
  const length = Number.isFinite(off) ? Math.sign(off) * Math.sqrt(Math.min(1, Math.abs(off))) : 0;
  bar.style.transform = `scaleX(${length.toFixed(4)})`;
}

/** @param {Row[]} rows @param {import("../lab.js").Lab} lab */
function choosable(rows, lab) {
  rows.forEach(({ element }, here) => {
    element.addEventListener("click", () => lab.chooseRow(here));
    element.addEventListener("keydown", event => {
      /** @type {Record<string, number>} */
      const moves = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1, " ": here, Enter: here };
      const wanted = rows[moves[event.key]];
      if (!wanted) return;
      event.preventDefault();
      lab.chooseRow(moves[event.key]);
      wanted.element.focus();
    });
  });
}
