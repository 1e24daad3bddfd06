// @ts-check
/** The colours of a map in the page's theme: for errors crimson, the less the lighter; for what is solved green. */

import { isDark, theme } from "../plot.js";
import { darkRamp } from "./map-colour.js";

/** @param {HTMLElement} element @param {"error" | "share"} kind */
export function rampOf(element, kind) {
  const tokens = theme(element);
  if (kind === "share") return [tokens.card, getComputedStyle(element).getPropertyValue("--ok").trim()];
  return isDark(tokens.card) ? darkRamp(tokens) : Array.from({ length: 6 }, (_, step) => tokens[`surface-${step}`]);
}
