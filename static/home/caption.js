// @ts-check
/**
 * What a picture says of the run that it shows. Pure.
 *
 * @typedef {import("../lab.js").State} State
 */

import { brief, errorText, whole } from "../numbers.js";

/** Changes that are told one by one. */
const MOST_CHANGES = 4;

/** @param {Pick<State, "welcome" | "run">} state */
export function experimentOf({ welcome, run }) {
  return welcome?.experiments.find(({ name }) => name === run?.experiment)?.title ?? "";
}

/** Which row goes through the drawing. @param {Pick<State, "controls">} state */
export function exampleOf({ controls }) {
  return `example ${whole((controls?.row ?? 0) + 1)}`;
}

/**
 * "alpha 4, hidden size 8, seed 1; iteration 600, mean error 0.0123; at 300: alpha 1 → 4"
 *
 * @param {Pick<State, "run" | "controls" | "frame" | "marks">} state
 * @returns {string[]} one part after the other, of which each may begin a line
 */
export function settingsOf({ run, controls, frame, marks }) {
  if (!run || !controls || !frame) return [];
  const { alpha, hidden_size: size, seed } = controls;
  const past = marks.filter(({ iteration }) => iteration <= frame.iteration);
  const told = past.slice(-MOST_CHANGES).map(({ iteration, label }) => `at ${whole(iteration)}: ${label}`);
  const before = past.length - told.length;
  return [
    [`alpha ${brief(alpha)}`, size === null ? "" : `hidden size ${size}`, `seed ${seed}`].filter(Boolean).join(", "),
    `iteration ${whole(frame.iteration)}`,
    `mean error ${errorText(frame.error)}`,
    ...(run.own_data ? ["own data"] : []),
    ...(run.broken ? ["with changed lines of the program"] : []),
    ...(before ? [`${before} earlier ${before === 1 ? "change" : "changes"}`] : []),
    ...told,
  ];
}

/**
 * Parts as lines that are no longer than there is room for.
 *
 * @param {string[]} parts
 * @param {number} room
 * @param {(text: string) => number} measure
 * @param {string} [between]
 */
export function linesOf(parts, room, measure, between = " · ") {
  /** @type {string[]} */
  const lines = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${between}${part}`;
    if (last !== undefined && measure(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** A sentence as such lines. @param {string} sentence @param {number} room @param {(text: string) => number} measure */
export function wrapped(sentence, room, measure) {
  return linesOf(sentence.split(/\s+/).filter(Boolean), room, measure, " ");
}
