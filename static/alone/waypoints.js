// @ts-check
/**
 * Where a run has been, so that going back takes an instant: states so close that from one to the next is a twentieth of
 * a second's training at the most. When they take too much room, every other one goes. Pure.
 *
 * @typedef {{iteration: number, stage: number, weights: Float64Array}} Place after the edits of its iteration
 */

import { firstFrom } from "../points.js";

/** Milliseconds of training between two of them. */
const APART = 20;
/** Numbers that they may hold all together: 32 megabytes. */
const ROOM = 4_000_000;

/** @param {Place} first stays for ever */
export function waypoints(first) {
  let places = [copy(first)];
  let [apart, trained, held] = [APART, 0, first.weights.length];

  return {
    /** Tell what training took that led here; it is kept when it is time to. @param {Place} place @param {number} ms */
    passed(place, ms) {
      trained += ms;
      if (trained < apart) return;
      trained = 0;
      places.push(copy(place));
      held += place.weights.length;
      if (held <= ROOM) return;
      apart *= 2;
      places = places.filter((_, i) => i % 2 === 0);
      held = places.reduce((sum, { weights }) => sum + weights.length, 0);
    },

    /** The last one up to an iteration. @param {number} iteration @returns {Place} */
    before(iteration) {
      return copy(places[firstFrom(places.map(place => place.iteration), iteration + 1) - 1]);
    },
  };
}

/** @param {Place} place @returns {Place} */
export function copy({ iteration, stage, weights }) {
  return { iteration, stage, weights: weights.slice() };
}
