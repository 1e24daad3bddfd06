// @ts-check
/** What of a curve is to be seen, and where its axis of iterations is labelled. Pure. */

import { roundUp } from "../charts/axes.js";

/** @typedef {{iterations: number[], errors: number[]}} Points */

/** The curve with its very end, of which no iteration has told the error yet. @param {Points} points @param {number} iteration @param {number} error @returns {Points} */
export function ended({ iterations, errors }, iteration, error) {
  return { iterations: [...iterations, iteration], errors: [...errors, error] };
}

/** The lowest error above zero, and the highest. @param {number[]} errors */
export function extent(errors) {
  let [low, high] = [Infinity, 0];
  for (const error of errors) {
    if (error > high && error < Infinity) high = error;
    if (error < low && error > 0) low = error;
  }
  return [low, high];
}

/** @param {number} end @param {number} most */
export function linearTicks(end, most) {
  const step = Math.max(1, roundUp(end / most));
  const tickvals = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
  return { tickvals, ticktext: tickvals.map(short) };
}

/** 20000 -> "20k". @param {number} value */
function short(value) {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(4))}M`;
  return value >= 10_000 ? `${Number((value / 1000).toPrecision(4))}k` : String(value);
}
