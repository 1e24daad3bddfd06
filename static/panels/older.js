// @ts-check
/**
 * The legend of the older runs: pointing at one brings it out of the background.
 *
 * @typedef {import("../messages.js").OlderRun} OlderRun
 * @typedef {import("./curve-view.js").Scales} Scales
 */

import { button } from "../charts/choice.js";
import { draw, line, set } from "../charts/svg.js";
import { DASHES } from "./curve-view.js";

/** As drawn by Plotly, for lines of width 1.5. @type {Record<string, string>} */
const PATTERNS = { solid: "", dot: "1.5 3", dash: "6 4", dashdot: "6 3 1.5 3", longdash: "11 4", longdashdot: "11 4 1.5 4" };

/**
 * @param {HTMLElement} element
 * @param {SVGElement} inside
 * @param {{clear: () => void, changed: () => void}} wishes
 */
export function olderRuns(element, inside, { clear, changed }) {
  const lit = draw(inside, "path", { class: "curve-older-lit" });
  const row = document.createElement("div");
  row.className = "curve-older";
  row.hidden = true;
  element.append(row);
  let pointed = -1;
  /** @type {OlderRun[]} */
  let listed = [];

  /** @param {OlderRun[]} runs */
  function list(runs) {
    if (runs === listed) return;
    listed = runs;
    pointed = -1;
    row.hidden = runs.length === 0;
    const title = document.createElement("span");
    title.textContent = "earlier";
    row.replaceChildren(title, ...runs.map(entry));
    button(row, "Clear", "Forgets the earlier runs.", clear);
  }

  /** @param {OlderRun} run @param {number} i */
  function entry({ label }, i) {
    const item = document.createElement("span");
    item.className = "curve-older-run";
    item.tabIndex = 0;
    const sample = draw(item, "svg", { width: 22, height: 6, "aria-hidden": "true" });
    draw(sample, "path", { d: "M0 3H22", "stroke-dasharray": PATTERNS[DASHES[i % DASHES.length]] });
    item.append(label);
    for (const event of ["pointerenter", "focus"]) item.addEventListener(event, () => point(i));
    for (const event of ["pointerleave", "blur"]) item.addEventListener(event, () => point(-1));
    return item;
  }

  /** @param {number} i */
  function point(i) {
    pointed = i;
    changed();
  }

  return {
    list,
    /** @param {import("../lab.js").State} state @param {Scales} scales */
    paint({ older }, { x, y }) {
      const run = older[pointed];
      set(lit, { d: run ? line(run.errors.length, i => x(run.iterations[i]), i => y(run.errors[i])) : "" });
    },
  };
}
