// @ts-check
/** The ball on the contour, and where to look for it when the weights have left the map. */

import { between } from "../charts/axes.js";
import { draw, say, set, show } from "../charts/svg.js";
import { fixed } from "../numbers.js";

const EDGE = 12;

/** @param {SVGElement} above */
export function ball(above) {
  const circle = draw(above, "circle", { class: "ball", r: 6.5 });
  const arrow = draw(above, "path", { class: "ball-away", d: "M9 0L-6 7L-2 0L-6 -7Z" });
  const words = draw(above, "text", { class: "ball-away-name" });

  return {
    /**
     * @param {number} w0
     * @param {number} w1
     * @param {(weight: number) => number} x
     * @param {(weight: number) => number} y
     * @param {import("../charts/chart.js").Area} area
     */
    paint(w0, w1, x, y, { left, right, top, bottom }) {
      const [px, py] = [x(w0), y(w1)];
      const here = px >= left && px <= right && py >= top && py <= bottom;
      const known = !Number.isNaN(px) && !Number.isNaN(py);
      show(circle, here);
      show(arrow, known && !here);
      show(words, !here);
      if (here) return set(circle, { cx: px, cy: py });
      say(words, known ? `ball at ${fixed(w0, 1)}, ${fixed(w1, 1)}` : "the weights are no numbers any more");
      const [ax, ay] = [between(px, left + EDGE, right - EDGE), between(py, top + EDGE, bottom - EDGE)];
      const late = ax > (left + right) / 2;
      const beside = { x: late ? ax - 14 : ax + 14, y: between(ay + 4, top + 14, bottom - 6) };
      set(words, known ? { ...beside, "text-anchor": late ? "end" : "start" }
        : { x: (left + right) / 2, y: (top + bottom) / 2, "text-anchor": "middle" });
      if (!known) return undefined;
      const turn = (Math.atan2(py - ay, px - ax) * 180) / Math.PI;
      return set(arrow, { transform: `translate(${ax.toFixed(1)} ${ay.toFixed(1)}) rotate(${turn.toFixed(1)})` });
    },
  };
}
