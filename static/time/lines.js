// @ts-check
/**
 * The lines of the chart: what each of them is called, where it has come to, and which of many stand out. Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {"units" | "examples"} View
 *
 * @typedef {object} Lines
 * @property {number[]} iterations
 * @property {number[][]} values by line, then by iteration
 * @property {{iteration: number, values: number[]} | null} now where they have come to since
 * @property {string[]} names
 */

import { exampleName } from "../compare/labels.js";

/** So many lines can be told apart. */
export const TONES = 8;

/** @param {State} state @param {View} view @returns {Lines} */
export function linesOf({ past, detailed, run }, view) {
  const units = view === "units";
  const values = units ? past.correlations : past.errors;
  const now = detailed && { iteration: detailed.iteration, values: units ? detailed.detail.correlations[0] : missing(detailed, run) };
  const count = now ? now.values.length : values.length;
  const names = Array.from({ length: count }, (_, i) => (units || !run ? `l1[${i}]` : exampleName(run, i)));
  const behind = now ? past.iterations.filter(iteration => iteration < now.iteration).length : past.iterations.length;
  return { iterations: past.iterations.slice(0, behind), values: names.map((_, i) => values[i] ?? []), now, names };
}

/** What is missing to the target, by example. @param {import("../lab.js").DetailedFrame} frame @param {State["run"]} run @returns {number[]} */
function missing({ layers }, run) {
  const outputs = layers[layers.length - 1];
  return (run?.targets ?? []).map(([target], i) => target - (outputs[i]?.[0] ?? NaN));
}

/**
 * The lines that stand out: those that end farthest from zero, and one that is always among them.
 *
 * @param {number[]} ends
 * @param {number | null} [always]
 * @returns {number[]} in the order of their numbers
 */
export function outstanding(ends, always = null) {
  const size = (/** @type {number} */ i) => (i === always ? Infinity : Math.abs(ends[i]) || 0);
  const places = ends.map((_, i) => i).sort((a, b) => size(b) - size(a) || a - b);
  return places.slice(0, TONES).sort((a, b) => a - b);
}

/**
 * A tone for each of them. Whoever had one before keeps it.
 *
 * @param {Map<number, number>} before
 * @param {number[]} lines
 * @returns {Map<number, number>}
 */
export function toned(before, lines) {
  const kept = lines.filter(line => before.has(line));
  const taken = new Set(kept.map(line => before.get(line)));
  const free = Array.from({ length: TONES }, (_, tone) => tone).filter(tone => !taken.has(tone));
  return new Map(lines.map(line => [line, (kept.includes(line) ? before.get(line) : free.shift()) ?? 0]));
}

/**
 * All values of one moment; beyond the last stands now.
 *
 * @param {Lines} lines
 * @param {number} at
 */
export function momentOf({ iterations, values, now }, at) {
  if (at < iterations.length || !now) return { iteration: iterations[at] ?? 0, values: values.map(line => line[at] ?? NaN) };
  return now;
}

/** @param {Lines} lines */
export function lengthOf({ iterations, now }) {
  return iterations.length + (now ? 1 : 0);
}
