// @ts-check
/**
 * Where a curve has its bottoms and tops, found from the signs of its slope on a fine grid. Pure.
 *
 * @typedef {import("./curves.js").Curve} Curve
 *
 * @typedef {object} Bottom
 * @property {number} x
 * @property {number} y
 * @property {number} bend the curvature there: what decides which alpha it can hold
 *
 * @typedef {object} Survey
 * @property {Bottom[]} bottoms from left to right
 * @property {number[]} tops where one basin ends and the next begins
 * @property {number} lowest which bottom; -1: there is none
 * @property {number} sharpest the strongest bend anywhere in the frame
 * @property {{x: number, y: number}} edge the lower end of the frame: it may be lower than every bottom, and is none
 */

import { curvature, FRAME } from "./curves.js";

const CELLS = 4000;
const HALVINGS = 60;
const ROUNDING = 1e-9;
/** A ball at rest this near to a bottom rests in it. */
const NEAR = 0.05;

/** @param {Curve} curve @returns {Survey} */
export function survey(curve) {
  /** @type {Bottom[]} */
  const bottoms = [];
  /** @type {number[]} */
  const tops = [];
  let last = { x: FRAME.low, sign: signOf(curve.slope(FRAME.low)) };
  let [before, sharpest] = [curve.slope(FRAME.low), 0];
  for (let i = 1; i <= CELLS; i++) {
    const x = FRAME.low + (i / CELLS) * (FRAME.high - FRAME.low);
    const slope = curve.slope(x);
    sharpest = Math.max(sharpest, ((slope - before) * CELLS) / (FRAME.high - FRAME.low));
    before = slope;
    const sign = signOf(slope);
    if (sign === 0) continue; // level ground belongs to what comes after it
    if (last.sign !== 0 && sign !== last.sign) {
      const at = crossing(curve, last.x, x, last.sign);
      if (sign > 0) bottoms.push({ x: at, y: curve.value(at), bend: curvature(curve, at) });
      else tops.push(at);
    }
    last = { x, sign };
  }
  const lowest = bottoms.reduce((best, { y }, i) => (best < 0 || y < bottoms[best].y ? i : best), -1);
  const [left, right] = [FRAME.low, FRAME.high].map(x => ({ x, y: curve.value(x) }));
  return { bottoms, tops, lowest, sharpest, edge: right.y < left.y ? right : left };
}

/** Of a slope; what rounding leaves of level ground is none. @param {number} slope */
function signOf(slope) {
  return Math.abs(slope) < ROUNDING ? 0 : Math.sign(slope);
}

/** Where the slope is zero; in the middle where that is a stretch. @param {Curve} curve @param {number} left @param {number} right @param {number} sign of the slope on the left */
function crossing(curve, left, right, sign) {
  const edge = (/** @type {(slope: number) => boolean} */ before) => {
    let [low, high] = [left, right];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (before(signOf(curve.slope(middle)))) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return (edge(found => found === sign) + edge(found => found !== -sign)) / 2;
}

/** In which basin something lies: which bottom it would reach by steps without end that are as small as can be; -1: none. @param {Survey} found @param {number} x */
export function basinOf({ bottoms, tops }, x) {
  const left = Math.max(FRAME.low, ...tops.filter(top => top <= x));
  const right = Math.min(FRAME.high, ...tops.filter(top => top > x));
  return bottoms.findIndex(bottom => bottom.x >= left && bottom.x <= right);
}

/** The bottom in which a ball rests; -1: it rests elsewhere. @param {Survey} found @param {number} x */
export function bottomAt({ bottoms }, x) {
  let best = -1;
  bottoms.forEach((bottom, i) => {
    const distance = Math.abs(bottom.x - x);
    if (distance <= NEAR && (best < 0 || distance < Math.abs(bottoms[best].x - x))) best = i;
  });
  return best;
}

/** A bend below this is rounding: the bottom is level. */
const LEVEL_BEND = 1e-6;

/**
 * What alpha does near a bottom. A step multiplies the distance to it by 1 − alpha × bend: up to 1 ÷ bend the ball comes
 * from one side, up to 2 ÷ bend it overshoots and still comes nearer, and beyond that it is thrown out. A level bottom has no
 * slope near it to throw a ball out by.
 *
 * @param {Bottom} bottom
 */
export function limits({ bend }) {
  if (bend < LEVEL_BEND) return { overshoots: Infinity, flips: Infinity };
  return { overshoots: 1 / bend, flips: 2 / bend };
}

/** Which bottom is the first to let go when alpha grows; -1: there is none. @param {Survey} found */
export function sharpest({ bottoms }) {
  return bottoms.reduce((best, { bend }, i) => (best < 0 || bend > bottoms[best].bend ? i : best), -1);
}
