// @ts-check
/** A short piece of a line, as it is drawn in the charts: of a run, or of any. */

import { draw } from "../charts/svg.js";
import { looksOf } from "./palette.js";

/** @param {number} colour of a run */
export function inkOf(colour) {
  return `var(${looksOf(colour).token})`;
}

/** @param {number | null} colour of a run; null: the present one */
export function swatch(colour) {
  return colour === null ? lineSample("var(--err)", "none") : lineSample(inkOf(colour), looksOf(colour).dasharray);
}

/** @param {string} ink @param {string} dasharray */
export function lineSample(ink, dasharray) {
  const sample = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of [["class", "run-swatch"], ["viewBox", "0 0 26 8"], ["aria-hidden", "true"]]) sample.setAttribute(name, value);
  draw(sample, "path", { d: "M1 4H25", "stroke-dasharray": dasharray }).style.stroke = ink;
  return sample;
}
