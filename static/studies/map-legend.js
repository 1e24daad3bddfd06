// @ts-check
/** What the colours and the signs of a map mean. */

import { html, say, set } from "../dom.js";
import { small } from "../numbers.js";
import { between } from "./map-colour.js";

/** Of the strip of colours. */
const STEPS = 24;
const SIGNS = [["●", "solved from every seed"], ["◐", "from some"], ["○", "from none"], ["×", "no finite error"]];
/** @type {Record<import("./map-cells.js").Shown, string>} */
const MEANT = {
  middle: "final error of the seed in the middle (as many end better as worse), logarithmic:", best: "final error of the best seed, logarithmic:",
  worst: "final error of the worst seed, logarithmic:", solved: "share of seeds that solve it:",
};

export function mapLegend() {
  const [low, middle, high, solved] = [html("span"), html("span"), html("span"), html("span")];
  const steps = Array.from({ length: STEPS }, () => html("i"));
  const strip = html("span", { class: "map-strip", "aria-hidden": "true" }, ...steps);
  const scale = html("span", { class: "map-scale" }, low, strip, high);
  const signs = SIGNS.map(([sign, meaning]) => html("span", {}, html("b", { "aria-hidden": "true" }, sign), ` ${meaning}`));
  return {
    element: html("p", { class: "map-legend" }, middle, scale, ...signs, solved),
    /** @param {import("./map-cells.js").Shown} shown @param {number} seeds @param {number} within @param {[number, number]} span @param {string[]} ramp */
    paint(shown, seeds, within, span, ramp) {
      const kind = shown === "solved" ? "share" : "error";
      say(middle, kind === "error" && seeds === 1 ? "final error, logarithmic:" : MEANT[shown]);
      say(solved, `solved: every answer within ${within} of its target`);
      say(low, kind === "error" ? small(span[0]) : "0 %");
      say(high, kind === "error" ? small(span[1]) : "100 %");
      const colours = ramp.join();
      if (strip.dataset.colours !== colours) steps.forEach((step, i) => (step.style.background = between(ramp, i / (STEPS - 1))));
      set(strip, "data-colours", colours);
    },
  };
}
