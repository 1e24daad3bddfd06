// @ts-check
/** Many balls on the curve, each with the colour and the shape of the bottom it ends in. */

import { draw, pool, set, show } from "../charts/svg.js";
import { FRAME } from "./curves.js";
import { colourOf } from "./marks.js";

/** @type {((x: string, y: string) => string)[]} */
const SHAPES = [
  (x, y) => `M${x} ${y}m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z`,
  (x, y) => `M${x} ${y}m-4 -4h8v8h-8Z`,
  (x, y) => `M${x} ${y}m0 -5.6l5.6 5.6l-5.6 5.6l-5.6 -5.6Z`,
  (x, y) => `M${x} ${y}m0 -5l5 8.6h-10Z`,
  (x, y) => `M${x} ${y}m0 5l5 -8.6h-10Z`,
];
const CROSS = (/** @type {string} */ x, /** @type {string} */ y) => `M${x} ${y}m-4 -4l8 8m0 -8l-8 8`;

/** A heap of balls: how many lie beside each other, and how far apart, in pixels. */
const ABREAST = 3;
const SIZE = 9;

/** @param {import("./plot.js").Plot} plot */
export function crowdScene(plot) {
  const all = pool(plot.over, "path");
  const cursor = draw(plot.over, "path", { class: "bucket-cursor" });
  show(cursor, false);
  return {
    /**
     * @param {import("./curves.js").Curve} curve
     * @param {{x: number, home: number, rests: boolean}[]} balls those at rest are heaped up in their bottom
     */
    paint(curve, balls) {
      /** @type {number[]} */
      const heaps = [];
      balls.forEach(({ x, home, rests }, i) => {
        const heaped = rests && home >= 0 ? (heaps[home] = (heaps[home] ?? 0) + 1) - 1 : -1;
        const inside = Math.min(FRAME.high, Math.max(FRAME.low, Number.isFinite(x) ? x : FRAME.high));
        const [aside, up] = heaped < 0 ? [0, 0] : [((heaped % ABREAST) - (ABREAST - 1) / 2) * SIZE, Math.floor(heaped / ABREAST) * SIZE];
        const [px, py] = [(plot.x(inside) + aside).toFixed(1), (Math.max(plot.top + 9, plot.y(curve.value(inside))) - 5 - up).toFixed(1)];
        const shape = home < 0 ? CROSS : SHAPES[home % SHAPES.length];
        set(all.at(i), { d: shape(px, py), class: home < 0 ? "bucket-one homeless" : "bucket-one", style: `--own: ${colourOf(home)}` });
      });
      all.trim(balls.length);
    },
    /** Where one more would be dropped. @param {number | null} x */
    point(x) {
      show(cursor, x !== null);
      if (x !== null) set(cursor, { d: `M${plot.x(x) - 6} ${plot.top}h12l-6 9Z` });
    },
    clear() {
      all.trim(0);
      show(cursor, false);
    },
  };
}
