// @ts-check
/**
 * Which line is which run: pointing at a name brings its line out, and pressing it turns to the run.
 *
 * @typedef {import("../runs/shown.js").Shown} Shown
 * @typedef {import("./curve-view.js").Scales} Scales
 */

import { draw, line, set } from "../charts/svg.js";
import { html } from "../dom.js";
import { inkOf, swatch } from "../runs/swatch.js";

/**
 * @param {HTMLElement} element
 * @param {SVGElement} inside
 * @param {{choose: (run: number) => void, changed: () => void}} wishes
 */
export function runLegend(element, inside, { choose, changed }) {
  const lit = draw(inside, "path", { class: "curve-lit" });
  const list = html("ul", { class: "curve-runs", "aria-label": "other runs", hidden: true });
  element.append(list);
  /** @type {Shown | null} */
  let pointed = null;
  /** @type {Shown[]} */
  let listed = [];

  /** @param {Shown} run */
  function entry(run) {
    const button = html("button", { type: "button", class: "curve-run", "data-explain": `${run.label}. Press to turn to it.` });
    button.append(swatch(run.colour), html("span", {}, run.title));
    button.addEventListener("click", () => choose(run.run));
    for (const event of ["pointerenter", "focus"]) button.addEventListener(event, () => point(run));
    for (const event of ["pointerleave", "blur"]) button.addEventListener(event, () => point(null));
    return html("li", {}, button);
  }

  /** @param {Shown | null} run */
  function point(run) {
    pointed = run;
    changed();
  }

  return {
    /** @param {Shown[]} runs */
    list(runs) {
      if (runs === listed) return;
      listed = runs;
      pointed = null;
      list.hidden = runs.length === 0;
      list.replaceChildren(...runs.map(entry));
    },
    /** @param {unknown} _ @param {Scales} scales */
    paint(_, { x, y }) {
      const { iterations, errors } = pointed?.whole ?? { iterations: [], errors: [] };
      set(lit, { d: line(errors.length, i => x(iterations[i]), i => y(errors[i])) });
      if (pointed) lit.style.stroke = inkOf(pointed.colour);
    },
  };
}
