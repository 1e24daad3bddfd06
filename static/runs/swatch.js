// @ts-check
/** A short piece of a run's line, as it is drawn in the charts. */

import { draw } from "../charts/svg.js";
import { looksOf } from "./palette.js";

/** @param {number} colour of a run */
export function inkOf(colour) {
  return `var(${looksOf(colour).token})`;
}

/** @param {number | null} colour of a run; null: the present one */
export function swatch(colour) {
  const sample = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of [["class", "run-swatch"], ["viewBox", "0 0 26 8"], ["aria-hidden", "true"]]) sample.setAttribute(name, value);
  const stroke = draw(sample, "path", { d: "M1 4H25", "stroke-dasharray": colour === null ? "none" : looksOf(colour).dasharray });
  stroke.style.stroke = colour === null ? "var(--err)" : inkOf(colour);
  return sample;
}
