// @ts-check
/** What stands over the columns of the examples, and under them. */

import { html } from "../dom.js";
import { WHAT_A_CORRELATION_IS, outputNames, targetNames } from "./words.js";

const ROUNDED = "The prediction rounded to 0 or 1, and whether that is the target: ✓ right, ✗ wrong, ? as close to 0 as to 1.";
const UNSURE = "How steep the sigmoid is at this prediction: a full bar where it is undecided, an empty one where it is sure. As the posts have it, the error is multiplied by this.";

/** @typedef {import("../messages.js").Snapshot} Snapshot */

/** What can be typed into, inputs before targets. @param {Snapshot | null} run */
export function namesOf(run) {
  return run ? [...run.columns, ...targetNames(run.targets[0].length)] : [];
}

/** @param {Snapshot} run */
export function headOf(run) {
  const layer = `l${run.frame.layers.length}`;
  const targets = run.targets[0].length;
  /** @param {string} text @param {string} [word] that there is not always room for @param {string} [sentence] */
  const title = (text, word = "", sentence = "") => html("th", { scope: "col", role: "columnheader", "data-explain": sentence || null },
    html("span", { class: "wordy" }, word), text);
  const error = targets === 1 ? title(`y − ${layer}`, "error ") : title(`|y − ${layer}|`, "mean ");
  const unsure = title("unsure", "", UNSURE);
  unsure.classList.add("unsure-title");
  return html("thead", { role: "rowgroup" }, html("tr", { role: "row" },
    ...run.columns.map(name => title(name)), ...targetNames(targets).map(name => title(name, "target ")),
    ...outputNames(layer, targets).map(name => title(name, "prediction ")),
    title("rounded", "", ROUNDED), unsure, error, html("td", { role: "presentation" })));
}

/** @param {number} inputs @param {number} targets */
export function footOf(inputs, targets) {
  const name = html("th", { scope: "row", role: "rowheader", "data-explain": WHAT_A_CORRELATION_IS },
    targets === 1 ? "correlation with y" : "correlation with y[0]");
  name.colSpan = 2 * targets + 4;
  const cells = Array.from({ length: inputs }, () => html("td", { role: "gridcell" }));
  return html("tfoot", { role: "rowgroup" }, html("tr", { role: "row" }, ...cells, name));
}
