// @ts-check
/**
 * A line that grows at its end: what cannot change any more stays in elements that are not touched again, so that a
 * frame costs the same however long the line is.
 *
 * @typedef {{iterations: number[], errors: number[]}} Points
 *
 * @typedef {object} Place
 * @property {string} key changes whenever any of the following does
 * @property {[number, number]} range iterations in view
 * @property {(iteration: number) => number} x
 * @property {(error: number) => number} y
 */

import { firstFrom } from "../points.js";
import { draw, line, pool, set } from "./svg.js";

/** So many points at the end may still be replaced by the next piece: the bucket that is not closed yet. */
export const LOOSE = 4;
/** Points that are worth an element of their own. */
const PIECE = 64;

/** @param {Element} parent @param {string} name class of its elements */
export function growing(parent, name) {
  const group = draw(parent, "g", { class: name });
  const pieces = pool(group, "path");
  const end = draw(group, "path");
  let kept = fresh("", 0);

  /** @param {Points} points @param {Place} place @param {number} from */
  function goesOn({ iterations, errors }, place, from) {
    if (kept.key !== place.key || kept.from !== from || iterations.length < kept.count) return false;
    const last = kept.count - 1;
    return last < from || (iterations[last] === kept.iteration && Object.is(errors[last], kept.error));
  }

  return {
    /**
     * @param {Points} points
     * @param {Place} place
     * @param {number} from the first point that is drawn
     * @param {{cx: number, cy: number} | null} head where the line ends, beyond its last point
     */
    paint(points, place, from, head) {
      const { iterations, errors } = points;
      if (!goesOn(points, place, from)) {
        kept = fresh(place.key, from);
        pieces.trim(0);
      }
      const settled = iterations.length - LOOSE;
      if (settled - kept.count >= PIECE) {
        const path = stretch(points, place, Math.max(kept.count - 1, from), settled);
        if (path) set(pieces.at(kept.pieces++), { d: path });
        kept = { ...kept, count: settled, iteration: iterations[settled - 1], error: errors[settled - 1] };
      }
      const path = stretch(points, place, Math.max(kept.count - 1, from), iterations.length);
      set(end, { d: head ? `${path ? `${path}L` : "M"}${head.cx.toFixed(1)} ${head.cy.toFixed(1)}` : path });
    },
  };
}

/** @param {string} key @param {number} from */
function fresh(key, from) {
  return { key, from, count: from, iteration: NaN, error: NaN, pieces: 0 };
}

/**
 * Some of the points, and of those out of view no more than the line to them needs.
 *
 * @param {Points} points
 * @param {Place} place
 * @param {number} from
 * @param {number} to
 */
function stretch({ iterations, errors }, { range: [low, high], x, y }, from, to) {
  const first = Math.max(from, firstFrom(iterations, low) - 1);
  const last = Math.min(to, firstFrom(iterations, high) + 1);
  return line(last, i => x(iterations[i]), i => y(errors[i]), first);
}
