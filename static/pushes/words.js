// @ts-check
/**
 * What the pushes at a weight come to, in words that their numbers bear out. Pure.
 *
 * @typedef {import("./pushes.js").Pushes} Pushes
 * @typedef {import("./pushes.js").Push} Push
 */

import { figure } from "../lines/figures.js";
import { brief, fixed, whole } from "../numbers.js";
import { apart, capital, examples } from "../story/wording.js";
import { cancelled } from "./pushes.js";

/** What is left of the pushes, and how far the weight moves for it. @param {Pushes} pushes */
export function balance(pushes) {
  const { hidden, others, sum } = pushes;
  if (!Number.isFinite(sum)) return "The pushes are beyond what a computer can hold, and so is their sum.";
  const who = hidden === 1 ? "1 more example pushes" : `${whole(hidden)} more examples together push`;
  const rest = hidden ? ` ${who} ${change(others)}, which makes ${change(sum)}.` : "";
  return `${sidesText(pushes)}${rest} ${moveText(pushes)}`;
}

/** @param {Pushes} pushes */
function sidesText({ up, down, hidden }) {
  const view = hidden ? "In view " : "";
  if (up === 0 && down === 0) return `${view || "There is "}no push at all: every input × delta is 0.`;
  if (down === 0) return capital(`${view}everything pushes up, by ${size(up)} together: nothing cancels.`);
  if (up === 0) return capital(`${view}everything pushes down, by ${size(-down)} together: nothing cancels.`);
  return `${view}${size(up)} is pushed up and ${size(-down)} down: ${share(cancelled({ up, down }))} cancels, ${change(up + down)} is left.`;
}

/** @param {Pushes} pushes */
function moveText({ sum, alpha, weight, next }) {
  if (sum === 0) return `The weight stays at ${fixed(weight, 3)}.`;
  const move = `× alpha ${brief(alpha)} → the weight moves by ${change(alpha * sum)}`;
  const pair = apart(weight, next, [value => fixed(value, 3), value => fixed(value, 6)]);
  if (pair) return `${move}, from ${pair[0]} to ${pair[1]}.`;
  return `${move}${next === weight ? ", too little to change" : " from"} ${fixed(weight, 3)}.`;
}

/** A change with its sign, in few characters. @param {number} value */
function change(value) {
  if (value === 0) return "0";
  return value > 0 ? `+${size(value)}` : `−${size(-value)}`;
}

/** In as many figures as can be told apart at a glance. @param {number} value not negative */
function size(value) {
  return figure(value, 3).text;
}

/** A share as a percentage that is never rounded to all or nothing. @param {number} share */
export function share(share) {
  if (share === 1) return "all of it";
  if (share > 0.995) return "more than 99 %";
  return share < 0.005 ? "less than 1 %" : `${Math.round(share * 100)} %`;
}

/** What is to be learned from it, in one sentence or two; "" where there is nothing to add. @param {Pushes} pushes */
export function lesson(pushes) {
  const told = lessonInView(pushes);
  return pushes.hidden && told ? `In view: ${told.charAt(0).toLowerCase()}${told.slice(1)}` : told;
}

/** @param {Pushes} pushes */
function lessonInView({ all, flipped, last }) {
  if (!all.every(({ push }) => Number.isFinite(push))) return "";
  const silent = all.filter(({ input }) => input === 0);
  if (silent.length === all.length) return "The input to this weight is 0 in every example, so none of them has a say.";
  const flip = flipped ? " The line subtracts, so every push points the wrong way." : "";
  const rule = last && !flipped ? ruleOfThumb(all) : "";
  if (rule) return rule + silence(silent);
  const ups = all.filter(({ push }) => push > 0);
  const downs = all.filter(({ push }) => push < 0);
  if (!ups.length && !downs.length) return flip.trim();
  if (!ups.length || !downs.length) return `All that push this weight push it ${ups.length ? "up" : "down"}: they agree.${flip}${silence(silent)}`;
  return `${capital(examples(rows(ups)))} push${s(ups)} this weight up, ${examples(rows(downs))} push${s(downs)} it down.${flip}${silence(silent)}`;
}

/** @param {Push[]} some */
const s = some => (some.length === 1 ? "es" : "");

/** @param {Push[]} some */
const rows = some => some.map(({ row }) => row).sort((a, b) => a - b);

/** @param {Push[]} silent */
function silence(silent) {
  if (!silent.length) return "";
  return ` ${capital(examples(rows(silent)))} ${silent.length === 1 ? "has" : "have"} an input of 0 here, and so no say.`;
}

/**
 * The posts' rule of thumb, where it is what happens: an input of 1 and a target of 1 push up, a target of 0 pushes down.
 *
 * @param {Push[]} all
 */
function ruleOfThumb(all) {
  const plain = all.every(({ input, target }) => (input === 0 || input === 1) && (target === 0 || target === 1));
  const active = all.filter(({ input }) => input === 1);
  const ups = active.filter(({ target }) => target === 1);
  const downs = active.filter(({ target }) => target === 0);
  if (!plain || !ups.every(({ push }) => push > 0) || !downs.every(({ push }) => push < 0)) return "";
  const up = ups.length ? `${capital(examples(rows(ups)))}: input 1, and the answer should be 1, so ${ups.length === 1 ? "it pushes" : "they push"} up.` : "";
  const down = downs.length ? `${capital(examples(rows(downs)))}: input 1, and the answer should be 0, so ${downs.length === 1 ? "it pushes" : "they push"} down.` : "";
  const end = ups.length && downs.length ? "They pull against each other." : "All that have a say agree.";
  return [up, down, end].filter(Boolean).join(" ");
}

/** One example alone. @param {Pushes} pushes @param {Push} one */
export function alone({ flipped, alpha, update }, { row, input, delta, push }) {
  if (!Number.isFinite(push)) return "Its numbers are beyond what a computer can hold.";
  if (input === 0) return `Example ${row + 1} has an input of 0 here: whatever its delta, it asks nothing of this weight.`;
  const product = `Input ${plain(input)} × delta ${change(delta)}${flipped ? ", subtracted" : ""} → update ${change(push)}.`;
  const name = update.replace("_update", "");
  return `${product} Example ${row + 1} alone would move ${name} by ${brief(alpha)} × ${change(push)} = ${change(alpha * push)}.`;
}

/** @param {number} value */
export function plain(value) {
  return Number.isInteger(value) ? String(value).replace("-", "−") : fixed(value, 3);
}
