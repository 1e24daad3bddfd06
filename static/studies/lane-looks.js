// @ts-check
/**
 * How the lanes of a race look: up to eight have a colour and a dash of their own, more are a ramp in their order, and
 * then only the best, the worst and the one pointed at are named. Pure but for the swatch.
 */

import { COLOURS, DASHES as OF_RUNS } from "../runs/palette.js";
import { lineSample } from "../runs/swatch.js";

/** More than these have no room for their names. */
export const NAMED = 10;
const DASHES = ["none", ...OF_RUNS.map(([, dasharray]) => dasharray), "3 3", "14 3 1.5 3 1.5 3"];

/** @param {number} lane @param {number} count of lanes */
export function laneLook(lane, count) {
  if (count <= COLOURS) return { ink: `var(--run-${lane})`, dasharray: DASHES[lane] };
  const part = Math.round(100 * lane / (count - 1));
  return { ink: `color-mix(in oklab, var(--neg) ${part}%, var(--pos))`, dasharray: "none" };
}

/** Which lanes are named at their ends. @param {{error: number}[]} lanes @param {number | null} lit @returns {Set<number>} */
export function namedLanes(lanes, lit) {
  const all = lanes.map((_, i) => i);
  if (lanes.length <= NAMED) return new Set(all);
  const sound = all.filter(i => Number.isFinite(lanes[i].error)).sort((a, b) => lanes[a].error - lanes[b].error);
  return new Set([sound[0], sound[sound.length - 1], lit].filter(i => i !== undefined && i !== null));
}

/** @param {number} lane @param {number} count */
export function laneSwatch(lane, count) {
  const { ink, dasharray } = laneLook(lane, count);
  return lineSample(ink, dasharray);
}
