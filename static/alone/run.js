// @ts-check
/**
 * A run that is trained again: how far it is known, and where somebody looks at it. Pure.
 *
 * The one goes forward and never back. The other is anywhere up to there, trained from the last waypoint, in the same
 * bits.
 *
 * @typedef {object} Document what app/export/unfolded.py writes
 * @property {import("./stages.js").Begin} begin
 * @property {import("./stages.js").Edit[]} edits
 * @property {number} iteration
 * @property {string} digest
 * @property {number | string} error
 * @property {boolean} exact
 */

import { errorCurve } from "./curve.js";
import { rowsOf, stagesOf } from "./stages.js";
import { walker } from "./walker.js";
import { waypoints } from "./waypoints.js";

/** @param {Document} document @param {() => number} [clock] milliseconds */
export function runOf({ begin, edits }, clock = () => performance.now()) {
  const first = { iteration: 0, stage: 0, weights: Float64Array.from(begin.weights) };
  const course = { stages: stagesOf(begin, edits), edits, rows: rowsOf(begin, edits), clock };
  const known = walker(course, first);
  const rows = rowsOf(begin, edits);
  const shown = walker({ ...course, rows }, first);
  const past = waypoints(first);
  const curve = errorCurve();
  const passed = (/** @type {number} */ ms) => past.passed(known.place, ms);

  return {
    known,
    shown,
    curve,
    /** How far it has been trained. */
    get reach() {
      return known.place.iteration;
    },
    /** Train what is known further, to an iteration or for so long. @param {number} goal @param {number} ms @returns {boolean} whether it is there */
    train: (goal, ms) => known.walk(goal, ms, curve.bucketOf, passed),
    /** Show what was trained last. */
    follow: () => shown.jump(known.place),
    /** Go where an iteration can be reached soonest. @param {number} iteration up to the reach */
    approach(iteration) {
      const from = past.before(iteration);
      const { iteration: here } = shown.place;
      if (here > iteration || here < from.iteration) shown.jump(from);
    },
    /** Train on what is shown, within what is known. @param {number} goal @param {number} ms @returns {boolean} whether it is there, or as far as is known */
    go: (goal, ms) => shown.walk(Math.min(goal, known.place.iteration), ms),
    /** The rows that the network shown learns from. */
    rows: () => rows(shown.place.stage),
  };
}

/** @typedef {ReturnType<typeof runOf>} Run */
