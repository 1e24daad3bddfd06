// @ts-check
/**
 * Where an iteration stands on the timeline, and back. Pure.
 *
 * Most happens in the first hundreds of iterations of a run that may have a million. The scale is even up to about
 * `EVEN`, and from there on every power of ten gets about the same room: a short run is shown as it is, a long one
 * leaves its beginning wide enough to be walked in.
 *
 * @typedef {object} TimeScale
 * @property {number} end the last iteration on it
 * @property {(iteration: number) => number} toShare of the width, from 0 to 1
 * @property {(share: number) => number} toIteration the nearest whole one
 */

const EVEN = 100;
/** Labels nearer than this share of the width would run into each other. */
const APART = 0.085;

/** @param {number} end @returns {TimeScale} */
export function timeScale(end) {
  const last = Math.log1p(end / EVEN);
  return {
    end,
    toShare: iteration => Math.log1p(between(iteration, 0, end) / EVEN) / last,
    toIteration: share => Math.round(EVEN * Math.expm1(between(share, 0, 1) * last)),
  };
}

/**
 * What is written under it: both ends, powers of ten, and between them what has room.
 *
 * @param {TimeScale} scale
 * @returns {{share: number, text: string}[]}
 */
export function timeTicks({ end, toShare }) {
  const powers = Array.from({ length: 1 + Math.ceil(Math.log10(end)) }, (_, power) => 10 ** power);
  const wanted = [...powers.reverse(), ...powers.map(power => 5 * power), ...powers.map(power => 2 * power)];
  const taken = [0, end];
  for (const iteration of wanted) {
    if (iteration < end && taken.every(other => Math.abs(toShare(other) - toShare(iteration)) >= APART)) taken.push(iteration);
  }
  return taken.sort((a, b) => a - b).map(iteration => ({ share: toShare(iteration), text: short(iteration) }));
}

/**
 * The nearest of some iterations that a thumb so near is meant to rest on, or where it is.
 *
 * @param {TimeScale} scale
 * @param {number} share where the thumb is
 * @param {number[]} stops iterations
 * @param {number} near share of the width
 */
export function snapped({ toShare, toIteration }, share, stops, near) {
  const away = (/** @type {number} */ stop) => Math.abs(toShare(stop) - share);
  const nearest = stops.reduce((best, stop) => (away(stop) < away(best) ? stop : best), stops[0] ?? NaN);
  return away(nearest) <= near ? nearest : toIteration(share);
}

/** 60000 -> "60k". @param {number} iteration */
export function short(iteration) {
  if (iteration >= 1e6 && iteration % 1e5 === 0) return `${iteration / 1e6}M`;
  return iteration >= 1000 && iteration % 100 === 0 ? `${iteration / 1000}k` : String(iteration);
}

/** @param {number} value @param {number} low @param {number} high */
export function between(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
