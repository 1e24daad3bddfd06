// @ts-check
/**
 * The ways that other runs took over the error surface, in their colours. They stand still: they are drawn again only
 * when another run is shown or the surface is seen from elsewhere.
 *
 * @typedef {import("../lab.js").State} State
 */

import { draw, line, pool, set } from "../charts/svg.js";
import { looksOf } from "../runs/palette.js";
import { shownRuns } from "../runs/shown.js";
import { inkOf } from "../runs/swatch.js";

/** Points of one way: more would not be seen, and each is looked for on a landscape that is turned. */
const MOST = 300;

/** @param {SVGElement} inside */
export function otherWays(inside) {
  const halos = pool(draw(inside, "g", { class: "other-halos" }), "path");
  const ways = pool(draw(inside, "g", { class: "other-ways" }), "path");
  /** @type {unknown} */
  let drawn = null;

  return {
    /** Everything stands elsewhere now. */
    forget() {
      drawn = null;
    },
    /** @param {State} state @param {(w0: number, w1: number) => number[]} place the pixel of two weights */
    paint(state, place) {
      const shown = shownRuns(state);
      if (drawn === shown) return;
      drawn = shown;
      const walked = shown.filter(({ path }) => path.iterations.length > 1);
      walked.forEach(({ colour, path: { w0, w1 } }, i) => {
        const stride = Math.ceil(w0.length / MOST);
        const kept = w0.map((_, k) => k).filter(k => k % stride === 0 || k === w0.length - 1 || Number.isNaN(w0[k]));
        const pixels = kept.map(k => place(w0[k], w1[k]));
        const [way, d] = [ways.at(i), line(pixels.length, k => pixels[k][0], k => pixels[k][1])];
        set(halos.at(i), { d });
        set(way, { d, "stroke-dasharray": looksOf(colour).dasharray });
        way.style.stroke = inkOf(colour);
      });
      halos.trim(walked.length);
      ways.trim(walked.length);
    },
  };
}
