// @ts-check
/**
 * The colours of a map. They go from light to dark as errors grow, so that nobody needs to tell hues apart; what is
 * written on one is written in the ink that can be read on it. Pure.
 */

import { roundUp } from "../charts/axes.js";
import { channels, mix } from "../plot.js";

/** @typedef {[low: number, high: number]} Span */

/** The span of errors, to the next 1, 2, 5, 10: it changes seldom while a map fills in. @param {number[]} errors */
export function spanOf(errors) {
  const known = errors.filter(error => Number.isFinite(error) && error > 0);
  if (!known.length) return /** @type {Span} */ ([0.1, 1]);
  const [low, high] = [1 / roundUp(1 / Math.min(...known)), roundUp(Math.max(...known))];
  return /** @type {Span} */ ([low < high ? low : high / 2, high]);
}

/** Where an error stands between two on a logarithmic scale, from 0 to 1. @param {number} error @param {Span} span */
export function heat(error, [low, high]) {
  if (!Number.isFinite(error)) return 1;
  return error <= low ? 0 : Math.min(1, Math.log(error / low) / Math.log(high / low));
}

/**
 * Errors on a dark card, the least first: as on a light one the least is the lightest, and what failed is deep crimson.
 *
 * @param {Record<string, string>} tokens
 */
export function darkRamp({ card, ink, neg, err }) {
  return [mix(ink, neg, 0.12), mix(ink, neg, 0.55), mix(neg, err, 0.2), mix(mix(neg, err, 0.7), card, 0.2), mix(err, card, 0.48), mix(err, card, 0.66)];
}

/** A colour between colours that are evenly spaced. @param {string[]} ramp "#rrggbb" @param {number} share from 0 to 1 */
export function between(ramp, share) {
  const at = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const first = Math.min(Math.floor(at), ramp.length - 2);
  return mix(ramp[first], ramp[first + 1], at - first);
}

/** Black or white, whichever stands out more: one of them always does by 4.5 to 1. @param {string} colour "#rrggbb" */
export function inkOn(colour) {
  return contrast(colour, "#000000") > contrast(colour, "#ffffff") ? "#000000" : "#ffffff";
}

/** As the WCAG reckon it, from 1 to 21. @param {string} one "#rrggbb" @param {string} other */
export function contrast(one, other) {
  const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} colour */
function brightness(colour) {
  const [r, g, b] = channels(colour).map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
