// @ts-check
/**
 * All runs of the experiment side by side, sorted by any column.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../lab.js").State} State
 */

import { html, set } from "../dom.js";
import { COLUMNS, living, sorted } from "./columns.js";
import { differences, whence } from "./names.js";
import { runRow } from "./row.js";

/** @param {Lab} lab */
export function runsTable(lab) {
  const body = html("tbody", { role: "rowgroup" });
  const heads = [{ key: "run", title: "run", about: "In order of age." }, ...COLUMNS].map(({ key, title, about }) => {
    const button = html("button", { type: "button", "data-explain": about }, title);
    button.addEventListener("click", () => sortBy(key));
    return { key, element: html("th", { scope: "col", role: "columnheader", class: `runs-${key}` }, button) };
  });
  const titles = html("tr", { role: "row" }, ...heads.map(head => head.element), html("td", { role: "cell" }));
  // The roles are said, because a phone lays the rows out in another way, and a browser may then forget them.
  const table = html("table", { class: "runs", role: "table", "aria-label": "runs" }, html("thead", { role: "rowgroup" }, titles), body);
  /** @type {Map<number, ReturnType<typeof runRow>>} */
  const rows = new Map();
  let by = { key: "run", down: false };
  /** @type {unknown[]} */
  let drawn = [];

  /** @param {string} key the same again: the other way round */
  function sortBy(key) {
    by = { key, down: by.key === key && !by.down };
    drawn = [];
    paint(lab.state(), true);
  }

  /** @param {State} state */
  function build(state) {
    const present = state.run?.run;
    const all = sorted(state.runs.map(row => (row.run === present ? living(row, state) : row)), by);
    const labels = differences(all.map(row => row.label));
    for (const { key, element } of heads) {
      if (key === by.key) set(element, "aria-sort", by.down ? "descending" : "ascending");
      else element.removeAttribute("aria-sort");
    }
    for (const [run, row] of rows) {
      if (all.some(other => other.run === run)) continue;
      leave(row.element);
      row.gone();
      rows.delete(run);
    }
    all.forEach((row, i) => {
      const own = rows.get(row.run) ?? runRow(row.run, lab);
      rows.set(row.run, own);
      own.update(row, { present: row.run === present, about: [labels[i], whence(row, all)].filter(Boolean).join(" · ") });
      own.write(row, state.controls?.goal != null);
      if (body.children[i] !== own.element) keepingFocus(() => body.insertBefore(own.element, body.children[i] ?? null));
    });
  }

  /** A row that goes leaves the focus to its neighbour. @param {HTMLElement} row */
  function leave(row) {
    const next = /** @type {HTMLElement | null} */ (row.nextElementSibling ?? row.previousElementSibling);
    const held = row.contains(document.activeElement);
    row.remove();
    if (held) /** @type {HTMLElement | null | undefined} */ (next?.querySelector(".runs-pencil"))?.focus();
  }

  /** @param {State} state @param {boolean} write */
  function paint(state, write) {
    const { run, runs, controls } = state;
    const now = [runs, run?.run, controls?.goal];
    if (now.some((part, i) => part !== drawn[i]) || !drawn.length) {
      drawn = now;
      build(state);
    } else if (write) {
      const row = runs.find(row => row.run === run?.run);
      if (row) rows.get(row.run)?.write(living(row, state), controls?.goal != null);
    }
  }

  return { element: table, paint };
}

/** An element that is moved loses the focus. @param {() => void} move */
function keepingFocus(move) {
  const held = /** @type {HTMLElement | null} */ (document.activeElement);
  move();
  if (held && held !== document.activeElement && held.isConnected) held.focus({ preventScroll: true });
}
