// @ts-check
/** The colours of a map in the page's theme: for errors those of the error surface, for what is solved green. */

import { theme } from "../plot.js";

/** @param {HTMLElement} element @param {"error" | "share"} kind */
export function rampOf(element, kind) {
  const tokens = theme(element);
  const ok = getComputedStyle(element).getPropertyValue("--ok").trim();
  const errors = Array.from({ length: 6 }, (_, step) => tokens[`surface-${step}`]);
  return kind === "error" ? errors : [tokens.card, ok];
}
