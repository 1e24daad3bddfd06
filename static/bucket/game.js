// @ts-check
/**
 * The bottom by hand: the curve is hidden, and only the slope is told. Pure.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./survey.js").Survey} Survey
 * @typedef {import("./rules.js").Settings} Settings
 * @typedef {import("./roll.js").End} End
 */

import { fixed } from "../numbers.js";
import { FRAME, isInside, moved } from "./curves.js";
import { advance, begun, LIMIT } from "./roll.js";
import { RULES } from "./rules.js";
import { stream } from "./stream.js";

export const STRIDES = { large: 0.5, small: 0.1 };
/** Half a small stride: nobody can come nearer by choosing well. */
export const REACHED = STRIDES.small / 2;
const TRIES = 200;
const STEEP_ENOUGH = 0.3;

/** A curve in disguise, so that whoever has seen it does not know where its bottom is. @param {Curve} curve @param {number} seed */
export function hidden(curve, seed) {
  const next = stream("bucket", seed);
  const shift = (2 * next() - 1) * curve.play;
  const by = Math.round(shift * 100) / 100;
  const mirrored = next() < 0.5;
  const disguised = moved(curve, by, mirrored);
  return { curve: disguised, start: startOn(disguised, next), disguise: disguise(by, mirrored) };
}

/** What is to be said of it once the curve is shown; empty: it is as it was. @param {number} by @param {boolean} mirrored */
function disguise(by, mirrored) {
  const done = [...(by ? ["moved"] : []), ...(mirrored ? ["put in a mirror"] : [])];
  return done.length ? `The curve was ${done.join(" and ")}, so that nobody could know it.` : "";
}

/** Somewhere in the frame where it is steep. @param {Curve} curve @param {() => number} next */
function startOn(curve, next) {
  for (let i = 0; i < TRIES; i++) {
    const x = Math.round((FRAME.low + 0.5 + (FRAME.high - FRAME.low - 1) * next()) * 10) / 10;
    if (isInside(x, curve) && Math.abs(curve.slope(x)) > STEEP_ENOUGH) return x;
  }
  return curve.start;
}

/**
 * What can be known of the curve from two slopes, and nothing more.
 *
 * @param {{x: number, slope: number}} before
 * @param {{x: number, slope: number}} now
 */
export function learned(before, now) {
  if (before.slope * now.slope >= 0) return `The slope was ${fixed(before.slope, 2)}, and is ${fixed(now.slope, 2)}.`;
  const [left, right] = before.x < now.x ? [before, now] : [now, before];
  const passed = left.slope < 0 ? "a bottom" : "a top";
  return `The sign has changed: there is ${passed} between x = ${fixed(left.x, 1)} and ${fixed(right.x, 1)}.`;
}

/** The bottom that has been reached; -1: none. @param {Survey} found @param {number} x */
export function reached({ bottoms }, x) {
  return bottoms.findIndex(bottom => Math.abs(bottom.x - x) <= REACHED + 1e-9);
}

/**
 * How many steps a rule takes from the same place until it is as near as a hand could come, and in which bottom.
 *
 * @param {Curve} curve
 * @param {Survey} found
 * @param {string} rule
 * @param {Settings} settings
 * @param {number} start
 * @returns {{steps: number, bottom: number, end: End | null}} the bottom is -1, and the end is told, if it never is
 */
export function machine(curve, found, rule, settings, start) {
  const roll = begun(curve, start);
  while (reached(found, roll.x) < 0 && !roll.end && roll.count < LIMIT) advance(curve, RULES[rule], settings, roll);
  const bottom = reached(found, roll.x);
  return { steps: roll.count, bottom, end: bottom < 0 ? roll.end : null };
}
