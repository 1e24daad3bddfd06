// @ts-check
/**
 * The three rules by which a ball moves. Pure.
 *
 * @typedef {object} Settings
 * @property {number} alpha
 * @property {number} step of the rule that only looks at the sign
 *
 * @typedef {object} Rule
 * @property {string} name
 * @property {string} title
 * @property {string} idea
 * @property {string[]} code
 * @property {(x: number, slope: number, settings: Settings) => number} next
 * @property {(x: number, slope: number, settings: Settings) => string} now the last line of the code, with its numbers
 */

import { brief, fixed } from "../numbers.js";

/** @param {number} value */
const number = value => (Math.abs(value) >= 0.0005 || value === 0 ? fixed(value, 3) : value.toExponential(1).replace("-", "−"));
/** A negative one in brackets, as it must stand behind a sign. @param {number} value */
const operand = value => (value < 0 ? `(${number(value).replace(/^-/, "−")})` : number(value));

/** @type {Record<string, Rule>} */
export const RULES = {
  sign: {
    name: "sign", title: "sign step", idea: "Only the sign counts: always the same step.",
    code: ["slope = slope_at(x)", "x -= step * sign(slope)"],
    next: (x, slope, { step }) => x - step * Math.sign(slope),
    now: (x, slope, { step }) => `x = ${number(x)} − ${brief(step)} × ${operand(Math.sign(slope))}`,
  },
  slope: {
    name: "slope", title: "x −= slope", idea: "Steep: a long step. Almost level: a short one.",
    code: ["slope = slope_at(x)", "x -= slope"],
    next: (x, slope) => x - slope,
    now: (x, slope) => `x = ${number(x)} − ${operand(slope)}`,
  },
  alpha: {
    name: "alpha", title: "x −= alpha × slope", idea: "The same, scaled by a number of your choice.",
    code: ["slope = slope_at(x)", "x -= alpha * slope"],
    next: (x, slope, { alpha }) => x - alpha * slope,
    now: (x, slope, { alpha }) => `x = ${number(x)} − ${brief(alpha)} × ${operand(slope)}`,
  },
};
