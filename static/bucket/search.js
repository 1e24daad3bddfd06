// @ts-check
/**
 * Blind random search, to compare with: throw a dart at the line, look how high the curve is there, throw again. Pure.
 *
 * @typedef {import("./curves.js").Curve} Curve
 */

import { FRAME } from "./curves.js";
import { stream } from "./stream.js";

/** As low as the best ball means: no higher than this above it. */
export const TOLERANCE = 1e-6;
/** After so many darts a search is given up. */
export const MOST = 100_000;
/** An odd number, so that one of them is in the middle. */
export const SEARCHES = 15;

/** How many darts until one is low enough; null: not within `MOST`. @param {Curve} curve @param {number} depth @param {number} seed */
export function darts(curve, depth, seed) {
  const next = stream("blind search", seed);
  for (let count = 1; count <= MOST; count++) {
    if (curve.value(FRAME.low + (FRAME.high - FRAME.low) * next()) <= depth + TOLERANCE) return count;
  }
  return null;
}

/** The middle one of several searches; those given up are the longest. @param {(number | null)[]} counts @returns {number | null} */
export function median(counts) {
  const sorted = [...counts].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return sorted[Math.floor(sorted.length / 2)];
}
