// @ts-check
/** What becomes of the selected example, in one sentence. Pure. */

import { small } from "../numbers.js";

/** @param {number} row @param {number} output @param {number} target @param {boolean} [slopeless] whether its error goes back as it is */
export function sentence(row, output, target, slopeless = false) {
  const start = `Example ${row + 1} should give ${target}`;
  if (!Number.isFinite(output)) return `${start}, but its numbers have grown beyond what a computer can hold.`;
  const off = Math.abs(output - target);
  const slope = output * (1 - output);
  const back = slopeless ? `${small(off)} goes back as it is.` : `${small(off)} × slope ${small(slope)} = ${small(off * slope)} goes back.`;
  return `${start} and gives ${small(output)}: ${mood(off, slope, target)}. An error of ${back}`;
}

/** Whether the last layer's errors go back without a slope. @param {import("../messages.js").Snapshot} run */
export function isSlopeless({ code, frame }) {
  const line = code.find(({ key }) => key === `l${frame.layers.length}_delta`);
  return line !== undefined && !line.text.includes("slope(");
}

/** @param {number} off @param {number} slope @param {number} target */
function mood(off, slope, target) {
  // Between 0 and 1 there is no side to be on.
  if (target !== 0 && target !== 1) return slope < 0.05 ? "very sure" : "not sure";
  if (off > 0.5 && slope < 0.05) return "wrong and very sure";
  if (slope < 0.05) return "right and nearly sure";
  if (slope > 0.2) return "undecided";
  return off > 0.5 ? "leaning the wrong way" : "leaning the right way";
}
