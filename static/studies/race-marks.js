// @ts-check
/**
 * The figures of a race beside those of the posts' program: what sign each has, and what the signs mean. Pure.
 *
 * @typedef {import("../messages.js").RaceResult} RaceResult
 * @typedef {import("../messages.js").Lane} Lane
 */

import { errorText, whole } from "../numbers.js";
import { PRINTS, likeness, signsText } from "./digits.js";

/**
 * How an error compares with the figure that the posts' program prints there. That ends one print before 60,000: what is
 * set beside that it would print if it went on, and the sign stands in brackets.
 *
 * @param {Lane} lane @param {number} mark
 * @returns {{kind: "same" | "near" | "other" | "none", text: string, sentence: string}}
 */
export function markOf({ errors, printed, matched }, mark) {
  if (mark >= matched.length) return { kind: "none", text: "", sentence: "" };
  const { kind, digits } = likenessAt({ errors, printed, matched }, mark);
  const sentence = isLater(mark) ? `The post’s program ends one print before this; gone on, it prints ${printed[mark]}.` : `The post’s program prints ${printed[mark]}.`;
  const sign = (/** @type {string} */ text) => (isLater(mark) ? `(${text})` : text);
  if (kind === "same") return { kind, text: sign("✓"), sentence };
  if (kind === "near") return { kind, text: sign("≈"), sentence: `${sentence} The first ${digits} digits are the same.` };
  return { kind, text: sign(`post ${errorText(Number(printed[mark]))}`), sentence };
}

/** Whether the posts' program has ended before a mark. @param {number} mark by its number */
export function isLater(mark) {
  return mark >= PRINTS;
}

/** @param {Pick<Lane, "errors" | "printed" | "matched">} lane @param {number} mark @returns {import("./digits.js").Likeness} */
function likenessAt({ errors, printed, matched }, mark) {
  const { kind, digits } = likeness(printed[mark], errors[mark]);
  return { kind: matched[mark] ? "same" : kind === "same" ? "near" : kind, digits }; // what is the same the server has found out
}

/** What the marks mean, and how many figures came out again: those that are printed, and apart from them the one after. @param {Pick<RaceResult, "lanes" | "marks">} race */
export function matchText({ lanes, marks }) {
  const figures = lanes.flatMap(lane => lane.matched.map((_, mark) => ({ mark, ...likenessAt(lane, mark) })));
  const [first, later] = [figures.filter(({ mark }) => !isLater(mark)), figures.filter(({ mark }) => isLater(mark))];
  if (!first.length) return "";
  const told = signsText(first, `at iteration ${upTo(marks.slice(0, Math.max(...first.map(({ mark }) => mark)) + 1))}`);
  if (!later.length) return told;
  const same = later.filter(({ kind }) => kind === "same").length;
  return `${told} In brackets what it would print at ${whole(marks[PRINTS])}, one print after its end: ${whole(same)} of ${whole(later.length)} ${same === 1 ? "is" : "are"} the same.`;
}

/** "0", "0 and 10,000", "0, 10,000, … 50,000" @param {number[]} marks */
function upTo(marks) {
  const [first, second, ...rest] = marks.map(whole);
  const last = rest.at(-1);
  if (last === undefined) return second === undefined ? first : `${first} and ${second}`;
  return `${first}, ${second}, ${rest.length > 1 ? "… " : ""}${last}`;
}
