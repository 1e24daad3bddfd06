// @ts-check
/** All weights by size, and as an outline those that the run began with. */

import { html, say, set, svg } from "../dom.js";
import { signed } from "../numbers.js";
import { counted, mean, reach } from "./bins.js";

const [WIDTH, HEIGHT, BINS] = [168, 44, 21];
const STEP = WIDTH / BINS;

export function histogram() {
  const bars = svg("path", { class: "bars" });
  const first = svg("path", { class: "first" });
  const ends = [svg("text", { x: 0, y: HEIGHT + 11 }), svg("text", { x: WIDTH, y: HEIGHT + 11, "text-anchor": "end" })];
  const zero = svg("text", { x: WIDTH / 2, y: HEIGHT + 11, "text-anchor": "middle" });
  say(zero, "0");
  const chart = svg("svg", { class: "histogram", viewBox: `0 0 ${WIDTH} ${HEIGHT + 13}`, width: WIDTH, height: HEIGHT + 13, role: "img" },
    svg("path", { class: "axis", d: `M0 ${HEIGHT + 0.5}H${WIDTH}M${WIDTH / 2} 0V${HEIGHT}` }), bars, first, ...ends, zero);
  const words = html("figcaption");
  const element = html("figure", { class: "spread" }, chart, words);

  return {
    element,
    /** @param {number[]} now @param {number[]} before at the first iteration */
    paint(now, before) {
      const wide = reach([...now, ...before]);
      const [mine, old] = [counted(now, wide, BINS), counted(before, wide, BINS)];
      const most = Math.max(1, ...mine, ...old);
      const up = (/** @type {number} */ count) => (HEIGHT - (count / most) * HEIGHT).toFixed(1);
      set(bars, "d", mine.map((count, i) => (count ? `M${i * STEP + 1} ${HEIGHT}V${up(count)}h${STEP - 2}V${HEIGHT}Z` : "")).join(""));
      set(first, "d", `M0 ${HEIGHT}${old.map(count => `V${up(count)}h${STEP}`).join("")}V${HEIGHT}`);
      say(ends[0], `−${wide}`);
      say(ends[1], String(wide));
      const text = `mean ${signed(mean(now), 2)}, at first ${signed(mean(before), 2)}`;
      say(words, text);
      set(chart, "aria-label", `how large the weights are; as an outline the first ones; ${text}`);
    },
  };
}
