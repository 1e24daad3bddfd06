// @ts-check
/** The axes around a chart without numbers, of 300 by 120: what an empty panel shows in the place of its chart. */

import { svg } from "../dom.js";

/** @param {...SVGElement} parts what is drawn between the axes */
export function sketchFrame(...parts) {
  const axes = svg("path", { d: "M0 -4V124H304", fill: "none", "stroke-width": 1 });
  axes.style.stroke = "var(--edge)";
  return svg("svg", { viewBox: "-2 -6 310 134", "aria-hidden": "true", opacity: 0.55 }, axes, ...parts);
}
