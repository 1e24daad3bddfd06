// @ts-check
/**
 * A larger alpha with which a ball that is trapped gets out, found by rolling it: that a bottom can't hold a ball says
 * nothing of where it goes. Pure.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./survey.js").Survey} Survey
 */

import { nextInSeries, STEPS } from "../scale.js";
import { ALPHA } from "./kept.js";
import { advance, begun } from "./roll.js";
import { RULES } from "./rules.js";
import { bottomAt } from "./survey.js";

/** Who is not at rest by then is not waited for. */
const PATIENCE = 1000;

/**
 * The first alpha of the slider's steps, above the present one, that takes the ball from its start to the lowest bottom;
 * if none does, the first that takes it to a lower one.
 *
 * @param {Curve} curve
 * @param {Survey} found
 * @param {number} from where it starts
 * @param {number} alpha with which it was trapped
 * @param {number} trap in which bottom
 * @returns {{alpha: number, bottom: number} | null} null: none that was tried gets it out
 */
export function wayOut(curve, found, from, alpha, trap) {
  let lower = null;
  for (let tried = nextInSeries(alpha, 1, STEPS); tried <= ALPHA.high; tried = nextInSeries(tried, 1, STEPS)) {
    const { x, end } = advance(curve, RULES.alpha, { alpha: tried, step: 1 }, begun(curve, from), PATIENCE);
    const bottom = end === "rest" ? bottomAt(found, x) : -1;
    if (bottom >= 0 && bottom === found.lowest) return { alpha: tried, bottom };
    if (bottom >= 0 && found.bottoms[bottom].y < found.bottoms[trap].y) lower ??= { alpha: tried, bottom };
  }
  return lower;
}
