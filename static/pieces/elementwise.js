// @ts-check
/**
 * What numpy does with two columns of numbers: one after the other, and a single one with all. Pure.
 *
 * @typedef {"-" | "+" | "*" | "/"} Sign
 * @typedef {"none" | "exp" | "sigmoid" | "slope" | "abs"} Name
 */

import { sigmoid } from "../sigmoid.js";

/** @type {Record<Sign, {sign: string, of: (a: number, b: number) => number}>} */
export const SIGNS = {
  "-": { sign: "−", of: (a, b) => a - b },
  "+": { sign: "+", of: (a, b) => a + b },
  "*": { sign: "×", of: (a, b) => a * b },
  "/": { sign: "÷", of: (a, b) => a / b },
};

/** @type {Record<Name, {text: string, code: (inside: string) => string, of: (value: number) => number}>} */
export const FUNCTIONS = {
  none: { text: "nothing more", code: inside => inside, of: value => value },
  exp: { text: "np.exp", code: inside => `np.exp(${inside})`, of: Math.exp },
  sigmoid: { text: "sigmoid", code: inside => `sigmoid(${inside})`, of: sigmoid },
  slope: { text: "slope", code: inside => `slope(${inside})`, of: value => value * (1 - value) },
  abs: { text: "np.abs", code: inside => `np.abs(${inside})`, of: Math.abs },
};

/** Why two columns cannot be taken together, or null. @param {number[]} a @param {number[]} b */
export function mismatch(a, b) {
  if (a.length === b.length || a.length === 1 || b.length === 1) return null;
  return `${a.length} numbers and ${b.length}: the lengths differ and neither is 1, so numpy refuses.`;
}

/**
 * Row by row: the two numbers that meet, and what they make.
 *
 * @param {number[]} a
 * @param {number[]} b
 * @param {Sign} sign
 * @returns {{a: number, b: number, made: number}[]} empty where they cannot meet
 */
export function together(a, b, sign) {
  if (mismatch(a, b)) return [];
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => {
    const [one, other] = [a[a.length === 1 ? 0 : i], b[b.length === 1 ? 0 : i]];
    return { a: one, b: other, made: SIGNS[sign].of(one, other) };
  });
}
