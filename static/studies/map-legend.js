// @ts-check
/** What the colours and the signs of a map mean. */

import { html, say, set } from "../dom.js";
import { small } from "../numbers.js";
import { middleWords } from "./luck-ranks.js";
import { between } from "./map-colour.js";

/** Of the strip of colours. */
const STEPS = 24;
/** Of several seeds, and of one. */
const SIGNS = [["●", "solved from every seed", "solved"], ["◐", "from some", ""], ["○", "from none", "not solved"], ["×", "no finite error", "no finite error"]];

/** What the colours are of. @param {import("./map-cells.js").Shown} shown @param {number} seeds */
export function meantBy(shown, seeds) {
  if (shown === "solved") return "share of seeds that solve it:";
  if (seeds === 1) return "final error, logarithmic:";
  return `final error of ${shown === "middle" ? middleWords(seeds) : `the ${shown} seed`}, logarithmic:`;
}

export function mapLegend() {
  const [low, middle, high, solved] = [html("span"), html("span"), html("span"), html("span")];
  const steps = Array.from({ length: STEPS }, () => html("i"));
  const strip = html("span", { class: "map-strip", "aria-hidden": "true" }, ...steps);
  const scale = html("span", { class: "map-scale" }, low, strip, high);
  const meanings = SIGNS.map(() => html("span"));
  const signs = SIGNS.map(([sign], i) => html("span", {}, html("b", { "aria-hidden": "true" }, sign), " ", meanings[i]));
  return {
    element: html("p", { class: "map-legend" }, middle, scale, ...signs, solved),
    /** @param {import("./map-cells.js").Shown} shown @param {number} seeds @param {number} within @param {[number, number]} span @param {string[]} ramp */
    paint(shown, seeds, within, span, ramp) {
      const kind = shown === "solved" ? "share" : "error";
      say(middle, meantBy(shown, seeds));
      SIGNS.forEach(([, several, one], i) => {
        say(meanings[i], seeds === 1 ? one : several);
        signs[i].hidden = seeds === 1 && !one;
      });
      say(solved, `solved: every answer within ${within} of its target`);
      say(low, kind === "error" ? small(span[0]) : "0 %");
      say(high, kind === "error" ? small(span[1]) : "100 %");
      const colours = ramp.join();
      if (strip.dataset.colours !== colours) steps.forEach((step, i) => (step.style.background = between(ramp, i / (STEPS - 1))));
      set(strip, "data-colours", colours);
    },
  };
}
