// @ts-check
/**
 * What the slopes of the chosen example mean, in a sentence.
 *
 * @typedef {import("./dots.js").Dot} Dot
 * @typedef {import("./dots.js").Names} Names
 */

import { say } from "../charts/svg.js";
import { small } from "../numbers.js";
import { STEEPEST } from "./dots.js";

/** From steep to flat: at least this share of the steepest slope is called so. @type {[number, string][]} */
const LEVELS = [
  [0.8, "Undecided = steep = big update."],
  [0.4, "Leaning one way = less steep = smaller update."],
  [0.1, "Fairly sure = rather flat = small update."],
  [0.002, "Very sure = flat = tiny update."],
  [0, "Saturated = dead flat = update near 0."],
];

/**
 * @param {Element} sentence
 * @param {Dot[]} dots of the chosen example
 * @param {Names} names
 */
export function verdict(sentence, dots, names) {
  say(sentence, dots.length === 1 ? one(dots[0]) : many(dots, names));
}

/** @param {Dot} dot */
export function one({ row, slope }) {
  const example = `Example ${row + 1}`;
  if (Number.isNaN(slope)) return `${example}: not a number, because the weights have grown beyond all bounds.`;
  return `${example}: ${percent(slope)} of full slope. ${level(slope)}`;
}

/** @param {Dot[]} dots @param {Names} names */
export function many(dots, { layer, unit }) {
  const sorted = dots.filter(dot => !Number.isNaN(dot.slope)).sort((a, b) => a.slope - b.slope);
  if (!sorted.length) return `No slope in ${layer} is a number any more.`;
  const [flat, steep] = [sorted[0], sorted[sorted.length - 1]];
  return `Example ${flat.row + 1} in ${layer}: ${unit(flat.unit)} is flattest (${small(flat.slope)}), ` +
    `${unit(steep.unit)} steepest (${small(steep.slope)}). Flat = sure = small update.`;
}

/** @param {number} slope */
function level(slope) {
  return (LEVELS.find(([share]) => slope / STEEPEST >= share) ?? LEVELS[LEVELS.length - 1])[1];
}

/** @param {number} slope */
function percent(slope) {
  const share = (slope / STEEPEST) * 100;
  return share > 0 && share < 1 ? "under 1%" : `${Math.round(share)}%`;
}
