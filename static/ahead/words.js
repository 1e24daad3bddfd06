// @ts-check
/** What other values would lead to, in one line. Pure. */

import { brief, small, whole } from "../numbers.js";

/** @type {Record<import("../messages.js").Ahead["field"], string>} */
const NAMES = { alpha: "alpha", hidden_size: "hidden size" };

/** "At 1,200: alpha 0.333 → 0.0421, 1 → 0.0201, 3 → 0.00980". @param {import("../messages.js").Ahead} ahead */
export function outcome({ field, curves }) {
  const ends = curves.map(({ iterations }) => iterations[iterations.length - 1]);
  const same = ends.every(end => end === ends[0]);
  const parts = curves.map(({ value, errors }, i) => {
    return `${brief(value)} → ${small(errors[errors.length - 1])}${same ? "" : ` (${whole(ends[i])})`}`;
  });
  return `${same ? `At ${whole(ends[0])}: ` : ""}${NAMES[field]} ${parts.join(", ")}`;
}
