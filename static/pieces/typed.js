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

/**
 * A reading of a number within bounds. They leave a comma no other meaning than a point's, which on some phones is what
 * the keypad has.
 *
 * @param {string} name
 * @param {number} low
 * @param {number} high
 */
export function within(name, low, high) {
  const bound = (/** @type {number} */ value) => (Number.isInteger(value) ? fixed(value, 0) : String(value).replace("-", "−"));
  /** @param {string} text @returns {{value: number} | {refusal: string}} */
  return text => {
    const found = numberOf(text.replace(",", "."));
    if ("value" in found && found.value >= low && found.value <= high) return found;
    return { refusal: `${name} is a number from ${bound(low)} to ${bound(high)}.` };
  };
}
