// @ts-check
/** What is said about the run and about the parts of its network. Pure. */

import { nameOf } from "../network/names.js";
import { errorText, fixed, small, whole } from "../numbers.js";

/**
 * @typedef {import("./run.js").Document} Document
 * @typedef {{state: "same" | "close" | "other", sentence: string}} Verdict
 */

/** Errors that differ by no more are the same. */
const CLOSE = 1e-9;

/** How far it is on its way to where the lab had come. @param {number} reach @param {number} target @param {number} seconds */
export function underWay(reach, target, seconds) {
  const left = reach ? (seconds * (target - reach)) / reach : Infinity;
  const more = left < Infinity && left >= 2 ? `, about ${duration(left)} to go` : "";
  return `Training again: ${whole(reach)} of ${whole(target)} iterations${more}. What is there can be looked at already.`;
}

/**
 * Whether it ended where the lab did.
 *
 * @param {Document} document
 * @param {string} digest
 * @param {number} error
 * @param {number} seconds
 * @returns {Verdict}
 */
export function verdictOf({ iteration, digest: wanted, error: labs, exact }, digest, error, seconds) {
  const at = `Iteration ${whole(iteration)}`;
  const trained = iteration ? `, trained again in ${duration(seconds)}` : "";
  if (digest === wanted) return { state: "same", sentence: `${at}${trained}: every weight has the same bits as in the lab ✓` };
  const off = Math.abs(error - Number(labs));
  const why = exact
    ? "The lab promises the same bits for this run, so something here reckons otherwise."
    : "The lab trains a network as large as this with a library whose last bits differ from machine to machine.";
  const is = `${at}${trained}: the mean error is ${errorText(error)}`;
  if (Object.is(error, Number(labs))) return { state: "close", sentence: `${is}, as in the lab. ${why}` };
  if (off <= CLOSE) return { state: "close", sentence: `${is}, and the lab's was the same but for ${small(off)}. ${why}` };
  return { state: "other", sentence: `${is}, and the lab's was ${errorText(Number(labs))}: ${small(off)} apart. ${why}` };
}

/** 0.42 -> "0.42 s", 75 -> "1 min 15 s". @param {number} seconds */
export function duration(seconds) {
  if (seconds < 10) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${whole(Math.floor(seconds / 60))} min ${Math.round(seconds) % 60} s`;
}

/**
 * One part of the drawing.
 *
 * @param {import("../network/walk.js").Part} part
 * @param {number[][][]} weights
 * @param {number[][]} values by layer and unit
 * @param {string[]} columns
 */
export function partText(part, weights, values, columns) {
  if (part.kind === "edge") {
    const { layer, from, to } = part;
    return `weight syn${layer}[${from}, ${to}] = ${fixed(weights[layer][from][to], 4)}`;
  }
  const { layer, unit } = part;
  const name = nameOf(layer, unit, layer === 0 ? columns : null, values.length - 1, values[layer].length);
  const value = values[layer][unit];
  return layer === 0 ? `input ${name} = ${value}` : `${name} = ${fixed(value, 6)}`;
}
