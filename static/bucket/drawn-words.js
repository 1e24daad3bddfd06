// @ts-check
/** What is said of a drawing: whether it is enough to roll on, and what becomes of its gaps. Pure.  @typedef {import("./drawn.js").Columns} Columns */

import { fixed } from "../numbers.js";
import { COLUMNS, gaps, placeOf, share } from "./drawn.js";

/** The share of the width that must be drawn. */
export const ENOUGH = 0.6;
const MEND = "A stroke changes only the part it passes over.";
/** How many gaps are named. */
const NAMED = 2;

/** What is to be said of a drawing. @param {Columns} columns @returns {{ready: boolean, sentence: string}} */
export function judged(columns) {
  const done = share(columns);
  const percent = Math.floor(done * 100);
  if (done === 0) return { ready: false, sentence: "Draw across the frame with the mouse or a finger, or raise and lower the handles with ↑ and ↓." };
  if (done < ENOUGH) {
    return { ready: false, sentence: `Only ${percent}% of the width is drawn, too little to guess the rest: at least ${ENOUGH * 100}% are needed.` };
  }
  const found = gaps(columns);
  const inner = found.filter(([first, last]) => first > 0 && last < COLUMNS - 1);
  const parts = [];
  if (inner.length) parts.push(`${inner.length === 1 ? "The gap" : `${inner.length} gaps`} (${listed(inner)}) ${inner.length === 1 ? "is" : "are"} bridged straight.`);
  if (found.length > inner.length) parts.push("A side that was not drawn rises like the side of a bucket.");
  if (!parts.length) parts.push("All of the width is drawn.");
  if (!inner.length) parts.push(MEND);
  return { ready: true, sentence: parts.join(" ") };
}

/** @param {[number, number][]} found */
function listed(found) {
  const more = found.length - NAMED;
  return found.slice(0, NAMED).map(told).join(", ") + (more > 0 ? `, and ${more} more` : "");
}

/** @param {[number, number]} gap */
function told([first, last]) {
  return `x from ${fixed(placeOf(first), 1)} to ${fixed(placeOf(last), 1)}`;
}
