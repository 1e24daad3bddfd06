// @ts-check
/**
 * What is said of units that do the same. Pure.
 *
 * @typedef {import("./likeness.js").Couple} Couple
 * @typedef {import("./likeness.js").Found} Found
 * @typedef {"weights" | "answers"} By
 */

import { fixed } from "../numbers.js";

/** So many couples are named, and so many units. */
const [COUPLES, UNITS] = [2, 4];

/** What the two ways to compare are. @type {Record<By, string>} */
export const ABOUT = {
  weights: "By weights: the cosine of two columns of syn0. 1 is the same direction, though one may be longer; −1 the opposite one.",
  answers: "By answers: the correlation of what two units say to the examples. 1: they go up and down together; −1: one goes up where the other goes down.",
};

/** @param {number} unit */
export function unitName(unit) {
  return `l1[${unit}]`;
}

/** @param {number} value */
export function likenessText(value) {
  return Number.isNaN(value) ? "none" : fixed(value, 3);
}

/** @param {Couple} couple */
function coupleText({ a, b, value }) {
  return `${unitName(a)} and ${unitName(b)}, ${likenessText(value)}`;
}

/** @param {string[]} all @param {number} most @param {string} between */
function named(all, most, between) {
  const more = all.length - most;
  return all.slice(0, most).join(between) + (more > 0 ? `${between}${more} more` : "") || "none";
}

/**
 * What there is to say: first how many are distinct, then which are not.
 *
 * @param {Found} found
 * @param {number} units
 * @param {number} least
 * @param {number[]} quiet units that say the same to every example
 * @param {By} by
 */
export function said({ kept, twins, mirrored, nearest }, units, least, quiet, by) {
  // By answers one that never changes is like none, and carries nothing.
  const { length: distinct } = by === "answers" ? kept.filter(unit => !quiet.includes(unit)) : kept;
  return {
    sentence: units === 1
      ? "One hidden unit has none to be like."
      : `${distinct} of ${units} hidden units ${distinct === 1 ? "is" : "are"} distinct at a likeness of ${fixed(least, 3)}.${nearestText()}`,
    twins: named(twins.map(coupleText), COUPLES, "; "),
    mirrored: named(mirrored.map(coupleText), COUPLES, "; "),
    dead: named(quiet.map(unitName), UNITS, ", "),
  };

  function nearestText() {
    if (twins.length || mirrored.length) return "";
    return nearest ? ` Nearest come ${coupleText(nearest)}.` : " None can be compared.";
  }
}

/** @param {Couple} couple @param {number} least @param {By} by */
export function coupleWords({ a, b, value }, least, by) {
  const measure = by === "weights" ? "cosine" : "correlation";
  if (a === b) return `${unitName(a)} with itself.`;
  if (Number.isNaN(value)) return `${unitName(a)} and ${unitName(b)}: no ${measure}, as one of them ${by === "weights" ? "has no weights" : "never changes"}.`;
  const verdict = value >= least ? "twins" : value <= -least ? "mirrored" : "each does its own";
  return `${unitName(a)} and ${unitName(b)}: ${measure} ${likenessText(value)}, ${verdict}.`;
}
