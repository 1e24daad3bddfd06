// @ts-check
/**
 * How the numbers of a matrix are written, all in one form, and how a single one is where it is reckoned with. Pure.
 *
 * @typedef {import("./work.js").Kind} Kind
 * @typedef {{power: number, digits: number}} Form the numbers are written as multiples of ten to this power
 * @typedef {{text: string, value: number, unit: number}} Figure `value`: what stands there; `unit`: worth of its last digit
 */

import { fixed } from "../numbers.js";

const FIGURES = 4;
/** Numbers all smaller than this are written with a common power of ten. */
const SMALL = 0.1;
/** So are numbers when the largest has more digits than this. */
const LARGE = 1000;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Of them people want three decimals, be they ever so near to 0. @type {Kind[]} */
const SHARES = ["output", "slope"];
/** Ordinarily of this order, so that two decimals do. @type {Kind[]} */
const SUMS = ["weight", "sum"];

/** The largest size among the finite ones; 0 where there is none. @param {number[][]} matrix */
export function largest(matrix) {
  let most = 0;
  for (const row of matrix) for (const value of row) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}

/** @param {Kind} kind @param {number[][]} matrix @returns {Form} */
export function formOf(kind, matrix) {
  const most = largest(matrix);
  if (most < LARGE && matrix.every(row => row.every(value => Number.isInteger(value) || !Number.isFinite(value)))) return { power: 0, digits: 0 };
  if (SHARES.includes(kind) && most <= 1) return { power: 0, digits: 3 };
  if (most < SMALL || most >= LARGE) return { power: Math.floor(Math.log10(most)), digits: 2 };
  if (most < 1 && !SUMS.includes(kind)) return { power: 0, digits: 3 };
  return { power: 0, digits: most < 10 ? 2 : most < 100 ? 1 : 0 };
}

/** A number of a matrix in the form of all. @param {number} value @param {Form} form */
export function written(value, { power, digits }) {
  return fixed(power ? value / 10 ** power : value, digits);
}

/** "×10⁻²", or nothing. @param {Form} form */
export function factorText({ power }) {
  if (!power) return "";
  return `×10${power < 0 ? "⁻" : ""}${[...String(Math.abs(power))].map(digit => RAISED[Number(digit)]).join("")}`;
}

/** A number with so many figures, fewer where they say it all. @param {number} value @param {number} [figures] @returns {Figure} */
export function figure(value, figures = FIGURES) {
  if (!Number.isFinite(value)) return { text: fixed(value, 0), value, unit: 0 };
  const rounded = Number(value.toPrecision(figures));
  if (rounded === 0) return { text: "0", value: 0, unit: 0 };
  const order = Math.floor(Math.log10(Math.abs(rounded)));
  const far = order < -4 || order >= 6;
  const text = far ? value.toExponential(figures - 1).replace("e+", "e") : value.toFixed(Math.max(0, figures - 1 - order));
  return { text: minus(rounded === value ? String(value) : text), value: rounded, unit: 10 ** (order - figures + 1) };
}

/** @param {string} text */
function minus(text) {
  return text.replaceAll("-", "−");
}

/** "=", or "≈" where the numbers as they are written come out differently from the one they lead to. @param {number} reckoned @param {Figure} result */
export function equals(reckoned, { value, unit }) {
  return Object.is(reckoned, value) || Math.abs(reckoned - value) <= unit * 0.5000001 ? "=" : "≈";
}
