// @ts-check
/** The plane's own alpha. */

import { html } from "../dom.js";
import { alphaKnob } from "../pieces/alpha.js";
import { within } from "../pieces/typed.js";
import { logarithmic } from "../scale.js";

const [LOW, HIGH] = [0.01, 1000];

/** What was typed or kept. */
export const alphaOf = within("alpha", LOW, HIGH);

/** @param {(alpha: number) => void} changed */
export function alphaControl(changed) {
  const { cell, range, show } = alphaKnob({ range: "alpha of the plane, as a slider", cell: "alpha of the plane" }, logarithmic(LOW, HIGH), alphaOf, changed);
  return { element: html("div", { class: "plane-alpha" }, html("span", {}, "alpha"), cell.element, range), show };
}
