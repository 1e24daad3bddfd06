// @ts-check
/**
 * Sums and products as they are written out: with the numbers as they stand there, and "≈" where those alone would lead
 * elsewhere. Pure.
 *
 * @typedef {import("./figures.js").Figure} Figure
 */

import { equals } from "./figures.js";

/** "−0.021 × 5.93 = −0.1245" @param {Figure} a @param {Figure} b @param {Figure} result */
export function times(a, b, result) {
  return `${a.text} × ${inside(b)} ${equals(a.value * b.value, result)} ${result.text}`;
}

/** "1 − 0.3 = 0.7" @param {Figure} a @param {Figure} b @param {Figure} result */
export function less(a, b, result) {
  return `${a.text} − ${inside(b)} ${equals(a.value - b.value, result)} ${result.text}`;
}

/** "0.1 − 0.3 + 2 = 1.8" @param {Figure[]} parts @param {Figure} result */
export function sum(parts, result) {
  const text = parts.map(({ text }, i) => (i === 0 ? text : text.startsWith("−") ? ` − ${text.slice(1)}` : ` + ${text}`)).join("");
  return `${text} ${equals(total(parts.map(({ value }) => value)), result)} ${result.text}`;
}

/** @param {number[]} values */
export function total(values) {
  return values.reduce((all, value) => all + value, 0);
}

/** Behind a sign of its own a negative number stands in brackets. @param {Figure} figure */
function inside({ text }) {
  return text.startsWith("−") ? `(${text})` : text;
}

/** Where the largest stand, in order; what is not a number counts as the largest. @param {number[]} values @param {number} count */
export function largestFew(values, count) {
  const sizes = values.map(value => (Number.isNaN(value) ? Infinity : Math.abs(value)));
  const order = [...sizes.keys()].sort((a, b) => (sizes[a] === sizes[b] ? a - b : sizes[b] - sizes[a]));
  return order.slice(0, count).sort((a, b) => a - b);
}
