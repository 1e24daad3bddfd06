// @ts-check
/**
 * What the chart through time says about itself. Pure.
 *
 * @typedef {import("../lab.js").State} State
 */

import { whole } from "../numbers.js";
import { TONES } from "./lines.js";

export const VIEWS = [
  { value: "units", text: "Units", sentence: "How closely each unit of l1 goes with y: its correlation, from −1 to 1." },
  { value: "examples", text: "Examples", sentence: "What every example misses: y less the prediction, with its sign." },
  { value: "prints", text: "Print-outs", sentence: "What the program of the post prints while it trains: the mean error at every 10,000th iteration." },
];

const EMPTY = {
  units: "Nothing has been trained yet: press Play, and a line grows for every unit of l1.",
  examples: "Nothing has been trained yet: press Play, and a line grows for every example.",
  prints: "Nothing has been trained yet: this is the error before the first iteration.",
};

/** What stands beside the axis. @param {State} state @param {"units" | "examples"} view */
export function heading({ frame }, view) {
  return view === "units" ? "correlation of l1 with y" : `y − l${frame?.layers.length ?? 1}`;
}

/**
 * @param {State} state
 * @param {"units" | "examples" | "prints"} view
 * @param {number} count of lines
 */
export function remark({ frame, run, detailed, past }, view, count) {
  if (!frame?.iteration) return EMPTY[view];
  if (view === "prints") return printsRemark(past.iterations, frame.iteration);
  const few = count > TONES ? `Of ${whole(count)} lines the ${TONES} that end farthest from 0 have names, the others are faint.` : "";
  if (view === "examples") {
    const hidden = run && run.inputs.length < run.rows
      ? ` These are examples ${whole(run.first_row + 1)}–${whole(run.first_row + run.inputs.length)} of ${whole(run.rows)}.` : "";
    return `Above 0: the prediction is too low. Below: too high. ${few}${hidden}`.trim();
  }
  const silent = detailed?.detail.correlations[0].some(Number.isNaN)
    ? "A unit marked “none” gives the same for all examples, or y is the same for all." : "";
  return `1: the unit goes with y. −1: against it. 0: neither. ${few} ${silent}`.trim().replace("  ", " ");
}

/** @param {number[]} known @param {number} now */
function printsRemark(known, now) {
  const last = 100_000;
  if (now > last && known.length) return `Every 10,000th is kept up to iteration ${whole(last)}; behind that there are samples.`;
  return "Each line is the mean |error| before the update of that iteration, in the twelve digits of the posts.";
}
