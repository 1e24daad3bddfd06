// @ts-check
/** The margins around the curves of a race: room for the errors on the left, and for the names on the right. Pure. */

import { frameOf } from "./race-frame.js";
import { namesOf, shortened } from "./race-words.js";

const MARGIN = { l: 46, r: 84, t: 8, b: 36 };
/** Where errors are so low that their powers of ten need it. */
const WIDE = { ...MARGIN, l: 66 };
const LOW = 1e-4;
/** Pixels of a character of a name and of what is before it, and the share of the chart that names may take. */
const [LETTER, BEFORE, MOST] = [6.3, 12, 0.42];

/** @param {import("../messages.js").Lane[]} lanes @param {number} width of the chart */
export function raceMargin(lanes, width) {
  const longest = Math.max(0, ...shortened(namesOf(lanes)).map(name => name.length));
  const r = Math.max(MARGIN.r, Math.min(BEFORE + LETTER * longest, MOST * width));
  return { ...(frameOf(lanes).low < LOW ? WIDE : MARGIN), r };
}
