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
  const list = document.createElement("div");
  list.setAttribute("role", "list");
  list.setAttribute("aria-label", "earlier runs");
  row.append("earlier", list);
  button(row, "Clear", "Forgets the earlier runs.", clear);
  element.append(row);
  let pointed = -1;
  /** @type {OlderRun[]} */
  let listed = [];

  /** @param {OlderRun[]} runs */
  function show(runs) {
    if (runs === listed) return;
    listed = runs;
    pointed = -1;
    row.hidden = runs.length === 0;
    const names = differences(runs.map(run => run.label));
    list.replaceChildren(...runs.map((run, i) => entry(run, names[i], i)));
  }

  /** @param {OlderRun} run @param {string} name @param {number} i */
  function entry({ label }, name, i) {
    const item = document.createElement("span");
    item.className = "curve-older-run";
    item.tabIndex = 0;
    item.setAttribute("role", "listitem");
    item.dataset.explain = label;
    const sample = draw(item, "svg", { width: 22, height: 6, "aria-hidden": "true" });
    draw(sample, "path", { d: "M0 3H22", "stroke-dasharray": PATTERNS[DASHES[i % DASHES.length]] });
    item.append(name);
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
    list: show,
    /** @param {import("../lab.js").State} state @param {Scales} scales */
    paint({ older }, { x, y }) {
      const run = older[pointed];
      set(lit, { d: run ? line(run.errors.length, i => x(run.iterations[i]), i => y(run.errors[i])) : "" });
    },
  };
}

/**
 * What tells runs apart: of "alpha 1, seed 1, 60 iterations" and "alpha 2, seed 1, 90 iterations" only the alpha. How
 * long a run was shows in its line.
 *
 * @param {string[]} labels
 */
export function differences(labels) {
  const parts = labels.map(label => label.split(", ").filter(part => !/ iterations?$/.test(part)));
  const common = parts.length > 1 ? parts[0].filter(part => parts.every(others => others.includes(part))) : [];
  return parts.map((own, i) => own.filter(part => !common.includes(part)).join(", ") || own.join(", ") || labels[i]);
}
