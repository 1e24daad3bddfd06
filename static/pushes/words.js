// @ts-check
/**
 * What the pushes at a weight come to, in words that their numbers bear out. Pure.
 *
 * @typedef {import("./pushes.js").Pushes} Pushes
 * @typedef {import("./pushes.js").Push} Push
 */

import { equals, figure } from "../lines/figures.js";
import { brief, fixed, whole } from "../numbers.js";
import { apart, capital, examples } from "../story/wording.js";
import { read } from "./figures.js";
import { cancelled } from "./pushes.js";

/** What is left is written with as many figures as it takes for the weight's way to be the move. */
const LEFT = [3, 4, 5];

/** What is left of the pushes, and how far the weight moves for it. @param {Pushes} pushes */
export function balance(pushes) {
  const { hidden, others, sum } = pushes;
  if (!Number.isFinite(sum)) return "The pushes are beyond what a computer can hold, and so is their sum.";
  const who = hidden === 1 ? "1 more example pushes" : `${whole(hidden)} more examples together push`;
  const both = pushes.up + pushes.down;
  const left = LEFT.find(count => arrives(pushes, count)) ?? LEFT[0];
  const figures = figuresFor(total => total(both) + total(others), sum, left);
  const rest = hidden ? ` ${who} ${change(others, figures)}, which makes ${change(sum, left)}.` : "";
  return `${sidesText(pushes, left)}${rest} ${moveText(pushes, left)}`;
}

/** @param {Pushes} pushes @param {number} count of figures of what is left */
function sidesText({ up, down, hidden }, count) {
  const view = hidden ? "In view " : "";
  if (up === 0 && down === 0) return `${view || "There is "}no push at all: every input × delta is 0.`;
  if (down === 0) return capital(`${view}everything pushes up, by ${size(up, count)} together: nothing cancels.`);
  if (up === 0) return capital(`${view}everything pushes down, by ${size(-down, count)} together: nothing cancels.`);
  const left = up + down;
  const figures = figuresFor(total => total(up) + total(down), left, count);
  const about = equals(figure(up, figures).value + figure(down, figures).value, figure(left, count)) === "=" ? "" : "about ";
  return `${view}${size(up, figures)} is pushed up and ${size(-down, figures)} down: ${share(cancelled({ up, down }))} cancels, ${about}${change(left, count)} is left.`;
}

/** @param {Pushes} pushes @param {number} count of figures */
function moveText({ sum, alpha, weight, next }, count) {
  if (sum === 0) return `The weight stays at ${fixed(weight, 3)}.`;
  const moved = figure(alpha * sum, count);
  const about = equals(alpha * figure(sum, count).value, moved) === "=" ? "" : "about ";
  const move = `× alpha ${brief(alpha)} → the weight moves by ${about}${change(alpha * sum, count)}`;
  const pair = apart(weight, next, [decimalsOf(moved), MOST_DECIMALS].map(digits => value => fixed(value, digits)));
  if (pair) return `${move}, from ${pair[0]} to ${pair[1]}.`;
  return `${move}${next === weight ? ", too little to change" : " from"} ${fixed(weight, 3)}.`;
}

const MOST_DECIMALS = 6;

/** As many decimals as a move has, so that both go together; three at least. @param {import("../lines/figures.js").Figure} moved */
function decimalsOf({ text }) {
  return Math.min(MOST_DECIMALS, Math.max(3, text.split(".")[1]?.length ?? 0));
}

/** Whether the weight, the move and the next weight add up as they are written. @param {Pushes} pushes @param {number} count of figures */
function arrives({ weight, alpha, sum, next }, count) {
  const moved = figure(alpha * sum, count);
  const digits = decimalsOf(moved);
  return Math.abs(read(fixed(weight, digits)) + moved.value - read(fixed(next, digits))) <= 0.5000001 * 10 ** -digits
    && equals(alpha * figure(sum, count).value, moved) === "=";
}

/** With how many figures parts must be written to come out at their sum as it is written. @param {(total: (value: number) => number) => number} reckon @param {number} sum @param {number} left figures of it */
function figuresFor(reckon, sum, left) {
  const enough = [3, 4, 5, 6].find(figures => equals(reckon(value => figure(value, figures).value), figure(sum, left)) === "=");
  return enough ?? 3;
}

/** A change with its sign, in few characters. @param {number} value @param {number} [figures] */
function change(value, figures) {
  if (value === 0) return "0";
  return value > 0 ? `+${size(value, figures)}` : `−${size(-value, figures)}`;
}

/** In as many figures as can be told apart at a glance. @param {number} value not negative @param {number} [figures] */
function size(value, figures = 3) {
  return figure(value, figures).text;
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
  const result = figure(push, 3);
  const figures = [3, 4, 5, 6].find(count => {
    return equals((flipped ? -1 : 1) * figure(input, count).value * figure(delta, count).value, result) === "=";
  });
  const product = `Input ${figure(input, figures ?? 3).text} × delta ${change(delta, figures)}${flipped ? ", subtracted" : ""} → update ${change(push)}.`;
  const name = update.replace("_update", "");
  const sign = equals(alpha * result.value, figure(alpha * push, 3));
  return `${product} Example ${row + 1} alone would move ${name} by ${brief(alpha)} × ${change(push)} ${sign} ${change(alpha * push)}.`;
}

/** @param {number} value */
export function plain(value) {
  return Number.isInteger(value) ? String(value).replace("-", "−") : fixed(value, 3);
}
