// @ts-check
/** How far an error is what the posts' program prints: one rule, and one meaning of each sign, for all who set the two side by side. Pure. */

import { whole } from "../numbers.js";

/** Significant digits that it prints. */
export const DIGITS = 12;
/** So many digits that agree make an error the same for most purposes. */
const NEAR = 6;
/** The last iteration at which it prints, and how many figures of a run it has printed by then: of 0, 10,000, … */
export const [LAST, PRINTS] = [50_000, 6];

/** @typedef {{kind: "same" | "near" | "other", digits: number}} Likeness */

/** To how many significant digits an error is what was printed: all of them if it is that altogether. @param {string} printed @param {number} error */
export function digitsAgreed(printed, error) {
  for (let digits = DIGITS; digits > 0; digits--) if (Number(printed).toPrecision(digits) === error.toPrecision(digits)) return digits;
  return 0;
}

/** @param {string} printed @param {number} error @returns {Likeness} */
export function likeness(printed, error) {
  const digits = digitsAgreed(printed, error);
  return { kind: digits === DIGITS ? "same" : digits >= NEAR ? "near" : "other", digits };
}

/** What the signs mean, and how many figures have each. @param {Likeness[]} figures at least one @param {string} where it prints them */
export function signsText(figures, where) {
  const of = (/** @type {Likeness["kind"]} */ kind) => figures.filter(figure => figure.kind === kind);
  const [same, near, other] = [of("same"), of("near"), of("other")];
  const told = [`✓ the same ${DIGITS} digits as the post’s program prints ${where}: ${whole(same.length)} of ${whole(figures.length)} figures`];
  if (near.length) told.push(`≈ the first ${Math.min(...near.map(({ digits }) => digits))} digits or more are the same: ${whole(near.length)}`);
  if (other.length) told.push(`another figure, which stands below: ${whole(other.length)}`);
  return `${told.join("; ")}.`;
}
