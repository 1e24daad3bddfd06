// @ts-check
/**
 * One ball that follows a rule, step by step, until nothing more will happen. Pure but for the roll itself.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./rules.js").Rule} Rule
 * @typedef {import("./rules.js").Settings} Settings
 *
 * @typedef {object} Point
 * @property {number} step how many steps were done
 * @property {number} x
 * @property {number} slope
 * @property {number} moved by the step that led here
 *
 * @typedef {"rest" | "bounce" | "gone" | "jumping" | "timid"} End
 *
 * @typedef {object} Roll
 * @property {number} from
 * @property {number} count of steps, and of slopes that were asked for
 * @property {number} x
 * @property {number} slope where it is
 * @property {number} moved by the last step
 * @property {number} turns how often it went back
 * @property {Point[]} points the newest whole, older ones thinned out
 * @property {End | null} end null: it goes on
 */

import { isInside } from "./curves.js";

/** A slope of no more than this counts as none: the ball rests. */
export const LEVEL = 0.001;
/** Who is not done by then is not going to be, or not for a long while. */
export const LIMIT = 100_000;
const SAME = 1e-9;
const KEPT = 1200;

/** @param {Curve} curve @param {number} x @returns {Roll} */
export function begun(curve, x) {
  const slope = curve.slope(x);
  /** @type {Roll} */
  const roll = { from: x, count: 0, x, slope, moved: 0, turns: 0, points: [{ step: 0, x, slope, moved: 0 }], end: null };
  roll.end = endOf(curve, roll, 0);
  return roll;
}

/**
 * @param {Curve} curve
 * @param {Rule} rule
 * @param {Settings} settings
 * @param {Roll} roll is changed
 * @param {number} [steps]
 */
export function advance(curve, rule, settings, roll, steps = 1) {
  for (let i = 0; i < steps && !roll.end; i++) {
    const x = rule.next(roll.x, roll.slope, settings);
    const before = roll.moved;
    roll.moved = x - roll.x;
    roll.x = x;
    roll.slope = curve.slope(x);
    roll.count++;
    if (before * roll.moved < 0) roll.turns++;
    roll.points.push({ step: roll.count, x, slope: roll.slope, moved: roll.moved });
    if (roll.points.length > KEPT) roll.points = thinned(roll.points);
    roll.end = endOf(curve, roll, before);
  }
  return roll;
}

/** What follows when the rule, or what it is set to, is another one: a ball that had ended begins again, one on its way goes on. @param {Curve} curve @param {Roll} roll */
export function again(curve, roll) {
  return roll.end ? begun(curve, roll.from) : roll;
}

/** What will become of a ball. @param {Curve} curve @param {Rule} rule @param {Settings} settings @param {number} x */
export function forecast(curve, rule, settings, x) {
  return advance(curve, rule, settings, begun(curve, x), LIMIT);
}

/** @param {Curve} curve @param {Roll} roll @param {number} before what was moved a step ago @returns {End | null} */
function endOf(curve, { x, slope, moved, count, turns }, before) {
  if (!isInside(x, curve)) return "gone";
  if (Math.abs(slope) <= LEVEL) return "rest";
  if (before * moved < 0 && Math.abs(before + moved) < SAME) return "bounce";
  if (count < LIMIT) return null;
  return turns > count / 10 ? "jumping" : "timid";
}

/** @param {Point[]} points */
function thinned(points) {
  const older = points.slice(0, KEPT / 2).filter((_, i) => i % 2 === 0);
  return [...older, ...points.slice(KEPT / 2)];
}
