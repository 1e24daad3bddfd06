// @ts-check
/** A number as somebody types it, and why it is none. Pure. */

import { fixed } from "../numbers.js";

const LARGEST = 1e6;

/**
 * @param {string} text
 * @returns {{value: number} | {refusal: string}}
 */
export function numberOf(text) {
  const plain = text.trim().replace("−", "-");
  const value = Number(plain);
  if (!/^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(plain) || !Number.isFinite(value)) {
    return { refusal: "Type a number, such as 7, −0.5 or 1e3." };
  }
  if (Math.abs(value) > LARGEST) return { refusal: "Type a number between −1,000,000 and 1,000,000." };
  return { value: value + 0 };
}

/** A whole number that the generator takes for a seed. @param {string} text @returns {{value: number} | {refusal: string}} */
export function seedOf(text) {
  const value = Number(text.trim());
  const good = /^\d+$/.test(text.trim()) && value < 2 ** 32;
  return good ? { value } : { refusal: "Type a whole number from 0 to 4,294,967,295." };
}

/** To some 1,000 is a thousand, to others it is one. */
const GROUPED = /^[-+−]?[1-9]\d{0,2},\d{3}(?!\d)/;

/**
 * A reading of a number within bounds. A comma is taken for a point, which on some phones is what the keypad has; where
 * the bounds reach a thousand it may be meant to group digits, and then it is asked which.
 *
 * @param {string} name
 * @param {number} low
 * @param {number} high
 */
export function within(name, low, high) {
  const bound = (/** @type {number} */ value) => (Number.isInteger(value) ? fixed(value, 0) : String(value).replace("-", "−"));
  /** @param {string} text @returns {{value: number} | {refusal: string}} */
  return text => {
    const [found, grouped] = [".", ""].map(sign => numberOf(text.replace(",", sign)));
    if (Math.max(-low, high) >= 1000 && GROUPED.test(text.trim()) && "value" in found && "value" in grouped) {
      return { refusal: `${text.trim()} may mean ${bound(found.value)} or ${bound(grouped.value)}: type it without a comma.` };
    }
    if ("value" in found && found.value >= low && found.value <= high) return found;
    return { refusal: `${name} is a number from ${bound(low)} to ${bound(high)}.` };
  };
}
