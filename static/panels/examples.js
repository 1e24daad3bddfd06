// @ts-check
/** What the network is taught, and how far off it is on every row. */

import { readable } from "../cadence.js";
import { html, say, set } from "../dom.js";
import { fixed, signed } from "../numbers.js";

const DIGITS = 4;

/**
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {HTMLElement} prediction
 * @property {HTMLElement} error
 * @property {HTMLElement} bar
 * @property {string} length of the bar as it is drawn
 */

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function examplesPanel(element, lab) {
  /** @type {unknown} */
  let drawn = null;
  /** @type {Row[]} */
  let rows = [];
  /** @type {number | null} */
  let chosen = null;

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
    [drawn, chosen] = [run, null];
  }

  return {
    paint(state) {
      const { run, frame, controls } = state;
      if (!run || !frame || !controls) return;
      const fresh = drawn !== run;
      if (fresh) build(run);
      const outputs = frame.layers[frame.layers.length - 1];
      const written = readable(state) || fresh;
      rows.forEach((row, i) => {
        // As the code beside it has it: positive where the answer should have been higher.
        const off = run.targets[i][0] - (outputs[i]?.[0] ?? NaN);
        stretch(row, off);
        if (!written) return;
        say(row.prediction, fixed(outputs[i]?.[0] ?? NaN, DIGITS));
        say(row.error, signed(off, DIGITS));
      });
      if (chosen !== controls.row) choose(controls.row);
    },
  };

  /** @param {number} row */
  function choose(row) {
    rows.forEach(({ element }, i) => {
      set(element, "aria-selected", String(i === row));
      element.tabIndex = i === row ? 0 : -1;
    });
    chosen = row;
  }
}

/** @param {number[]} given @returns {Row} */
function rowOf(given) {
  const cells = given.map(value => html("td", { role: "gridcell" }, String(value)));
  const prediction = html("td", { role: "gridcell", class: "prediction" });
  const error = html("td", { role: "gridcell", class: "off" });
  const bar = html("i");
  const chart = html("td", { class: "gauge", role: "presentation" }, html("span", {}, bar));
  return { element: html("tr", { role: "row" }, ...cells, prediction, error, chart), prediction, error, bar, length: "" };
}

/** @param {Row} row @param {number} off */
function stretch(row, off) {
  // A square root, so that an error of a hundredth can still be seen beside one of a half.
  const length = Number.isFinite(off) ? Math.sign(off) * Math.sqrt(Math.min(1, Math.abs(off))) : 0;
  const text = length.toFixed(3);
  if (text === row.length) return;
  row.length = text;
  row.bar.style.transform = `scaleX(${text})`;
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
