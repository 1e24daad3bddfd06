// @ts-check
/** What may be typed into the fields of the bucket. Pure. */

import { fixed } from "../numbers.js";
import { numberOf } from "../pieces/typed.js";

/**
 * A reading of a number within bounds.
 *
 * @param {string} name
 * @param {number} low
 * @param {number} high
 * @param {string} [allowed] in words
 */
export function within(name, low, high, allowed = `from ${minus(low)} to ${minus(high)}`) {
  /** @param {string} text @returns {{value: number} | {refusal: string}} */
  return text => {
    const found = numberOf(text);
    if ("value" in found && found.value >= low && found.value <= high) return found;
    return { refusal: `${name} is a number ${allowed}.` };
  };
}

/** @param {number} value */
function minus(value) {
  return Number.isInteger(value) ? fixed(value, 0) : String(value).replace("-", "−");
}
