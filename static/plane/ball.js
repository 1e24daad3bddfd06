// @ts-check
/**
 * A ball on the plane: where it began, where it is, and the way between. Pure.
 *
 * @typedef {import("./field.js").Pair} Pair
 * @typedef {import("../panels/trail.js").Path} Path
 *
 * @typedef {object} Ball
 * @property {number} number from 1: its name and its colour
 * @property {Pair} start
 * @property {Float64Array} weights
 * @property {number} iteration
 * @property {Path} trail
 */

/** A trail keeps no two points nearer than this, and no more than so many. */
const [NEAR, LONGEST] = [0.04, 1500];

/** @param {number} number @param {ArrayLike<number>} start @returns {Ball} */
export function ballAt(number, start) {
  return { number, start: pairOf(start), weights: Float64Array.from(start), iteration: 0, trail: trailFrom(start, 0) };
}

/** @param {Ball} ball @param {import("./field.js").Field} field @param {number} alpha @param {number} count of iterations */
export function roll(ball, field, alpha, count) {
  const { trail, weights } = ball;
  for (const end = ball.iteration + count; ball.iteration < end; ) {
    field.train(weights, alpha, ball.iteration, ++ball.iteration, null);
    const last = trail.w0.length - 1;
    const far = Math.hypot(weights[0] - trail.w0[last], weights[1] - trail.w1[last]) >= NEAR;
    if (!far || trail.w0.length >= LONGEST) continue;
    trail.iterations.push(ball.iteration);
    trail.w0.push(weights[0]);
    trail.w1.push(weights[1]);
  }
}

/** Back to where it began. @param {Ball} ball */
export function putBack(ball) {
  Object.assign(ball, ballAt(ball.number, ball.start));
}

/** What a way leads over is no more: it begins anew where the ball is. @param {Ball} ball */
export function forgetWay(ball) {
  ball.trail = trailFrom(ball.weights, ball.iteration);
}

/** @param {ArrayLike<number>} weights @param {number} iteration @returns {Path} */
function trailFrom(weights, iteration) {
  return { iterations: [iteration], w0: [weights[0]], w1: [weights[1]] };
}

/** @param {ArrayLike<number>} weights @returns {Pair} */
export function pairOf(weights) {
  return [weights[0], weights[1]];
}
