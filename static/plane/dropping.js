// @ts-check
/** Where balls are put, and what is said of it. Pure but for the balls. */

import { putBack, roll } from "./ball.js";
import { FULL } from "./balls.js";
import { POSTS_START } from "./field.js";
import { placeText } from "./list.js";

/** @typedef {ReturnType<typeof import("./balls.js").collection>} Balls @typedef {import("./field.js").Pair} Pair */

/** A click so near to a ball means that ball. */
const ON_IT = 0.45;

/** A ball at a place, or the one that is there already. @param {Balls} balls @param {Pair} weights @returns {string} */
export function dropAt(balls, weights) {
  const there = balls.list().find(ball => Math.hypot(ball.weights[0] - weights[0], ball.weights[1] - weights[1]) < ON_IT);
  if (there) balls.choose(there.number);
  const ball = there ?? balls.drop(weights);
  if (!ball) return FULL;
  return there ? `Ball ${ball.number} is looked at.` : `Ball ${ball.number} dropped at ${placeText(ball.start)}.`;
}

/** A ball at each place where none began yet. @param {Balls} balls @param {Pair[]} starts @returns {string} */
export function beginAt(balls, starts) {
  const before = balls.chosen();
  const fresh = starts.filter(start => !balls.from(start));
  const dropped = fresh.map(start => balls.drop(start));
  const chosen = starts.length > 1 && before ? before : balls.from(starts[0]);
  if (chosen) balls.choose(chosen.number);
  if (dropped.includes(null)) return FULL;
  if (fresh.length) return "";
  return starts.length > 1 ? "There is a ball from each corner already." : "A ball began there already.";
}

/**
 * One large step from where the post begins.
 *
 * @param {Balls} balls
 * @param {import("./field.js").Field} field
 * @param {number} alpha
 * @returns {import("./words.js").Leap | null} null: there was no room for a ball
 */
export function leapOf(balls, field, alpha) {
  const ball = balls.from(POSTS_START) ?? balls.drop(POSTS_START);
  if (!ball) return null;
  balls.choose(ball.number);
  putBack(ball);
  roll(ball, field, alpha, 1);
  return { alpha, from: ball.start, to: ball.weights, error: field.error(ball.weights) };
}
