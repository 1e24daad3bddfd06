// @ts-check
/**
 * What is looked ahead to, beside the transport, where the chart that shows it is out of view: on a phone it is screens
 * below the slider.
 *
 * @typedef {import("../lab.js").State} State
 */

import { line } from "../charts/svg.js";
import { find, html, say, set, svg } from "../dom.js";
import { isInView, scaled } from "./spark.js";
import { outcome } from "./words.js";

const SIZE = { width: 112, height: 44 };
/** As in the chart. */
const DASHES = ["2 3", "6 4", "10 4"];

/** @param {HTMLElement} transport */
export function peek(transport) {
  const chart = find("#curve .panel-body");
  const paths = DASHES.map(dashes => svg("path", { "stroke-dasharray": dashes }));
  const words = html("p");
  // It is read out where the chart is.
  const element = html("div", { class: "ahead-peek", "aria-hidden": "true", hidden: true }, svg("svg", { ...SIZE }, ...paths), words);
  transport.append(element);
  let drawn = /** @type {State["ahead"]} */ (null);

  return {
    /** @param {State} state */
    update({ ahead }) {
      if (ahead === drawn) return;
      drawn = ahead;
      element.hidden = !ahead || isInView(chart.getBoundingClientRect(), transport.getBoundingClientRect(), innerHeight);
      if (!ahead || element.hidden) return;
      say(words, outcome(ahead));
      const { x, y } = scaled(ahead.curves, SIZE);
      paths.forEach((path, i) => {
        const { value, iterations, errors } = ahead.curves[i] ?? { value: NaN, iterations: [], errors: [] };
        set(path, "d", line(errors.length, k => x(iterations[k]), k => y(errors[k])));
        set(path, "class", `ahead-curve${value === ahead.value ? " asked" : ""}`);
      });
    },
  };
}
