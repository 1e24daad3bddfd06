// @ts-check
/**
 * Between which errors the curves of a race are drawn, and which of them leave the chart. Pure.
 *
 * @typedef {import("../messages.js").Lane} Lane
 * @typedef {{low: number, high: number, leaving: number[]}} Frame `leaving`: the lanes that go lower
 */

import { errorText, powers } from "../numbers.js";
import { namesOf } from "./race-words.js";

/** Errors below this are not drawn where others are above, and the frame ends so many times below the lowest of those. */
const [NOTHING, BELOW] = [1e-12, 100];
/** Those known: curves are long, and it is asked for often. @type {WeakMap<Pick<Lane, "curve_errors">[], Frame>} */
const frames = new WeakMap();

/**
 * Between which errors the curves are drawn. One that falls to nothing must not press all others into a line: it leaves
 * the frame, unless all do.
 *
 * @param {Pick<Lane, "curve_errors">[]} lanes of an answer, which stay as they are
 * @returns {Frame}
 */
export function frameOf(lanes) {
  const frame = frames.get(lanes) ?? framed(lanes);
  frames.set(lanes, frame);
  return frame;
}

/** @param {Pick<Lane, "curve_errors">[]} lanes @returns {Frame} */
function framed(lanes) {
  const sound = lanes.map(lane => lane.curve_errors.filter(error => error > 0 && error < Infinity));
  const lows = sound.map(errors => errors.reduce((least, error) => Math.min(least, error), Infinity));
  const high = sound.flat().reduce((most, error) => Math.max(most, error), 0);
  const above = lows.filter(low => low >= NOTHING && low < Infinity);
  const low = Math.min(Infinity, ...lows);
  const floor = low < NOTHING && above.length ? Math.max(NOTHING, Math.min(...above) / BELOW) : low;
  return { low: floor, high, leaving: lows.flatMap((own, i) => (own < floor ? [i] : [])) };
}

/** Which curves leave the frame. @param {Lane[]} lanes */
export function leavingText(lanes) {
  const names = namesOf(lanes);
  const told = frameOf(lanes).leaving.map(i => `${names[i]} (${errorText(lanes[i].error)} now)`);
  return told.length ? powers(`Below the frame of the chart: ${told.join(", ")}.`) : "";
}
