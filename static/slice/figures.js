// @ts-check
/** Weight, error, slope and step as numbers, in columns that stand still. */

import { html, say } from "../dom.js";
import { brief, powers, signed } from "../numbers.js";
import { heightText } from "./words.js";

export function figures() {
  const heads = ["weight", "error", "slope", "−alpha × slope"].map(text => html("th", { scope: "col" }, text));
  const cells = heads.map(() => html("td", {}));
  const element = html("table", { class: "slice-figures" }, html("thead", {}, html("tr", {}, ...heads)), html("tbody", {}, html("tr", {}, ...cells)));
  return {
    element,
    /**
     * @param {string} error what it is called
     * @param {number[]} values weight, error, slope and step
     * @param {number} alpha
     * @param {boolean} isKnown whether the step is
     */
    show(error, [weight, height, slope, step], alpha, isKnown) {
      say(heads[1], error);
      say(heads[3], `step (alpha ${brief(alpha)})`);
      [signed(weight, 5), heightText(height), signed(slope, 5), isKnown ? signed(step, 5) : "–"].forEach((text, i) => say(cells[i], powers(text)));
    },
  };
}
