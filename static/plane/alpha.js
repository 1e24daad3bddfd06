// @ts-check
/** The plane's own alpha: a slider by powers of ten, and a field for any number between its ends. */

import { html } from "../dom.js";
import { brief } from "../numbers.js";
import { numberCell } from "../pieces/parts.js";
import { within } from "../pieces/typed.js";
import { logarithmic } from "../scale.js";
import { slider } from "../slider.js";

const [LOW, HIGH] = [0.01, 1000];

/** What was typed or kept. */
export const alphaOf = within("alpha", LOW, HIGH);

/** @param {(alpha: number) => void} changed */
export function alphaControl(changed) {
  const cell = numberCell("alpha of the plane", changed, alphaOf, "decimal");
  const range = html("input", { type: "range", "aria-label": "alpha of the plane, as a slider" });
  const thumb = slider(range, { scale: logarithmic(LOW, HIGH), text: brief, send: alpha => {
    changed(alpha);
    thumb.release(); // nobody else has a say in it
    return true;
  } });
  return {
    element: html("div", { class: "plane-alpha" }, html("span", {}, "alpha"), cell.element, range),
    /** @param {number} alpha */
    show(alpha) {
      cell.show(alpha);
      thumb.show(alpha);
    },
  };
}
