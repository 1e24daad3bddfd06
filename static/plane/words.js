// @ts-check
/** What is said of a leap, and of the second weight. Pure. */

import { fixed, powers, small, whole } from "../numbers.js";

/** @typedef {{alpha: number, from: ArrayLike<number>, to: ArrayLike<number>, error: number}} Leap */

/** @param {Leap | null} leap null: there was no room for a ball */
export function leapText(leap) {
  if (!leap) return "There are eight balls already: take one away, and try again.";
  const { alpha, from, to, error } = leap;
  const place = (/** @type {ArrayLike<number>} */ at, /** @type {number} */ digits) => `(${fixed(at[0], digits)}, ${fixed(at[1], digits)})`;
  return `One step of alpha ${alpha}: from ${place(from, 3)} to ${place(to, 1)}. Mean error ${powers(small(error))}: ${error < 0.01 ? "solved at once" : "not solved"}.`;
}

/** Of the second weight, where the first is at its best on the map. */
export const ANSWERS = ["At 0: x2 says nothing", "In between, at a lowest point", "As far below 0 as it gets"];
const PLACES = [10, 5, 0, -5, -10];

/** @param {string} answer @param {boolean} own whether the map shows other rows than the post's */
export function judged(answer, own) {
  if (answer === ANSWERS[2]) {
    return "Yes. Wherever x2 is 1 the target is 0, so the further down the better: the error keeps falling all the way to the corner (10, −10), and beyond, by less and less. There is no best value, only a better one.";
  }
  if (answer === ANSWERS[0]) return "Look again: x2 is 1 in just those rows whose target is 0. At 0 the network says 0.5 to them.";
  return own
    ? "Think again of the post’s rows, which the map does not show now: where x2 is 1 the target is 0. Does the error ever rise again the further down the second weight is?"
    : "Look again: follow the right edge of the map downwards. Does the error ever rise again?";
}

/** Where rolling ends by itself. */
export const FARTHEST = 100_000;

/** @param {boolean} own whether the rows or rules are the run's, which may have a bottom */
export function farText(own) {
  return `${whole(FARTHEST)} iterations: ${own ? "here the balls are held." : "and still no bottom, a little lower with every step."}`;
}

/** What the errors down the edge are of. @param {boolean} own whether the map shows other rows than the post's */
export function edgeText(own) {
  return `The error ${own ? "with the post’s rows" : "down the right edge"}, where synapse_0[0] is 10`;
}

/** The error for some values of the second weight with the first at 10. @param {(weights: number[]) => number} errorOf */
export function downTheEdge(errorOf) {
  return PLACES.map(place => ({ place, error: errorOf([10, place]) }));
}
