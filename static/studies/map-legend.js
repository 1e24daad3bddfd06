// @ts-check
/** What the colours and the signs of a map mean. */

import { html, say, set } from "../dom.js";
import { small } from "../numbers.js";

const SIGNS = [["●", "solved from every seed"], ["◐", "from some"], ["○", "from none"], ["×", "no finite error"]];

export function mapLegend() {
  const [low, middle, high] = [html("span"), html("span"), html("span")];
  const strip = html("i", { "aria-hidden": "true" });
  const scale = html("span", { class: "map-scale" }, low, strip, high);
  const signs = SIGNS.map(([sign, meaning]) => html("span", {}, html("b", { "aria-hidden": "true" }, sign), ` ${meaning}`));
  return {
    element: html("p", { class: "map-legend" }, middle, scale, ...signs),
    /** @param {"error" | "share"} kind @param {[number, number]} span @param {string[]} ramp */
    paint(kind, span, ramp) {
      say(middle, kind === "error" ? "final error, logarithmic:" : "share of seeds that solve it:");
      say(low, kind === "error" ? small(span[0]) : "0 %");
      say(high, kind === "error" ? small(span[1]) : "100 %");
      const colours = `linear-gradient(to right, ${ramp.join(", ")})`;
      if (strip.dataset.colours !== colours) strip.style.background = colours;
      set(strip, "data-colours", colours);
    },
  };
}
