// @ts-check
/**
 * Which changes on the timeline stand so near each other that they are shown as one. Pure.
 *
 * @typedef {import("../messages.js").Mark} Mark
 * @typedef {{at: number, marks: Mark[]}} Group at: pixels from the start
 */

import { together } from "../charts/spread.js";
import { whole } from "../numbers.js";

/** A bubble holds no more lines than this. */
const TOLD = 6;

/**
 * @param {Mark[]} marks by iteration
 * @param {(iteration: number) => number} x pixels
 * @param {number} near
 * @returns {Group[]}
 */
export function gather(marks, x, near) {
  return together(marks, mark => x(mark.iteration), near, 2 * near).map(group => ({
    at: (x(group[0].iteration) + x(group[group.length - 1].iteration)) / 2,
    marks: group,
  }));
}

/** "at 600: alpha 2 → 4". @param {Mark} mark */
export function sentence({ iteration, label }) {
  return `at ${whole(iteration)}: ${label}`;
}

/** All of a group, on a line each, or as many as can be read. @param {Mark[]} marks */
export function told(marks) {
  const shown = marks.length > TOLD ? marks.slice(0, TOLD - 1) : marks;
  const rest = marks.length - shown.length;
  return [...shown.map(sentence), ...(rest ? [`and ${rest} more`] : [])].join("\n");
}

/** What a screen reader calls a group. @param {Mark[]} marks */
export function called(marks) {
  return marks.length === 1 ? sentence(marks[0]) : `${marks.length} changes: ${told(marks).replaceAll("\n", "; ")}`;
}

/** What a change is known by: there is one of a field at an iteration. @param {Mark} mark */
export function identity({ iteration, field }) {
  return `${field} ${iteration}`;
}

/**
 * The next change after an iteration, or the last before it.
 *
 * @param {Mark[]} marks by iteration
 * @param {number} from
 * @param {1 | -1} direction
 * @returns {number | null} its iteration
 */
export function nextMark(marks, from, direction) {
  const beyond = marks.map(mark => mark.iteration).filter(iteration => (iteration - from) * direction > 0);
  return beyond.length ? (direction > 0 ? beyond[0] : beyond[beyond.length - 1]) : null;
}

/** How many have come about by an iteration. @param {Group[]} groups @param {number} now */
export function past(groups, now) {
  const ahead = groups.findIndex(({ marks }) => marks[0].iteration > now);
  return ahead < 0 ? groups.length : ahead;
}
