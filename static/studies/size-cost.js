// @ts-check
/**
 * What the iterations of a race cost. Each multiplies every weight with every example a fixed number of times, so over
 * the same data the work is in the ratio of weights × iterations. Pure.
 *
 * @typedef {import("../messages.js").RaceResult} RaceResult
 * @typedef {import("../messages.js").Lane} Lane
 */

import { place } from "../charts/axes.js";
import { whole } from "../numbers.js";
import { namesOf } from "./race-words.js";

/** Errors that one may want to get down to, the most ambitious first. */
const LEVELS = [0.01, 0.02, 0.05, 0.1, 0.2];
/** Where an axis of iterations begins: a little before the place of iteration 0. */
const START = 0.3;

/**
 * How many weights each lane has.
 *
 * @param {Lane[]} lanes
 * @param {number} ends inputs and outputs, where no lane tells of its matrices: each unit has so many weights
 * @returns {number[]}
 */
export function weightsOf(lanes, ends) {
  const count = (/** @type {Lane} */ { turns_each }) => turns_each.flat(2).length;
  const known = lanes.find(lane => count(lane) && lane.hidden_size);
  const each = known ? count(known) / Number(known.hidden_size) : ends;
  return lanes.map(lane => count(lane) || each * (lane.hidden_size ?? 1));
}

/**
 * The axis across a race: iterations, with a place for the first, or with the weights of each lane what they cost.
 *
 * @param {RaceResult} race
 * @param {number[] | null} weights
 */
export function acrossOf({ iterations }, weights) {
  const last = Math.max(iterations, 10) * 1.02;
  if (!weights) {
    return {
      zero: true, title: "iteration", range: /** @type {[number, number]} */ ([START, last]),
      value: (/** @type {number} */ _, /** @type {number} */ iteration) => place(iteration, true),
    };
  }
  return {
    zero: false, title: "weights × iterations", range: /** @type {[number, number]} */ ([Math.min(...weights), Math.max(...weights) * last]),
    value: (/** @type {number} */ lane, /** @type {number} */ iteration) => (iteration < 1 ? NaN : iteration * weights[lane]),
  };
}

/** The first iteration that is known to be at or below an error; null: none. @param {Lane} lane @param {number} level */
export function reached({ curve_iterations, curve_errors }, level) {
  const at = curve_errors.findIndex(error => error <= level);
  return at < 0 ? null : curve_iterations[at];
}

/** Who was there in the fewest iterations, and who with the least work. @param {Lane[]} lanes @param {number[]} weights */
export function costWords(lanes, weights) {
  const level = LEVELS.find(level => lanes.filter(lane => reached(lane, level) !== null).length > 1);
  if (level === undefined) return "";
  const names = namesOf(lanes);
  const ways = lanes.flatMap((lane, i) => {
    const iterations = reached(lane, level);
    return iterations === null ? [] : [{ name: names[i], iterations, weights: weights[i], work: iterations * weights[i] }];
  });
  const soonest = ways.reduce((best, way) => (way.iterations < best.iterations ? way : best));
  const cheapest = ways.reduce((best, way) => (way.work < best.work ? way : best));
  const first = `Fewest iterations to an error of ${level}: ${soonest.name}, about ${whole(soonest.iterations)}`;
  if (soonest === cheapest) return `${first}, and the least work too.`;
  return `${first}. Least work: ${cheapest.name}, about ${whole(cheapest.iterations)} iterations of ${whole(cheapest.weights)} weights instead of ` +
    `${whole(soonest.weights)}; ${soonest.name} cost ${ratio(soonest.work / cheapest.work)} as much.`;
}

/** @param {number} times */
function ratio(times) {
  return times >= 9.5 ? `${Math.round(times)} times` : `${times.toFixed(1)} times`;
}
