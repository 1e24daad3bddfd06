// @ts-check
/** What is said of where the page stands on the timeline. Pure. */

import { small, whole } from "../numbers.js";

/** @typedef {import("../messages.js").Controls} Controls */

/** @param {number} iteration @param {number} end @param {number} error */
export function valueText(iteration, end, error) {
  return `iteration ${whole(iteration)} of ${whole(end)}, error ${small(error)}`;
}

/**
 * @param {Pick<Controls, "catching_up" | "playing">} controls
 * @param {number} iteration
 * @param {number} reach
 * @returns {{kind: "again" | "past" | "end", title: string, more: string}}
 */
export function whereabouts({ catching_up: goal }, iteration, reach) {
  if (goal !== null) return { kind: "again", title: `training again to ${whole(goal)}…`, more: "" };
  if (iteration >= reach) return { kind: "end", title: "", more: "" };
  return { kind: "past", title: "in the past", more: "Play trains the same numbers again; a change makes a branch" };
}
