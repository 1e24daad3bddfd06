// @ts-check
/**
 * How deep the colour of a number is: on one scale for all matrices of a line that can be compared. Pure.
 *
 * @typedef {import("./work.js").Operand} Operand
 * @typedef {import("./work.js").Kind} Kind
 * @typedef {{names: string[], most: number}} Scale
 */

import { figure, largest } from "./figures.js";
import { labelOf } from "./rule.js";

/** Those with the same word can be compared. @type {Record<Kind, string>} */
const GROUPS = {
  input: "given", target: "output", output: "output", sum: "sum", weight: "weight",
  error: "blame", delta: "blame", slope: "slope", update: "push", move: "push",
};
/** The most there can be, whatever there is. @type {Record<string, number>} */
const CEILINGS = { output: 1, slope: 0.25 };

/** By place in the line. @param {Operand[]} matrices @returns {Scale[]} */
export function scalesOf(matrices) {
  /** @type {Map<string, Scale>} */
  const scales = new Map();
  return matrices.map(operand => {
    const group = GROUPS[operand.kind];
    const scale = scales.get(group) ?? { names: [], most: CEILINGS[group] ?? 0 };
    scales.set(group, scale);
    const name = operand.kind === "weight" ? operand.name : labelOf(operand);
    if (!scale.names.includes(name)) scale.names.push(name);
    scale.most = Math.max(scale.most, largest(operand.matrix));
    return scale;
  });
}

/** 0..1 @param {number} value @param {Scale} scale */
export function depth(value, { most }) {
  if (Number.isNaN(value) || most === 0) return 0;
  return Math.min(1, Math.abs(value) / most);
}

/** Blue is positive and orange negative; what a unit gives is indigo. @param {Kind} kind @param {number} value */
export function tint(kind, value) {
  if (Number.isNaN(value)) return "nan";
  if (value < 0) return "negative";
  if (kind === "slope") return "slope";
  return kind === "output" || kind === "input" || kind === "target" ? "output" : "positive";
}

/** In words: "0.097 in l2_error and l2_delta, 0.25 in slope(l2)". @param {Operand[]} matrices */
export function scalesText(matrices) {
  const scales = [...new Set(scalesOf(matrices))].filter(({ most }) => most > 0);
  return scales.map(({ names, most }) => `${figure(Number(most.toPrecision(2))).text} in ${names.join(" and ")}`).join(", ");
}
