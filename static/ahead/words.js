// @ts-check
/** What other values would lead to, in one line. Pure. */

import { brief, small, whole } from "../numbers.js";

/** @type {Record<import("../messages.js").Ahead["field"], string>} */
const NAMES = { alpha: "alpha", hidden_size: "hidden size" };

/** "At 1,200: error 0.0421 with alpha 0.333, 0.0201 with 1, 0.00980 with 3". @param {import("../messages.js").Ahead} ahead */
export function outcome({ field, curves }) {
  const ends = curves.map(({ iterations }) => iterations[iterations.length - 1]);
  const same = ends.every(end => end === ends[0]);
  const parts = curves.map(({ value, errors }, i) => {
    const named = i ? brief(value) : `${NAMES[field]} ${brief(value)}`;
    return `${small(errors[errors.length - 1])} with ${named}${same ? "" : ` (at ${whole(ends[i])})`}`;
  });
  return `${same ? `At ${whole(ends[0])}: ` : ""}error ${parts.join(", ")}`;
}
