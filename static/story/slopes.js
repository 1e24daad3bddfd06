// @ts-check
/** Tiny bars of sigmoid slopes: from none to a quarter, the steepest there is. */

import { html, set } from "../dom.js";
import { small } from "../numbers.js";

export const STEEPEST = 0.25;

/** @param {number} output */
export function slopeOf(output) {
  return output * (1 - output);
}

/** @param {number} count */
export function slopeBars(count) {
  const bars = Array.from({ length: count }, () => html("i"));
  return {
    element: html("span", { class: "slopes", "aria-hidden": "true" }, ...bars),
    /** @param {number[]} slopes */
    show(slopes) {
      bars.forEach((bar, i) => set(bar, "style", `--slope: ${(Math.min(1, Math.max(0, slopes[i] || 0) / STEEPEST)).toFixed(2)}`));
    },
  };
}

/** @param {number[]} slopes */
export function worded(slopes) {
  const most = Math.max(...slopes);
  if (most === 0) return slopes.length === 1 ? "slope 0" : "slopes 0";
  return slopes.length === 1 ? `slope ${small(most)}` : `slopes ≤ ${small(most)}`;
}
