// @ts-check
/**
 * Many balls on one curve. Pure.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./survey.js").Survey} Survey
 *
 * @typedef {object} Ball
 * @property {number} from
 * @property {number[]} way where it is after each step, the start first
 * @property {number} home the bottom in which it came to rest; -1: none
 */

import { FRAME, isInside } from "./curves.js";
import { LEVEL } from "./roll.js";
import { stream } from "./stream.js";
import { bottomAt } from "./survey.js";

const COUNT = 100;
/** A ball that has not settled after so many steps is not waited for. */
export const PATIENCE = 3000;

const SAME = 1e-9;

/** Where they are dropped. @param {"random" | "even"} manner @param {number} seed @param {number} [count] */
export function places(manner, seed, count = COUNT) {
  const wide = FRAME.high - FRAME.low;
  const next = stream("balls", seed);
  return Array.from({ length: count }, (_, i) => FRAME.low + wide * (manner === "even" ? (i + 0.5) / count : next()));
}

/**
 * A ball that goes by alpha × slope until it rests.
 *
 * @param {Curve} curve
 * @param {Survey} found
 * @param {number} alpha
 * @param {number} from
 * @param {number} [patience]
 * @returns {Ball}
 */
export function rolled(curve, found, alpha, from, patience = PATIENCE) {
  const way = [from];
  let x = from;
  for (let slope = curve.slope(x); way.length <= patience && Math.abs(slope) > LEVEL && isInside(x, curve); slope = curve.slope(x)) {
    x -= alpha * slope;
    // Where it was two steps ago: it goes to and fro for ever.
    if (Math.abs(x - way[way.length - 2]) < SAME && Math.abs(x - way[way.length - 1]) > SAME) break;
    way.push(x);
  }
  const rests = isInside(x, curve) && Math.abs(curve.slope(x)) <= LEVEL;
  return { from, way, home: rests ? bottomAt(found, x) : -1 };
}

/**
 * What became of them.
 *
 * @param {Curve} curve
 * @param {Survey} found
 * @param {Ball[]} balls
 */
export function counted(curve, found, balls) {
  const ends = found.bottoms.map((_, i) => balls.filter(({ home }) => home === i).length);
  const settled = balls.filter(({ home }) => home >= 0);
  const heights = settled.map(({ way }) => curve.value(way[way.length - 1]));
  return {
    ends,
    distinct: ends.filter(Boolean).length,
    homeless: balls.length - settled.length,
    /** Each step asks for one slope; that it is level is seen by one more. */
    slopes: balls.reduce((sum, { way }) => sum + way.length, 0),
    /** The height of the lowest ball; null: none settled. */
    best: heights.length ? Math.min(...heights) : null,
    most: Math.max(0, ...balls.map(({ way }) => way.length - 1)),
  };
}
