// @ts-check
/**
 * A ball on the plane: where it began, where it is, and the way between. Pure.
 *
 * @typedef {import("./field.js").Pair} Pair
 *
 * @typedef {object} Ball
 * @property {number} number from 1: its name and its colour
 * @property {Pair} start
 * @property {Float64Array} weights
 * @property {number} iteration
 * @property {Pair[]} trail
 */

/** A trail keeps no two points nearer than this, and no more than so many. */
const [NEAR, LONGEST] = [0.04, 1500];

/** @param {number} number @param {ArrayLike<number>} start @returns {Ball} */
export function ballAt(number, start) {
  return { number, start: pairOf(start), weights: Float64Array.from(start), iteration: 0, trail: [pairOf(start)] };
}

/** @param {Ball} ball @param {import("./field.js").Field} field @param {number} alpha @param {number} count of iterations */
export function roll(ball, field, alpha, count) {
  for (const end = ball.iteration + count; ball.iteration < end; ball.iteration++) {
    field.train(ball.weights, alpha, ball.iteration, ball.iteration + 1, null);
    const [x, y] = ball.trail[ball.trail.length - 1];
    const far = Math.hypot(ball.weights[0] - x, ball.weights[1] - y) >= NEAR;
    if (far && ball.trail.length < LONGEST) ball.trail.push(pairOf(ball.weights));
  }
}

/** Back to where it began. @param {Ball} ball */
export function putBack(ball) {
  Object.assign(ball, ballAt(ball.number, ball.start));
}

/** @param {ArrayLike<number>} weights @returns {Pair} */
export function pairOf(weights) {
  return [weights[0], weights[1]];
}
