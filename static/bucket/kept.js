// @ts-check
/**
 * What the bucket remembers over a reload: in this tab what was chosen, in this browser what was drawn.
 *
 * @typedef {"hand" | "roll" | "crowd"} Mode
 * @typedef {{alpha: number, step: number, start: number}} Chosen for one curve
 *
 * @typedef {object} Kept
 * @property {Mode} mode
 * @property {string} curve
 * @property {string} rule
 * @property {string} speed
 * @property {Record<string, Chosen>} by curve
 * @property {{manner: "random" | "even", seed: number}} balls
 * @property {{seed: number, stride: "large" | "small"}} game
 * @property {import("./drawn.js").Columns} drawn
 */

import { browserMemory, tabMemory } from "../memory.js";
import { CURVES, FRAME } from "./curves.js";
import { blank, readAgain, share, written } from "./drawn.js";

export const ALPHA = { low: 0.001, high: 10 };
/** The alphas of a key, in every power of ten. */
export const SERIES = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
export const STEP = { low: 0.01, high: 5 };
/** The largest seed that is taken. */
export const SEEDS = 2 ** 32 - 1;
const MODES = ["hand", "roll", "crowd"];
const RULES = ["sign", "slope", "alpha"];
export const DRAWN = "drawn";

/** @returns {Kept} */
export function recalled() {
  const found = parsed(tabMemory.get("bucket"));
  return {
    mode: oneOf(MODES, found.mode, "hand"),
    curve: oneOf([...Object.keys(CURVES), DRAWN], found.curve, "round"),
    rule: oneOf(RULES, found.rule, "alpha"),
    speed: oneOf(["slow", "medium", "fast"], found.speed, "medium"),
    by: Object.fromEntries(Object.entries(Object(found.by)).filter(([, chosen]) => isChosen(chosen))),
    balls: { manner: oneOf(["random", "even"], found.balls?.manner, "random"), seed: seedOr(found.balls?.seed, 1) },
    game: { seed: seedOr(found.game?.seed, 1), stride: oneOf(["large", "small"], found.game?.stride, "large") },
    drawn: readAgain(browserMemory.get("bucket-drawn")) ?? blank(),
  };
}

/** @param {Kept} kept */
export function remember({ drawn, ...kept }) {
  tabMemory.set("bucket", JSON.stringify(kept));
  browserMemory.set("bucket-drawn", share(drawn) ? written(drawn) : null);
}

/** What is chosen for a curve, its own suggestion at first. @param {Kept} kept @param {import("./curves.js").Curve} curve */
export function chosenFor(kept, curve) {
  return (kept.by[curve.name] ??= { alpha: curve.alpha, step: 0.3, start: curve.start });
}

/** @param {string | null} text @returns {any} */
function parsed(text) {
  try {
    return Object(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}

/** @template {string} Word @param {string[]} words @param {any} word @param {Word} otherwise @returns {any} */
function oneOf(words, word, otherwise) {
  return words.includes(word) ? word : otherwise;
}

/** @param {any} seed @param {number} otherwise */
function seedOr(seed, otherwise) {
  return Number.isInteger(seed) && seed >= 0 && seed <= SEEDS ? seed : otherwise;
}

/** @param {any} chosen */
function isChosen(chosen) {
  const lies = (/** @type {any} */ value, /** @type {number} */ low, /** @type {number} */ high) => typeof value === "number" && value >= low && value <= high;
  return lies(chosen?.alpha, ALPHA.low, ALPHA.high) && lies(chosen?.step, STEP.low, STEP.high) && lies(chosen?.start, FRAME.low, FRAME.high);
}
