// @ts-check
/**
 * What the bucket remembers over a reload: in this tab what was chosen and played, in this browser what was drawn.
 *
 * @typedef {"hand" | "roll" | "crowd"} Mode
 * @typedef {{alpha: number, step: number, start: number}} Chosen for one curve
 * @typedef {import("./hunt.js").Played & {on: string}} Game on: the curve, or what was drawn
 *
 * @typedef {object} Kept
 * @property {Mode} mode
 * @property {string} curve
 * @property {string} rule
 * @property {string} speed
 * @property {Record<string, Chosen>} by curve
 * @property {{manner: "random" | "even", seed: number}} balls
 * @property {{seed: number, stride: "large" | "small"}} game
 * @property {Record<string, Game>} games the one on each curve
 * @property {import("./drawn.js").Columns} drawn
 */

import { browserMemory, parsed, tabMemory } from "../memory.js";
import { CURVES, FRAME } from "./curves.js";
import { blank, readAgain, share, written } from "./drawn.js";
import { isPlayed } from "./hunt.js";

export const ALPHA = { low: 0.001, high: 10 };
export const STEP = { low: 0.01, high: 5 };
/** The largest seed that is taken. */
export const SEEDS = 2 ** 32 - 1;
const MODES = ["hand", "roll", "crowd"];
const RULES = ["sign", "slope", "alpha"];
export const DRAWN = "drawn";
/** Milliseconds: what changes with every move of a hand is not written each time. */
const PAUSE = 250;

/** @returns {Kept} */
export function recalled() {
  const found = parsed(tabMemory.get("bucket"));
  return {
    mode: oneOf(MODES, found.mode, "hand"),
    curve: oneOf([...Object.keys(CURVES), DRAWN], found.curve, "round"),
    rule: oneOf(RULES, found.rule, "alpha"),
    speed: oneOf(["slow", "medium", "fast"], found.speed, "medium"),
    by: sound(found.by, isChosen),
    balls: { manner: oneOf(["random", "even"], found.balls?.manner, "random"), seed: seedOr(found.balls?.seed, 1) },
    game: { seed: seedOr(found.game?.seed, 1), stride: oneOf(["large", "small"], found.game?.stride, "large") },
    games: sound(found.games, game => isPlayed(game) && typeof (/** @type {any} */ (game).on) === "string"),
    drawn: readAgain(browserMemory.get("bucket-drawn")) ?? blank(),
  };
}

/**
 * To be called whenever something has changed; it is written a moment later, and at once when the page is left.
 *
 * @param {Kept} kept
 */
export function keeper(kept) {
  let [due, drawing] = [0, kept.drawn];

  function write() {
    clearTimeout(due);
    due = 0;
    const { drawn, ...rest } = kept;
    tabMemory.set("bucket", JSON.stringify(rest));
    if (drawn !== drawing) browserMemory.set("bucket-drawn", share(drawn) ? written(drawn) : null);
    drawing = drawn;
  }

  addEventListener("pagehide", () => due && write());
  return () => {
    due ||= Number(setTimeout(write, PAUSE));
  };
}

/** What is chosen for a curve, its own suggestion at first. @param {Kept} kept @param {import("./curves.js").Curve} curve */
export function chosenFor(kept, curve) {
  return (kept.by[curve.name] ??= { alpha: curve.alpha, step: 0.3, start: curve.start });
}

/** The game that was begun on the present curve; one on another drawing is none. @param {Kept} kept @returns {Game | null} */
export function gameOn(kept) {
  const game = kept.games[kept.curve];
  return game?.on === groundOf(kept) ? game : null;
}

/** @param {Kept} kept @param {import("./hunt.js").Played} played on the present curve */
export function keepGame(kept, played) {
  kept.games[kept.curve] = { ...played, on: groundOf(kept) };
}

/** @param {Kept} kept */
function groundOf({ curve, drawn }) {
  return curve === DRAWN ? written(drawn) : curve;
}

/** Of what was saved by name, those that are as they should be. @param {unknown} saved @param {(value: unknown) => boolean} isSound @returns {Record<string, any>} */
function sound(saved, isSound) {
  return Object.fromEntries(Object.entries(Object(saved)).filter(([, value]) => isSound(value)));
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
