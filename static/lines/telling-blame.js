// @ts-check
/** The sentence of a line that sends deltas back across weights. Pure. */

import { figure } from "./figures.js";
import { exampleName, unitName } from "./naming.js";
import { only } from "./extremes.js";

/** @param {number} value */
const text = value => figure(value).text;

/**
 * l1_error = l2_delta @ syn1.T
 *
 * @param {import("./work.js").Work} work
 * @param {number} row
 * @param {import("../lab.js").State} state
 */
export function tellBlame(work, row, { detailed }) {
  const [delta, weights, error] = work.matrices;
  const [pushes, shares] = [delta.matrix[row], error.matrix[row]];
  const example = exampleName(work, row);
  const back = `${delta.name} goes back across syn${weights.index}`;
  if (shares.some(Number.isNaN)) return `${back}, but for ${example} not every number is one any more.`;
  if (pushes.every(push => push === 0)) return `For ${example} ${delta.name} is 0, so nothing goes back to l${error.index}.`;
  const most = only(shares.map(Math.abs));
  if (!most) {
    return shares.every(share => share === 0)
      ? `${back}, but every share is 0 for ${example}.`
      : `${back}; for ${example} no unit of l${error.index} takes a larger share than all others.`;
  }
  const { place } = most;
  const share = shares[place];
  const [who, wish] = [unitName(work, error.index, place), `it should have given ${share > 0 ? "more" : "less"}`];
  const only1 = shares.length === 1;
  const largest = only1 ? `it takes all of the blame, ${text(share)}` : `it takes the largest share of the blame, ${text(share)}`;
  const last = work.sizes.length - 1;
  const miss = detailed?.detail.errors[last - 1][row]?.[0] ?? NaN;
  if (delta.index !== last || pushes.length > 1 || !miss) {
    return `${back}: for ${example}, ${who} takes ${only1 ? "all" : "the largest share"} of the blame, ${text(share)}: ${wish}.`;
  }
  const guess = `${text(Math.abs(miss))} too ${miss > 0 ? "low" : "high"}`;
  return `${back}: ${who} has the weight ${text(weights.matrix[0][place])} to an answer that is ${guess} for ${example}, so ${largest}: ${wish}.`;
}
