// @ts-check
/**
 * What the second post's program prints at the end of its two tables, and how far a map agrees with it. Pure.
 *
 * The page's own copy of the last line of each: engine/posts.py has all of them, and a test holds these to its source.
 *
 * @typedef {import("./map-cells.js").Cell} Cell
 * @typedef {import("./map-cells.js").Shown} Shown
 * @typedef {{kind: "same" | "near" | "other", figure: string, digits: number, text: string}} Match
 */

import { small, whole } from "../numbers.js";
import { LAST as AT, likeness, signsText } from "./digits.js";
import { runOf } from "./map-cells.js";

export { AT };

/** Of XOR with seed 1, by hidden size and alpha. @type {Record<number, Record<number, string>>} */
export const PRINTED = {
  4: { 0.001: "0.485977857846", 0.01: "0.0985964298089", 0.1: "0.0130144905381", 1: "0.00351012256786", 10: "0.00131274062834", 100: "0.125206352761", 1000: "0.5" },
  32: { 0.001: "0.458029258565", 0.01: "0.0529658087026", 0.1: "0.0108421669738", 1: "0.00299625684932", 10: "0.000939731375008", 100: "0.5", 1000: "0.5" },
};

/** How the run that a cell of the posts' map stands for compares with what is printed of it; null: nothing is. @param {Cell} cell @param {Shown} shown @returns {Match | null} */
export function matchOf(cell, shown) {
  const run = runOf(cell, shown);
  const figure = PRINTED[cell.size ?? 0]?.[cell.alpha];
  if (!run || run.seed !== 1 || !figure) return null;
  const { kind, digits } = likeness(figure, run.error);
  if (kind !== "other") return { kind, figure, digits, text: kind === "same" ? "✓ post" : "≈ post" };
  const post = small(Number(figure));
  return { kind, figure, digits, text: `post ${post === small(run.error) ? Number(figure).toPrecision(digits + 1) : post}` };
}

/** @param {Match | null} match */
export function matchWords(match) {
  if (!match) return "";
  const { kind, figure, digits } = match;
  const same = kind === "same" ? "the same to its last digit" : digits ? `the same to ${digits} digit${digits === 1 ? "" : "s"}` : "another";
  return ` The post’s program prints ${figure}: ours is ${same}.`;
}

/** How far a whole map agrees, and where it does not. @param {Cell[][]} cells @param {Shown} shown */
export function agreementWords(cells, shown) {
  const matches = cells.flat().flatMap(cell => matchOf(cell, shown) ?? []);
  if (!matches.length) return "";
  return signsText(matches, `at iteration ${whole(AT)}`);
}
