// @ts-check
/** An alpha that only the page knows: a slider, and a cell for any number between its ends. */

import { html } from "../dom.js";
import { brief } from "../numbers.js";
import { slider } from "../slider.js";
import { numberCell } from "./parts.js";

/**
 * @param {{range: string, cell: string}} labels
 * @param {import("../scale.js").Scale} scale
 * @param {import("./parts.js").Reading} read
 * @param {(alpha: number) => void} changed
 */
export function alphaKnob(labels, scale, read, changed) {
  const cell = numberCell(labels.cell, changed, read, "decimal");
  const range = html("input", { type: "range", "aria-label": labels.range });
  const thumb = slider(range, { scale, text: brief, send: alpha => {
    changed(alpha);
    thumb.release(); // nobody else has a say in it
    return true;
  } });
  return {
    cell, range,
    /** @param {number} alpha */
    show(alpha) {
      cell.show(alpha);
      thumb.show(alpha);
    },
  };
}
