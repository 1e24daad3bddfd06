// @ts-check
/** The numbers of the bottoms under the curve, and a strip below that says in which of them each start ends. */

import { pool, set, show } from "../charts/svg.js";

const STRIP = 8;

/** The colour of a bottom; its number says the same. @param {number} bottom -1: none */
export const colourOf = bottom => (bottom < 0 ? "var(--edge)" : `var(--run-${bottom % 8})`);

/** @param {import("./plot.js").Plot} plot */
export function marks(plot) {
  const discs = pool(plot.over, "circle", { class: "bucket-disc", r: 8 });
  const numbers = pool(plot.over, "text", { class: "bucket-number", "text-anchor": "middle" });
  const stretches = pool(plot.under, "rect", { height: STRIP });

  return {
    /** @param {{x: number, y: number}[]} bottoms @param {number} lowest */
    bottoms(bottoms, lowest) {
      bottoms.forEach(({ x, y }, i) => {
        const [cx, cy] = [plot.x(x), Math.min(plot.y(y) + 17, plot.bottom - 9)];
        set(discs.at(i), { cx, cy, style: `fill: ${colourOf(i)}`, class: `bucket-disc${i === lowest ? " lowest" : ""}` });
        set(numbers.at(i), { x: cx, y: cy + 3.6 });
        const label = numbers.at(i);
        if (label.textContent !== String(i + 1)) label.textContent = String(i + 1);
      });
      discs.trim(bottoms.length);
      numbers.trim(bottoms.length);
    },
    /** Stretches of the line that end in the same bottom. @param {{from: number, to: number, home: number}[]} parts */
    strip(parts) {
      parts.forEach(({ from, to, home }, i) => {
        const left = plot.x(from);
        set(stretches.at(i), { x: left, y: plot.height - STRIP - 4, width: Math.max(0.5, plot.x(to) - left), style: `fill: ${colourOf(home)}` });
        show(stretches.at(i), true);
      });
      stretches.trim(parts.length);
    },
    clear() {
      discs.trim(0);
      numbers.trim(0);
      stretches.trim(0);
    },
  };
}
