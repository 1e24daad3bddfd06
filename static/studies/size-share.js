// @ts-check
/** A share of so many trials: in words, and how far it can be trusted. Pure. */

import { fixed } from "../numbers.js";

/** Standard deviations within which 95 of 100 lie. */
const WIDE = 1.959964;

/**
 * Wilson's interval: the shares of which what was seen would not surprise, at 95 %. Unlike the usual ± it stays between
 * 0 and 1, and says something where all trials or none succeeded.
 *
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
 *
 * @param {number} successes
 * @param {number} trials at least one
 * @returns {[low: number, high: number]}
 */
export function wilson(successes, trials) {
  const share = successes / trials;
  const square = WIDE ** 2;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half = (WIDE / (1 + square / trials)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** "99.3 %": never 0 or 100 unless it is none or all. @param {number} part @param {number} whole */
export function percent(part, whole) {
  if (part === 0 || part === whole) return part ? "100 %" : "0 %";
  const share = (100 * part) / whole;
  if (share >= 1 && share <= 99) return `${Math.round(share)} %`;
  return `${fixed(Math.min(99.9, Math.max(0.1, share)), 1)} %`;
}

/** "84 to 92 %" @param {[low: number, high: number]} interval */
export function span([low, high]) {
  return `${Math.round(low * 100)} to ${Math.round(high * 100)} %`;
}
